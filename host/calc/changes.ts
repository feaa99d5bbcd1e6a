/** Changed cells, looked up fast: thousands of single cells are compared with thousands of formulas. */
import { eachCell, intersection, isInside, type Area } from '../model/area';
import type { CalcSheet, CellRange } from './book';
import { cellKey } from './liveFormula';

interface SheetChanges {
  readonly cells: Map<string, readonly [row: number, column: number]>;
  readonly areas: Area[];
}

export class Changes {
  private readonly sheets = new Map<CalcSheet, SheetChanges>();

  constructor(ranges: Iterable<CellRange>) {
    for (const { sheet, area } of ranges) {
      const known: SheetChanges = this.sheets.get(sheet) ?? { cells: new Map(), areas: [] };
      this.sheets.set(sheet, known);
      if (area.rows === 1 && area.columns === 1) {
        known.cells.set(cellKey(area.row, area.column), [area.row, area.column]);
      } else known.areas.push(area);
    }
  }

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  /** Whether one of the cells of a range changed. */
  touch({ sheet, area }: CellRange): boolean {
    const known = this.sheets.get(sheet);
    if (known === undefined) return false;
    const { cells, areas } = known;
    if (areas.some((changed) => intersection(changed, area))) return true;
    if (area.rows * area.columns > cells.size) {
      for (const [row, column] of cells.values()) if (isInside(area, row, column)) return true;
      return false;
    }
    let touched = false;
    eachCell(area, (row, column) => {
      touched ||= cells.has(cellKey(row, column));
    });
    return touched;
  }
}
