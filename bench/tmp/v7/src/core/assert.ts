/** What cannot be. A broken assertion is a bug in this program, never a fault in the user's data. */

/** Throws when `condition` is false; `what` says which law was broken. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Practice Ledger has a bug: ${what}`);
}

/** The element of `column` in `row`; throws outside the column. */
export function at<T>(column: ArrayLike<T>, row: number): T {
  const element = column[row];
  if (element === undefined) outside(row, column.length);
  return element;
}

export function floatAt(column: Float64Array, row: number): number {
  const element = column[row];
  if (element === undefined) outside(row, column.length);
  return element;
}

export function intAt(column: Int32Array, row: number): number {
  const element = column[row];
  if (element === undefined) outside(row, column.length);
  return element;
}

export function byteAt(column: Uint8Array, row: number): number {
  const element = column[row];
  if (element === undefined) outside(row, column.length);
  return element;
}

/** Apart from `at`, so that a loop pays for the sentence only where it is said. */
function outside(row: number, length: number): never {
  assert(false, `row ${row} lies outside a column of ${length} rows`);
}
