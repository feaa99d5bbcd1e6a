/** A custom function's arguments → its figures, or the sentence that says why there are none. */
import { DAYS_1904, endOfDay, momentOfSerial, startOfDay } from '../core/day';
import { endOfText, type Period, startOfText } from '../core/period';
import type { FigureKey, Figures, LateIndex } from '../engine/figures';
import type { ReadKind } from '../ledger/kinds';
import { missingTables } from './chooseReports';
import { indexed, type LiveFigures, liveFigures, NoFigures } from './liveLedger';

/** One argument as Excel hands it over: a block of cells, or null where it was left out. */
export type Argument = readonly (readonly unknown[])[] | null | undefined;

/** The arguments that a function may have; the order in which they stand is the function's. */
export const argumentNames = ['code', 'provider', 'from', 'to', 'tag', 'asOf'] as const;
export type ArgumentName = (typeof argumentNames)[number];
/** One left out is undefined. */
export type Arguments = Readonly<Partial<Record<ArgumentName, Argument>>>;

/** Why a cell gets no figure: `unknown` shows as #N/A, `wrong` as #VALUE!. */
export class NoFigure extends Error {
  constructor(
    readonly kind: 'unknown' | 'wrong',
    message: string,
  ) {
    super(message);
  }
}

/** What a cell asks for. A balance is asked for at the end of its period. */
export interface Question extends FigureKey {
  readonly period: Period;
  /** Place of a code; undefined for a function that has none. */
  readonly code: number | undefined;
}

/** A figure and the tables it is made from. */
export interface Measure {
  readonly neededKinds: readonly (readonly ReadKind[])[];
  /** What must be indexed before it is looked up. */
  readonly index?: LateIndex;
  /** Cents or hundredths of uses, or where `isRatio` a ratio. */
  readonly look: (figures: Figures, asked: Question) => number;
  readonly isRatio?: true;
}

/** A figure in dollars, or why its cell has none. */
export type FigureCell = number | NoFigure;

/** Figures for every combination of the arguments; at once where the ledger has been read. */
export function askFigure(
  measure: Measure,
  of: Arguments,
): FigureCell[][] | Promise<FigureCell[][]> {
  const live = liveFigures();
  if (!(live instanceof Promise)) return whenIndexed(live, measure, of);
  return live.then(
    (ready) => whenIndexed(ready, measure, of),
    (error: unknown) => {
      throw error instanceof NoFigures ? new NoFigure('unknown', error.message) : error;
    },
  );
}

/** A ledger that lacks the tables has nothing to index. */
function whenIndexed(
  live: LiveFigures,
  measure: Measure,
  of: Arguments,
): FigureCell[][] | Promise<FigureCell[][]> {
  const missing = missingOf(live, measure);
  if (missing !== '') throw new NoFigure('unknown', `There is no figure: ${missing}.`);
  const made = measure.index === undefined ? undefined : indexed(live.figures, measure.index);
  return made === undefined ? block(live, measure, of) : made.then(() => block(live, measure, of));
}

/** Tables that a measure lacks in a ledger: thousands of cells ask the same. */
const lacks = new WeakMap<LiveFigures, Map<Measure, string>>();

function missingOf(live: LiveFigures, measure: Measure): string {
  const known = lacks.get(live) ?? new Map<Measure, string>();
  lacks.set(live, known);
  const before = known.get(measure);
  if (before !== undefined) return before;
  const needs = { needs: measure.neededKinds };
  const missing = missingTables(needs, new Set(live.kinds), live.nearly);
  known.set(measure, missing);
  return missing;
}

/** Arguments of one row or column go with every row or column of the others. */
function block(live: LiveFigures, measure: Measure, of: Arguments): FigureCell[][] {
  let [rows, columns] = [1, 1];
  for (const name of argumentNames) {
    const one = of[name];
    rows = commonSize(rows, one?.length ?? 1);
    columns = commonSize(columns, one?.[0]?.length ?? 1);
  }
  // A single cell throws: Excel tells the sentence of an error that is the whole result.
  if (rows === 1 && columns === 1) return [[figureAt(live, measure, of, [0, 0])]];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      try {
        return figureAt(live, measure, of, [row, column]);
      } catch (error) {
        // One name that nobody knows is no reason to hide the figures of the others.
        if (error instanceof NoFigure) return error;
        throw error;
      }
    }),
  );
}

function figureAt(
  live: LiveFigures,
  measure: Measure,
  of: Arguments,
  at: readonly [row: number, column: number],
): number {
  const figure = measure.look(live.figures, {
    code: 'code' in of ? codeOf(live, cellAt(of.code, at)) : undefined,
    provider: providerOf(live, cellAt(of.provider, at)),
    tag: tagOf(live, cellAt(of.tag, at)),
    period:
      'asOf' in of
        ? upTo(live, cellAt(of.asOf, at))
        : periodOf(live, cellAt(of.from, at), cellAt(of.to, at)),
  });
  return measure.isRatio === true ? figure : figure / 100;
}

function commonSize(one: number, other: number): number {
  if (one === 1 || one === other) return other;
  if (other === 1) return one;
  throw new NoFigure(
    'wrong',
    'The ranges have different sizes: give each the same rows and columns.',
  );
}

/**
 * The cell of an argument; undefined where the argument was left out. A cell that is there and blank is
 * not the same: it would show the whole practice where a name is missing.
 */
function cellAt(
  argument: Argument,
  [row, column]: readonly [row: number, column: number],
): unknown {
  if (argument === null || argument === undefined) return undefined;
  const line = argument[argument.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column] ?? '';
  // A blank cell arrives as 0, as null or as an empty text, depending on the Excel.
  if (cell !== '' && cell !== 0) return cell;
  throw new NoFigure('wrong', 'A cell that is given as an argument is blank.');
}

function providerOf({ figures }: LiveFigures, cell: unknown): number | undefined {
  if (cell === undefined) return undefined;
  const name = textOf(cell);
  const known = placeOf(figures.providers, name);
  if (known === undefined) {
    throw new NoFigure('unknown', `The ledger has no provider "${name}".`);
  }
  if (figures.hidden.has(known.place)) {
    throw new NoFigure('unknown', `${known.name} is hidden on reports (Providers table).`);
  }
  return known.place;
}

function codeOf({ figures }: LiveFigures, cell: unknown): number {
  if (cell === undefined) throw new NoFigure('wrong', 'The code is missing.');
  const name = textOf(cell);
  const known = placeOf(figures.late.codes().codes, name);
  if (known === undefined) {
    throw new NoFigure('unknown', `The ledger has no code "${name}".`);
  }
  return known.place;
}

function tagOf({ figures }: LiveFigures, cell: unknown): number | undefined {
  if (cell === undefined) return undefined;
  const name = textOf(cell);
  const known = placeOf(figures.tags, name);
  if (known === undefined) {
    throw new NoFigure('unknown', `The ledger has no invoice tag "${name}".`);
  }
  return known.place;
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
}

/** A name as it is written; else, as in Excel's own look-ups, without case where only one is meant. */
function placeOf(
  places: ReadonlyMap<string, number>,
  name: string,
): { readonly name: string; readonly place: number } | undefined {
  const place = places.get(name);
  if (place !== undefined) return { name, place };
  const wanted = name.toLowerCase();
  const alike = [...places].filter(([one]) => one.toLowerCase() === wanted);
  const [only] = alike;
  return alike.length === 1 && only !== undefined ? { name: only[0], place: only[1] } : undefined;
}

function periodOf(live: LiveFigures, from: unknown, to: unknown): Period {
  const period = {
    from: from === undefined ? live.period.from : startOf(live, from),
    to: to === undefined ? live.period.to : endOf(live, to),
  };
  if (period.to < period.from) {
    throw new NoFigure('wrong', 'The period ends before it begins.');
  }
  return period;
}

/** From the ledger's first row to the end of a day; left out, to the end of the period set in the pane. */
function upTo(live: LiveFigures, asOf: unknown): Period {
  return { from: -Infinity, to: asOf === undefined ? live.period.to : endOf(live, asOf) };
}

function startOf({ date1904 }: LiveFigures, cell: unknown): number {
  if (typeof cell === 'string') return startOfText(cell.trim()) ?? notADate(cell);
  return momentOf(cell, date1904).moment;
}

/** A day without a time runs to its end (I-6). */
function endOf({ date1904 }: LiveFigures, cell: unknown): number {
  if (typeof cell === 'string') return endOfText(cell.trim()) ?? notADate(cell);
  const { moment, day } = momentOf(cell, date1904);
  return moment === startOfDay(day) ? endOfDay(day) : moment;
}

function momentOf(cell: unknown, date1904: boolean): { moment: number; day: number } {
  const serial = typeof cell === 'number' ? cell + (date1904 ? DAYS_1904 : 0) : NaN;
  const moment = momentOfSerial(serial);
  if (moment === undefined) return notADate(cell);
  return { moment, day: Math.floor(serial) };
}

function notADate(cell: unknown): never {
  throw new NoFigure('wrong', `${JSON.stringify(cell)} is not a date.`);
}
