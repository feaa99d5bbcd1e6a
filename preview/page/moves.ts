/** Where the keys of a spreadsheet lead. */
import { COLUMNS_MAX, ROWS_MAX } from '../../host/model/area';
import type { SheetView } from './sheetView';
import type { Axis } from './axis';
import type { Cell } from './cell';

/** A key with what matters of its modifiers. */
export interface Key {
  readonly key: string;
  readonly isControl: boolean;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/** The arrow key that Enter and Tab stand for. */
export function goesOn(key: string, isBack: boolean): string | undefined {
  if (key === 'Enter') return isBack ? 'ArrowUp' : 'ArrowDown';
  if (key === 'Tab') return isBack ? 'ArrowLeft' : 'ArrowRight';
  return undefined;
}

/** The cell that a key leads to; undefined for a key that leads nowhere. */
export function move(view: SheetView, from: Cell, { key, isControl, page }: Key): Cell | undefined {
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return {
        row: along(view.rows, row, [-1, ROWS_MAX], edge(view, from, isControl, 'row')),
        column,
      };
    case 'ArrowDown':
      return {
        row: along(view.rows, row, [1, ROWS_MAX], edge(view, from, isControl, 'row')),
        column,
      };
    case 'ArrowLeft':
      return {
        row,
        column: along(
          view.columns,
          column,
          [-1, COLUMNS_MAX],
          edge(view, from, isControl, 'column'),
        ),
      };
    case 'ArrowRight':
      return {
        row,
        column: along(
          view.columns,
          column,
          [1, COLUMNS_MAX],
          edge(view, from, isControl, 'column'),
        ),
      };
    case 'PageUp':
      return { row: pageOn(view.rows, row, -page), column };
    case 'PageDown':
      return { row: pageOn(view.rows, row, page), column };
    case 'Home':
      return isControl ? firstScrolling(view) : { row, column: firstOf(view.columns) };
    case 'End':
      return isControl ? lastUsed(view) : undefined;
    default:
      return undefined;
  }
}

/** Whether a cell along the way is filled; undefined where the step is a single one. */
type Filled = ((line: number) => boolean) | undefined;

function edge(
  view: SheetView,
  { row, column }: Cell,
  isControl: boolean,
  axis: 'row' | 'column',
): Filled {
  if (!isControl) return undefined;
  const { cells } = view.sheet;
  return axis === 'row'
    ? (line) => cells.value(line, column) !== undefined
    : (line) => cells.value(row, line) !== undefined;
}

/** One step to the next line that shows; with Control to the edge of the filled cells, as Excel does. */
function along(
  axis: Axis,
  from: number,
  [step, end]: readonly [number, number],
  filled: Filled,
): number {
  const next = (line: number): number => {
    let at = line + step;
    while (at >= 0 && at < axis.count && axis.isHidden(at)) at += step;
    return at < 0 || at >= end ? line : at;
  };
  if (filled === undefined) return next(from);
  let at = next(from);
  const stays = filled(from) && filled(at);
  while (at !== next(at) && at < axis.count) {
    if (stays ? !filled(next(at)) : filled(at)) return at;
    at = next(at);
  }
  // Beyond what is drawn everything is empty: the edge is that of the sheet.
  return at >= axis.count ? end - 1 : at;
}

function pageOn(axis: Axis, from: number, page: number): number {
  const place = Math.max(0, axis.placeOf(from)) + page;
  if (place < 0) return axis.frozen[0] ?? axis.lineAt(0);
  return place < axis.places ? axis.lineAt(place) : Math.min(ROWS_MAX - 1, from + page);
}

function firstOf(axis: Axis): number {
  return axis.lineAt(0);
}

function firstScrolling(view: SheetView): Cell {
  return { row: firstOf(view.rows), column: firstOf(view.columns) };
}

function lastUsed({ used }: SheetView): Cell {
  return used === undefined
    ? { row: 0, column: 0 }
    : { row: used.row + used.rows - 1, column: used.column + used.columns - 1 };
}
