/** A row of cells → the headers in it: of one table, or of several that blank cells set apart. */
import { type Decision, decideHeader } from '../ledger/mapping/decideHeader';
import { isMoneyWord } from '../ledger/mapping/keptMappings';
import { fieldsOfKind, headerMeanings } from '../ledger/recognise';
import { isHeaderWord, segments } from './headerLine';
import type { Reading } from './reading';
import { tellDecision } from './tellDecision';

export interface PlainHeader {
  readonly decision: Decision;
  /** First column of what the header governs. */
  readonly firstColumn: number;
  /** Its cells, from that column on. */
  readonly cells: readonly unknown[];
}

interface Line {
  readonly sheet: string;
  readonly line: readonly unknown[];
  readonly row: number;
  /** Column of its first cell. */
  readonly column: number;
}

/** The headers in a row whose rows can be read; what else is a header there is told. */
export function headersInLine(reading: Reading, of: Line): PlainHeader[] {
  // Most rows are no headers: two known words are needed before a closer look.
  if (of.line.filter((cell) => isHeaderWord(reading, cell)).length < 2) return [];
  const found = headersApart(reading, of);
  for (const { decision, firstColumn, cells } of found) {
    const place = { sheet: of.sheet, row: of.row, column: firstColumn };
    tellDecision(reading, { decision, place, cells, table: '', besideRead: [] });
  }
  return found.filter(isRead);
}

/**
 * Blank cells set tables apart where more than one can be read, or where what stands beside one that can
 * is a list of its own. Else they are columns without a header in a single table.
 */
function headersApart({ kept }: Reading, { sheet, line, row, column }: Line): PlainHeader[] {
  const decide = (cells: readonly unknown[], first: number): PlainHeader => {
    const place = { sheet, row, column: first };
    return { decision: decideHeader(cells, place, kept), firstColumn: first, cells };
  };
  const parts = segments(line).map(({ first, cells }) => decide(cells, column + first));
  const [main, second] = parts.filter(isRead);
  if (second !== undefined) {
    return parts.filter((part) => isRead(part) || isDrifted(part) || isList(part));
  }
  const whole = decide(line, column);
  if (parts.length < 2 || kept.exact(line) !== undefined) return [whole];
  if (main === undefined) return [whole, ...besideNothing(whole, parts)];
  const isExact = kept.exact(main.cells) !== undefined;
  const apart = parts.filter((part) => part !== main && isApart(part, main, isExact));
  if (isExact) return [withWarnings(main, whole), ...apart];
  return apart.length === 0 ? [whole] : [decideWithout(apart, { line, column, decide }), ...apart];
}

/** The row without the lists that stand apart in it. */
function decideWithout(
  apart: readonly PlainHeader[],
  of: {
    readonly line: readonly unknown[];
    readonly column: number;
    readonly decide: (cells: readonly unknown[], first: number) => PlainHeader;
  },
): PlainHeader {
  const { column, decide } = of;
  const rest = [...of.line];
  for (const { firstColumn, cells } of apart) {
    rest.fill('', firstColumn - column, firstColumn - column + cells.length);
  }
  const left = segments(rest);
  const first = left[0]?.first ?? 0;
  const end = left.reduce((_, one) => one.first + one.cells.length, first);
  return decide(rest.slice(first, end), column + first);
}

/** The table that was mapped as it stands; money beside it is told as before. */
function withWarnings(main: PlainHeader, { decision }: PlainHeader): PlainHeader {
  const told = decision.by === 'kept' ? decision.problems : [];
  return { ...main, decision: { ...main.decision, problems: told } };
}

/** No part can be read by itself: what the whole row does not say of them. */
function besideNothing({ decision }: PlainHeader, parts: readonly PlainHeader[]): PlainHeader[] {
  if (decision.mapping !== undefined) return [];
  const isTold = decision.tables.length > 0 || decision.near !== undefined;
  return parts.filter((part) => isDrifted(part) || (!isTold && isList(part)));
}

function isRead({ decision }: PlainHeader): boolean {
  return decision.tables.length > 0;
}

/** A mapped export that has lost a column. */
function isDrifted({ decision }: PlainHeader): boolean {
  return decision.tables.length === 0 && decision.mapping !== undefined;
}

/** Nearly a table, with money and a date of its own. */
function isList({ decision, cells }: PlainHeader): boolean {
  const isMoney = (cell: unknown): boolean => typeof cell === 'string' && isMoneyWord(cell);
  return decision.near !== undefined && cells.some(isMoney) && cells.some(isDate);
}

function isDate(cell: unknown): boolean {
  return headerMeanings(cell).some(({ spec }) => spec.type === 'moment');
}

/**
 * A list beside a table that says again what the table says, or that lacks one column only, is none of its
 * columns. Beside Charges, payments with a date of theirs are mostly money of the charge.
 */
function isApart(part: PlainHeader, main: PlainHeader, isExact: boolean): boolean {
  if (isDrifted(part)) return true;
  if (!isList(part)) return false;
  const { tables } = main.decision;
  const isRepeated = tables.some(({ kind, fields }) =>
    [...fieldsOfKind(kind, part.cells).keys()].some((field) => fields.has(field)),
  );
  const isWide = tables.some(({ kind }) => kind === 'Charges');
  return isExact || isRepeated || !isWide || part.decision.near?.missing.length === 1;
}
