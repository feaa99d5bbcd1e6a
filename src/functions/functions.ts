/** The functions as Excel calls them. */
import { type Argument, askFigure, NoFigure } from '../app/askFigure';
import type { FunctionSpec } from '../app/functionSpecs';

/** The function as Excel calls it, with a block of cells for each argument. */
export function implementation({
  parameters,
  measure,
}: FunctionSpec): (...blocks: Argument[]) => number[][] | Promise<number[][]> {
  return (...blocks) => {
    const of = Object.fromEntries(
      parameters.map(({ name }, place) => [name, blocks[place] ?? undefined]),
    );
    try {
      const asked = askFigure(measure, of);
      return asked instanceof Promise ? asked.catch(refuse) : asked;
    } catch (error) {
      return refuse(error);
    }
  };
}

/** Refusals become errors of Excel with their sentence: never a 0 for something unknown. */
function refuse(error: unknown): never {
  const { ErrorCode } = CustomFunctions;
  const isWrong = error instanceof NoFigure && error.kind === 'wrong';
  const message = error instanceof Error ? error.message : String(error);
  const sentence = error instanceof NoFigure ? message : `The ledger could not be read: ${message}`;
  throw new CustomFunctions.Error(
    isWrong ? ErrorCode.invalidValue : ErrorCode.notAvailable,
    sentence,
  );
}
