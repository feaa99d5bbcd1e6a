/** An Excel table (ListObject). */
import { area, type Area } from './area';
import type { HostSheet } from './sheet';

/** A table: a named area of a sheet with a header row. */
export class HostTable {
  showHeaders = true;
  showTotals = false;
  style = 'TableStyleMedium2';
  showBandedRows = true;
  showBandedColumns = false;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  showFilterButton = true;
  columns: string[] = [];

  constructor(
    readonly id: number,
    public name: string,
    readonly sheet: HostSheet,
    /** With its header row and its totals row. */
    public area: Area,
  ) {}

  get headerArea(): Area | undefined {
    return this.showHeaders ? { ...this.area, rows: 1 } : undefined;
  }

  get totalsArea(): Area | undefined {
    if (!this.showTotals) return undefined;
    return { ...this.area, row: this.area.row + this.area.rows - 1, rows: 1 };
  }

  /** The rows between headers and totals; a table always has at least one [doc: resize a table]. */
  get bodyArea(): Area {
    const top = this.showHeaders ? 1 : 0;
    const rows = this.area.rows - top - (this.showTotals ? 1 : 0);
    return area(this.area.row + top, this.area.column, rows, this.area.columns);
  }

  /** The number of a column by its header, without regard to case; -1 where there is none. */
  columnNumber(name: string): number {
    const wanted = name.toLowerCase();
    return this.columns.findIndex((column) => column.toLowerCase() === wanted);
  }

  /** Takes the column names from the header cells, and fills cells that Excel would not leave so: blank, doubled or no text [doc: overview of Excel tables]. */
  readHeaders(): void {
    const names: string[] = [];
    const taken = new Set<string>();
    for (let index = 0; index < this.area.columns; index += 1) {
      const column = this.area.column + index;
      const held = this.showHeaders ? this.sheet.cells.value(this.area.row, column) : undefined;
      const text = held === undefined ? (this.columns[index] ?? '') : textOf(held);
      const name = freeName(held === undefined && this.showHeaders ? '' : text, taken, index);
      taken.add(name.toLowerCase());
      names.push(name);
      if (this.showHeaders && held !== name) this.sheet.put(this.area.row, column, name);
    }
    this.columns = names;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

function freeName(wanted: string, taken: ReadonlySet<string>, index: number): string {
  if (wanted !== '' && !taken.has(wanted.toLowerCase())) return wanted;
  const stem = wanted === '' ? 'Column' : wanted;
  let number = wanted === '' ? index + 1 : 2;
  while (taken.has(`${stem}${number}`.toLowerCase())) number += 1;
  return `${stem}${number}`;
}
