/** RangeFormat, RangeFill, RangeFont and the borders: how the cells of a range look. A property is null where the cells differ [doc: RangeFormat]. */
import { eachCell, intersection, type Area } from '../model/area';
import { displayText } from '../model/displayText';
import { requireUnlocked, restyle } from '../model/edits';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import type { CellStyle, Font, Horizontal, StylePatch, Vertical } from '../model/style';
import { HostObject } from '../protocol/hostObject';
import { choice, color, flag, integer, number, text } from './args';
import { RangeBordersObject } from './rangeBorders';
import type { ApiScope } from './scope';

const HORIZONTALS: readonly Horizontal[] = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
];

const VERTICALS: readonly Vertical[] = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];

/** Points to a character of column width: a character of Calibri 11 has 7 pixels of 3/4 point [doc: ECMA-376 col width]. */
const POINTS_TO_CHARACTER = 5.25;

/** The width of a column that nobody set, in characters as the file holds them. */
const STANDARD_WIDTH = 9.140625;

const STANDARD_HEIGHT = 15;

/** The styles of the cells of an area, each once. */
function stylesIn(scope: ApiScope, sheet: HostSheet, at: Area): CellStyle[] {
  const large = at.rows * at.columns > 1_000_000;
  const used = large ? sheet.cells.used(false) : at;
  const cells = used && intersection(used, at);
  const ids = new Set<number>();
  if (large) ids.add(sheet.columnStyles.get(at.column) ?? sheet.rowStyles.get(at.row) ?? 0);
  if (cells !== undefined) {
    eachCell(cells, (row, column) => {
      ids.add(sheet.styleAt(row, column));
    });
  }
  return [...ids].map((id) => scope.workbook.styles.entry(id).style);
}

function same<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** What the parts of a format share: the cells they are about. */
abstract class FormatPart extends HostObject {
  constructor(
    protected readonly scope: ApiScope,
    protected readonly sheet: HostSheet,
    protected readonly area: Area,
  ) {
    super();
  }

  protected common<T>(pick: (style: CellStyle) => T): T | null {
    return same(stylesIn(this.scope, this.sheet, this.area).map(pick));
  }

  protected change(patch: StylePatch): void {
    restyle(this.scope.workbook, this.sheet, this.area, patch);
  }
}

class RangeFillObject extends FormatPart {
  readonly className = 'RangeFill';

  /** White where nothing is filled, '' where the cells differ [doc: RangeFill.color]. */
  get Color(): string {
    return this.common((style) => style.fill ?? '#FFFFFF') ?? '';
  }

  set Color(value: unknown) {
    this.change({ fill: color(value) });
  }

  Clear(): void {
    this.change({ fill: null });
  }
}

class RangeFontObject extends FormatPart {
  readonly className = 'RangeFont';

  get Name(): string | null {
    return this.common((style) => style.font.name);
  }

  set Name(value: unknown) {
    this.set({ name: text(value) });
  }

  get Size(): number | null {
    return this.common((style) => style.font.size);
  }

  set Size(value: unknown) {
    this.set({ size: number(value) });
  }

  get Color(): string | null {
    return this.common((style) => style.font.color);
  }

  set Color(value: unknown) {
    this.set({ color: color(value) });
  }

  get Bold(): boolean | null {
    return this.common((style) => style.font.bold);
  }

  set Bold(value: unknown) {
    this.set({ bold: flag(value) });
  }

  get Italic(): boolean | null {
    return this.common((style) => style.font.italic);
  }

  set Italic(value: unknown) {
    this.set({ italic: flag(value) });
  }

  get Strikethrough(): boolean | null {
    return this.common((style) => style.font.strikethrough);
  }

  set Strikethrough(value: unknown) {
    this.set({ strikethrough: flag(value) });
  }

  get Underline(): string | null {
    return this.common((style) => (style.font.underline ? 'Single' : 'None'));
  }

  set Underline(value: unknown) {
    this.set({ underline: choice(value, ['None', 'Single']) === 'Single' });
  }

  private set(font: Partial<Font>): void {
    this.change({ font });
  }
}

class FormatProtectionObject extends FormatPart {
  readonly className = 'FormatProtection';

  get Locked(): boolean | null {
    return this.common((style) => style.locked);
  }

  set Locked(value: unknown) {
    this.change({ locked: flag(value) });
  }
}

export class RangeFormatObject extends FormatPart {
  readonly className = 'RangeFormat';

  get Fill(): RangeFillObject {
    return new RangeFillObject(this.scope, this.sheet, this.area);
  }

  get Font(): RangeFontObject {
    return new RangeFontObject(this.scope, this.sheet, this.area);
  }

  get Borders(): RangeBordersObject {
    return new RangeBordersObject(this.scope, this.sheet, this.area);
  }

  get Protection(): FormatProtectionObject {
    return new FormatProtectionObject(this.scope, this.sheet, this.area);
  }

  get HorizontalAlignment(): Horizontal | null {
    return this.common((style) => style.horizontal);
  }

  set HorizontalAlignment(value: unknown) {
    this.change({ horizontal: choice(value, HORIZONTALS) });
  }

  get VerticalAlignment(): Vertical | null {
    return this.common((style) => style.vertical);
  }

  set VerticalAlignment(value: unknown) {
    this.change({ vertical: choice(value, VERTICALS) });
  }

  get WrapText(): boolean | null {
    return this.common((style) => style.wrapText);
  }

  set WrapText(value: unknown) {
    this.change({ wrapText: flag(value) });
  }

  get IndentLevel(): number | null {
    return this.common((style) => style.indent);
  }

  set IndentLevel(value: unknown) {
    const indent = integer(value);
    // [doc: RangeFormat.indentLevel] 0 to 250.
    if (indent < 0 || indent > 250) throw new Refusal('InvalidArgument');
    this.change({ indent });
  }

  /** Points [unverified: rounding to whole pixels]. */
  get ColumnWidth(): number | null {
    const widths: number[] = [];
    const { column, columns } = this.area;
    for (let at = column; at < column + columns; at += 1) {
      const characters = this.sheet.columnWidths.get(at) ?? STANDARD_WIDTH;
      widths.push(Math.round(characters * POINTS_TO_CHARACTER * 100) / 100);
    }
    return same(widths);
  }

  set ColumnWidth(value: unknown) {
    const points = number(value);
    if (points < 0) throw new Refusal('InvalidArgument');
    requireUnlocked(this.sheet, this.area);
    for (let at = this.area.column; at < this.area.column + this.area.columns; at += 1) {
      this.sheet.columnWidths.set(at, points / POINTS_TO_CHARACTER);
    }
  }

  /** Points. */
  get RowHeight(): number | null {
    const heights: number[] = [];
    const rows = Math.min(this.area.rows, 100_000);
    for (let at = this.area.row; at < this.area.row + rows; at += 1) {
      heights.push(this.sheet.rowHeights.get(at) ?? STANDARD_HEIGHT);
    }
    return same(heights);
  }

  set RowHeight(value: unknown) {
    const points = number(value);
    // [doc: Excel specifications and limits] a row is at most 409 points high.
    if (points < 0 || points > 409) throw new Refusal('InvalidArgument');
    requireUnlocked(this.sheet, this.area);
    for (let at = this.area.row; at < this.area.row + this.area.rows; at += 1) {
      this.sheet.rowHeights.set(at, points);
    }
  }

  /** Whether every row has the height that Excel gives it by itself [doc: RangeFormat.useStandardHeight]. */
  get UseStandardHeight(): boolean {
    return !this.ownHeights().length;
  }

  /** False changes nothing [doc: RangeFormat.useStandardHeight]. */
  set UseStandardHeight(value: unknown) {
    if (!flag(value)) return;
    requireUnlocked(this.sheet, this.area);
    for (const row of this.ownHeights()) this.sheet.rowHeights.delete(row);
  }

  private ownHeights(): number[] {
    const { row: first, rows } = this.area;
    const set = [...this.sheet.rowHeights.keys()];
    return set.filter((row) => row >= first && row < first + rows);
  }

  /** Makes each column as wide as its longest text; the true width depends on the font [unverified]. */
  AutofitColumns(): void {
    this.scope.workbook.settle();
    const { styles, date1904 } = this.scope.workbook;
    const used = this.sheet.cells.used(true);
    const cells = used && intersection(used, this.area);
    if (cells === undefined) return;
    for (let column = cells.column; column < cells.column + cells.columns; column += 1) {
      let longest = 0;
      eachCell({ ...cells, column, columns: 1 }, (row) => {
        const { numberFormat } = styles.entry(this.sheet.styleAt(row, column)).style;
        const shown = displayText(this.sheet.cells.value(row, column), numberFormat, date1904);
        longest = Math.max(longest, shown.length);
      });
      if (longest > 0) this.sheet.columnWidths.set(column, Math.min(longest + 1.7, 255));
    }
  }

  /** Gives rows their standard height back; taller text is not measured [unverified]. */
  AutofitRows(): void {
    for (const row of this.ownHeights()) this.sheet.rowHeights.delete(row);
  }
}
