/** Sorts rows in pieces: a sort of all rows of a ledger at once would hold the pane up. */
import type { Steps } from './steps';

/** Rows that are sorted at once, and then merged with their neighbours. */
const RUN = 512;
/** Rows that are sorted or merged between two pauses: comparing ids takes longest. */
const ROWS_A_STEP = 4_096;

/** The rows in their order; equal ones keep theirs. The rows given are written over. */
export function* sortInSteps(
  rows: Int32Array,
  compare: (a: number, b: number) => number,
): Steps<Int32Array> {
  for (let start = 0; start < rows.length; start += RUN) {
    if (start % ROWS_A_STEP === 0 && start > 0) yield;
    rows.subarray(start, start + RUN).sort(compare);
  }
  let from = rows;
  let to: Int32Array = new Int32Array(rows.length > RUN ? rows.length : 0);
  for (let width = RUN; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      yield;
      const middle = Math.min(start + width, rows.length);
      const end = Math.min(start + 2 * width, rows.length);
      yield* merge({ from, to, start, middle, end }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two sorted runs of `from`, side by side, become one of `to`. */
function* merge(
  of: {
    readonly from: Int32Array;
    readonly to: Int32Array;
    readonly start: number;
    readonly middle: number;
    readonly end: number;
  },
  compare: (a: number, b: number) => number,
): Steps<void> {
  const { from, to, start, middle, end } = of;
  // Rows mostly come in their order: then there is nothing to compare.
  if (middle === end || compare(from[middle - 1]!, from[middle]!) <= 0) {
    to.set(from.subarray(start, end), start);
    return;
  }
  let left = start;
  let right = middle;
  for (let place = start; place < end; place++) {
    if ((place - start) % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const isLeft = left < middle && (right === end || compare(from[left]!, from[right]!) <= 0);
    to[place] = from[isLeft ? left++ : right++]!;
  }
}
