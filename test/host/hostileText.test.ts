import { newWorkbook, openWorkbook, saveWorkbook, type HostWorkbook } from '../../host/index';
import { readByLibreOffice } from './support/libreOffice';
import { connect } from './support/office';

const hostile = [
  '=HYPERLINK("http://x/"&A1)',
  '=1+1',
  '+1+1',
  '-1-1',
  '@SUM(1)',
  "'quoted",
  "''",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u0000=1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  'a\u0000b\u0001c\u001f',
  'line\r\nbreak\rlone',
  'two  blanks ',
  ' leading',
  '_x0041_',
  '_x005F_x0041_',
  '\ud800 lone high',
  'lone low \udc00',
  '\ufffe\uffff',
  '😀👩‍⚕️é\u0301',
  '\u202eright to left',
  '<img src=x onerror=alert(1)>',
  '</t></is></c><c><v>1</v></c>',
  ']]>',
  '&amp;&#x41;',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(32_767),
  '00100',
  '1E5',
  'TRUE',
  '#N/A',
  '1-2',
];

let workbook: HostWorkbook;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Text');
  await connect(workbook);
});

/** Writes each text to a text cell, with an apostrophe before it, as the add-in does. */
function writeAll(): Promise<void> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Text').getRange(`A1:A${hostile.length}`);
    range.numberFormat = hostile.map(() => ['@']);
    range.values = hostile.map((text) => [`'${text}`.slice(0, 32_767)]);
    await context.sync();
  });
}

const expected = hostile.map((text) => `'${text}`.slice(0, 32_767).slice(1));

it('is stored as text, with no formula', async () => {
  await writeAll();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Text').getRange(`A1:A${hostile.length}`);
    range.load('values,formulas,valueTypes');
    await context.sync();
    expect(range.values.flat()).toEqual(expected);
    expect(range.formulas).toEqual(range.values);
    expect(new Set(range.valueTypes.flat())).toEqual(new Set(['String']));
  });
});

it('survives save and reopen, unit by unit', async () => {
  await writeAll();
  const again = openWorkbook(saveWorkbook(workbook));
  expect(again.sheet('Text').values().flat()).toEqual(expected);
  expect(hostile.every((_, row) => again.sheet('Text').formula(`A${row + 1}`) === '')).toBe(true);
});

it('has no formula and no cell of its own making in LibreOffice', () => {
  workbook.sheet('Text').setValues(
    'A1',
    hostile.map((text) => [text]),
  );
  const rows = readByLibreOffice({ hostile: saveWorkbook(workbook) }).hostile['Text']!;
  expect(rows).toContain('=1+1');
  expect(rows).toContain('-1-1');
  expect(rows).toContain('"=HYPERLINK(""http://x/""&A1)"');
  expect(rows).toContain('</t></is></c><c><v>1</v></c>');
});

it('as a name of sheets, headers, keys and properties harms nothing', async () => {
  const names = ['__proto__', 'constructor', '<b>&"x"', 'a  b', '😀', "O'Neil & Co"];
  for (const name of names) {
    const sheet = workbook.addSheet(name);
    workbook.addTable(`Table_${workbook.tables.length}`, sheet, 'A1', [
      [name, 'two\nlines'],
      [1, 2],
    ]);
    sheet.customProperties.set(name, name);
    workbook.settings.set(name, name);
    sheet.page.text.odd.header.left = name.replaceAll('&', '&&');
    sheet.setFormula('C5', `='${name.replaceAll("'", "''")}'!A2`);
  }
  const again = openWorkbook(saveWorkbook(workbook));
  for (const name of names) {
    const sheet = again.sheet(name);
    expect(again.tables.find((table) => table.sheet === sheet)!.columns).toEqual([
      name,
      'two\nlines',
    ]);
    expect(sheet.customProperties.get(name)).toBe(name);
    expect(again.settings.get(name)).toBe(name);
    expect(sheet.value('C5')).toBe(1);
  }
  await connect(again);
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    const range = context.workbook.worksheets.getItem('__proto__').getRange('A1').load('values');
    await context.sync();
    expect(sheets.items.slice(1).map(({ name }) => name)).toEqual(names);
    expect(range.values).toEqual([['__proto__']]);
  });
});
