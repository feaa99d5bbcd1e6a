/** Blocks of rows that repeat others row by row: an export that was pasted twice stops the run (D3, D5). */
import { centsText } from '../core/cents';
import type { Steps } from '../core/steps';
import type { TextColumn } from '../core/column';
import { controlColumn, type ReadKind, readKinds } from './kinds';
import type { Problem } from './problem';
import { type OptionalCents, type OptionalRates, rowPlace, type Tables } from './tables';

/** Different rows in turn that cannot be chance: where rows have ids, and where they have none. */
const LEAST_WITH_IDS = 3;
const LEAST_WITHOUT = 10;
/** Rows between two pauses. */
const ROWS_A_STEP = 5_000;

const kinds = [
  'Charges',
  'Payments',
  'Adjustments',
  'Claim Adjustments',
  'Claim Lines',
  'Audit Trail',
] as const satisfies readonly ReadKind[];

/** Rows from `row` on that are the same as those from `first` on. */
interface Repeat {
  row: number;
  first: number;
  rows: number;
  /** How often a row differs from the one before it. */
  changes: number;
}

export function* tellRowsPastedTwice(tables: Tables, problems: Problem[]): Steps<undefined> {
  for (const kind of kinds) {
    for (const repeat of yield* repeats(tables, kind)) {
      problems.push(pastedTwice(tables, kind, repeat));
    }
  }
  return undefined;
}

function* repeats(tables: Tables, kind: (typeof kinds)[number]): Steps<Repeat[]> {
  const { length, source } = tables[kind];
  const hasIds = tables.sources.map(({ fields }) => {
    const id = fields.get('id');
    return id !== undefined && !(id.how?.made !== undefined && 'address' in id.how.made);
  });
  const columns = columnsOf(tables, kind, (row) => hasIds[source[row]!] === true);
  const hashes = new Int32Array(length);
  const firstOf = new Map<number, number>();
  const same = (a: number, b: number): boolean =>
    hashes[a] === hashes[b] && columns.every((column) => column[a] === column[b]);
  const found: Repeat[] = [];
  let open: Repeat | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const least = hasIds[source[open.row]!] === true ? LEAST_WITH_IDS : LEAST_WITHOUT;
    if (open.changes + 1 >= least && open.first + open.rows <= open.row) found.push(open);
    open = undefined;
  };
  for (let row = 0; row < length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const hash = columns.reduce((sum, column) => Math.imul(sum ^ (column[row]! | 0), 16777619), 0);
    hashes[row] = hash;
    if (open !== undefined && same(open.first + open.rows, row)) {
      open.rows += 1;
      if (hashes[row] !== hashes[row - 1]) open.changes += 1;
      continue;
    }
    close();
    const first = firstOf.get(hash);
    if (first === undefined) firstOf.set(hash, row);
    else if (same(first, row)) open = { row, first, rows: 1, changes: 0 };
  }
  close();
  return found;
}

/** Every column of a kind as numbers; in tables without ids the place of a row stands for no id. */
export function columnsOf(
  tables: Tables,
  kind: ReadKind,
  hasId?: (row: number) => boolean,
): ArrayLike<number>[] {
  const columns: Readonly<Record<string, unknown>> = { ...tables[kind] };
  return Object.keys(readKinds[kind]).flatMap((field): ArrayLike<number>[] => {
    const column = columns[field] as TextColumn | OptionalCents | OptionalRates | Float64Array;
    if ('codes' in column) {
      if (field !== 'id' || hasId === undefined) return [column.codes];
      return [column.codes.map((code, row) => (hasId(row) ? code : 0))];
    }
    if ('given' in column) {
      return ['cents' in column ? column.cents : column.parts, column.given];
    }
    return [column];
  });
}

function pastedTwice(tables: Tables, kind: ReadKind, { row, first, rows }: Repeat): Problem {
  const { sheetRow, source } = tables[kind];
  const span = (from: number): string => {
    const sheet = tables.sources[source[from]!]?.sheet ?? '';
    return `'${sheet}' ${sheetRow[from]!} to ${sheetRow[from + rows - 1]!}`;
  };
  const amounts = controlCents(tables, kind);
  let cents = 0;
  for (let each = row; each < row + rows; each++) cents += amounts?.[each] ?? 0;
  return {
    code: 'ROWS_PASTED_TWICE',
    severity: 'stopped',
    ...rowPlace(tables, kind, { row, field: 'id' }),
    found: `rows ${span(row)} repeat rows ${span(first)}`,
    done: `nothing was computed: counted twice they would add ${centsText(cents)}`,
    fix: 'delete one of the two blocks',
    count: rows,
    cents,
  };
}

function controlCents(tables: Tables, kind: ReadKind): Float64Array | undefined {
  const field = controlColumn[kind];
  const columns: Readonly<Record<string, unknown>> = { ...tables[kind] };
  const column = field === undefined ? undefined : columns[field];
  return column instanceof Float64Array ? column : undefined;
}
