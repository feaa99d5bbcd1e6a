/** Totals lines → which of them the rows confirm: a line is skipped only if it adds up (D1). */

/** The amounts of a table's rows in order, totals lines among them. */
export interface ControlAmounts {
  /** First row of the table and the row after its last. */
  readonly firstRow: number;
  readonly endRow: number;
  centsAt(row: number): number;
}

/** Rows whose sum a totals line states, both included. */
export interface ConfirmedTotal {
  readonly row: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * The totals lines that state the sum of the rows since the totals line above, of all rows above, of the
 * rows since an earlier totals line, as a location of several providers does, or of all rows of the table.
 * `totals` are their rows in order; lines without an amount are left out.
 */
export function confirmTotals(
  amounts: ControlAmounts,
  totals: readonly number[],
  hasAmount: (row: number) => boolean,
): ConfirmedTotal[] {
  const sums = runningSums(amounts, new Set(totals));
  const sumBefore = (row: number): number => sums[row - amounts.firstRow]!;
  const all = sumBefore(amounts.endRow);
  const { firstRow, endRow } = amounts;
  const confirmed: ConfirmedTotal[] = [];
  let since = firstRow;
  /** The row below each totals line by the sum above it; of lines with the same sum the last one. */
  const below = new Map<number, number>();
  for (const row of totals) {
    const stated = hasAmount(row) ? amounts.centsAt(row) : undefined;
    const above = sumBefore(row);
    const earlier = stated === undefined ? undefined : below.get(above - stated);
    if (row > since && stated === above - sumBefore(since)) {
      confirmed.push({ row, firstRow: since, lastRow: row - 1 });
    } else if (row > firstRow && stated === above) {
      confirmed.push({ row, firstRow, lastRow: row - 1 });
    } else if (earlier !== undefined && earlier < since) {
      confirmed.push({ row, firstRow: earlier, lastRow: row - 1 });
    } else if (stated === all) {
      confirmed.push({ row, firstRow, lastRow: endRow - 1 });
    }
    since = row + 1;
    below.set(above, since);
  }
  return confirmed;
}

/** For each row, the sum of the rows above it without the totals lines; one more for the end. */
function runningSums(amounts: ControlAmounts, totals: ReadonlySet<number>): Float64Array {
  const sums = new Float64Array(amounts.endRow - amounts.firstRow + 1);
  let sum = 0;
  for (let row = amounts.firstRow; row < amounts.endRow; row++) {
    if (!totals.has(row)) sum += amounts.centsAt(row);
    sums[row - amounts.firstRow + 1] = sum;
  }
  return sums;
}
