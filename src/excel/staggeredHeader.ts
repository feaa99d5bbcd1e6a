/** Finds the table that begins below another one and further left or right, over its border. */
import { isBlank } from '../ledger/cellMarks';
import { decideHeader } from '../ledger/mapping/decideHeader';
import { blankRuns, isHeaderWord, segments } from './headerLine';
import type { Reading, SheetToRead } from './reading';
import { type Rectangle, readBlock } from './readRows';

/** Cells of one look. */
const LOOK_CELLS = 200_000;

/**
 * The first row (0-based) of an area below a header row whose cells are a header too and stand on both
 * sides of the columns of the first one; the end of the area where there is none. `line` is the header
 * row from the first column of the area on.
 */
export async function staggeredHeader(
  reading: Reading,
  sheet: SheetToRead,
  of: {
    readonly area: Rectangle;
    readonly line: readonly unknown[];
    readonly isMasked: (row: number, column: number) => boolean;
  },
): Promise<number> {
  const { area, line } = of;
  const end = area.row + area.rows;
  // What the header row leaves free.
  const free = blankRuns(line, area.columns).map(({ first, count }) => {
    return { ...area, column: area.column + first, columns: count };
  });
  if (free.length === 0) return end;
  const step = Math.max(Math.floor(LOOK_CELLS / area.columns), 100);
  for (let row = area.row; row < end; row += step) {
    reading.watch('read');
    const rows = Math.min(step, end - row);
    const runs = free.map((run) => ({ ...run, row, rows }));
    const blocks = await readBlock(reading.context, sheet.worksheet, runs);
    for (let r = 0; r < rows; r++) {
      const isTold = blocks.some((block) =>
        block[r]?.some((cell) => !isBlank(cell) && isHeaderWord(reading, cell)),
      );
      if (isTold && (await isStaggered(reading, sheet, { ...of, row: row + r }))) return row + r;
    }
  }
  return end;
}

async function isStaggered(
  reading: Reading,
  sheet: SheetToRead,
  of: {
    readonly area: Rectangle;
    readonly line: readonly unknown[];
    readonly row: number;
    readonly isMasked: (row: number, column: number) => boolean;
  },
): Promise<boolean> {
  const { area, line, row } = of;
  const whole = { ...area, row, rows: 1 };
  const [[raw = []] = []] = await readBlock(reading.context, sheet.worksheet, [whole]);
  const cells = raw.map((cell, place) => (of.isMasked(row, area.column + place) ? '' : cell));
  return segments(cells).some(({ first, cells: segment }) => {
    const under = segment.map((_, place) => !isBlank(line[first + place]));
    if (!under.includes(true) || !under.includes(false)) return false;
    const place = { sheet: sheet.name, row, column: area.column + first };
    return decideHeader(segment, place, reading.kept).tables.length > 0;
  });
}
