/** Reads the rows and cells of a sheet part as they stream by. */
import { movedFormula } from '../calc/parse';
import { cellAddress, COLUMNS_MAX, parseAddress, ROWS_MAX } from '../model/area';
import { CellError, type CellValue } from '../model/cell';
import { daySerial } from '../model/dates';
import type { HostSheet } from '../model/sheet';
import { RichText } from './readStrings';
import { WorkbookRefused } from './refused';
import { isOn, unescapeCellText, type Attributes } from './xml';

/** What reading cells depends on. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: number;
  readonly date1904: boolean;
}

/** The first cell of a shared formula: the others have it moved. */
interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Splits "BC12" into column and row, both from 0; -1 for what is missing. Faster than a general address reader. */
export function cellPlace(reference: string): [row: number, column: number] {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return [Number(reference.slice(at)) - 1, column - 1];
}

/** Puts the cells of one sheet part into a sheet of the model. */
export class CellReader {
  private row = -1;
  private column = -1;
  private rowStyled = false;
  private type = '';
  private style = 0;
  private value = '';
  private formula = '';
  private formulaAttributes: Attributes | undefined;
  private gather: 'value' | 'formula' | 'inline' | undefined;
  private readonly inline = new RichText();
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly sheet: HostSheet,
    private readonly context: CellContext,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        break;
      case 'v':
        this.gather = 'value';
        break;
      case 'f':
        this.gather = 'formula';
        this.formulaAttributes = attributes;
        break;
      case 'is':
        this.gather = 'inline';
        this.inline.begin();
        break;
      case 'row':
        this.openRow(attributes);
        break;
      default:
        if (this.gather === 'inline') this.inline.open(name);
    }
  }

  text(piece: string): void {
    if (this.gather === 'value') this.value += piece;
    else if (this.gather === 'formula') this.formula += piece;
    else if (this.gather === 'inline') this.inline.add(piece);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 'f' || name === 'is') this.gather = undefined;
    else if (this.gather === 'inline') this.inline.close(name);
  }

  private openRow(attributes: Attributes): void {
    const { r, ht, hidden, s, customFormat } = attributes;
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    this.requirePlace(this.row, 0);
    if (ht !== undefined) this.sheet.rowHeights.set(this.row, Number(ht));
    if (isOn(hidden)) this.sheet.hiddenRows.add(this.row);
    this.rowStyled = isOn(customFormat) && s !== undefined;
    if (this.rowStyled) this.sheet.rowStyles.set(this.row, this.known(Number(s)));
  }

  private openCell({ r, t, s }: Attributes): void {
    if (r === undefined) this.column += 1;
    else {
      const [row, column] = cellPlace(r);
      this.column = column;
      if (row >= 0) this.row = row;
    }
    this.requirePlace(this.row, this.column);
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : this.known(Number(s));
    this.value = '';
    this.formula = '';
    this.formulaAttributes = undefined;
  }

  /** A cell elsewhere would make every later walk over the rows endless. */
  private requirePlace(row: number, column: number): void {
    if (row >= 0 && row < ROWS_MAX && column >= 0 && column < COLUMNS_MAX) return;
    throw new WorkbookRefused(
      `The file is damaged: "${this.sheet.name}" has cells outside a sheet.`,
    );
  }

  private known(style: number): number {
    return style < this.context.styles ? style : 0;
  }

  private closeCell(): void {
    const { row, column, sheet } = this;
    const value = this.cellValue();
    const formula = this.cellFormula();
    if (value !== undefined || formula !== undefined) {
      const cells = sheet.cells.column(column);
      cells.put(row, value, formula);
      if (formula !== undefined) cells.fromFile.add(row);
    }
    if (this.style !== 0 || this.rowStyled || sheet.columnStyles.has(column)) {
      sheet.cells.column(column).setStyle(row, this.style);
    }
  }

  private cellValue(): CellValue | undefined {
    if (this.type === 'inlineStr') return this.inline.end();
    if (this.value === '' && this.type !== 'str') return undefined;
    switch (this.type) {
      case 's':
        return this.context.strings[Number(this.value)] ?? '';
      case 'b':
        return isOn(this.value);
      case 'e':
        return CellError.named(this.value) ?? CellError.of('#VALUE!');
      case 'str':
        return this.value === '' && this.formulaAttributes === undefined
          ? undefined
          : unescapeCellText(this.value);
      case 'd':
        return isoSerial(this.value, this.context.date1904) ?? this.value;
      default:
        return this.numberValue();
    }
  }

  private numberValue(): number {
    const value = Number(this.value);
    if (Number.isFinite(value)) return value;
    const cell = cellAddress(this.row, this.column);
    throw new WorkbookRefused(`The file is damaged: "${this.sheet.name}" ${cell} holds no number.`);
  }

  private readArray(reference: string): void {
    const at = parseAddress(reference)?.area;
    if (at !== undefined) this.sheet.arrays.set(`${this.row},${this.column}`, at);
  }

  private cellFormula(): string | undefined {
    const attributes = this.formulaAttributes;
    if (attributes === undefined) return undefined;
    const { t, si, ref } = attributes;
    const own = this.formula === '' ? undefined : `=${unescapeCellText(this.formula)}`;
    if (t === 'array' && ref !== undefined && own !== undefined) this.readArray(ref);
    if (t !== 'shared' || si === undefined) return own;
    if (own !== undefined) {
      this.shared.set(si, { formula: own, row: this.row, column: this.column });
      return own;
    }
    const master = this.shared.get(si);
    return master === undefined
      ? undefined
      : movedFormula(master.formula, [master.row, master.column], [this.row, this.column]);
  }
}

/** The serial number of a cell of type d, such as 2024-03-31T18:00:00 [doc: ECMA-376 ST_CellType]. */
function isoSerial(text: string, date1904: boolean): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour, minute, second] = parts
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  const serial = daySerial({ year, month, day }, date1904);
  const time = (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0);
  return serial === undefined ? undefined : serial + time / 86_400;
}
