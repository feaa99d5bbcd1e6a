/** The functions that the add-in writes into cells. The figures come from @formulajs/formulajs; here its arguments are chosen as Excel does. */
import {
  ABS,
  AVERAGE,
  COUNT,
  COUNTA,
  COUNTIF,
  MAX,
  MIN,
  ROUND,
  ROUNDDOWN,
  ROUNDUP,
  SUBTOTAL,
  SUM,
} from '@formulajs/formulajs';
import { CellError, type CellValue } from '../model/cell';
import { dateFunction } from '../model/dates';
import { CellRange, type Operand, type Scalar } from './book';
import { asCondition, asNumber, finite } from './operators';
import type { RemoteRequest } from './remote';

/** How a function gets at the cells it is given. */
export interface CellReader {
  readonly date1904: boolean;
  /** Every cell of the range, row by row. */
  list(range: CellRange): Scalar[];
  /** As list, without hidden rows where asked, and without cells that hold a SUBTOTAL themselves. */
  listForSubtotal(range: CellRange, skipHidden: boolean): Scalar[];
  /** The answer of a function that is calculated elsewhere; #BUSY! until it is there. */
  ask(request: RemoteRequest): Operand;
}

export type CalcFunction = (args: readonly Operand[], reader: CellReader) => Operand;

const VALUE = CellError.of('#VALUE!');

/** Turns what the library returns into a cell's value: it returns Error objects and NaN. */
function result(returned: unknown): CellValue {
  if (typeof returned === 'number') return finite(returned);
  if (typeof returned === 'string' || typeof returned === 'boolean') return returned;
  if (returned instanceof Error) return CellError.named(returned.message) ?? VALUE;
  return VALUE;
}

function scalar(operand: Operand, reader: CellReader): Scalar {
  const list = operand instanceof CellRange ? reader.list(operand) : operand;
  if (!Array.isArray(list)) return list as Scalar;
  if (list.length !== 1) return VALUE;
  const only = (list as readonly (Scalar | readonly Scalar[])[])[0];
  return Array.isArray(only) ? (only as readonly Scalar[])[0] : (only as Scalar);
}

function flat(operand: Operand, reader: CellReader): readonly Scalar[] {
  if (operand instanceof CellRange) return reader.list(operand);
  return Array.isArray(operand) ? (operand as readonly (readonly Scalar[])[]).flat() : [];
}

function isMany(operand: Operand): boolean {
  return operand instanceof CellRange || Array.isArray(operand);
}

/** The library spreads its lists over arguments, which the engine limits. */
function inBlocks(numbers: readonly number[]): number[][] {
  const blocks: number[][] = [];
  for (let at = 0; at < numbers.length; at += 5000) blocks.push(numbers.slice(at, at + 5000));
  return blocks;
}

/** In cells only numbers count, an argument that is text is read as a number [doc: SUM function]. */
function numbersOf(
  args: readonly Operand[],
  reader: CellReader,
  list: (operand: Operand) => readonly Scalar[] = (operand) => flat(operand, reader),
): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of args) {
    if (!isMany(operand)) {
      const number = asNumber(operand as Scalar);
      if (number instanceof CellError) return number;
      numbers.push(number);
      continue;
    }
    for (const cell of list(operand)) {
      if (cell instanceof CellError) return cell;
      if (typeof cell === 'number') numbers.push(cell);
    }
  }
  return numbers;
}

function overNumbers(fold: (blocks: number[][]) => unknown): CalcFunction {
  return (args, reader) => {
    const numbers = numbersOf(args, reader);
    return numbers instanceof CellError ? numbers : result(fold(inBlocks(numbers)));
  };
}

function ofNumbers(calculate: (one: number, two: number) => unknown): CalcFunction {
  return (args, reader) => {
    const one = asNumber(scalar(args[0], reader));
    const two = asNumber(scalar(args[1], reader));
    if (one instanceof CellError) return one;
    return two instanceof CellError ? two : result(calculate(one, two));
  };
}

/** Nested subtotals and filtered rows are left out, for 101 to 111 every hidden row is [doc: SUBTOTAL function]. */
function subtotal(args: readonly Operand[], reader: CellReader): CellValue {
  const kind = asNumber(scalar(args[0], reader));
  if (kind instanceof CellError) return kind;
  const numbers = numbersOf(args.slice(1), reader, (operand) =>
    operand instanceof CellRange
      ? reader.listForSubtotal(operand, kind > 100)
      : flat(operand, reader),
  );
  return numbers instanceof CellError ? numbers : result(SUBTOTAL(kind, inBlocks(numbers)));
}

/** Text matches without case, * and ? stand for anything [doc: SUMIFS function]; the library compares the rest. */
function criterion(wanted: Scalar): (cell: Scalar) => boolean {
  const known = new Map<Scalar, boolean>();
  const text = typeof wanted === 'string' ? wanted.toUpperCase() : wanted;
  const [, sign = '', pattern = ''] =
    /^(=|<>)?(.*)$/s.exec(typeof text === 'string' ? text : '') ?? [];
  const wild = /[*?]/.test(pattern) && !/^[<>]/.test(pattern) ? wildcard(pattern) : undefined;
  const orders = typeof text === 'string' && /^(?:<=?|>=?)\s*-?[\d.]+$/.test(text);
  const matches = (cell: Scalar): boolean => {
    const held = typeof cell === 'string' ? cell.toUpperCase() : (cell ?? '');
    if (held instanceof CellError) return false;
    // Greater and less than a number is asked of numbers only [unverified].
    if (orders && typeof held !== 'number') return false;
    if (wild !== undefined)
      return (typeof held === 'string' && wild.test(held)) === (sign !== '<>');
    return Number(COUNTIF([held], text)) > 0;
  };
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const now = matches(cell);
    known.set(cell, now);
    return now;
  };
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (part, literal, any) => {
    if (typeof literal === 'string') return `\\${literal}`;
    if (any === '*') return '[^]*';
    return any === '?' ? '[^]' : `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}

/** The places where every criterion holds, from pairs of cells and criterion; an error where the sizes differ. */
function matching(pairs: readonly Operand[], reader: CellReader): boolean[] | CellError {
  let places: boolean[] | undefined;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const cells = flat(pairs[at], reader);
    const holds = criterion(scalar(pairs[at + 1], reader));
    const before = places;
    if (before !== undefined && before.length !== cells.length) return VALUE;
    places = cells.map((cell, index) => (before?.[index] ?? true) && holds(cell));
  }
  return places ?? VALUE;
}

function sumWhere(summed: Operand, pairs: readonly Operand[], reader: CellReader): CellValue {
  const places = matching(pairs, reader);
  if (places instanceof CellError) return places;
  const cells = flat(summed, reader);
  if (cells.length !== places.length) return VALUE;
  const chosen = cells.filter((_, index) => places[index]);
  const numbers = numbersOf([[chosen]], reader);
  return numbers instanceof CellError ? numbers : result(SUM(inBlocks(numbers)));
}

function countWhere(pairs: readonly Operand[], reader: CellReader): CellValue {
  const places = matching(pairs, reader);
  return places instanceof CellError ? places : places.filter(Boolean).length;
}

function logical(combine: (values: readonly boolean[]) => boolean): CalcFunction {
  return (args, reader) => {
    const values: boolean[] = [];
    for (const operand of args) {
      const cells = isMany(operand) ? flat(operand, reader) : [operand as Scalar];
      for (const cell of cells) {
        if (isMany(operand) && (cell === undefined || typeof cell === 'string')) continue;
        const condition = asCondition(cell);
        if (condition instanceof CellError) return condition;
        values.push(condition);
      }
    }
    return values.length === 0 ? VALUE : combine(values);
  };
}

function date(args: readonly Operand[], reader: CellReader): CellValue {
  const [year, month, day] = [0, 1, 2].map((at) => asNumber(scalar(args[at], reader)));
  if (typeof year !== 'number') return year ?? VALUE;
  if (typeof month !== 'number') return month ?? VALUE;
  if (typeof day !== 'number') return day ?? VALUE;
  return dateFunction(year, month, day, reader.date1904) ?? CellError.of('#NUM!');
}

/** The functions by name. IF, IFERROR and IFNA are the evaluator's own: they look at one branch only. */
export const FUNCTIONS: ReadonlyMap<string, CalcFunction> = new Map<string, CalcFunction>([
  ['SUM', overNumbers((blocks) => SUM(blocks))],
  ['AVERAGE', overNumbers((blocks) => AVERAGE(blocks))],
  ['COUNT', overNumbers((blocks) => COUNT(blocks))],
  ['MAX', overNumbers((blocks) => MAX(blocks))],
  ['MIN', overNumbers((blocks) => MIN(blocks))],
  [
    'COUNTA',
    (args, reader) =>
      result(COUNTA(args.flatMap((operand) => filledOf(operand, reader)).map(() => 1))),
  ],
  ['SUBTOTAL', subtotal],
  ['SUMIFS', (args, reader) => sumWhere(args[0], args.slice(1), reader)],
  ['SUMIF', (args, reader) => sumWhere(args[2] ?? args[0], args.slice(0, 2), reader)],
  ['COUNTIFS', countWhere],
  ['COUNTIF', countWhere],
  ['ROUND', ofNumbers((number, digits) => ROUND(number, digits))],
  ['ROUNDUP', ofNumbers((number, digits) => ROUNDUP(number, digits))],
  ['ROUNDDOWN', ofNumbers((number, digits) => ROUNDDOWN(number, digits))],
  ['ABS', ofNumbers((number) => ABS(number))],
  ['AND', logical((values) => values.every(Boolean))],
  ['OR', logical((values) => values.some(Boolean))],
  [
    'NOT',
    (args, reader) => {
      const condition = asCondition(scalar(args[0], reader));
      return condition instanceof CellError ? condition : !condition;
    },
  ],
  ['NA', () => CellError.of('#N/A')],
  ['TRUE', () => true],
  ['FALSE', () => false],
  ['DATE', date],
]);

function filledOf(operand: Operand, reader: CellReader): readonly Scalar[] {
  const cells = isMany(operand) ? flat(operand, reader) : [operand as Scalar];
  return cells.filter((cell) => cell !== undefined);
}
