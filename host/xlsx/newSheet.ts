/** Writes a sheet that the file did not have. */
import { areaAddress } from '../model/area';
import type { HostSheet } from '../model/sheet';
import { rowsXml, type FormatOf } from './cellXml';
import { escapeXml } from './xml';
import {
  autoFilterXml,
  colsXml,
  headerFooterXml,
  hyperlinksXml,
  listXml,
  mergeCellsXml,
  pageMarginsXml,
  pageSetupXml,
  printOptionsXml,
  protectionXml,
  SHEET_OPEN,
  sheetPrXml,
  sheetViewsXml,
} from './sheetXml';

/** What a sheet part needs from outside it. */
export interface SheetLinks {
  readonly formatOf: FormatOf;
  /** Whether the sheet is the one in view. */
  readonly selected: boolean;
  /** The relationship ids of its tables. */
  readonly tables: readonly string[];
  /** The custom properties and their relationship ids. */
  readonly custom: readonly (readonly [name: string, id: string])[];
  /** The relationship id of its drawing, '' for none. */
  readonly drawing: string;
  /** The relationship id of a web address. */
  relate(address: string): string;
}

/** The XML of a whole sheet. */
export function newSheetXml(sheet: HostSheet, links: SheetLinks): string {
  const used = sheet.cells.used(false);
  const { page } = sheet;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    SHEET_OPEN,
    sheetPrXml('', sheet),
    `<dimension ref="${used === undefined ? 'A1' : areaAddress(used)}"/>`,
    sheetViewsXml('', sheet, links.selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    colsXml('', sheet, links.formatOf),
    '<sheetData>',
    rowsXml(sheet, links.formatOf),
    '</sheetData>',
    protectionXml('', sheet),
    autoFilterXml('', sheet.filter),
    mergeCellsXml(sheet.merges),
    hyperlinksXml(sheet, (address) => links.relate(address)),
    printOptionsXml('', page),
    pageMarginsXml(page),
    pageSetupXml('', page),
    headerFooterXml('', page),
    customPropertiesXml(links.custom),
    drawingXml(links.drawing),
    listXml(
      'tableParts',
      links.tables.map((id) => `<tablePart r:id="${id}"/>`),
    ),
    '</worksheet>',
  ].join('');
}

/** The list of custom properties; their values lie in parts of their own. */
export function customPropertiesXml(custom: SheetLinks['custom']): string {
  if (custom.length === 0) return '';
  const items = custom.map(([name, id]) => `<customPr name="${escapeXml(name)}" r:id="${id}"/>`);
  return `<customProperties>${items.join('')}</customProperties>`;
}

export function drawingXml(id: string): string {
  return id === '' ? '' : `<drawing r:id="${id}"/>`;
}
