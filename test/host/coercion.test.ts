import { newWorkbook, type HostWorkbook } from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.year = 2024;
  workbook.addSheet('Cells');
  await connect(workbook);
});

/** Writes one value in A1, in a cell of this number format, and tells what the cell then says. */
async function written(
  value: unknown,
  format?: string,
): Promise<{ value: unknown; formula: unknown; type: string; format: unknown }> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Cells').getRange('A1');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load('values,formulas,valueTypes,numberFormat');
    await context.sync();
    return {
      value: cell.values[0]![0] as unknown,
      formula: cell.formulas[0]![0] as unknown,
      type: String(cell.valueTypes[0]![0]),
      format: cell.numberFormat[0]![0] as unknown,
    };
  });
}

describe('text that Excel reads as a number', () => {
  it.each<[string, number, string]>([
    ['5', 5, 'General'],
    ['+5', 5, 'General'],
    ['-5', -5, 'General'],
    [' 12 ', 12, 'General'],
    ['00123', 123, 'General'],
    ['1,234', 1234, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['.5', 0.5, 'General'],
    ['5.', 5, 'General'],
    ['(45.00)', -45, 'General'],
    ['$45', 45, '$#,##0_);[Red]($#,##0)'],
    ['-$45.10', -45.1, '$#,##0.00_);[Red]($#,##0.00)'],
    ['($1,200.00)', -1200, '$#,##0.00_);[Red]($#,##0.00)'],
    ['30%', 0.3, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['1E5', 100000, '0.00E+00'],
    ['1.23E+11', 123000000000, '0.00E+00'],
    ['1 1/2', 1.5, '# ?/?'],
    ['1234567890123456789', 1234567890123450000, 'General'],
  ])('%s', async (text, value, format) => {
    expect(await written(text)).toEqual({ value, formula: value, type: 'Double', format });
  });
});

describe('text that Excel reads as a date or time', () => {
  it.each<[string, number, string]>([
    ['3/31/2024', 45382, 'm/d/yyyy'],
    ['3-31-24', 45382, 'm/d/yyyy'],
    ['2024-03-31', 45382, 'm/d/yyyy'],
    ['1-2', 45293, 'd-mmm'],
    ['3/4', 45355, 'd-mmm'],
    ['MAR1', 45352, 'd-mmm'],
    ['31-Mar-2024', 45382, 'd-mmm-yy'],
    ['March 31, 2024', 45382, 'd-mmm-yy'],
    ['Mar-2024', 45352, 'mmm-yy'],
    ['3/2024', 45352, 'mmm-yy'],
    ['1/1/29', 47119, 'm/d/yyyy'],
    ['1/1/30', 10959, 'm/d/yyyy'],
    ['12:00', 0.5, 'h:mm'],
    ['6:00 PM', 0.75, 'h:mm AM/PM'],
    ['6 PM', 0.75, 'h:mm AM/PM'],
    ['18:00:30', 0.750347222222222, 'h:mm:ss'],
    ['36:00', 1.5, '[h]:mm:ss'],
    ['3/31/2024 18:00', 45382.75, 'm/d/yyyy h:mm'],
    ['1/1/1900', 1, 'm/d/yyyy'],
    ['3/1/1900', 61, 'm/d/yyyy'],
  ])('%s', async (text, value, format) => {
    const cell = await written(text);
    expect(cell.value).toBeCloseTo(value, 9);
    expect(cell).toMatchObject({ type: 'Double', format });
  });
});

describe('text that stays text', () => {
  it.each([
    'abc',
    '-',
    '+',
    '=',
    '12..50',
    '1.234.5',
    'n/a',
    '13/31/2024',
    '2/30/2024',
    '19-8-2025',
    '31/03/2024',
    '1/1/1899',
    '25:61',
    '13 PM',
    'Infinity',
    'NaN',
    '0x10',
    '1,23',
    '$',
    '%',
    '()',
    '@SUM(1)',
    ' =1+1',
    '\t=1+1',
    '＝1+1',
    ' ',
    'Marches 5',
    '2024-03-31T18:00',
  ])('%j', async (text) => {
    expect(await written(text)).toMatchObject({ value: text, formula: text, type: 'String' });
  });
});

describe('other text', () => {
  it.each([
    ['TRUE', true],
    ['false', false],
  ])('%s is a boolean', async (text, value) => {
    expect(await written(text)).toMatchObject({ value, type: 'Boolean' });
  });

  it.each(['#N/A', '#REF!', '#DIV/0!'])('%s is an error, told only by its type', async (text) => {
    expect(await written(text)).toMatchObject({ value: text, type: 'Error' });
  });

  it.each([
    ['=1+1', 2, '=1+1'],
    ['+1+1', 2, '=+1+1'],
    ['-1-1', -2, '=-1-1'],
    ['=NOSUCH(1)', '#NAME?', '=NOSUCH(1)'],
    ['-abc', '#NAME?', '=-abc'],
    ['+-5', -5, '=+-5'],
  ])('%s is a formula', async (text, value, formula) => {
    expect(await written(text)).toMatchObject({ value, formula });
  });

  it.each(['=1+', '=SUM(', '=)'])('%s is refused', async (text) => {
    expect(await codeOf(written(text))).toBe('InvalidArgument');
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["'00123", '00123'],
    ["'TRUE", 'TRUE'],
    ["''quoted", "'quoted"],
  ])('%s loses its apostrophe and is text, in formulas too', async (text, value) => {
    expect(await written(text)).toMatchObject({ value, formula: value, type: 'String' });
  });

  it("a lone ' and '' empty the cell", async () => {
    expect(await written("'")).toMatchObject({ value: '', type: 'Empty' });
    expect(await written('')).toMatchObject({ value: '', type: 'Empty' });
  });
});

describe('a cell of format Text', () => {
  it.each(['=1+1', '-5', '00123', '3/31/2024', 'TRUE', '#N/A', '50%'])('keeps %s', async (text) => {
    expect(await written(text, '@')).toEqual({
      value: text,
      formula: text,
      type: 'String',
      format: '@',
    });
  });

  it('still loses the apostrophe', async () => {
    expect(await written("'=1+1", '@')).toMatchObject({ value: '=1+1', type: 'String' });
  });

  it('takes a number as a number', async () => {
    expect(await written(5, '@')).toMatchObject({ value: 5, type: 'Double' });
  });
});

describe('a cell with a format of its own', () => {
  it('keeps it when text is read as a number', async () => {
    expect(await written('3/31/2024', '0.00')).toMatchObject({ value: 45382, format: '0.00' });
  });
});

describe('values that are no text', () => {
  it.each([
    [0, 'Double'],
    [-12.5, 'Double'],
    [true, 'Boolean'],
  ])('%p is stored as it is', async (value, type) => {
    expect(await written(value)).toMatchObject({ value, type });
  });

  it.each([[Number.NaN], [Infinity], [null], [undefined]])(
    '%p leaves the old value: it travels as null',
    async (value) => {
      workbook.sheet('Cells').setValues('A1', [[12]]);
      expect(await written(value)).toMatchObject({ value: 12 });
    },
  );

  it('an object is refused', async () => {
    expect(await codeOf(written({ a: 1 }))).toBe('InvalidArgument');
  });
});

describe('a matrix', () => {
  it('that does not fit the range is refused', async () => {
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Cells').getRange('A1:B2').values = [[1, 2]];
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });

  it('of more than 1,500 cells travels in pieces and arrives whole', async () => {
    const rows = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 7 }, (__, column) => row * 7 + column),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Cells').getRange('A1:G500').values = rows;
      await context.sync();
    });
    expect(workbook.sheet('Cells').values()).toEqual(rows);
  });

  it('is one value for all cells where the add-in gives one value', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Cells').getRange('A1:B2').values = 'Due' as never;
      await context.sync();
    });
    expect(workbook.sheet('Cells').values()).toEqual([
      ['Due', 'Due'],
      ['Due', 'Due'],
    ]);
  });

  it('that fails writes none of its own cells', async () => {
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Cells').getRange('A1:A2').values = [['ok'], ['=1+']];
        await context.sync();
      }),
    );
    expect(workbook.sheet('Cells').values()).toEqual([]);
  });
});

describe('a workbook of the 1904 date system', () => {
  it('counts its dates from 1904, and DATE tells it', async () => {
    workbook = newWorkbook({ date1904: true });
    workbook.addSheet('Cells');
    await connect(workbook);
    expect((await written('3/31/2024')).value).toBe(45382 - 1462);
    await Excel.run(async (context) => {
      const serial = context.workbook.functions.date(2000, 1, 1).load('value');
      await context.sync();
      expect(serial.value).toBe(35064);
    });
  });
});

describe('text of 32,767 characters', () => {
  it('is stored; a longer one is refused', async () => {
    const longest = 'x'.repeat(32_767);
    expect((await written(longest)).value).toBe(longest);
    expect(await codeOf(written(`${longest}x`))).toBe('InvalidArgument');
  });
});
