/** Counts the hidden rows of a range by halves: Excel says of a range whether all, none or some are hidden. */

interface Rows {
  readonly row: number;
  readonly rows: number;
}

export interface Hidden {
  readonly count: number;
  /** The first one, from 0. */
  readonly row: number;
  /** False where they lie so scattered that counting was given up. */
  readonly isAll: boolean;
}

/** Ranges that are asked about at once: a filter can hide every other row. */
const RANGES_MOST = 500;

/** The hidden rows of `rows`; undefined where none is hidden. */
export async function countHidden(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  rows: Rows,
): Promise<Hidden | undefined> {
  return countIn(context, worksheet, { ranges: [rows], count: 0, row: Infinity });
}

async function countIn(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  of: { readonly ranges: readonly Rows[]; readonly count: number; readonly row: number },
): Promise<Hidden | undefined> {
  const asked = of.ranges.map((rows) => {
    const range = worksheet.getRangeByIndexes(rows.row, 0, rows.rows, 1);
    range.load('rowHidden');
    return { rows, range };
  });
  await context.sync();
  let { count, row } = of;
  const mixed: Rows[] = [];
  for (const { rows, range } of asked) {
    const isHidden = range.rowHidden as boolean | null;
    if (isHidden === null) mixed.push(...halves(rows));
    if (isHidden !== true) continue;
    count += rows.rows;
    row = Math.min(row, rows.row);
  }
  const isAll = mixed.length === 0;
  if (!isAll && mixed.length <= RANGES_MOST) {
    return countIn(context, worksheet, { ranges: mixed, count, row });
  }
  return count === 0 && isAll ? undefined : { count, row: Math.min(row, ...firstOf(mixed)), isAll };
}

function firstOf(mixed: readonly Rows[]): number[] {
  return mixed.slice(0, 1).map(({ row }) => row);
}

function halves({ row, rows }: Rows): Rows[] {
  const upper = Math.ceil(rows / 2);
  return [
    { row, rows: upper },
    { row: row + upper, rows: rows - upper },
  ];
}
