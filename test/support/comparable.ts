/** Results in a form that two implementations, or two runs of one, can be compared in. */
import type { OracleResult } from './oracle';

type Entries = [string, number][];

export interface Comparable {
  lines: Entries;
  tax: Entries;
  unallocated: Entries;
  practice: OracleResult['practice'];
  practiceTotal: OracleResult['practiceTotal'];
  tags: OracleResult['tags'];
  details: Record<string, unknown>[];
  gross: OracleResult['gross'];
}

/** What both sides give, or more: only these columns of Provider Details are compared. */
export type Comparison = Omit<OracleResult, 'details'> & {
  readonly details: readonly Readonly<Record<string, unknown>>[];
};

const detailColumns = [
  'Invoice Line Item Date / Time',
  'Provider',
  'Product ID',
  'Tax Exempt',
  'Invoice Number',
  'Total Tax Amount',
  'Total Discount Amount',
  'Eligible for Commissions',
  'Total Invoicing Collected',
];

/** Maps by key and shares to twelve decimals; a row of a sheet keeps its place. */
export function comparable(result: Comparison): Comparable {
  return {
    lines: entries(result.lines),
    tax: entries(result.tax),
    unallocated: entries(result.unallocated),
    practice: result.practice.map(({ provider, share, total, exempt, eligible }) => ({
      provider,
      share: share === null ? null : Number(share.toFixed(12)) + 0,
      total,
      exempt,
      eligible,
    })),
    practiceTotal: result.practiceTotal,
    tags: result.tags,
    details: result.details.map((row) =>
      Object.fromEntries(detailColumns.map((column) => [column, row[column]])),
    ),
    gross: result.gross,
  };
}

/** Entries by key; `isZeroKept` false leaves out what is 0.00. */
export function entries(cents: ReadonlyMap<string, number>, isZeroKept = true): Entries {
  return [...cents]
    .filter(([, amount]) => isZeroKept || amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What every key adds up to over several maps, 0.00 left out. */
export function added(maps: readonly ReadonlyMap<string, number>[]): Entries {
  const sums = new Map<string, number>();
  for (const map of maps) {
    for (const [key, cents] of map) sums.set(key, (sums.get(key) ?? 0) + cents);
  }
  return entries(sums, false);
}

/** Rows of a sheet by a key, so that sheets of several periods can be added up. */
export function byKey<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  cents: (row: Row) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + cents(row));
  return sums;
}

export function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
