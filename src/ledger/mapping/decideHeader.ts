/** Header row → tables: by a mapping that was kept, by a profile of its system, else by its words. */
import type { ColumnSpec } from '../columnSpec';
import { readKinds } from '../kinds';
import { moneyNotRead } from '../moneyNotRead';
import type { Problem } from '../problem';
import {
  type HeaderMatch,
  type HeaderTwice,
  recogniseHeader,
  type NearMiss,
  type Recognition,
  type Rival,
} from '../recognise';
import { cellAddress, type SourceField } from '../tables';
import { driftProblems, type KeptMappings, likeProblem } from './keptMappings';
import { columnKey, headerNames, refName } from './fingerprint';
import { mappingOf } from './mappingOfMatch';
import { matchProfile, type ProfileMatch } from './matchProfile';
import {
  type BesideColumn,
  moneyBeside,
  type MoneyBeside,
  type Sense,
  voidColumn,
} from './moneyBeside';
import { type ResolvedView, resolveMapping } from './resolveMapping';
import { type MappedView, refOf, refsOfMapping, type TableMapping } from './tableMapping';

/** Where a header row stands on the sheet; row and column from 0. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a header row was taken for, and why. */
export interface Decision {
  /** Empty where the rows below it are not read. The first one leads. */
  readonly tables: readonly ResolvedView[];
  readonly by: 'kept' | 'profile' | 'headers' | 'nothing';
  /** The mapping that was applied, or that lacks columns. */
  readonly mapping: TableMapping | undefined;
  readonly problems: readonly Problem[];
  /** The kind that its words nearly are. */
  readonly near: NearMiss | undefined;
  /** The row itself by what its headers say, as a view that can be corrected and kept. */
  readonly view?: MappedView;
  /** Money in columns beside the row, which is read once all tables of the workbook are known. */
  readonly beside?: MoneyBeside;
}

const nothing: Decision = {
  tables: [],
  by: 'nothing',
  mapping: undefined,
  problems: [],
  near: undefined,
};

/** Decides in this order: what the user kept, what a profile knows, what the headers say. */
export function decideHeader(
  cells: readonly unknown[],
  place: RowPlace,
  kept: KeptMappings,
): Decision {
  const exact = kept.exact(cells);
  if (exact !== undefined) return mapped(exact, 'kept', { cells, place });
  const near = kept.near(cells);
  if (near !== undefined && !isOtherTable(near, cells)) {
    const doubled = doubledProblems(near, cells, place);
    const drift = driftProblems(near, cells, place);
    const problems = [
      ...drift.filter(({ severity }) => severity === 'stopped' || doubled.length === 0),
      ...doubled,
    ];
    const isGone = problems.some(({ severity }) => severity === 'stopped');
    if (isGone) return { ...nothing, mapping: near, problems };
    return { ...mapped(near, 'kept', { cells, place }), problems };
  }
  const profile = matchProfile(cells, place.sheet);
  if (profile !== undefined) return byProfile(profile, cells, place);
  const decided = recognised(recogniseHeader(cells), cells, place);
  const like = isNothing(decided) ? kept.like(cells) : undefined;
  return like === undefined
    ? decided
    : { ...nothing, mapping: like, problems: [likeProblem(like, cells, place)] };
}

function isNothing({ tables, near }: Decision): boolean {
  return tables.length === 0 && near === undefined;
}

/** A second column with a header that the mapping reads: which one is meant cannot be known (E4). */
function doubledProblems(
  mapping: TableMapping,
  cells: readonly unknown[],
  place: RowPlace,
): Problem[] {
  const before = new Set(headerNames(mapping.headers).map(({ name }) => name));
  const read = new Set(refsOfMapping(mapping).map((ref) => columnKey(refOf(ref).header)));
  const names = headerNames(cells);
  const added = names.filter(({ name, nth }) => nth > 1 && !before.has(name));
  const keys = new Set(added.map(({ header }) => columnKey(header)));
  return [...keys]
    .filter((key) => read.has(key))
    .map((key) => {
      const same = names.filter(({ header }) => columnKey(header) === key);
      const header = same[0]?.header ?? '';
      return twiceProblem({ header, indexes: same.map(({ index }) => index) }, place);
    });
}

/**
 * Tables of one system have headers in common. A row with every bold column of a kind that is not mapped is
 * a table of its own, if one of them is new: `Claim Number` and `Amount` alone make no other kind of a list.
 */
function isOtherTable({ views, headers }: TableMapping, cells: readonly unknown[]): boolean {
  const { found } = recogniseHeader(cells);
  if (found === undefined || views.some(({ kind }) => kind === found.kind)) return false;
  const known = new Set(headerNames(headers).map(({ name }) => name));
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[found.kind];
  return [...found.fields].some(
    ([field, { header }]) => specs[field]?.bold === true && !known.has(columnKey(header)),
  );
}

/** Money that a profile finds beside a charge waits like any other until the tables are known. */
function byProfile(
  { mapping, senses, unknown }: ProfileMatch,
  cells: readonly unknown[],
  place: RowPlace,
): Decision {
  const [main, ...others] = mapping.views;
  const kind = main?.kind ?? '';
  const problems = unknown.map(({ header, index }) =>
    notReadProblem({ header, index, doubt: '' }, { kind, place }),
  );
  const columns = others.flatMap((view, at) => besideOf(view, senses[at + 1], cells) ?? []);
  const isWide = main?.kind === 'Charges' && main.rows === undefined && columns.length > 0;
  if (main === undefined || !isWide) {
    return { ...mapped(mapping, 'profile', { cells, place }), problems };
  }
  const alone = { ...mapping, views: [main] };
  const decided = mapped(alone, 'profile', { cells, place });
  return { ...decided, mapping, problems, beside: { main, columns } };
}

/** A view of money beside a row as a column of it. */
function besideOf(
  view: MappedView,
  sense: Sense | undefined,
  cells: readonly unknown[],
): BesideColumn | undefined {
  const money = view.rows?.flatMap((row) => ('money' in row ? row.money : []))[0];
  const found = headerNames(cells).find(
    ({ name }) => money !== undefined && name === refName(money),
  );
  if (found === undefined) return undefined;
  const { header, index } = found;
  const payer = view.fields['Payer'];
  const isInsurance = payer !== undefined && 'constant' in payer && payer.constant === 'Insurance';
  const role = isInsurance ? 'insurance payment' : 'payment';
  return { header, index, role, sense: sense ?? 'said', views: [view], doubt: '' };
}

function mapped(
  mapping: TableMapping,
  by: 'kept' | 'profile',
  { cells, place }: { readonly cells: readonly unknown[]; readonly place: RowPlace },
): Decision {
  const tables = resolveMapping(mapping, cells, place);
  return { tables, by, mapping, problems: [], near: undefined };
}

function recognised(
  { found, nearest, rival }: Recognition,
  cells: readonly unknown[],
  place: RowPlace,
): Decision {
  if (found === undefined) return { ...nothing, near: nearest };
  const beside = moneyBeside(cells, found);
  const sure = beside.columns.filter(({ doubt }) => doubt === '');
  const unsure = beside.columns.filter(({ doubt }) => doubt !== '');
  const told = new Set(beside.columns.map(({ header }) => header));
  const problems = [
    ...found.twice.map((twice) => twiceProblem(twice, place)),
    ...(rival === undefined ? [] : [rivalProblem(found, rival, place)]),
    ...unsure.map(({ header, index, doubt }) =>
      notReadProblem({ header, index, doubt }, { kind: found.kind, place }),
    ),
    ...moneyNotRead(found, cells)
      .filter(({ header }) => !told.has(header.trim()))
      .map((one) => notReadProblem({ ...one, doubt: '' }, { kind: found.kind, place })),
  ];
  const decided: Decision = {
    ...rowOf(beside.main, { cells, found, place }),
    by: 'headers',
    mapping: undefined,
    problems,
    near: undefined,
  };
  return sure.length === 0 ? decided : { ...decided, beside: { ...beside, columns: sure } };
}

/** The table of the row itself. A charge in a column Voided is voided where no Status says what it is. */
function rowOf(
  main: MappedView,
  of: {
    readonly cells: readonly unknown[];
    readonly found: HeaderMatch;
    readonly place: RowPlace;
  },
): { tables: ResolvedView[]; view: MappedView } {
  const { cells, found, place } = of;
  const voided = found.kind === 'Charges' ? voidColumn({ cells, main }) : undefined;
  if (voided !== undefined && !found.fields.has('status')) {
    const fields = { ...main.fields, Status: { columns: [voided], filled: 'Voided' } };
    const view = { ...main, fields };
    return { tables: resolveMapping(mappingOf(cells, '', [view]), cells, place), view };
  }
  const fields = new Map<string, SourceField>();
  for (const [field, { header, index, reversed }] of found.fields) {
    fields.set(field, { header, sheetColumn: place.column + index, reversed });
  }
  return { tables: [{ kind: found.kind, fields }], view: main };
}

function twiceProblem(
  { header, indexes }: Pick<HeaderTwice, 'header' | 'indexes'>,
  place: RowPlace,
): Problem {
  const cells = indexes.map((index) => cellAddress(place.column + index, place.row + 1));
  return {
    code: 'HEADER_TWICE',
    severity: 'stopped',
    sheet: place.sheet,
    cell: cells[0] ?? '',
    column: header,
    found: `the header '${header}' in ${cells.join(' and ')}`,
    done: 'nothing was computed, because it cannot be known which column is meant',
    fix: 'rename the column that is not meant, or say under How tables are read which one is',
    count: 1,
  };
}

/** Two lists without a blank column between: each reads the other's columns as its own. */
function rivalProblem(found: HeaderMatch, { kind, amounts }: Rival, place: RowPlace): Problem {
  const header = found.fields.get('amount')?.header ?? '';
  const told = twiceProblem({ header, indexes: amounts }, place);
  const cells = amounts.map((index) => cellAddress(place.column + index, place.row + 1));
  return {
    ...told,
    found: `all columns of ${found.kind} and of ${kind} in one row, with amounts in ${cells.join(' and ')}`,
    fix: 'leave a blank column between two lists, or say under How tables are read what the rows are',
  };
}

/** Money beside a row that is not read: never left out in silence. */
export function notReadProblem(
  column: { readonly header: string; readonly index: number; readonly doubt: string },
  of: { readonly kind: string; readonly place: RowPlace },
): Problem {
  const { header, index, doubt } = column;
  const { kind, place } = of;
  return {
    code: 'MONEY_NOT_READ',
    severity: 'warned',
    sheet: place.sheet,
    cell: cellAddress(place.column + index, place.row + 1),
    column: header,
    found: `a column '${header.trim()}' beside ${kind}${doubt === '' ? '' : `: ${doubt}`}`,
    done: 'its amounts were not read, so they are in no figure',
    fix: 'say under How tables are read what they are, or put each on a row of its own in Payments',
    count: 1,
  };
}
