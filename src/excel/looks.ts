/** How a report looks: fonts, fills, number formats, widths, frozen head and print set-up. */
import { type ColumnType, isDateType } from '../reports/sheet';
import { at } from '../core/assert';
import { hostCode } from './hostFailure';
import type { DataArea, Layout, Look, LookRow } from './layOut';

const INK = '#1F3A4D';
const MUTED = '#5B6B75';
const TOTAL_FILL = '#E8EFF3';
const LINE = '#B8C6CE';

/** Invariant format codes: Excel shows them in the user's own separators (H12). */
export const numberFormats: Readonly<Record<ColumnType, string>> = {
  text: '@',
  cents: '#,##0.00;[Red]-#,##0.00',
  count: '#,##0',
  // Half a unit is shown, and no point behind a whole one.
  units: 'General',
  share: '0.00%;[Red]-0.00%',
  moment: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
  month: 'yyyy-mm',
};

function area(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  size: readonly [rows: number, columns: number],
): Excel.Range {
  return sheet.getRangeByIndexes(row, column, size[0], size[1]);
}

/**
 * Number formats come before the values: a text column must be text before a code such as 00123 is
 * written into it. The rows above a table are text as well.
 */
export function formatNumbers(sheet: Excel.Worksheet, layout: Layout): void {
  const all = area(sheet, 0, 0, [layout.rows.length, layout.columns]);
  all.numberFormat = sameFormat('@');
  for (const data of layout.areas) {
    const rows = data.endRow - data.firstRow + Number(data.hasTotal);
    if (rows === 0) continue;
    for (const [column, type] of data.types.entries()) {
      if (type === 'text') continue;
      const range = area(sheet, data.firstRow, column, [rows, 1]);
      range.numberFormat = sameFormat(numberFormats[type]);
      if (type !== 'cents') continue;
      for (const row of data.countRows) {
        area(sheet, row, column, [1, 1]).numberFormat = sameFormat(numberFormats.count);
      }
    }
  }
}

/** One format for a whole range; Office.js takes the single value although its type says matrix. */
export function sameFormat(format: string): string[][] {
  return format as unknown as string[][];
}

/** Fonts, fills, alignment, widths, frozen head. */
export function paint(sheet: Excel.Worksheet, layout: Layout): void {
  sheet.showGridlines = false;
  sheet.tabColor = INK;
  for (const [column, width] of layout.widths.entries()) {
    area(sheet, 0, column, [1, 1]).format.columnWidth = pointsOfCharacters(width);
  }
  for (const row of layout.looks) paintRow(sheet, layout, row);
  for (const data of layout.areas) paintData(sheet, data);
  wrapProse(sheet, layout);
  sheet.freezePanes.freezeRows(layout.headRows);
}

/** Points of so many digits of the default font: 7 pixels each and 5 of padding. */
export function pointsOfCharacters(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

type FontLook = Partial<Pick<Excel.RangeFont, 'bold' | 'italic' | 'size' | 'color'>>;

const fonts: Readonly<Record<Look, FontLook>> = {
  title: { bold: true, size: 16, color: INK },
  question: { italic: true, size: 11, color: INK },
  info: { size: 9, color: MUTED },
  stamp: { size: 8, color: MUTED },
  blank: {},
  tableTitle: { bold: true, size: 12, color: INK },
  head: { bold: true, color: '#FFFFFF' },
  total: { bold: true, color: INK },
};

function paintRow(sheet: Excel.Worksheet, layout: Layout, { look, row, columns }: LookRow): void {
  if (look === 'blank') return;
  const range = area(sheet, row, 0, [1, columns]);
  range.format.font.set(fonts[look]);
  if (look === 'head') {
    range.format.fill.color = INK;
    range.format.wrapText = true;
    range.format.verticalAlignment = 'Center';
    range.format.rowHeight = 15 * linesOf(layout, row) + 6;
  }
  if (look === 'total') {
    range.format.fill.color = TOTAL_FILL;
    edge(range, 'EdgeTop', INK);
  }
}

/** Lines that the longest cell of a row takes when it is wrapped; text has more letters than digits. */
function linesOf(layout: Layout, row: number, lettersADigit = 1): number {
  const lines = at(layout.rows, row).map((cell, column) => {
    const width = Math.max((at(layout.widths, column) - 1) * lettersADigit, 1);
    const ofText = (text: string): number => Math.max(1, Math.ceil((text.length + 1) / width));
    return String(cell)
      .split('\n')
      .reduce((sum, text) => sum + ofText(text), 0);
  });
  return Math.max(1, ...lines);
}

function paintData(sheet: Excel.Worksheet, data: DataArea): void {
  const rows = data.endRow - data.firstRow + Number(data.hasTotal);
  for (const [column, type] of data.types.entries()) {
    const alignment = type === 'text' || isDateType(type) ? 'Left' : 'Right';
    const withHead = area(sheet, data.firstRow - 1, column, [rows + 1, 1]);
    withHead.format.horizontalAlignment = alignment;
    // A text behind a number would touch it.
    if (type === 'text' && column > 0) withHead.format.indentLevel = 1;
  }
  const columns = data.types.length;
  for (const row of data.anchorRows) {
    const range = area(sheet, row, 0, [1, columns]);
    range.format.font.set(fonts.total);
    range.format.fill.color = TOTAL_FILL;
  }
  for (const row of data.groupRows) edge(area(sheet, row, 0, [1, columns]), 'EdgeTop', LINE);
  if (data.endRow > data.firstRow) {
    edge(area(sheet, data.endRow - 1, 0, [1, columns]), 'EdgeBottom', LINE);
  }
}

/** Letters of a sentence in the room of a digit; a line ends with its last whole word. */
const SENTENCE = 1.08;

/** Above so many rows, all are as high as the highest: a command for each would take minutes. */
const MANY_ROWS = 2_000;

/** Sentences are wrapped, and their rows as high as they need. */
function wrapProse(sheet: Excel.Worksheet, layout: Layout): void {
  for (const { firstRow, endRow, hasProse } of layout.areas) {
    if (endRow === firstRow || !hasProse) continue;
    const range = area(sheet, firstRow, 0, [endRow - firstRow, layout.columns]);
    range.format.wrapText = true;
    range.format.verticalAlignment = 'Top';
    for (const { row, rows, lines } of runsOfHeight(layout, firstRow, endRow)) {
      area(sheet, row, 0, [rows, 1]).format.rowHeight = Math.min(15 * lines, 409);
    }
  }
}

interface HeightRun {
  readonly row: number;
  readonly rows: number;
  readonly lines: number;
}

/** Rows beside each other that need as many lines, such as the two of a pair that have one reason. */
function runsOfHeight(layout: Layout, firstRow: number, endRow: number): HeightRun[] {
  const runs: HeightRun[] = [];
  for (let row = firstRow; row < endRow; row++) {
    const lines = linesOf(layout, row, SENTENCE);
    const last = runs.at(-1);
    if (last?.lines === lines) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, rows: 1, lines });
  }
  if (endRow - firstRow <= MANY_ROWS) return runs;
  const lines = runs.reduce((most, one) => Math.max(most, one.lines), 1);
  return [{ row: firstRow, rows: endRow - firstRow, lines }];
}

function edge(range: Excel.Range, side: 'EdgeTop' | 'EdgeBottom', color: string): void {
  const border = range.format.borders.getItem(side);
  border.style = 'Continuous';
  border.weight = 'Thin';
  border.color = color;
}

/**
 * Print set-up: one page wide, head repeated, page numbers in the footer. A request of its own: Excel
 * refuses it where no printer is installed, and the figures do not hang on that.
 */
export async function setUpPrint(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: Layout,
): Promise<void> {
  const { pageLayout } = sheet;
  // Charts below each other fill an upright page.
  const isWide = layout.columns > 5 && layout.charts === undefined;
  pageLayout.orientation = isWide ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintTitleRows(`$${layout.headRows}:$${layout.headRows}`);
  pageLayout.setPrintArea(area(sheet, 0, 0, [layout.rows.length, layout.columns]));
  pageLayout.headersFooters.defaultForAllPages.leftFooter = 'Practice Ledger';
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '&A';
  pageLayout.headersFooters.defaultForAllPages.rightFooter = 'Page &P of &N';
  try {
    await context.sync();
  } catch (error) {
    if (!printRefusals.has(hostCode(error))) throw error;
  }
}

/** What Excel says where it cannot set up pages. */
const printRefusals: ReadonlySet<string> = new Set([
  'GeneralException',
  'InvalidOperation',
  'NotImplemented',
]);
