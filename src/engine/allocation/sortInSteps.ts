/** Sorts rows in pieces: a ledger that is one family has them all in one list. */
import type { Steps } from '../../core/steps';

/** Rows sorted at once; longer lists are sorted in parts and merged. */
const A_STEP = 4_000;

export function* sortInSteps(
  rows: Int32Array,
  compare: (a: number, b: number) => number,
): Steps<Int32Array> {
  for (let start = 0; start < rows.length; start += A_STEP) {
    if (start > 0) yield;
    rows.subarray(start, start + A_STEP).sort(compare);
  }
  let from: Int32Array = rows;
  let to: Int32Array = new Int32Array(rows.length);
  for (let width = A_STEP; width < rows.length; width *= 2) {
    let merged = 0;
    for (let start = 0; start < rows.length; start += 2 * width) {
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place++) {
        const takesLeft =
          left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
        to[place] = from[takesLeft ? left++ : right++]!;
        if (++merged % A_STEP === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
