/** What a row of cells has of a header: known words, and cells that stand together. */
import { isBlank } from '../ledger/cellMarks';
import { isProfileWord } from '../ledger/mapping/matchProfile';
import { headerMeanings } from '../ledger/recognise';
import type { Reading } from './reading';

export function isHeaderWord({ kept }: Reading, cell: unknown): boolean {
  return headerMeanings(cell).length > 0 || kept.isWord(cell) || isProfileWord(cell);
}

/** Filled cells beside each other; `first` is the place of the first one in the row. */
export interface Segment {
  readonly first: number;
  readonly cells: readonly unknown[];
}

export function segments(line: readonly unknown[]): Segment[] {
  const found: { first: number; cells: unknown[] }[] = [];
  for (const [column, cell] of line.entries()) {
    if (isBlank(cell)) continue;
    const last = found[found.length - 1];
    if (last !== undefined && last.first + last.cells.length === column) last.cells.push(cell);
    else found.push({ first: column, cells: [cell] });
  }
  return found;
}

/** Places of a row that stand beside each other. */
export interface Run {
  readonly first: number;
  readonly count: number;
}

/** Blank places beside each other among the first `width` of a row. */
export function blankRuns(line: readonly unknown[], width: number): Run[] {
  const runs: { first: number; count: number }[] = [];
  for (let place = 0; place < width; place++) {
    if (!isBlank(line[place])) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.first + last.count === place) last.count += 1;
    else runs.push({ first: place, count: 1 });
  }
  return runs;
}

/** A header row without what stands apart in it and is no header: the banner of a table beside it. */
export function withoutBanners(reading: Reading, line: readonly unknown[]): unknown[] {
  const kept = [...line];
  for (const { first, cells } of segments(line)) {
    if (!cells.some((cell) => isHeaderWord(reading, cell))) {
      kept.fill('', first, first + cells.length);
    }
  }
  return kept;
}
