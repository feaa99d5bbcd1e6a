/** Rows of a table grouped by the row they refer to, each group in an order of its own. */
import { sortInSteps } from '../core/sortInSteps';
import type { Steps } from '../core/steps';

/** Group g holds `rows[starts[g]] … rows[starts[g + 1] - 1]`. */
export interface GroupedRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Groups of this size and smaller are sorted by insertion: they are nearly all there are. */
const SMALL_GROUP = 24;

/**
 * Counting sort by group, then each group by `compare`; without it rows keep their order. A row of a
 * negative group is left out.
 */
export function groupRows(
  groupOf: Int32Array,
  groups: number,
  compare?: (a: number, b: number) => number,
): GroupedRows {
  const starts = countStarts(groupOf, groups);
  const rows = scatterRows(groupOf, starts);
  if (compare === undefined) return { starts, rows };
  for (let group = 0; group < groups; group++) {
    sortGroup(rows, starts[group]!, starts[group + 1]!, compare);
  }
  return { starts, rows };
}

/** Rows that are sorted between two pauses. */
const ROWS_A_STEP = 4_096;

/** `groupRows` in pieces, for a whole table. */
export function* groupInSteps(
  groupOf: Int32Array,
  groups: number,
  compare: (a: number, b: number) => number,
): Steps<GroupedRows> {
  const starts = countStarts(groupOf, groups);
  const rows = scatterRows(groupOf, starts);
  yield;
  let passed = 0;
  for (let group = 0; group < groups; group++) {
    const start = starts[group]!;
    const end = starts[group + 1]!;
    if (end - start > ROWS_A_STEP) {
      rows.set(yield* sortInSteps(rows.slice(start, end), compare), start);
    } else sortGroup(rows, start, end, compare);
    passed += 1 + end - start;
    if (passed < ROWS_A_STEP) continue;
    passed = 0;
    yield;
  }
  return { starts, rows };
}

function countStarts(groupOf: Int32Array, groups: number): Int32Array {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) {
    if (group >= 0) starts[group + 1] = starts[group + 1]! + 1;
  }
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = starts[group + 1]! + starts[group]!;
  }
  return starts;
}

function scatterRows(groupOf: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const rows = new Int32Array(starts[starts.length - 1]!);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row]!;
    if (group < 0) continue;
    const place = next[group]!;
    rows[place] = row;
    next[group] = place + 1;
  }
  return rows;
}

function sortGroup(
  rows: Int32Array,
  start: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  if (end - start > SMALL_GROUP) {
    rows.subarray(start, end).sort(compare);
    return;
  }
  for (let place = start + 1; place < end; place++) {
    const row = rows[place]!;
    let free = place;
    while (free > start && compare(rows[free - 1]!, row) > 0) {
      rows[free] = rows[free - 1]!;
      free--;
    }
    rows[free] = row;
  }
}
