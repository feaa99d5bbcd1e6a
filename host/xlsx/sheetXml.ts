/** The elements of a sheet part other than its rows. Each is made from what the file had, so that what the model does not know stays. */
import { areaAddress, cellAddress, type Area } from '../model/area';
import type { HeaderFooterText, PageSetup } from '../model/pageSetup';
import type { HostSheet } from '../model/sheet';
import type { FormatOf } from './cellXml';
import { childSplices, reworked, withAttributes } from './edit';
import { child, escapeXml, spliced, xmlTree, type Splice, type XmlNode } from './xml';

/** The elements of a sheet in their order [doc: ECMA-376 CT_Worksheet]. */
const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** What an element of the file says, '' where the file has none. */
type Present = string;

export function sheetPrXml(present: Present, sheet: HostSheet): string {
  const fits = sheet.page.fitWide !== undefined || sheet.page.fitTall !== undefined;
  const color = sheet.tabColor === '' ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>`;
  if (present === '' && color === '' && !fits) return '';
  const order = ['tabColor', 'outlinePr', 'pageSetUpPr'];
  return reworked('sheetPr', openable(present, 'sheetPr'), (node, text) => {
    const setUp = child(node, 'pageSetUpPr');
    const old = setUp === undefined ? '<pageSetUpPr/>' : text.slice(setUp.start, setUp.end);
    const page = fits || setUp ? withAttributes(old, { fitToPage: fits ? '1' : undefined }) : '';
    return [
      ...childSplices(node, order, 'tabColor', color),
      ...childSplices(node, order, 'pageSetUpPr', page === '<pageSetUpPr/>' ? '' : page),
    ];
  });
}

/** An element that can take children, from one that the file has or of this name. */
function openable(present: Present, name: string): string {
  const xml = present === '' ? `<${name}></${name}>` : present;
  if (!/^<[^>]*\/>$/.test(xml)) return xml;
  const tag = /^<([^\s/>]+)/.exec(xml)?.[1] ?? name;
  return `${xml.replace(/\s*\/>$/, '>')}</${tag}>`;
}

/** The view: gridlines, headings, frozen panes; zoom and selection of other views stay. */
export function sheetViewsXml(present: Present, sheet: HostSheet, selected: boolean): string {
  const whole =
    present === ''
      ? '<sheetViews><sheetView workbookViewId="0"></sheetView></sheetViews>'
      : present;
  return reworked('sheetViews', whole, (node, text) => {
    const view = child(node, 'sheetView');
    if (view === undefined) return [];
    const opened = openable(text.slice(view.start, view.end), 'sheetView');
    const tree = xmlTree('sheetView', opened);
    const gone = tree.children
      .filter(({ name }) => name === 'pane' || name === 'selection')
      .map(({ start, end }) => ({ start, end, text: '' }));
    const open = withAttributes(opened.slice(tree.start, tree.openEnd), {
      tabSelected: selected ? '1' : undefined,
      showGridLines: sheet.showGridlines ? undefined : '0',
      showRowColHeaders: sheet.showHeadings ? undefined : '0',
      topLeftCell: undefined,
    });
    const changed = spliced(opened, [
      { start: tree.start, end: tree.openEnd, text: open + paneXml(sheet) },
      ...gone,
    ]);
    return [{ start: view.start, end: view.end, text: changed }];
  });
}

function paneXml({ frozen: { rows, columns } }: HostSheet): string {
  if (rows === 0 && columns === 0) return '';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  const corner = cellAddress(rows, columns);
  return (
    `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

/** Widths, hidden columns and column styles, one element a run of columns that are alike. */
export function colsXml(present: Present, sheet: HostSheet, formatOf: FormatOf): string {
  const before = presentColumns(present);
  const columns = new Set([
    ...before.keys(),
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...sheet.columnStyles.keys(),
  ]);
  const runs: { first: number; last: number; tag: string }[] = [];
  for (const column of [...columns].sort((one, two) => one - two)) {
    const tag = columnTag(before.get(column) ?? '<col/>', sheet, column, formatOf);
    if (tag === '<col/>') continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === column - 1 && run.tag === tag) run.last = column;
    else runs.push({ first: column, last: column, tag });
  }
  if (runs.length === 0) return '';
  const cols = runs.map(({ first, last, tag }) =>
    tag.replace(/^<col/, `<col min="${first + 1}" max="${last + 1}"`),
  );
  return `<cols>${cols.join('')}</cols>`;
}

function columnTag(tag: string, sheet: HostSheet, column: number, formatOf: FormatOf): string {
  const width = sheet.columnWidths.get(column);
  const style = sheet.columnStyles.get(column);
  const hidden = sheet.hiddenColumns.has(column);
  // A column element needs a width [doc: Excel repairs files without one; unverified].
  const needed = width ?? (style !== undefined || hidden ? 9.140625 : undefined);
  return withAttributes(tag, {
    width: needed === undefined ? undefined : String(Math.round(needed * 1e6) / 1e6),
    customWidth: width === undefined ? undefined : '1',
    style: style === undefined ? undefined : String(formatOf(style)),
    hidden: hidden ? '1' : undefined,
  });
}

/** The column elements of the file, one a column, without their numbers. */
function presentColumns(present: Present): Map<number, string> {
  const columns = new Map<number, string>();
  if (present === '') return columns;
  for (const { attributes } of xmlTree('cols', present).children) {
    const { min, max, ...rest } = attributes;
    const written = Object.entries(rest).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
    for (let column = Number(min) - 1; column < Math.min(Number(max), 16_384); column += 1) {
      columns.set(column, `<col${written.join('')}/>`);
    }
  }
  return columns;
}

export function mergeCellsXml(merges: readonly Area[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map((merge) => `<mergeCell ref="${areaAddress(merge)}"/>`);
  return `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`;
}

/** Links; relate gives the relationship id of a web address. */
export function hyperlinksXml(sheet: HostSheet, relate: (address: string) => string): string {
  if (sheet.hyperlinks.size === 0) return '';
  const links = [...sheet.hyperlinks].map(([cell, link]) => {
    const { address, documentReference, screenTip } = link;
    return [
      `<hyperlink ref="${cell}"`,
      address === undefined ? '' : ` r:id="${relate(address)}"`,
      documentReference === undefined ? '' : ` location="${escapeXml(documentReference)}"`,
      screenTip === undefined ? '' : ` tooltip="${escapeXml(screenTip)}"`,
      '/>',
    ].join('');
  });
  return `<hyperlinks>${links.join('')}</hyperlinks>`;
}

export function protectionXml(present: Present, sheet: HostSheet): string {
  if (!sheet.protection.protected) return '';
  return present === '' ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : present;
}

export function autoFilterXml(present: Present, filter: Area | undefined): string {
  if (filter === undefined) return '';
  const ref = areaAddress(filter);
  return withAttributes(present === '' ? '<autoFilter/>' : present, { ref });
}

export function printOptionsXml(present: Present, page: PageSetup): string {
  const on = (value: boolean): string | undefined => (value ? '1' : undefined);
  const xml = withAttributes(present === '' ? '<printOptions/>' : present, {
    horizontalCentered: on(page.centerHorizontally),
    verticalCentered: on(page.centerVertically),
    headings: on(page.printHeadings),
    gridLines: on(page.printGridlines),
  });
  return xml === '<printOptions/>' ? '' : xml;
}

export function pageMarginsXml({ margins }: PageSetup): string {
  const { left, right, top, bottom, header, footer } = margins;
  const inches = (value: number): string => String(Math.round(value * 1e6) / 1e6);
  return withAttributes('<pageMargins/>', {
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: inches(header),
    footer: inches(footer),
  });
}

export function pageSetupXml(present: Present, page: PageSetup): string {
  const on = (value: boolean): string | undefined => (value ? '1' : undefined);
  const fits = page.fitWide !== undefined || page.fitTall !== undefined;
  const xml = withAttributes(present === '' ? '<pageSetup/>' : present, {
    paperSize: page.paper === undefined ? undefined : String(page.paper),
    scale: fits || page.scale === 100 ? undefined : String(page.scale),
    firstPageNumber: page.firstPage === undefined ? undefined : String(page.firstPage),
    fitToWidth: fits ? String(page.fitWide ?? 0) : undefined,
    fitToHeight: fits ? String(page.fitTall ?? 0) : undefined,
    pageOrder: page.downThenOver ? undefined : 'overThenDown',
    orientation: page.orientation === 'landscape' ? 'landscape' : undefined,
    blackAndWhite: on(page.blackAndWhite),
    draft: on(page.draft),
    useFirstPageNumber: on(page.firstPage !== undefined),
  });
  return xml === '<pageSetup/>' ? '' : xml;
}

export function headerFooterXml(present: Present, page: PageSetup): string {
  const { odd, even, first } = page.text;
  const parts: readonly (readonly [string, HeaderFooterText])[] = [
    ['oddHeader', odd.header],
    ['oddFooter', odd.footer],
    ['evenHeader', even.header],
    ['evenFooter', even.footer],
    ['firstHeader', first.header],
    ['firstFooter', first.footer],
  ];
  const texts = parts.map(([name, { left, center, right }]) => {
    const text = `${left && `&L${left}`}${center && `&C${center}`}${right && `&R${right}`}`;
    return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
  });
  if (texts.join('') === '' && present === '') return '';
  const open = withAttributes(present === '' ? '<headerFooter>' : openTag(present), {
    differentFirst: page.differentFirst ? '1' : undefined,
    differentOddEven: page.differentOddEven ? '1' : undefined,
  });
  return `${open}${texts.join('')}</headerFooter>`;
}

function openTag(element: string): string {
  return `${/^<[^>]*?(?=\s*\/?>)/.exec(element)?.[0] ?? ''}>`;
}

/** An element that counts its items, such as tableParts; '' for none. */
export function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** The element of an opened sheet part as it stands there. */
export function presentElement(text: string, top: XmlNode, name: string): Present {
  const node = child(top, name);
  return node === undefined ? '' : text.slice(node.start, node.end);
}

/** The splice of one element of the sheet. */
export function elementSplices(top: XmlNode, name: string, element: string): Splice[] {
  return childSplices(top, SHEET_ORDER, name, element);
}

/** The namespaces of a new sheet part. */
export const SHEET_OPEN =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';
