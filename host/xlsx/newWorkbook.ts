/** A workbook with nothing in it. */
import { HostWorkbook } from '../model/workbook';
import { namesState, settingsState, workbookState, type Origin } from './origin';
import { escapeXml } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
const FILLS =
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';
const BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const FORMAT = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

/** The cell formats of a workbook where nothing is formatted. */
export const STYLES = [
  HEAD,
  `<styleSheet xmlns="${MAIN}">`,
  `<fonts count="1">${FONT}</fonts>`,
  `<fills count="2">${FILLS}</fills>`,
  `<borders count="1">${BORDER}</borders>`,
  `<cellStyleXfs count="1">${FORMAT}</cellStyleXfs>`,
  `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

const CONTENT_TYPES = [
  HEAD,
  `<Types xmlns="${PACKAGE}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
  '</Types>',
].join('');

function relationships(
  items: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const elements = items.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

function workbookXml(date1904: boolean): string {
  return [
    HEAD,
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>',
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12000"/></bookViews>',
    '<sheets></sheets>',
    '</workbook>',
  ].join('');
}

/** A workbook without sheets, to be filled by code; it needs a sheet before it is saved. */
export function newWorkbook(options: { readonly date1904?: boolean } = {}): HostWorkbook {
  return new HostWorkbook(undefined, options.date1904 ?? false);
}

/** The file that a workbook without a file is saved into. */
export function newOrigin({ date1904, properties }: HostWorkbook): Origin {
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', 'extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/app.xml': `${HEAD}<Properties xmlns="${EXTENDED}"><Company>${escapeXml(properties.company)}</Company></Properties>`,
    'xl/workbook.xml': workbookXml(date1904),
    'xl/_rels/workbook.xml.rels': relationships([['rId1', 'styles', 'styles.xml']]),
    'xl/styles.xml': STYLES,
  };
  const encoder = new TextEncoder();
  const empty = new HostWorkbook();
  return {
    entries: new Map(Object.entries(parts).map(([part, text]) => [part, encoder.encode(text)])),
    workbookPart: 'xl/workbook.xml',
    stylesPart: 'xl/styles.xml',
    sheets: new Map(),
    tables: new Map(),
    charts: new Map(),
    xmlParts: new Map(),
    styles: empty.styles.count,
    names: namesState(empty),
    settings: settingsState(empty),
    workbookState: workbookState(empty),
  };
}
