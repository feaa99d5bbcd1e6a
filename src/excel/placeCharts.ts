/** Where the charts of a sheet stand: in rows kept free above its tables, so that nothing moves them. */
import { at } from '../core/assert';
import type { SheetChart } from '../reports/sheet';

/** Cells of a sheet, 0-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A chart with its cells: those that it covers when it is new, and those that it draws. */
export interface PlacedChart extends SheetChart {
  readonly covers: Block;
  /** Heads and figures, without the first column of the table. */
  readonly draws: Block;
  /** What the figures are of: the first column of the table. */
  readonly labels: Block;
}

/** A sheet of charts has at least so many columns of this width, whatever its tables have. */
export const CHART_COLUMNS = 10;
export const CHART_COLUMN_WIDTH = 13;

/** Behind title and stamp. */
const FIRST_ROW = 2;
const ROWS = 20;
/** With the free row below. */
const BAND_ROWS = ROWS + 1;
const HALF = CHART_COLUMNS / 2;

/** Rows that the charts take, with a free one below each. */
export function rowsOfCharts(charts: readonly SheetChart[]): number {
  const bands = charts.map(({ place }) => bandOf(place) + 1);
  return Math.max(0, ...bands) * BAND_ROWS;
}

/** The wide one on top, the others below it in pairs. */
function bandOf(place: number): number {
  return Math.ceil(place / 2);
}

export function placeCharts(
  charts: readonly SheetChart[],
  areas: readonly { readonly firstRow: number; readonly endRow: number }[],
): PlacedChart[] {
  return charts.map((chart) => {
    const { firstRow, endRow } = at(areas, chart.table);
    const rows = endRow - firstRow;
    const isRight = chart.place > 0 && chart.place % 2 === 0;
    return {
      ...chart,
      covers: {
        row: FIRST_ROW + bandOf(chart.place) * BAND_ROWS,
        column: isRight ? HALF : 0,
        rows: ROWS,
        columns: chart.place === 0 ? CHART_COLUMNS : HALF,
      },
      draws: { row: firstRow - 1, column: 1, rows: rows + 1, columns: chart.columns },
      labels: { row: firstRow, column: 0, rows, columns: 1 },
    };
  });
}
