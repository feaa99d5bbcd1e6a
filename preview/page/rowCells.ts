/** What one row shows in a span of columns: texts, looks, and how far a text reaches over empty neighbours. */
import type { CSSProperties } from 'react';
import type { Area, CellStyle, CellValue, HostSheet, HostWorkbook } from '../../host/index';
import { contains, intersection } from '../../host/model/area';
import { cssOf, horizontalClass, INDENT, verticalClass } from './look';
import { textWidth } from './measure';
import { PADDING, type SheetView } from './sheetView';
import { fittedNumber, formatColor, ownSide, shownText } from './shownText';
import type { TableCellLook } from './tableLook';

/** A column where it is drawn. */
export interface ColumnAt {
  readonly column: number;
  readonly left: number;
  readonly width: number;
}

export interface ShownCell extends ColumnAt {
  readonly text: string;
  readonly css: CSSProperties;
  readonly classes: string;
  /** Pixels beyond its own that the text takes from the empty cells to its right. */
  readonly spill: number;
  readonly hasFilterButton: boolean;
  /** Where cells are merged: the size of them all. */
  readonly merged: { readonly width: number; readonly height: number } | undefined;
}

/** What is the same for all rows of a sheet at one moment. */
export interface RowContext {
  readonly workbook: HostWorkbook;
  readonly view: SheetView;
  readonly tableLook: (row: number, column: number) => TableCellLook | undefined;
}

/** The cells of a row. Cells that a merge covers are left out, but for its first. */
export function rowCells(context: RowContext, row: number, span: readonly ColumnAt[]): ShownCell[] {
  const { sheet } = context.view;
  const merges = sheet.merges.filter((at) => row >= at.row && row < at.row + at.rows);
  const cells: ShownCell[] = [];
  for (const [index, at] of span.entries()) {
    const merge = merges.find((area) => contains(area, one(row, at.column)));
    if (merge !== undefined && (merge.row !== row || merge.column !== at.column)) continue;
    const value = sheet.cells.value(row, at.column);
    const shown = cell(context, row, at, value);
    if (merge !== undefined) {
      cells.push({ ...shown, merged: mergedSize(context.view, merge) });
      continue;
    }
    const spill = spills(shown, value)
      ? reach(sheet, row, { cell: shown, after: span.slice(index + 1), merges })
      : 0;
    cells.push(spill === 0 ? shown : { ...shown, spill });
  }
  return cells.map((shown, index) => withoutLine(shown, cells.slice(0, index)));
}

function one(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

type Placed = ShownCell & { readonly style: CellStyle };

function cell(
  { workbook, view, tableLook }: RowContext,
  row: number,
  at: ColumnAt,
  value: CellValue | undefined,
): Placed {
  const { sheet } = view;
  const { style } = workbook.styles.entry(sheet.styleAt(row, at.column));
  const look = tableLook(row, at.column);
  const color = formatColor(value, style.numberFormat);
  const side = horizontalClass(style.horizontal, ownSide(value));
  const vertical = verticalClass(style.vertical);
  return {
    ...at,
    style,
    text: cellText(workbook, value, style, at.width),
    css: {
      ...look?.css,
      ...cssOf(style),
      ...(color === undefined ? {} : { color }),
    },
    classes: [side, vertical, style.wrapText ? 'wrap' : ''].filter(Boolean).join(' '),
    spill: 0,
    hasFilterButton: look?.hasFilterButton ?? false,
    merged: undefined,
  };
}

function cellText(
  workbook: HostWorkbook,
  value: CellValue | undefined,
  style: CellStyle,
  width: number,
): string {
  if (value === undefined) return '';
  const text = shownText(workbook, value, style.numberFormat);
  const room = width - 2 * PADDING - style.indent * INDENT + 2;
  if (typeof value === 'number') return fittedNumber(text, value, style, room);
  // Only wrapped text breaks into lines.
  return style.wrapText ? text : text.replaceAll(/\r?\n/g, '');
}

/** Only text that starts on the left reaches beyond its cell [doc: text overflow]. */
function spills({ style, text, classes }: Placed, value: CellValue | undefined): boolean {
  return typeof value === 'string' && text !== '' && !style.wrapText && classes.startsWith('left');
}

function reach(
  sheet: HostSheet,
  row: number,
  { cell, after, merges }: { cell: Placed; after: readonly ColumnAt[]; merges: readonly Area[] },
): number {
  const { style, text, width } = cell;
  const wanted = textWidth(text, style.font) + 2 * PADDING + style.indent * INDENT - width;
  let taken = 0;
  for (const next of after) {
    if (taken >= wanted) break;
    if (sheet.cells.value(row, next.column) !== undefined) break;
    if (merges.some((area) => intersection(area, one(row, next.column)))) break;
    taken += next.width;
  }
  return taken;
}

/** A cell under the text of another draws no gridline on its left, and the text's own cell none on its right. */
function withoutLine(shown: ShownCell, before: readonly ShownCell[]): ShownCell {
  const end = shown.left + shown.width;
  const isUnder = before.some(
    (other) => other.left + other.width + other.spill >= end && other.spill > 0,
  );
  const isLast = before.some(
    (other) => other.spill > 0 && other.left + other.width + other.spill === end,
  );
  const open = shown.spill > 0 || (isUnder && !isLast);
  return open ? { ...shown, classes: `${shown.classes} open` } : shown;
}

function mergedSize({ rows, columns }: SheetView, at: Area): { width: number; height: number } {
  let [width, height] = [0, 0];
  for (let index = 0; index < at.columns; index += 1) width += columns.size(at.column + index);
  for (let index = 0; index < at.rows; index += 1) height += rows.size(at.row + index);
  return { width, height };
}

/** Text that starts left of the span and reaches into it: the column that it stands in. */
export function spillOrigin(sheet: HostSheet, row: number, first: number): number | undefined {
  if (sheet.cells.value(row, first) !== undefined) return undefined;
  for (let column = first - 1; column >= Math.max(0, first - LOOK_BACK); column -= 1) {
    const value = sheet.cells.value(row, column);
    if (value !== undefined) return typeof value === 'string' ? column : undefined;
  }
  return undefined;
}

/** How many columns a text is looked for in: about the longest sentence over columns of standard width. */
const LOOK_BACK = 20;
