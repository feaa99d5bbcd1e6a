/** Digests of ledger rows: whether a row is still what it was, without keeping what it says. */
import { NO_MOMENT } from '../../core/brand';
import { type TextColumn, textAt } from '../../core/column';
import { byCodeUnit } from '../../core/order';
import { sha256 } from '../../core/sha256';
import type { Steps } from '../../core/steps';
import type { ColumnSpec } from '../../ledger/columnSpec';
import { readKinds } from '../../ledger/kinds';
import type { Ledger } from '../../ledger/ledger';
import { type SourceKind, sourceKinds } from './baseLines';

/** What never moves money: a corrected name is no change of a row. */
const wordsOnly: ReadonlySet<string> = new Set([
  'description',
  'patientName',
  'clientLastName',
  'clientFirstName',
]);

/** Hexadecimal digits of a digest: eight bytes. */
const DIGITS = 16;

export interface RowDigests {
  /** Rows of a table with an id; splits of one payment have one id. */
  rows(kind: SourceKind, id: string): readonly number[];
  /** Digest of all rows with an id; empty where there is none. */
  of(kind: SourceKind, id: string): string;
}

/** The id by which a row is known again. */
export function rowId(ledger: Ledger, kind: SourceKind, row: number): string {
  return textAt(idsOf(ledger, kind), row);
}

function idsOf(ledger: Ledger, kind: SourceKind): TextColumn {
  const { tables, invoices } = ledger;
  // Invoices that only charges name have a row as well.
  return kind === 'Invoices' ? invoices.number : tables[kind].id;
}

/** Finds rows by their ids and digests them when asked. */
export function* rowDigests(ledger: Ledger): Steps<RowDigests> {
  const byKind = new Map<SourceKind, Map<string, number[]>>();
  for (const kind of sourceKinds) {
    const ids = idsOf(ledger, kind);
    const rows = new Map<string, number[]>();
    for (let row = 0; row < ids.codes.length; row++) {
      if (row % 20_000 === 19_999) yield;
      const id = textAt(ids, row);
      const known = rows.get(id);
      if (known === undefined) rows.set(id, [row]);
      else known.push(row);
    }
    byKind.set(kind, rows);
    yield;
  }
  const { salt } = ledger.closes;
  const readers = new Map(sourceKinds.map((kind) => [kind, rowReader(ledger, kind)]));
  const made = new Map<string, string>();
  const rowsOf = (kind: SourceKind, id: string): readonly number[] =>
    byKind.get(kind)?.get(id) ?? [];
  return {
    rows: rowsOf,
    of(kind, id) {
      const key = `${kind} ${id}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const texts = rowsOf(kind, id).map((row) => readers.get(kind)?.(row) ?? '');
      // In whatever order the splits stand.
      const all = JSON.stringify([salt, kind, ...texts.sort()]);
      const digest = texts.length === 0 ? '' : sha256(all).slice(0, DIGITS);
      made.set(key, digest);
      return digest;
    },
  };
}

type ColumnReader = (row: number) => string | number;

/** A row as text: every filled column that can move money, under its field, in a fixed order. */
function rowReader(ledger: Ledger, kind: SourceKind): (row: number) => string {
  const table = kind === 'Invoices' ? ledger.invoices : ledger.tables[kind];
  const columns = Object.entries<ColumnSpec>(readKinds[kind])
    .filter(([field]) => !wordsOnly.has(field))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([field, { type }]) => {
      const column = Reflect.get(table, field) as unknown;
      return [field, columnReader(column, type === 'moment')] as const;
    });
  return (row) =>
    JSON.stringify(
      columns.flatMap(([field, read]) => {
        const value = read(row);
        return value === '' ? [] : [[field, value]];
      }),
    );
}

/** A column as its cells were understood: a blank cell and a column that is not there read alike. */
function columnReader(column: unknown, isMoment: boolean): ColumnReader {
  if (column instanceof Float64Array || column instanceof Uint8Array) {
    return (row) => (isMoment && column[row] === NO_MOMENT ? '' : column[row]!);
  }
  const parts = column as Partial<TextColumn> & {
    readonly given?: Uint8Array;
    readonly cents?: Float64Array;
    readonly parts?: Float64Array;
  };
  const { given } = parts;
  if (given !== undefined) {
    const values = parts.cents ?? parts.parts ?? new Float64Array(0);
    return (row) => (given[row] === 1 ? values[row]! : '');
  }
  const { codes, texts } = parts;
  if (codes === undefined || texts === undefined) return () => '';
  return (row) => textAt({ codes, texts }, row);
}

/** Digest of the plans: what stands in the cells of their rows, wherever these stand. */
export function plansDigest({ plans, providers }: Ledger): string {
  const rows = plans.rules.map((rule) => ({
    ...rule,
    row: 0,
    sheetRow: 0,
    provider: providers.names[rule.provider] ?? '*',
    creditTo: rule.creditTo === undefined ? '' : providers.names[rule.creditTo],
  }));
  const texts = rows.map((rule) => JSON.stringify(rule)).sort();
  return sha256(JSON.stringify(texts)).slice(0, DIGITS);
}
