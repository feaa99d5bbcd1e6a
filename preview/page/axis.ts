/** The rows of a sheet from top to bottom, or its columns from left to right, in pixels. Hidden ones take no part. */

/** What an axis is made from. */
export interface AxisSource {
  /** How many lines are shown at most, hidden ones among them. */
  readonly count: number;
  /** How many of them stay in view. */
  readonly frozen: number;
  readonly hidden: ReadonlySet<number>;
  /** Pixels of a line that is not hidden. */
  readonly size: (line: number) => number;
}

/** One direction of a sheet. A line is a row or a column by its number; a place counts only those that scroll. */
export class Axis {
  /** Lines that stay in view. */
  readonly frozen: readonly number[];
  readonly frozenSize: number;
  /** How many lines scroll. */
  readonly places: number;
  /** The scrolling lines where some are hidden; without hidden ones they are simply counted on. */
  private readonly lines: Uint32Array | undefined;

  constructor(private readonly source: AxisSource) {
    const { count, frozen, hidden } = source;
    this.frozen = upTo(Math.min(frozen, count)).filter((line) => !hidden.has(line));
    this.frozenSize = this.frozen.reduce((sum, line) => sum + this.size(line), 0);
    const scrolling = Math.max(0, count - frozen);
    this.lines =
      hidden.size === 0
        ? undefined
        : Uint32Array.from(
            upTo(scrolling)
              .map((place) => place + frozen)
              .filter((line) => !hidden.has(line)),
          );
    this.places = this.lines?.length ?? scrolling;
  }

  size(line: number): number {
    return this.source.hidden.has(line) ? 0 : this.source.size(line);
  }

  /** The line at a place among the scrolling ones. */
  lineAt(place: number): number {
    return this.lines === undefined ? place + this.source.frozen : (this.lines[place] ?? 0);
  }

  /** The place of a line that scrolls, or of the next one that shows; -1 for a line that stays in view. */
  placeOf(line: number): number {
    if (line < this.source.frozen) return -1;
    if (this.lines === undefined) return line - this.source.frozen;
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isHidden(line: number): boolean {
    return this.source.hidden.has(line);
  }

  get count(): number {
    return this.source.count;
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
