/** What is selected: the cell where the selection started, and the one that it was drawn to. */
import type { Area } from '../../host/index';
import { bounds, COLUMNS_MAX, ROWS_MAX } from '../../host/model/area';
import type { Cell } from './cell';

export interface Selection {
  /** The active cell. */
  readonly anchor: Cell;
  readonly head: Cell;
  readonly area: Area;
}

function cellArea({ row, column }: Cell): Area {
  return { row, column, rows: 1, columns: 1 };
}

/** From one cell to another. */
export function selectFrom(anchor: Cell, head: Cell = anchor): Selection {
  return { anchor, head, area: bounds(cellArea(anchor), cellArea(head)) };
}

/** An area that was selected by name or by the add-in: its first cell is the active one. */
export function selectArea(area: Area): Selection {
  const { row, column, rows, columns } = area;
  const head = { row: row + rows - 1, column: column + columns - 1 };
  // The far end of a whole row or column is nowhere that one wants to look at.
  const near = {
    row: rows === ROWS_MAX ? row : head.row,
    column: columns === COLUMNS_MAX ? column : head.column,
  };
  return { anchor: { row, column }, head: near, area };
}

/** Whole rows, from the anchor's to another. */
export function selectRows(anchor: Cell, row: number): Selection {
  const area = selectFrom({ ...anchor, column: 0 }, { row, column: COLUMNS_MAX - 1 }).area;
  return { anchor: { row: anchor.row, column: 0 }, head: { row, column: 0 }, area };
}

/** Whole columns, from the anchor's to another. */
export function selectColumns(anchor: Cell, column: number): Selection {
  const area = selectFrom({ ...anchor, row: 0 }, { row: ROWS_MAX - 1, column }).area;
  return { anchor: { row: 0, column: anchor.column }, head: { row: 0, column }, area };
}

/** Every cell. */
export function selectAll(): Selection {
  const anchor = { row: 0, column: 0 };
  return { anchor, head: anchor, area: { ...anchor, rows: ROWS_MAX, columns: COLUMNS_MAX } };
}
