/** Sums by key and period, looked up instead of added up: what custom functions read. */
import { SECONDS_PER_DAY } from '../core/day';
import type { Period } from '../core/period';
import { type GroupedRows, groupRows } from './groupRows';

/** Cents of the rows of `key` whose moment lies in the period, both ends included. */
export type SumIndex = (key: number, period: Period) => number;

/** Rows in order of their moment, and what stands in them: shared by all indexes on them. */
export interface MomentRows {
  readonly order: Int32Array;
  readonly moment: Float64Array;
  readonly cents: Float64Array;
}

/** Orders rows once: by day, which is counting, and within a day by the second. */
export function momentRows(moment: Float64Array, cents: Float64Array): MomentRows {
  let first = Infinity;
  let last = -Infinity;
  for (const one of moment) {
    if (one < first) first = one;
    if (one > last) last = one;
  }
  const firstDay = Math.floor(first / SECONDS_PER_DAY);
  const day = new Int32Array(moment.length);
  for (let row = 0; row < day.length; row++) {
    day[row] = Math.floor(moment[row]! / SECONDS_PER_DAY) - firstDay;
  }
  const days = moment.length === 0 ? 0 : Math.floor(last / SECONDS_PER_DAY) - firstDay + 1;
  const { rows } = groupRows(day, days, (a, b) => moment[a]! - moment[b]!);
  return { order: rows, moment, cents };
}

/** Indexes rows once; a row of a negative key is in no sum. A look-up halves its way to the ends. */
export function sumIndex(keys: Int32Array, keyCount: number, of: MomentRows): SumIndex {
  const { starts, rows } = inOrder(keys, keyCount, of.order);
  const moments = new Float64Array(rows.length);
  // Cents up to each row, over all keys: whole numbers, so that a difference of two is exact.
  const upTo = new Float64Array(rows.length + 1);
  for (let place = 0; place < rows.length; place++) {
    moments[place] = of.moment[rows[place]!]!;
    upTo[place + 1] = upTo[place]! + of.cents[rows[place]!]!;
  }
  return (key, period) => {
    const range = { start: starts[key]!, end: starts[key + 1]! };
    const first = firstFrom(moments, range, period.from);
    const behind = firstFrom(moments, range, period.to + 1);
    return behind > first ? upTo[behind]! - upTo[first]! : 0;
  };
}

/** Rows grouped by key, each group in the order given: counting keeps it. */
function inOrder(keys: Int32Array, keyCount: number, order: Int32Array): GroupedRows {
  const ordered = order.map((row) => keys[row]!);
  const { starts, rows: places } = groupRows(ordered, keyCount);
  return { starts, rows: places.map((place) => order[place]!) };
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
