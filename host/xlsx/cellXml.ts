/** Rows and cells as XML. Text stands in the cell itself, so that the shared strings of the file stay as they are. */
import { parseStructRef, stringifyStructRef, stringifyTokens, tokenize } from '@borgar/fx';
import { withFunctionNames } from '../calc/parse';
import { areaAddress, cellAddress } from '../model/area';
import { CellError, type CellValue } from '../model/cell';
import type { Column } from '../model/column';
import type { HostSheet } from '../model/sheet';
import { escapeCellText, escapeXml } from './xml';

/** Gives the cell format of the file for a style of the model. */
export type FormatOf = (style: number) => number;

/** One cell; '' where there is nothing to say of it. */
export function cellXml(
  sheet: HostSheet,
  [row, column]: readonly [row: number, column: number],
  cells: Column,
  formatOf: FormatOf,
): string {
  const value = cells.values[row];
  const formula = cells.formulas.get(row);
  const own = cells.styleOf(row);
  if (value === undefined && formula === undefined && own === undefined) return '';
  const format = formatOf(own ?? sheet.styleAt(row, column));
  const start = `<c r="${cellAddress(row, column)}"${format === 0 ? '' : ` s="${format}"`}`;
  if (formula !== undefined) {
    const array = sheet.arrays.get(`${row},${column}`);
    const kind = array === undefined ? '' : ` t="array" ref="${areaAddress(array)}"`;
    const body = escapeCellText(fileFormula(formula, sheet.owner.functionNames));
    return `${start}${formulaXml(`<f${kind}>${body}</f>`, value)}</c>`;
  }
  return value === undefined ? `${start}/>` : `${start}${valueXml(value)}</c>`;
}

function valueXml(value: CellValue): string {
  if (typeof value === 'number') return `><v>${numberText(value)}</v>`;
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`;
  if (value instanceof CellError) return ` t="e"><v>${escapeXml(value.code)}</v>`;
  return ` t="inlineStr"><is>${textXml(value)}</is>`;
}

/** A value that is still to come is left out: Excel calculates the cell when it opens the file. */
function formulaXml(body: string, value: CellValue | undefined): string {
  if (value === undefined || value === CellError.of('#BUSY!')) return `>${body}`;
  if (typeof value === 'number') return `>${body}<v>${numberText(value)}</v>`;
  if (typeof value === 'boolean') return ` t="b">${body}<v>${value ? 1 : 0}</v>`;
  if (value instanceof CellError) return ` t="e">${body}<v>${escapeXml(value.code)}</v>`;
  return ` t="str">${body}<v>${escapeCellText(value)}</v>`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A cell cannot hold ${value}.`);
  return String(value).replace('e', 'E');
}

function textXml(text: string): string {
  const kept = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${escapeCellText(text)}</t>`;
}

/**
 * A formula as the file has it: without "=", with [#This Row] for the @ of a table [doc: structured references in
 * files], and with the file's names for functions of add-ins [issue office-js#5611].
 */
function fileFormula(shown: string, functionNames: ReadonlyMap<string, string>): string {
  const formula = withFunctionNames(shown, functionNames) ?? shown;
  const body = formula.slice(1);
  if (!body.includes('[@') && !/\[\[#this row\]/i.test(body)) return body;
  const tokens = tokenize(formula).map((token) => {
    const reference = token.type === 'structured' ? parseStructRef(token.value) : undefined;
    return reference === undefined
      ? token
      : { ...token, value: stringifyStructRef(reference, { thisRow: true }) };
  });
  return stringifyTokens(tokens).slice(1);
}

/** The attributes of a row besides its number. */
export function rowAttributes(sheet: HostSheet, row: number, formatOf: FormatOf): string {
  const height = sheet.rowHeights.get(row);
  const style = sheet.rowStyles.get(row);
  return [
    style === undefined ? '' : ` s="${formatOf(style)}" customFormat="1"`,
    height === undefined ? '' : ` ht="${height}" customHeight="1"`,
    sheet.hiddenRows.has(row) ? ' hidden="1"' : '',
  ].join('');
}

/** Rows that are put together before the next are made: short-lived strings cost the memory little. */
const BLOCK_ROWS = 500;

/** All rows of a sheet that say anything. */
export function rowsXml(sheet: HostSheet, formatOf: FormatOf): string {
  const columns = sheet.cells.filled();
  const last = Math.max(
    0,
    ...columns.map(([, column]) => column.end),
    ...numbersOf(sheet.rowHeights.keys()),
    ...numbersOf(sheet.hiddenRows),
    ...numbersOf(sheet.rowStyles.keys()),
  );
  const blocks: string[] = [];
  for (let first = 0; first < last; first += BLOCK_ROWS) {
    const pieces: string[] = [];
    for (let row = first; row < Math.min(first + BLOCK_ROWS, last); row += 1) {
      const attributes = rowAttributes(sheet, row, formatOf);
      const cells = columns.map(([number, column]) =>
        cellXml(sheet, [row, number], column, formatOf),
      );
      if (attributes !== '' || cells.some((cell) => cell !== '')) {
        pieces.push(`<row r="${row + 1}"${attributes}>`, ...cells, '</row>');
      }
    }
    blocks.push(pieces.join(''));
  }
  return blocks.join('');
}

/** One past the greatest of the numbers, as a list, so that it can be spread however many there are. */
function numbersOf(rows: Iterable<number>): number[] {
  let last = -1;
  for (const row of rows) last = Math.max(last, row);
  return [last + 1];
}
