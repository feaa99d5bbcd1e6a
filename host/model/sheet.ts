/** One sheet of the workbook model. */
import { area, areaAt, eachCell, type Area } from './area';
import type { CellInput, CellValue } from './cell';
import { Cells } from './cells';
import { newPageSetup } from './pageSetup';
import type { CellStyle, StylePatch, StyleTable } from './style';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A link of a cell, to a web address or to a place in the workbook. */
export interface Hyperlink {
  readonly address?: string;
  /** Such as "Payments!D118". */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

/** A change of cells, told to those who watch the workbook. */
export interface CellsChange {
  readonly kind: 'cells' | 'format';
  readonly sheet: HostSheet;
  readonly area: Area;
  /** For one cell: what it held and holds, '' for nothing. */
  readonly before?: CellValue;
  readonly after?: CellValue;
}

/** What a sheet needs of its workbook. */
export interface SheetOwner {
  readonly styles: StyleTable;
  /** The names that functions of add-ins have in a file, by their names in formulas in capitals. */
  readonly functionNames: ReadonlyMap<string, string>;
  changed(change: CellsChange): void;
  /** Brings every calculated value up to date. */
  settle(): void;
}

/** A sheet: its cells and all that belongs to it alone. Rows and columns count from 0. */
export class HostSheet {
  readonly cells = new Cells();
  visibility: Visibility = 'Visible';
  /** "#RRGGBB", or '' for none. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  /** How many rows and columns stay in view. */
  frozen = { rows: 0, columns: 0 };
  /** Widths in characters of the normal font, as the file holds them. */
  readonly columnWidths = new Map<number, number>();
  /** Heights in points. */
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** The style of the cells of a row or column that have none of their own. */
  readonly rowStyles = new Map<number, number>();
  readonly columnStyles = new Map<number, number>();
  merges: Area[] = [];
  /** The areas of array formulas, by "row,column" of the cell that holds one. */
  readonly arrays = new Map<string, Area>();
  /** By address of the first linked cell, such as "B3". */
  readonly hyperlinks = new Map<string, Hyperlink>();
  /** Not copied with the sheet [issue #5486]. */
  readonly customProperties = new Map<string, string>();
  readonly page = newPageSetup();
  protection = { protected: false, password: '', options: {} as Record<string, unknown> };
  /** The filtered area of the sheet itself; rows that it hides are in hiddenRows. */
  filter: Area | undefined = undefined;

  constructor(
    readonly owner: SheetOwner,
    public name: string,
    readonly id: string,
  ) {}

  /** The value of the first cell at an address; '' where it is empty. */
  value(address: string): CellValue {
    this.owner.settle();
    const { row, column } = areaAt(address);
    return this.cells.value(row, column) ?? '';
  }

  /** The values at an address row by row, or of the whole used area; '' where a cell is empty. */
  values(address?: string): CellValue[][] {
    this.owner.settle();
    const at = address === undefined ? this.cells.used(true) : areaAt(address);
    return at === undefined ? [] : this.cells.matrix(at);
  }

  /** The formula of a cell with its "=", or '' where it has none. */
  formula(address: string): string {
    const { row, column } = areaAt(address);
    return this.cells.formula(row, column) ?? '';
  }

  /** How a cell looks. */
  style(address: string): CellStyle {
    const { row, column } = areaAt(address);
    return this.owner.styles.entry(this.styleAt(row, column)).style;
  }

  /** Writes rows of values as they are, from a cell on: text stays text, nothing is read as a formula. */
  setValues(address: string, rows: readonly (readonly CellInput[])[]): void {
    const { row, column } = areaAt(address);
    let columns = 0;
    for (const [down, cells] of rows.entries()) {
      columns = Math.max(columns, cells.length);
      for (const [across, value] of cells.entries()) {
        if (value !== null && value !== undefined) {
          this.put(row + down, column + across, value === '' ? undefined : value);
        }
      }
    }
    if (rows.length > 0 && columns > 0) this.tell(area(row, column, rows.length, columns));
  }

  /** Writes a formula, with its "=", to every cell at an address. */
  setFormula(address: string, formula: string): void {
    const at = areaAt(address);
    eachCell(at, (row, column) => {
      this.put(row, column, undefined, formula);
    });
    this.tell(at);
  }

  /** Changes how the cells at an address look. */
  format(address: string, patch: StylePatch): void {
    const at = areaAt(address);
    const change = this.owner.styles.changer(patch);
    eachCell(at, (row, column) => {
      this.putStyle(row, column, change(this.styleAt(row, column)));
    });
    this.tell(at, 'format');
  }

  /** Sets widths in characters, from a column on: setWidths('B', [12, 30]). */
  setWidths(firstColumn: string, widths: readonly number[]): void {
    const { column } = areaAt(`${firstColumn}1`);
    for (const [across, width] of widths.entries()) this.columnWidths.set(column + across, width);
  }

  /** The style number of a cell: its own, else its row's, else its column's. */
  styleAt(row: number, column: number): number {
    return (
      this.cells.style(row, column) ?? this.rowStyles.get(row) ?? this.columnStyles.get(column) ?? 0
    );
  }

  /** Puts a value and a formula in a cell, without telling anyone: call tell when done. */
  put(row: number, column: number, value: CellValue | undefined, formula?: string): void {
    const cells = this.cells.column(column);
    if (this.arrays.size > 0) this.arrays.delete(`${row},${column}`);
    cells.put(row, value, formula);
    cells.touch(row);
  }

  /** Gives a cell a style of its own, without telling anyone. */
  putStyle(row: number, column: number, style: number | undefined): void {
    const cells = this.cells.column(column);
    cells.setStyle(row, style);
    cells.touch(row);
  }

  /** Tells the workbook that cells changed. */
  tell(changed: Area, kind: CellsChange['kind'] = 'cells'): void {
    this.owner.changed({ kind, sheet: this, area: changed });
  }
}
