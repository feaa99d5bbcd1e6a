/** Range: cells of a sheet as the add-in sees them. */
import {
  area,
  areaAddress,
  cellAddress,
  COLUMNS_MAX,
  parseAddress,
  ROWS_MAX,
  sharedCells,
  sheetPrefix,
  type Area,
} from '../model/area';
import { CellError, type CellValue } from '../model/cell';
import { copyCells, type CopyWhat } from '../model/copy';
import { deleteTableRows } from '../model/deleteRows';
import { displayText } from '../model/displayText';
import {
  clearCells,
  formatNumbers,
  requireUnlocked,
  restyle,
  writeCells,
  type ClearWhat,
} from '../model/edits';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { choice, flag, optionalText, record, text } from './args';
import { RangeFormatObject } from './rangeFormat';
import { RangeShape } from './rangeShape';

/** Cells that one read may cover; above it the values are null, without an error [doc: resource limits; issue #6781]. */
export const READ_CELLS_MAX = 5_000_000;

export class RangeObject extends RangeShape {
  get Address(): string {
    return `${sheetPrefix(this.sheet.name)}${areaAddress(this.area)}`;
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get Values(): unknown {
    return this.read('values', (row, column) => plain(this.sheet.cells.value(row, column)));
  }

  set Values(value: unknown) {
    this.write(value);
  }

  get Formulas(): unknown {
    // A leading apostrophe is not given back, so text that looks like a formula reads like one [issue #6687].
    return this.read(
      'formulas',
      (row, column) =>
        this.sheet.cells.formula(row, column) ?? plain(this.sheet.cells.value(row, column)),
    );
  }

  set Formulas(value: unknown) {
    this.write(value);
  }

  get FormulasLocal(): unknown {
    return this.Formulas;
  }

  set FormulasLocal(value: unknown) {
    this.write(value);
  }

  get Text(): unknown {
    const { styles, date1904 } = this.scope.workbook;
    return this.read('text', (row, column) => {
      const { numberFormat } = styles.entry(this.sheet.styleAt(row, column)).style;
      return displayText(this.sheet.cells.value(row, column), numberFormat, date1904);
    });
  }

  get ValueTypes(): unknown {
    return this.read('valueTypes', (row, column) => valueType(this.sheet.cells.value(row, column)));
  }

  get NumberFormat(): unknown {
    const { styles } = this.scope.workbook;
    return this.read(
      'numberFormat',
      (row, column) => styles.entry(this.sheet.styleAt(row, column)).style.numberFormat,
    );
  }

  set NumberFormat(value: unknown) {
    this.requireBounded();
    const { workbook } = this.scope;
    if (!Array.isArray(value)) {
      restyle(workbook, this.sheet, this.area, { numberFormat: text(value) });
      return;
    }
    const formats = (value as unknown[]).map((row) => {
      if (!Array.isArray(row) || row.length !== this.area.columns) {
        throw new Refusal('InvalidArgument');
      }
      return (row as unknown[]).map((format) => (format === null ? null : text(format)));
    });
    this._ValidateArraySize(formats.length, this.area.columns);
    formatNumbers(workbook, this.sheet, this.area, formats);
  }

  get NumberFormatLocal(): unknown {
    return this.NumberFormat;
  }

  set NumberFormatLocal(value: unknown) {
    this.NumberFormat = value;
  }

  get CellCount(): number {
    const cells = this.area.rows * this.area.columns;
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }

  get RowCount(): number {
    return this.area.rows;
  }

  get ColumnCount(): number {
    return this.area.columns;
  }

  get RowIndex(): number {
    return this.area.row;
  }

  get ColumnIndex(): number {
    return this.area.column;
  }

  get IsEntireColumn(): boolean {
    return this.area.rows === ROWS_MAX;
  }

  get IsEntireRow(): boolean {
    return this.area.columns === COLUMNS_MAX;
  }

  /** Null where some cells of the range belong to an array that spills and others do not. */
  get HasSpill(): boolean | null {
    const spills = [...this.sheet.arrays.values()];
    let inside = 0;
    for (const spill of spills) inside += sharedCells(spill, this.area).length;
    return inside === 0 ? false : inside === this.area.rows * this.area.columns ? true : null;
  }

  get RowHidden(): boolean | null {
    return this.allHidden(this.area.row, this.area.rows, this.sheet.hiddenRows);
  }

  set RowHidden(value: unknown) {
    requireUnlocked(this.sheet, this.area);
    hide(this.sheet.hiddenRows, flag(value), this.area.row, this.area.rows);
  }

  get ColumnHidden(): boolean | null {
    return this.allHidden(this.area.column, this.area.columns, this.sheet.hiddenColumns);
  }

  set ColumnHidden(value: unknown) {
    requireUnlocked(this.sheet, this.area);
    hide(this.sheet.hiddenColumns, flag(value), this.area.column, this.area.columns);
  }

  get Hidden(): boolean | null {
    const [rows, columns] = [this.RowHidden, this.ColumnHidden];
    return rows === true || columns === true ? true : rows === null ? null : columns;
  }

  get Hyperlink(): unknown {
    const link = this.sheet.hyperlinks.get(cellAddress(this.area.row, this.area.column));
    const { row, column } = this.area;
    const shown = this.sheet.cells.value(row, column);
    return link === undefined ? null : { ...link, textToDisplay: plain(shown) };
  }

  set Hyperlink(value: unknown) {
    requireUnlocked(this.sheet, this.area);
    const link = record(value);
    const address = optionalText(link['address']);
    const documentReference = optionalText(link['documentReference']);
    const screenTip = optionalText(link['screenTip']);
    this.sheet.hyperlinks.set(cellAddress(this.area.row, this.area.column), {
      ...(address === '' ? {} : { address }),
      ...(documentReference === '' ? {} : { documentReference }),
      ...(screenTip === '' ? {} : { screenTip }),
    });
    const shown = optionalText(link['textToDisplay']);
    if (shown !== '') {
      const first = area(this.area.row, this.area.column);
      writeCells(this.scope.workbook, this.sheet, first, shown);
    }
  }

  get Format(): RangeFormatObject {
    return new RangeFormatObject(this.scope, this.sheet, this.area);
  }

  Clear(applyTo: unknown): void {
    const words = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;
    const word = choice(applyTo ?? 'All', words);
    const what: ClearWhat = word === 'RemoveHyperlinks' ? 'Hyperlinks' : word;
    clearCells(this.scope.workbook, this.sheet, this.area, what);
  }

  Delete(shift: unknown): void {
    if (choice(shift, ['Up', 'Left']) === 'Left') throw new Refusal('ApiNotFound');
    deleteTableRows(this.scope.workbook, this.sheet, this.area);
  }

  CopyFrom(source: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): void {
    const from = this.sourceOf(source);
    const word = choice(copyType ?? 'All', ['All', 'Formulas', 'Values', 'Formats', 'Link']);
    if (word === 'Link') throw new Refusal('ApiNotFound');
    const what: CopyWhat = word;
    copyCells(this.scope.workbook, from, this, {
      what,
      skipBlanks: flag(skipBlanks, false),
      transpose: flag(transpose, false),
    });
  }

  /** A hidden sheet cannot be gone to [unverified: the code]. */
  Select(): void {
    if (this.sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation');
    this.scope.workbook.select(this.sheet, this.area);
  }

  Calculate(): void {
    this.scope.workbook.calc.calculate();
  }

  Merge(across: unknown): void {
    requireUnlocked(this.sheet, this.area);
    const { row, column, rows, columns } = this.area;
    const merged = flag(across, false)
      ? Array.from({ length: rows }, (_, down) => area(row + down, column, 1, columns))
      : [this.area];
    this.Unmerge();
    this.sheet.merges.push(...merged);
  }

  Unmerge(): void {
    this.sheet.merges = this.sheet.merges.filter((merge) => !this.overlaps(merge));
  }

  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.area.rows || columns !== this.area.columns) {
      throw new Refusal(
        'InvalidArgument',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    }
  }

  private sourceOf(source: unknown): { sheet: HostSheet; area: Area } {
    if (source instanceof RangeObject) return source;
    const address = parseAddress(text(source));
    if (address === undefined) throw new Refusal('InvalidArgument');
    const sheet =
      address.sheet === undefined ? this.sheet : this.scope.workbook.sheetNamed(address.sheet);
    if (sheet === undefined) throw new Refusal('ItemNotFound');
    return { sheet, area: address.area };
  }

  /** A whole row or column has no cell-level properties [doc: unbounded ranges]. */
  private get isUnbounded(): boolean {
    return this.IsEntireColumn || this.IsEntireRow;
  }

  private requireBounded(): void {
    if (this.isUnbounded) throw new Refusal('InvalidArgument');
  }

  private read<T>(member: string, cell: (row: number, column: number) => T): T[][] | null {
    this.scope.workbook.settle();
    this.scope.noteRead(this.sheet, this.area, member);
    const { row, column, rows, columns } = this.area;
    if (this.isUnbounded || rows * columns > this.scope.readCellsMax) return null;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, across) => cell(row + down, column + across)),
    );
  }

  private write(value: unknown): void {
    this.requireBounded();
    this.scope.noteWrite(this.area.rows * this.area.columns);
    writeCells(this.scope.workbook, this.sheet, this.area, value);
  }

  private allHidden(first: number, count: number, hidden: ReadonlySet<number>): boolean | null {
    let number = 0;
    for (let at = first; at < first + count; at += 1) if (hidden.has(at)) number += 1;
    return number === 0 ? false : number === count ? true : null;
  }
}

function hide(hidden: Set<number>, on: boolean, first: number, count: number): void {
  for (let at = first; at < first + count; at += 1) {
    if (on) hidden.add(at);
    else hidden.delete(at);
  }
}

/** A cell's value as JSON has it: errors are their text [doc: Range.values]. */
function plain(value: CellValue | undefined): string | number | boolean {
  if (value === undefined) return '';
  return value instanceof CellError ? value.code : value;
}

function valueType(value: CellValue | undefined): string {
  if (value === undefined) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
