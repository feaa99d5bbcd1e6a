import { openWorkbook, saveWorkbook, type HostWorkbook } from '../../host/index';
import { fullWorkbook } from './support/fullWorkbook';
import { readByLibreOffice } from './support/libreOffice';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose first sheet holds this sheetData, and perhaps more after it. */
function withRows(rows: string, after = '', before = ''): HostWorkbook {
  return openWorkbook(fullWorkbook({ 'xl/worksheets/sheet1.xml': sheet(rows, after, before) }));
}

function sheet(rows: string, after = '', before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

describe('cells', () => {
  it.each<[string, string, unknown]>([
    ['a number', '<c r="A1"><v>1.50</v></c>', 1.5],
    ['a number with an exponent', '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ['a date of type d', '<c r="A1" t="d"><v>2024-03-31T18:00:00</v></c>', 45382.75],
    ['true', '<c r="A1" t="b"><v>true</v></c>', true],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'Practice summary'],
    ['a string that is not there', '<c r="A1" t="s"><v>999</v></c>', ''],
    ['inline text', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['inline text in CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<a>]]></t></is></c>', '<a>'],
    ['an escaped character', '<c r="A1" t="inlineStr"><is><t>a_x0009_b</t></is></c>', 'a\tb'],
    ['the text of a formula', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['an empty text of a formula', '<c r="A1" t="str"><f>""</f><v></v></c>', ''],
    ['a format alone', '<c r="A1" s="2"/>', ''],
    ['a blank value', '<c r="A1" t="n"><v></v></c>', ''],
  ])('%s', (_, cell, value) => {
    expect(withRows(`<row r="1">${cell}</row>`).sheet('Summary').value('A1')).toEqual(value);
  });

  it('without addresses stand one after the other', () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>';
    const workbook = withRows(rows);
    expect(workbook.sheet('Summary').values()).toEqual([
      [1, 2],
      ['', ''],
      [3, ''],
    ]);
    workbook.sheet('Summary').setValues('B3', [[4]]);
    workbook.sheet('Summary').setValues('A2', [[9]]);
    expect(openWorkbook(saveWorkbook(workbook)).sheet('Summary').values()).toEqual([
      [1, 2],
      [9, ''],
      [3, 4],
    ]);
  });

  it('keep the values that Excel calculated, whatever their formula', () => {
    const workbook = withRows(
      '<row r="1"><c r="A1"><f>VLOOKUP(1,X:Y,2,FALSE)</f><v>7</v></c><c r="B1"><v>1</v></c></row>',
    );
    const summary = workbook.sheet('Summary');
    summary.setValues('B1', [[2]]);
    expect([summary.value('A1'), summary.formula('A1')]).toEqual([7, '=VLOOKUP(1,X:Y,2,FALSE)']);
    const again = openWorkbook(saveWorkbook(workbook)).sheet('Summary');
    expect([again.value('A1'), again.formula('A1')]).toEqual([7, '=VLOOKUP(1,X:Y,2,FALSE)']);
  });
});

describe('the date system', () => {
  it('of 1904 is read and saved', () => {
    const parts = fullWorkbook({
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr date1904="true"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    });
    const workbook = openWorkbook(parts);
    expect(workbook.date1904).toBe(true);
    expect(openWorkbook(saveWorkbook(workbook)).date1904).toBe(true);
  });
});

describe('a part with namespace prefixes', () => {
  const prefixed = `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}" xmlns:q="${REL}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;

  it('is read and changed in its own words', () => {
    const workbook = openWorkbook(fullWorkbook({ 'xl/worksheets/sheet1.xml': prefixed }));
    const summary = workbook.sheet('Summary');
    expect(summary.values()).toEqual([[1]]);
    summary.setValues('B1', [['<b>']]);
    summary.setValues('A3', [[3]]);
    summary.frozen = { rows: 1, columns: 0 };
    summary.customProperties.set('key', 'value');
    const saved = saveWorkbook(workbook);
    const again = openWorkbook(saved).sheet('Summary');
    expect(again.values()).toEqual([
      [1, '<b>'],
      ['', ''],
      [3, ''],
    ]);
    expect(again.frozen.rows).toBe(1);
    expect(again.customProperties.get('key')).toBe('value');
    const rows = readByLibreOffice({ prefixed: saved }).prefixed['Summary'];
    expect(rows!.slice(0, 3)).toEqual(['1,<b>', ',', '3,']);
  });
});

describe('a part in UTF-16', () => {
  it('is read, and written in UTF-8 when it is changed', () => {
    const text = sheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace('UTF-8', 'UTF-16');
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const workbook = openWorkbook(fullWorkbook({ 'xl/worksheets/sheet1.xml': bytes }));
    workbook.sheet('Summary').setValues('B1', [['é']]);
    expect(openWorkbook(saveWorkbook(workbook)).sheet('Summary').values()).toEqual([[1, 'é']]);
  });
});

describe('print settings', () => {
  it('are read', () => {
    const after =
      '<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.2" footer="0.2"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape" useFirstPageNumber="1" firstPageNumber="3"/><headerFooter differentFirst="1"><oddHeader>Top&amp;LLeft&amp;R&amp;P of &amp;N</oddHeader><firstFooter>&amp;CFirst</firstFooter></headerFooter>';
    const before = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
    const views =
      '<sheetViews><sheetView showGridLines="false" showRowColHeaders="0" workbookViewId="0"/></sheetViews>';
    const { sheets } = withRows('', after, before + views);
    expect(sheets[0]).toMatchObject({ showGridlines: false, showHeadings: false });
    expect(sheets[0]!.page).toMatchObject({
      centerHorizontally: true,
      printGridlines: true,
      margins: { left: 0.5, top: 1, header: 0.2 },
      paper: 9,
      fitWide: 1,
      fitTall: 0,
      orientation: 'landscape',
      firstPage: 3,
      differentFirst: true,
      text: {
        odd: { header: { left: 'Left', center: 'Top', right: '&P of &N' } },
        first: { footer: { center: 'First' } },
      },
    });
  });
});

describe('sheet states', () => {
  it('are read and saved', () => {
    const workbook = openWorkbook(fullWorkbook());
    workbook.sheet('Payments').visibility = 'VeryHidden';
    const again = openWorkbook(saveWorkbook(workbook));
    expect(again.sheet('Payments').visibility).toBe('VeryHidden');
    expect(again.sheet('Summary').visibility).toBe('Visible');
  });

  it('of protection and filters are read and saved', () => {
    const workbook = withRows(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<sheetProtection sheet="1" objects="1"/><autoFilter ref="A1:B5"/>',
    );
    const summary = workbook.sheet('Summary');
    expect(summary.protection.protected).toBe(true);
    expect(summary.filter).toMatchObject({ rows: 5, columns: 2 });
    summary.protection = { protected: false, password: '', options: {} };
    summary.filter = undefined;
    const again = openWorkbook(saveWorkbook(workbook)).sheet('Summary');
    expect([again.protection.protected, again.filter]).toEqual([false, undefined]);
  });
});

describe('a workbook made by code', () => {
  it('is opened by LibreOffice with its values', () => {
    const workbook = openWorkbook(fullWorkbook());
    workbook.structureProtected = true;
    const again = openWorkbook(saveWorkbook(workbook));
    expect(again.structureProtected).toBe(true);
  });
});

describe('a workbook without cell formats', () => {
  it('gets them when it needs some', () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
    const bytes = fullWorkbook({
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    });
    const workbook = openWorkbook(bytes);
    workbook.sheet('S').format('A1', { font: { bold: true } });
    const again = openWorkbook(saveWorkbook(workbook));
    expect(again.sheet('S').style('A1').font.bold).toBe(true);
  });
});
