/** The functions as Excel calls them. */
import {
  type Argument,
  type Arguments,
  askFigure,
  type FigureCell,
  NoFigure,
} from '../app/askFigure';
import type { FunctionSpec } from '../app/functionSpecs';

/** Excel shows an error among the figures in its own cell. */
type Shown = number | CustomFunctions.Error;

/** The function as Excel calls it, with a block of cells for each argument. */
export function implementation({
  parameters,
  measure,
}: FunctionSpec): (...blocks: Argument[]) => Shown[][] | Promise<Shown[][]> {
  return (...blocks) => {
    const of: { -readonly [Name in keyof Arguments]: Arguments[Name] } = {};
    for (const [place, { name }] of parameters.entries()) of[name] = blocks[place] ?? undefined;
    try {
      const asked = askFigure(measure, of);
      return asked instanceof Promise ? asked.then(shownCells).catch(refuse) : shownCells(asked);
    } catch (error) {
      return refuse(error);
    }
  };
}

function shownCells(cells: FigureCell[][]): Shown[][] {
  if (cells.every((row) => row.every((cell) => typeof cell === 'number'))) return cells;
  return cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : errorOf(cell))));
}

/** Never a 0 for something unknown: an error of Excel, with its sentence. */
function errorOf({ kind, message }: NoFigure): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  const code = kind === 'wrong' ? ErrorCode.invalidValue : ErrorCode.notAvailable;
  return new CustomFunctions.Error(code, message);
}

function refuse(error: unknown): never {
  if (error instanceof NoFigure) throw errorOf(error);
  const why = error instanceof Error ? error.message : String(error);
  throw errorOf(new NoFigure('unknown', `The ledger could not be read: ${why}`));
}
