/** The single items of production and income, in order of their day. */
import { dayOfMoment } from '../../core/day';
import type { CentsColumn } from '../../core/brand';
import type { Steps } from '../../core/steps';
import { groupInSteps } from '../../engine/groupRows';
import { type Measure, measures } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import { POSTINGS_A_STEP } from './selection';

/** One element for each item. */
export interface Items {
  readonly length: number;
  /** Its first posting: all of them have its row, day, provider and measure. */
  readonly posting: Int32Array;
  readonly cents: CentsColumn;
}

/** Postings of one row, day, provider and measure are one item: pieces of a payment on several lines. */
export function* itemsOf(
  postings: Postings,
  rows: Int32Array,
  of: ReadonlySet<Measure>,
): Steps<Items> {
  const isIn = measures.map((measure) => of.has(measure));
  const first = new Int32Array(rows.length);
  const cents = new Float64Array(rows.length);
  let length = 0;
  // Postings of a row stand together: an item of theirs is one since `ofRow`.
  let ofRow = 0;
  for (let place = 0; place < rows.length; place++) {
    if (place % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const posting = rows[place]!;
    if (isIn[postings.measure[posting]!] !== true) continue;
    if (ofRow < length && !isOfOneRow(postings, first[ofRow]!, posting)) ofRow = length;
    let item = ofRow;
    while (item < length && !isOneItem(postings, first[item]!, posting)) item++;
    if (item === length) first[length++] = posting;
    cents[item] = cents[item]! + postings.cents[posting]!;
  }
  return { length, posting: first.subarray(0, length), cents: cents.subarray(0, length) };
}

function isOfOneRow({ kind, row }: Postings, a: number, b: number): boolean {
  return row[a]! === row[b]! && kind[a]! === kind[b]!;
}

function isOneItem({ measure, provider, moment }: Postings, a: number, b: number): boolean {
  if (measure[a]! !== measure[b]! || provider[a]! !== provider[b]!) return false;
  return moment[a]! === moment[b]! || dayOfMoment(moment[a]!) === dayOfMoment(moment[b]!);
}

/** Places of the items by day, those of one day by `compare`. */
export function* itemsByDay(
  { length, posting }: Items,
  { moment }: Postings,
  compare: (a: number, b: number) => number,
): Steps<Int32Array> {
  const day = new Int32Array(length);
  let first = Infinity;
  let last = -Infinity;
  for (let item = 0; item < length; item++) {
    if (item % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    day[item] = dayOfMoment(moment[posting[item]!]!);
    if (day[item]! < first) first = day[item]!;
    if (day[item]! > last) last = day[item]!;
  }
  if (length === 0) return new Int32Array(0);
  for (let item = 0; item < length; item++) day[item] = day[item]! - first;
  yield;
  const { rows } = yield* groupInSteps(day, last - first + 1, compare);
  return rows;
}
