/** How a header row is read and why, in words, and how sure that is. */
import type { DecidedHeader } from '../../excel/reading';
import type { ColumnSpec } from '../../ledger/columnSpec';
import { readKinds, type ReadKind } from '../../ledger/kinds';
import { headerNames } from '../../ledger/mapping/fingerprint';
import { refsOfMapping, refOf, type TableMapping } from '../../ledger/mapping/tableMapping';
import type { Problem } from '../../ledger/problem';
import type { ResolvedView } from '../../ledger/mapping/resolveMapping';
import { cellAddress } from '../../ledger/tables';
import { sentence } from '../sentence';
import type { Confidence, HeaderPlace, ListedMapping, ListedTable } from './types';

/** Headers that are named as examples. */
const EXAMPLES = 3;

/** A header row that was decided, with the problems of its table. */
export function listedTable(header: DecidedHeader, problems: readonly Problem[]): ListedTable {
  const { decision, place, cells } = header;
  const own = { ...place, columns: cells.length };
  const stopped = problems.find(({ severity }) => severity === 'stopped');
  const said = saidOf(header);
  return {
    place: own,
    cell: firstCell(header),
    title: kindsText(decision.tables.map(({ kind }) => kind)),
    ...(stopped === undefined
      ? said
      : { confidence: 'ask', why: sentence(`stopped: ${stopped.found}`) }),
  };
}

/** A row that looks like a header row, of no kind that is known. */
export function listedUnread(place: HeaderPlace): ListedTable {
  return {
    place,
    cell: cellAddress(place.column, place.row + 1),
    title: 'Not read',
    confidence: 'unread',
    why: 'Its headers are of no table that is known. If it belongs to the ledger, say what it is.',
  };
}

export function listedMapping({ name, headers, views }: TableMapping): ListedMapping {
  const read = new Set(refsOfMapping({ name, headers, views }).map((ref) => refOf(ref).header));
  const kinds = kindsText(views.map(({ kind }) => kind));
  return { name, headers, words: `${kinds} from ${read.size} of ${headers.length} columns` };
}

function saidOf({ decision }: DecidedHeader): { confidence: Confidence; why: string } {
  const { by, mapping, tables, near } = decision;
  const name = mapping?.name ?? '';
  if (by === 'kept') return { confidence: 'kept', why: `Read by your mapping ‘${name}’.` };
  if (mapping !== undefined && tables.length === 0) {
    return { confidence: 'ask', why: `Your mapping ‘${name}’ reads columns that are gone.` };
  }
  if (by === 'profile') return { confidence: 'sure', why: `The headers of ${name}.` };
  const [first] = tables;
  if (first !== undefined) return byHeaders(first);
  const missing = near?.missing.join(' and ') ?? '';
  return {
    confidence: 'ask',
    why: `It looks like ${near?.kind ?? ''}, but has no column ${missing}.`,
  };
}

/** Sure where every header is the one of the ledger format. */
function byHeaders({ kind, fields }: ResolvedView): { confidence: Confidence; why: string } {
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[kind];
  const others = [...fields].flatMap(([field, { header }]) => {
    const canonical = specs[field]?.header ?? '';
    return canonical === header ? [] : [`‘${header}’ as ${canonical}`];
  });
  const [some, rest] = [others.slice(0, EXAMPLES), others.length - EXAMPLES];
  if (some.length === 0) return { confidence: 'sure', why: `Its headers are those of ${kind}.` };
  const more = rest > 0 ? ` and ${rest} more` : '';
  return { confidence: 'likely', why: `By its headers: ${some.join(', ')}${more}.` };
}

/** `Charges`; `Charges and Payments`; `Not read`. */
function kindsText(kinds: readonly ReadKind[]): string {
  const each = [...new Set(kinds)];
  if (each.length === 0) return 'Not read';
  const last = each[each.length - 1] ?? '';
  return each.length === 1 ? last : `${each.slice(0, -1).join(', ')} and ${last}`;
}

function firstCell({ place, cells }: DecidedHeader): string {
  const first = headerNames(cells)[0]?.index ?? 0;
  return cellAddress(place.column + first, place.row + 1);
}

/** Whether a problem stands in the columns under a header, above row `endRow` (from 0); one of the whole sheet does too. */
export function isOf(problem: Problem, place: HeaderPlace, endRow: number): boolean {
  if (problem.sheet !== place.sheet) return false;
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(problem.cell) ?? [];
  if (letters === '') return true;
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  const isBeside = column >= place.column && column < place.column + place.columns;
  return isBeside && Number(row) > place.row && Number(row) <= endRow;
}
