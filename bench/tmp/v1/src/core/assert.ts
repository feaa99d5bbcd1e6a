/** What cannot be. A broken assertion is a bug in this program, never a fault in the user's data. */

/** Throws when `condition` is false; `what` says which law was broken. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Practice Ledger has a bug: ${what}`);
}

/** The element of `column` in `row`; throws outside the column. */
export function at(column: Float64Array | Int32Array | Uint8Array, row: number): number {
  const element = column[row];
  if (element === undefined) outside(row, column.length);
  return element;
}

/** The item in `place` of a list. */
export function itemAt<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) outside(place, items.length);
  return item;
}

/** Apart from `at`, so that a loop pays for the sentence only where it is said. */
function outside(row: number, length: number): never {
  assert(false, `row ${row} lies outside a column of ${length} rows`);
}
