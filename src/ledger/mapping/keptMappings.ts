/** The mappings that a workbook keeps: found by their headers, also where an export has changed since. */
import type { ColumnSpec } from '../columnSpec';
import { readKinds } from '../kinds';
import type { Problem } from '../problem';
import { headerMeanings } from '../recognise';
import { cellAddress } from '../tables';
import { besideRole } from './besideWords';
import { columnKey, fingerprint, headerNames, refName } from './fingerprint';
import { saysAmount } from './moneyWords';
import { goneColumns } from './resolveMapping';
import { type MappedView, refOf, type TableMapping } from './tableMapping';
import { likeness } from './words';

export interface KeptMappings {
  /** The mapping that was made for these headers. */
  exact(cells: readonly unknown[]): TableMapping | undefined;
  /** The mapping of which these headers seem to be a later version. */
  near(cells: readonly unknown[]): TableMapping | undefined;
  /** The mapping that these headers have too little in common with to be read by it, and too much for chance. */
  like(cells: readonly unknown[]): TableMapping | undefined;
  /** True for a header of any of them. */
  isWord(cell: unknown): boolean;
}

/** Headers in common, of all headers of both rows, from which on an export counts as the same one. */
const SAME_EXPORT = 0.5;
/** The same, from which on it may be that export. */
const LIKE_EXPORT = 0.3;
/** Headers that no ledger has, of which so many are in common then. */
const LIKE_HEADERS = 2;

export function keptMappings(mappings: readonly TableMapping[]): KeptMappings {
  const exact = new Map(mappings.map((one) => [fingerprint(one.headers), one]));
  const words = new Set(mappings.flatMap(({ headers }) => headers.map(columnKey)));
  return {
    exact: (cells) => (exact.size === 0 ? undefined : exact.get(fingerprint(cells))),
    near: (cells) => mostAlike(mappings, cells, SAME_EXPORT),
    like(cells) {
      const strange = cells.filter((cell) => headerMeanings(cell).length === 0);
      const alike = mappings.filter(
        ({ headers }) => inCommon(headers, strange).common >= LIKE_HEADERS,
      );
      return mostAlike(alike, cells, LIKE_EXPORT);
    },
    isWord: (cell) => typeof cell === 'string' && words.size > 0 && words.has(columnKey(cell)),
  };
}

function mostAlike(
  mappings: readonly TableMapping[],
  cells: readonly unknown[],
  least: number,
): TableMapping | undefined {
  return mappings
    .map((mapping) => {
      const { common, all } = inCommon(mapping.headers, cells);
      return { mapping, share: all === 0 ? 0 : common / all };
    })
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share)[0]?.mapping;
}

function inCommon(
  one: readonly unknown[],
  other: readonly unknown[],
): { readonly common: number; readonly all: number } {
  const names = (cells: readonly unknown[]): string[] => headerNames(cells).map(({ name }) => name);
  const [a, b] = [names(one), new Set(names(other))];
  const common = a.filter((name) => b.has(name)).length;
  return { common, all: a.length + b.size - common };
}

interface Place {
  readonly sheet: string;
  /** Row and column of the first header, from 0. */
  readonly row: number;
  readonly column: number;
}

/** What has changed since a mapping was kept: a column that it reads is gone (E3), money is new (E5). */
export function driftProblems(
  mapping: TableMapping,
  cells: readonly unknown[],
  place: Place,
): Problem[] {
  const before = new Set(headerNames(mapping.headers).map(({ name }) => name));
  const added = headerNames(cells).filter(({ name }) => !before.has(name));
  const at = (index: number): Pick<Problem, 'sheet' | 'cell'> => ({
    sheet: place.sheet,
    cell: cellAddress(place.column + index, place.row + 1),
  });
  const first = headerNames(cells)[0]?.index ?? 0;
  const gone = goneColumns(mapping, cells).map((column): Problem => {
    const now = likelyNow(
      mapping,
      column,
      added.map(({ header }) => header),
    );
    const asked = now === undefined ? '' : `; did it become '${now}'?`;
    return {
      ...at(first),
      code: 'MAPPING_COLUMN_GONE',
      severity: 'stopped',
      column,
      found: `column '${column}' is gone${asked}`,
      done: `nothing was computed, because the mapping '${mapping.name}' of this table reads it`,
      fix: 'map the table again under How tables are read, or give the column its old header',
      count: 1,
    };
  });
  if (gone.length > 0) return gone;
  const money = added.filter(({ header }) => isMoneyWord(header) || saysAmount(header));
  const told = money.map(({ header, index }) => ({
    ...at(index),
    code: 'MAPPING_COLUMN_NEW' as const,
    severity: 'warned' as const,
    column: header,
    found: `a column '${header}' that was not there when the table was mapped`,
    done: `its amounts were not read; the mapping '${mapping.name}' does not know it`,
    fix: 'map the table again under How tables are read, with or without the column',
    count: 1,
  }));
  const others = added.filter((one) => !money.includes(one));
  return [...told, ...otherListProblem(mapping, { cells, others, at: at(first) })];
}

/** Another list of the same system has most headers in common: what differs is told, read or not. */
function otherListProblem(
  mapping: TableMapping,
  of: {
    readonly cells: readonly unknown[];
    readonly others: readonly { readonly header: string }[];
    readonly at: Pick<Problem, 'sheet' | 'cell'>;
  },
): Problem[] {
  const there = new Set(headerNames(of.cells).map(({ name }) => name));
  const lost = headerNames(mapping.headers).filter(({ name }) => !there.has(name));
  if (lost.length === 0) return [];
  const news = of.others.length === 0 ? '' : `; new: ${quoted(of.others)}`;
  return [
    {
      ...of.at,
      code: 'MAPPING_COLUMN_NEW',
      severity: 'warned',
      column: of.others[0]?.header ?? '',
      found: `headers other than those that were mapped; gone: ${quoted(lost)}${news}`,
      done: `the table was read by the mapping '${mapping.name}' all the same`,
      fix: 'look under How tables are read whether it is the same list, and map it again',
      count: 1,
    },
  ];
}

function quoted(names: readonly { readonly header: string }[]): string {
  return names.map(({ header }) => `'${header}'`).join(', ');
}

/** A table that is not read, because too many headers are others than those that were mapped. */
export function likeProblem(
  mapping: TableMapping,
  cells: readonly unknown[],
  place: Place,
): Problem {
  const [first] = headerNames(cells);
  const gone = goneColumns(mapping, cells);
  return {
    code: 'MAPPING_COLUMN_GONE',
    severity: 'warned',
    sheet: place.sheet,
    cell: cellAddress(place.column + (first?.index ?? 0), place.row + 1),
    column: gone[0] ?? '',
    found: `headers like those of the mapping '${mapping.name}', without ${quoted(gone.map((header) => ({ header })))}`,
    done: 'the table was not read',
    fix: 'if it is the same export, map it again under How tables are read',
    count: 1,
  };
}

/** Words in common from which on a new header may be an old one. */
const LIKE_ENOUGH = 0.5;

/** The new header that a column that is gone has probably got. */
function likelyNow(
  mapping: TableMapping,
  gone: string,
  added: readonly string[],
): string | undefined {
  const fields = new Set(mapping.views.flatMap((view) => fieldsReading(view, gone)));
  const likes = added.map((header) => {
    const means = headerMeanings(header).some(({ kind, spec }) =>
      fields.has(`${kind.name} ${spec.header}`),
    );
    return { header, like: Math.max(likeness(header, gone), means ? LIKE_ENOUGH : 0) };
  });
  const best = likes.sort((a, b) => b.like - a.like)[0];
  if (best !== undefined && best.like >= LIKE_ENOUGH) return best.header;
  return added.length === 1 ? added[0] : undefined;
}

function fieldsReading({ kind, fields }: MappedView, gone: string): string[] {
  return Object.entries(fields).flatMap(([header, source]) => {
    const columns = 'columns' in source ? source.columns : [];
    const reads = columns.some((ref) => refName(refOf(ref)) === refName(gone));
    return reads ? [`${kind} ${header}`] : [];
  });
}

/** True for a header of money that the ledger knows. */
export function isMoneyWord(header: string): boolean {
  if (besideRole(header) !== undefined) return true;
  return headerMeanings(header).some(({ kind, field }) => {
    const specs: Readonly<Record<string, ColumnSpec>> = readKinds[kind.name];
    const type = specs[field]?.type;
    return type === 'cents' || type === 'optionalCents';
  });
}
