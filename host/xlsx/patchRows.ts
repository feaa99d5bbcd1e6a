/** Changes the rows and cells of a sheet part while it streams by; what was not changed keeps its text. */
import type { HostSheet } from '../model/sheet';
import { cellXml, rowAttributes, type FormatOf } from './cellXml';
import { prefixedTags, rootPrefix, withAttributes } from './edit';
import type { Aspects } from './origin';
import { cellPlace } from './readCells';
import type { Attributes, Splice, XmlNode } from './xml';

/** A sheet of the file and how it was when it was opened. */
export interface PatchedSheet {
  readonly part: string;
  readonly text: string;
  readonly sheet: HostSheet;
  readonly before: Aspects;
  readonly now: Aspects;
}

/** The row that streams by. */
interface RowInFile {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  /** Its changed columns, and how many of them are done. */
  readonly changed: readonly number[];
  done: number;
}

/** Gathers the splices of rows and cells. */
export class RowPatcher {
  /** Whether a formula of the file was replaced by something else. */
  formulaGone = false;
  private readonly splices: Splice[] = [];
  private readonly text: string;
  private readonly sheet: HostSheet;
  private readonly prefix: string;
  /** The changed columns of each changed row. */
  private readonly changes: Map<number, number[]>;
  private readonly changedRows: readonly number[];
  private readonly reshapedRows: ReadonlySet<number>;
  private nextRow = 0;
  private current: RowInFile = { row: -1, start: 0, openEnd: 0, changed: [], done: 0 };
  private column = -1;
  private cellStart = 0;
  private formula: Attributes | undefined;
  /** Shared formulas whose first cell was changed: the others need a formula of their own. */
  private readonly broken = new Set<string>();

  constructor(
    { text, sheet, before, now }: PatchedSheet,
    private readonly formatOf: FormatOf,
  ) {
    this.text = text;
    this.sheet = sheet;
    this.prefix = rootPrefix(text);
    this.reshapedRows = differentRows(before.rows, now.rows);
    this.changes = changedCells(sheet);
    for (const row of this.reshapedRows) if (!this.changes.has(row)) this.changes.set(row, []);
    this.changedRows = [...this.changes.keys()].sort((one, two) => one - two);
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    if (name === 'row') this.openRow(attributes, start, end);
    else if (name === 'c') this.openCell(attributes, start);
    else if (name === 'f') this.formula = attributes;
  }

  close(name: string, start: number, end: number): void {
    if (name === 'c') this.closeCell(end);
    else if (name === 'row') this.closeRow(start, end);
  }

  /** All splices; the rows that are left come after the last one. */
  finish(data: XmlNode | undefined): Splice[] {
    if (data === undefined) return [];
    const rows = this.rowsBefore(Infinity);
    if (rows === '') return this.splices;
    if (data.closeStart !== data.start) {
      return [...this.splices, { start: data.closeStart, end: data.closeStart, text: rows }];
    }
    const whole = `<${this.prefix}sheetData>${rows}</${this.prefix}sheetData>`;
    return [...this.splices, { start: data.start, end: data.end, text: whole }];
  }

  private openRow(attributes: Attributes, start: number, openEnd: number): void {
    const number = attributes['r'];
    const row = number === undefined ? this.current.row + 1 : Number(number) - 1;
    this.insert(start, this.rowsBefore(row));
    if (this.changedRows[this.nextRow] === row) this.nextRow += 1;
    this.current = { row, start, openEnd, changed: this.changes.get(row) ?? [], done: 0 };
    this.column = -1;
  }

  /** The new rows that stand before a row of the file. */
  private rowsBefore(row: number): string {
    const rows: string[] = [];
    for (
      let next = this.changedRows[this.nextRow];
      next !== undefined && next < row;
      next = this.changedRows[this.nextRow]
    ) {
      this.nextRow += 1;
      const cells = this.cells(next, this.changes.get(next) ?? []);
      const attributes = rowAttributes(this.sheet, next, this.formatOf);
      const name = `${this.prefix}row`;
      if (cells !== '' || attributes !== '') {
        rows.push(`<${name} r="${next + 1}"${attributes}>${cells}</${name}>`);
      }
    }
    return rows.join('');
  }

  private cells(row: number, columns: readonly number[]): string {
    const xml = columns.map((column) =>
      cellXml(this.sheet, [row, column], this.sheet.cells.column(column), this.formatOf),
    );
    return prefixedTags(xml.join(''), this.prefix);
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.splices.push({ start: at, end: at, text });
  }

  private openCell(attributes: Attributes, start: number): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : cellPlace(reference)[1];
    this.cellStart = start;
    this.formula = undefined;
    const { current, column } = this;
    const first = current.done;
    while ((current.changed[current.done] ?? Infinity) < column) current.done += 1;
    this.insert(start, this.cells(current.row, current.changed.slice(first, current.done)));
  }

  private closeCell(end: number): void {
    const { current, column, formula } = this;
    const isChanged = current.changed[current.done] === column;
    if (isChanged) current.done += 1;
    const shared = formula?.['t'] === 'shared' ? formula['si'] : undefined;
    if (isChanged && shared !== undefined && formula?.['ref'] !== undefined) {
      this.broken.add(shared);
    }
    const isOrphan = shared !== undefined && this.broken.has(shared);
    if (!isChanged && !isOrphan) return;
    const cell = this.cells(current.row, [column]);
    this.splices.push({ start: this.cellStart, end, text: cell });
    if (formula !== undefined && this.sheet.cells.formula(current.row, column) === undefined) {
      this.formulaGone = true;
    }
  }

  private closeRow(start: number, end: number): void {
    const { current } = this;
    if (!this.changes.has(current.row)) return;
    const cells = this.cells(current.row, current.changed.slice(current.done));
    const open = this.rowTag();
    if (start === current.start) {
      const name = `${this.prefix}row`;
      const whole = cells === '' ? open : `${open.replace(/\s*\/>$/, '>')}${cells}</${name}>`;
      this.splices.push({ start, end, text: whole });
      return;
    }
    this.splices.push({ start: current.start, end: current.openEnd, text: open });
    this.insert(start, cells);
  }

  /** The tag of a row with its present height and state; spans may not fit any more and are only a help. */
  private rowTag(): string {
    const { row, start, openEnd } = this.current;
    const tag = withAttributes(this.text.slice(start, openEnd), { spans: undefined });
    if (!this.reshapedRows.has(row)) return tag;
    const height = this.sheet.rowHeights.get(row);
    const style = this.sheet.rowStyles.get(row);
    return withAttributes(tag, {
      ht: height === undefined ? undefined : String(height),
      customHeight: height === undefined ? undefined : '1',
      hidden: this.sheet.hiddenRows.has(row) ? '1' : undefined,
      s: style === undefined ? undefined : String(this.formatOf(style)),
      customFormat: style === undefined ? undefined : '1',
    });
  }
}

/** The changed columns of each row, from left to right. */
function changedCells(sheet: HostSheet): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [number, column] of sheet.cells.filled()) {
    const { end } = column;
    for (let row = 0; row < end; row += 1) {
      if (!column.isTouched(row)) continue;
      const columns = rows.get(row);
      if (columns === undefined) rows.set(row, [number]);
      else columns.push(number);
    }
  }
  return rows;
}

type RowsAspect = readonly [
  heights: readonly (readonly [number, number])[],
  hidden: readonly number[],
  styles: readonly (readonly [number, number])[],
];

/** The rows whose height, hiding or style is not what it was. */
function differentRows(before: string, now: string): Set<number> {
  const facts = (aspect: string): Set<string> => {
    const [heights, hidden, styles] = JSON.parse(aspect) as RowsAspect;
    return new Set([
      ...heights.map(([row, height]) => `${row} height ${height}`),
      ...hidden.map((row) => `${row} hidden`),
      ...styles.map(([row, style]) => `${row} style ${style}`),
    ]);
  };
  if (before === now) return new Set();
  const [old, present] = [facts(before), facts(now)];
  const different = [...old, ...present].filter((fact) => !old.has(fact) || !present.has(fact));
  return new Set(different.map((fact) => parseInt(fact, 10)));
}
