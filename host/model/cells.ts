/** The cells of a sheet, column by column. */
import { area, type Area } from './area';
import type { CellValue } from './cell';
import { Column } from './column';

/** The cells of one sheet. Rows and columns count from 0. */
export class Cells {
  private readonly columns = new Map<number, Column>();

  value(row: number, column: number): CellValue | undefined {
    return this.columns.get(column)?.values[row];
  }

  /** The formula of a cell with its "=", or undefined. */
  formula(row: number, column: number): string | undefined {
    return this.columns.get(column)?.formulas.get(row);
  }

  style(row: number, column: number): number | undefined {
    return this.columns.get(column)?.styleOf(row);
  }

  /** The column, made if it was empty. */
  column(column: number): Column {
    const known = this.columns.get(column);
    if (known !== undefined) return known;
    const made = new Column();
    this.columns.set(column, made);
    return made;
  }

  /** The columns that hold something, from left to right. */
  filled(): [number, Column][] {
    return [...this.columns].sort(([one], [two]) => one - two);
  }

  /** The smallest area with every value, and every formatted cell unless only values count. */
  used(valuesOnly: boolean): Area | undefined {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (const [number, column] of this.columns) {
      const first = column.firstRow(valuesOnly);
      if (first < 0) continue;
      top = Math.min(top, first);
      left = Math.min(left, number);
      right = Math.max(right, number);
      const end = valuesOnly
        ? column.values.length
        : Math.max(column.values.length, column.styledEnd);
      bottom = Math.max(bottom, end - 1);
    }
    return bottom < 0 ? undefined : area(top, left, bottom - top + 1, right - left + 1);
  }

  /** The values of an area row by row, '' where a cell is empty. */
  matrix(at: Area): CellValue[][] {
    const rows = Array.from({ length: at.rows }, () => new Array<CellValue>(at.columns));
    for (let offset = 0; offset < at.columns; offset += 1) {
      const values = this.columns.get(at.column + offset)?.values;
      for (const [index, row] of rows.entries()) row[offset] = values?.[at.row + index] ?? '';
    }
    return rows;
  }

  get hasTouched(): boolean {
    return [...this.columns.values()].some((column) => column.hasTouched);
  }

  /** Takes the present cells as those of the file. */
  untouch(): void {
    for (const column of this.columns.values()) column.untouch();
  }
}
