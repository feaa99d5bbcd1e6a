/** Header row → the profile of its system, made into a mapping of the columns that are there. */
import { foldWord } from '../cellMarks';
import type { ColumnSpec } from '../columnSpec';
import { readKinds } from '../kinds';
import { besideRole } from './besideWords';
import { columnKey, headerNames } from './fingerprint';
import { mappingOf } from './mappingOfMatch';
import type { Sense } from './moneyBeside';
import type { Profile, ProfileView } from './profile';
import { profiles } from './profiles/all';
import {
  type FieldSource,
  type HeaderRef,
  type MappedView,
  refOf,
  refsOfView,
  type RowCondition,
  type TableMapping,
} from './tableMapping';

export interface ProfileMatch {
  readonly mapping: TableMapping;
  /** For each view of the mapping, what its amounts should be like. */
  readonly senses: readonly (Sense | undefined)[];
  /** Headers of money that the profile does not know, with their places. */
  readonly unknown: readonly { readonly header: string; readonly index: number }[];
}

/** The profile that reads most columns of those that fit a header row; none where one is ambiguous. */
export function matchProfile(cells: readonly unknown[], sheet: string): ProfileMatch | undefined {
  const columns = columnsOf(cells);
  const found = profiles
    .filter((profile) => fits(profile, columns, sheet))
    .flatMap((profile) => matchOf(profile, columns, cells) ?? []);
  const count = ({ mapping }: ProfileMatch): number => readHeaders(mapping).size;
  return found.sort((a, b) => count(b) - count(a))[0];
}

const words = new Set(
  profiles.flatMap(({ needs }) => needs.flatMap((need) => need.split('|').map(columnKey))),
);

/** True for a header by which a profile is told. */
export function isProfileWord(cell: unknown): boolean {
  return typeof cell === 'string' && words.has(columnKey(cell));
}

/** Headers by key; one that stands there twice is none that a profile can name. */
type Columns = ReadonlyMap<string, string>;

function columnsOf(cells: readonly unknown[]): Columns {
  const names = headerNames(cells);
  const twice = new Set(names.filter(({ nth }) => nth > 1).map(({ header }) => columnKey(header)));
  const single = names.filter(({ header }) => !twice.has(columnKey(header)));
  return new Map(single.map(({ header }) => [columnKey(header), header]));
}

/** The first of some headers with `|` between them that is there. */
function there(header: string, columns: Columns): string | undefined {
  const found = header.split('|').find((one) => columns.has(columnKey(one)));
  return found === undefined ? undefined : columns.get(columnKey(found));
}

function fits({ needs, lacks = [], sheets }: Profile, columns: Columns, sheet: string): boolean {
  const isNamed = sheets?.some((name) => foldWord(name) === foldWord(sheet)) ?? true;
  const hasAll = needs.every((need) => there(need, columns) !== undefined);
  return isNamed && hasAll && !lacks.some((one) => there(one, columns) !== undefined);
}

function matchOf(
  profile: Profile,
  columns: Columns,
  cells: readonly unknown[],
): ProfileMatch | undefined {
  const tried = profile.views.map((view) => ({ view: viewOf(view, columns), sense: view.sense }));
  const [first] = tried;
  if (first?.view === undefined) return undefined;
  const taken = tried.flatMap(({ view, sense }) => (view === undefined ? [] : [{ view, sense }]));
  const leftOut = (profile.leftOut ?? [])
    .map((rows) => rows.map((row) => conditionOf(row, columns)))
    .filter((rows) => !rows.includes('never'))
    .map((rows) => rows.filter((one) => typeof one !== 'string'));
  const views = taken.map(({ view }) => view);
  const all = mappingOf(cells, profile.name, views);
  const mapping = leftOut.length === 0 ? all : { ...all, leftOut };
  const known = new Set([...readHeaders(mapping), ...(profile.ignored ?? []).map(columnKey)]);
  const unknown = headerNames(cells).filter(
    ({ header }) => besideRole(header) !== undefined && !known.has(columnKey(header)),
  );
  return { mapping, senses: taken.map(({ sense }) => sense), unknown };
}

function readHeaders({ views }: TableMapping): Set<string> {
  return new Set(views.flatMap(refsOfView).map((ref) => columnKey(refOf(ref).header)));
}

/** The view by the columns that are there; undefined where it lacks a bold one or its money. */
function viewOf(
  { kind, rows = [], fields }: ProfileView,
  columns: Columns,
): MappedView | undefined {
  const conditions = rows.map((row) => conditionOf(row, columns));
  if (conditions.includes('never')) return undefined;
  const specs = Object.values<ColumnSpec>(readKinds[kind]);
  const sources = Object.entries(fields).flatMap(([header, source]): [string, FieldSource][] => {
    const choices: readonly FieldSource[] = Array.isArray(source) ? source : [source];
    const found = choices.map((one) => sourceOf(one, columns)).find((one) => one !== undefined);
    return found === undefined ? [] : [[header, found]];
  });
  const view = { kind, fields: Object.fromEntries(sources) };
  const lacks = specs.some(
    ({ header, bold, cellMayBeBlank }) =>
      bold === true && cellMayBeBlank !== true && !Object.hasOwn(view.fields, header),
  );
  if (lacks) return undefined;
  const kept = conditions.filter((one) => typeof one !== 'string');
  return kept.length === 0 ? view : { ...view, rows: kept };
}

function sourceOf(source: FieldSource, columns: Columns): FieldSource | undefined {
  if (!('columns' in source)) return source;
  const found = refsThere(source.columns, columns);
  return found.length === 0 ? undefined : { ...source, columns: found };
}

function refsThere(refs: readonly HeaderRef[], columns: Columns): string[] {
  return refs.flatMap((ref) => there(refOf(ref).header, columns) ?? []);
}

/** A condition on a column that is not there holds always, or never. */
function conditionOf(row: RowCondition, columns: Columns): RowCondition | 'always' | 'never' {
  if ('money' in row) {
    const money = refsThere(row.money, columns);
    return money.length === 0 ? 'never' : { money };
  }
  const ref = 'filled' in row ? row.filled : 'blank' in row ? row.blank : row.column;
  const [column] = refsThere([ref], columns);
  if (column === undefined) return 'blank' in row || 'isNot' in row ? 'always' : 'never';
  if ('filled' in row) return { filled: column };
  if ('blank' in row) return { blank: column };
  return { ...row, column };
}
