/** Allocated rows on a sheet, and SUMIFS over them on the sheet before it: an .xlsx written by hand, without values. */
import { strToU8, zipSync } from 'fflate';
import { dayOfMoment } from '../src/core/day';
import type { FigureRows } from '../src/engine/incomeFigures';
import type { Query } from './functionsProcess';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Provider, day and amount in columns A to C of Rows; without queries Figures has no formula. */
export function writeRowsWorkbook(
  rows: FigureRows,
  names: readonly string[],
  queries: readonly Query[],
): Uint8Array {
  const last = rows.cents.length;
  const range = (column: string): string => `Rows!$${column}$1:$${column}$${last}`;
  const figures = queries.map(({ provider, from, to }, row) => {
    const day = `${range('B')},"&gt;=${from}",${range('B')},"&lt;=${to}"`;
    const sum = `SUMIFS(${range('C')},${range('A')},"${provider}",${day})`;
    return `<row r="${row + 1}"><c r="A${row + 1}"><f>${sum}</f></c></row>`;
  });
  const parts: string[] = [];
  for (let row = 0; row < last; row++) {
    const name = rows.provider[row]!;
    const day = dayOfMoment(rows.moment[row]!);
    parts.push(
      `<row><c t="s"><v>${name}</v></c><c><v>${day}</v></c><c><v>${rows.cents[row]! / 100}</v></c></row>`,
    );
  }
  const sheet = (data: string): string =>
    `${HEAD}<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`;
  const texts = names.map((name) => `<si><t>${name}</t></si>`).join('');
  const file: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.worksheet+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Figures" sheetId="1" r:id="r1"/><sheet name="Rows" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}">` +
      `<Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="r2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>` +
      `<Relationship Id="r3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${texts}</sst>`,
    'xl/worksheets/sheet1.xml': sheet(figures.join('')),
    'xl/worksheets/sheet2.xml': sheet(parts.join('')),
  };
  const bytes = Object.entries(file).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 1 });
}
