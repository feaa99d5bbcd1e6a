/** The cells of one column: values in an array, the rest only where it exists. A million rows cost a few bytes each. */
import type { CellValue } from './cell';

function grown<T extends Uint8Array | Uint16Array>(
  old: T,
  length: number,
  make: (n: number) => T,
): T {
  if (length <= old.length) return old;
  const next = make(Math.max(length, old.length * 2, 64));
  next.set(old);
  return next;
}

/** One column of a sheet. Rows count from 0. */
export class Column {
  /** The value of each row; its length ends with the last filled row. */
  readonly values: (CellValue | undefined)[] = [];
  /** The formula of a row, with its "=". */
  readonly formulas = new Map<number, string>();
  /** Rows whose formula came with the file; such a formula keeps the value that was saved. */
  readonly fromFile = new Set<number>();
  /** Style number + 1 of each row; 0 where the cell has no style of its own. */
  private styles = new Uint16Array(0);
  /** 1 for each row that was changed since the workbook was opened. */
  private changed = new Uint8Array(0);

  /** Puts a value and a formula (or neither) in a row. */
  put(row: number, value: CellValue | undefined, formula?: string): void {
    // A blank beyond the end changes nothing; to write it and trim it away would take the whole column.
    if (value !== undefined || row < this.values.length) this.values[row] = value;
    if (formula !== undefined) this.formulas.set(row, formula);
    else if (this.formulas.size > 0) this.formulas.delete(row);
    if (this.fromFile.size > 0) this.fromFile.delete(row);
    if (row === this.values.length - 1 && value === undefined) this.trim();
  }

  /** Keeps a calculated value beside the formula of a row. */
  keep(row: number, value: CellValue): void {
    this.values[row] = value;
  }

  private trim(): void {
    while (this.values.length > 0 && this.values.at(-1) === undefined) this.values.pop();
  }

  /** The style number of a row, or undefined where the cell has none of its own. */
  styleOf(row: number): number | undefined {
    const stored = this.styles[row];
    return stored === undefined || stored === 0 ? undefined : stored - 1;
  }

  setStyle(row: number, style: number | undefined): void {
    if (style === undefined && row >= this.styles.length) return;
    this.styles = grown(this.styles, row + 1, (n) => new Uint16Array(n));
    this.styles[row] = style === undefined ? 0 : style + 1;
  }

  /** Says that a row differs from the opened file. */
  touch(row: number): void {
    this.changed = grown(this.changed, row + 1, (n) => new Uint8Array(n));
    this.changed[row] = 1;
  }

  isTouched(row: number): boolean {
    return this.changed[row] === 1;
  }

  /** Forgets what was changed: the cells are now as the file has them. */
  untouch(): void {
    this.changed = new Uint8Array(0);
  }

  get hasTouched(): boolean {
    return this.changed.includes(1);
  }

  /** One past the last row that has a value, a style or a change. */
  get end(): number {
    return Math.max(this.values.length, this.styledEnd, this.changed.lastIndexOf(1) + 1);
  }

  /** One past the last row with a style of its own. */
  get styledEnd(): number {
    let end = this.styles.length;
    while (end > 0 && this.styles[end - 1] === 0) end -= 1;
    return end;
  }

  /** The first row with a value, or with a style where those count too; -1 in an empty column. */
  firstRow(valuesOnly: boolean): number {
    const value = this.values.findIndex((cell) => cell !== undefined);
    if (valuesOnly) return value;
    const style = this.styles.findIndex((stored) => stored !== 0);
    return value < 0 || (style >= 0 && style < value) ? style : value;
  }
}
