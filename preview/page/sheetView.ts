/** A sheet as it is laid out on the screen: which rows and columns show, and how large they are. */
import { COLUMNS_MAX, ROWS_MAX } from '../../host/model/area';
import type { Area, HostSheet, HostWorkbook } from '../../host/index';
import { Axis } from './axis';
import { textWidth } from './measure';
import type { Cell } from './cell';
import { shownText } from './shownText';

/** Pixels of a column and a row that nobody sized. */
const COLUMN_WIDTH = 64;
export const ROW_HEIGHT = 20;
/** Pixels of a character of width in a file. */
const CHARACTER = 7;
/** Pixels left and right of a text in its cell. */
export const PADDING = 3;

/** Empty lines to scroll into below or beside what is filled, and how many there are at least. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 8;
/** The drawn part of a sheet grows by as many when the selection leaves it; also the least that is drawn. */
const MORE_ROWS = 500;
const MORE_COLUMNS = 52;

/** The two directions of a sheet. */
export interface SheetView {
  readonly sheet: HostSheet;
  readonly rows: Axis;
  readonly columns: Axis;
  /** The filled area; undefined for an empty sheet. */
  readonly used: Area | undefined;
}

/** How far a sheet has to be drawn to hold a cell: in large steps, so that not every move draws it anew. */
export function reachOf({ row, column }: Cell): Cell {
  return {
    row: (Math.floor(row / MORE_ROWS) + 1) * MORE_ROWS + SPARE_ROWS,
    column: (Math.floor(column / MORE_COLUMNS) + 1) * MORE_COLUMNS + SPARE_COLUMNS,
  };
}

/** Lays a sheet out, as far as it is filled and at least up to a row and a column. */
export function viewSheet(workbook: HostWorkbook, sheet: HostSheet, reach: Cell): SheetView {
  const used = sheet.cells.used(false);
  const heights = wantedHeights(workbook, sheet);
  const rows = new Axis({
    count: Math.min(
      ROWS_MAX,
      Math.max((used?.row ?? 0) + (used?.rows ?? 0) + SPARE_ROWS, reach.row),
    ),
    frozen: sheet.frozen.rows,
    hidden: sheet.hiddenRows,
    size: (row) => {
      const points = sheet.rowHeights.get(row);
      return points === undefined ? (heights.get(row) ?? ROW_HEIGHT) : Math.round((points * 4) / 3);
    },
  });
  const columns = new Axis({
    count: Math.min(
      COLUMNS_MAX,
      Math.max((used?.column ?? 0) + (used?.columns ?? 0) + SPARE_COLUMNS, reach.column),
    ),
    frozen: sheet.frozen.columns,
    hidden: sheet.hiddenColumns,
    size: (column) => columnWidth(sheet, column),
  });
  return { sheet, rows, columns, used };
}

function columnWidth(sheet: HostSheet, column: number): number {
  const characters = sheet.columnWidths.get(column);
  return characters === undefined ? COLUMN_WIDTH : Math.round(characters * CHARACTER);
}

/** Rows that Excel would make higher than others by itself: for a large font or for wrapped text. */
function wantedHeights(workbook: HostWorkbook, sheet: HostSheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const tall = tallStyles(workbook);
  if (tall.size === 0) return heights;
  for (const [number, column] of sheet.cells.filled()) {
    const { styledEnd } = column;
    for (let row = 0; row < styledEnd; row += 1) {
      const style = column.styleOf(row);
      if (style === undefined || !tall.has(style) || sheet.rowHeights.has(row)) continue;
      const height = wantedHeight(workbook, sheet, [row, number], style);
      if (height > (heights.get(row) ?? ROW_HEIGHT)) heights.set(row, height);
    }
  }
  return heights;
}

/** Styles are few and cells many: only those of these styles are looked at. */
function tallStyles(workbook: HostWorkbook): ReadonlySet<number> {
  const tall = new Set<number>();
  for (let id = 0; id < workbook.styles.count; id += 1) {
    const { style } = workbook.styles.entry(id);
    if (style.wrapText || style.font.size > 11) tall.add(id);
  }
  return tall;
}

function wantedHeight(
  workbook: HostWorkbook,
  sheet: HostSheet,
  [row, column]: readonly [row: number, column: number],
  id: number,
): number {
  const { style } = workbook.styles.entry(id);
  const line = Math.ceil(((style.font.size * 4) / 3) * 1.3);
  const value = sheet.cells.value(row, column);
  if (!style.wrapText || typeof value !== 'string') return line;
  const room = columnWidth(sheet, column) - 2 * PADDING;
  const lines = shownText(workbook, value, style.numberFormat)
    .split('\n')
    .map((part) => Math.max(1, Math.ceil(textWidth(part, style.font) / Math.max(room, 10))));
  return Math.min(545, line * lines.reduce((sum, count) => sum + count, 0));
}
