/** Sums by key and period, looked up instead of added up: what custom functions read. */
import type { Period } from '../core/period';
import { groupRows } from './groupRows';

/** Cents of the rows of `key` whose moment lies in the period, both ends included. */
export type SumIndex = (key: number, period: Period) => number;

/** Indexes rows once; a row of a negative key is in no sum. A look-up halves its way to the ends. */
export function sumIndex(
  keys: Int32Array,
  keyCount: number,
  of: { readonly moment: Float64Array; readonly cents: Float64Array },
): SumIndex {
  const { moment, cents } = of;
  const { starts, rows } = groupRows(keys, keyCount, (a, b) => moment[a]! - moment[b]!);
  const moments = new Float64Array(rows.length);
  // Cents up to each row, over all keys: whole numbers, so that a difference of two is exact.
  const upTo = new Float64Array(rows.length + 1);
  for (let place = 0; place < rows.length; place++) {
    moments[place] = moment[rows[place]!]!;
    upTo[place + 1] = upTo[place]! + cents[rows[place]!]!;
  }
  return (key, period) => {
    const range = { start: starts[key]!, end: starts[key + 1]! };
    const first = firstFrom(moments, range, period.from);
    const behind = firstFrom(moments, range, period.to + 1);
    return behind > first ? upTo[behind]! - upTo[first]! : 0;
  };
}

/** The first place in the range whose moment is `from` or later. */
function firstFrom(
  moments: Float64Array,
  range: { readonly start: number; readonly end: number },
  from: number,
): number {
  let low = range.start;
  let high = range.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
