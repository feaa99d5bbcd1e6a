import { newWorkbook, type HostSheet, type HostWorkbook } from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;
let sheet: HostSheet;

beforeEach(async () => {
  workbook = newWorkbook();
  sheet = workbook.addSheet('Data');
  sheet.setValues('B2', [
    ['a', 1],
    ['b', 2],
  ]);
  workbook.addSheet('Other');
  await connect(workbook);
});

/** Does something with a sheet and syncs. */
function onSheet(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
  name = 'Data',
): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(name), context);
    await context.sync();
  });
}

/** The address that a range comes to. */
async function addressOf(find: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> {
  return Excel.run(async (context) => {
    const range = find(context.workbook.worksheets.getItem('Data')).load('address');
    await context.sync();
    return range.isNullObject ? 'null' : range.address.replace('Data!', '');
  });
}

describe('ways from one range to another', () => {
  it.each<[string, (sheet: Excel.Worksheet) => Excel.Range, string]>([
    ['getCell of a sheet', (s) => s.getCell(1, 2), 'C2'],
    ['getRangeByIndexes', (s) => s.getRangeByIndexes(0, 1, 2, 3), 'B1:D2'],
    ['getUsedRange', (s) => s.getUsedRange(), 'B2:C3'],
    ['getCell', (s) => s.getRange('B2:C3').getCell(1, 1), 'C3'],
    ['getCell outside', (s) => s.getRange('B2:C3').getCell(5, 0), 'B7'],
    ['getRow', (s) => s.getRange('B2:C3').getRow(1), 'B3:C3'],
    ['getColumn', (s) => s.getRange('B2:C3').getColumn(1), 'C2:C3'],
    ['getLastCell', (s) => s.getRange('B2:C3').getLastCell(), 'C3'],
    ['getOffsetRange', (s) => s.getRange('B2:C3').getOffsetRange(1, -1), 'A3:B4'],
    ['getResizedRange', (s) => s.getRange('B2:C3').getResizedRange(1, -1), 'B2:B4'],
    ['getAbsoluteResizedRange', (s) => s.getRange('B2').getAbsoluteResizedRange(2, 2), 'B2:C3'],
    ['getRowsBelow', (s) => s.getRange('B2:C3').getRowsBelow(2), 'B4:C5'],
    ['getRowsAbove', (s) => s.getRange('B2:C3').getRowsAbove(1), 'B1:C1'],
    ['getColumnsAfter', (s) => s.getRange('B2:C3').getColumnsAfter(1), 'D2:D3'],
    ['getEntireColumn', (s) => s.getRange('B2:C3').getEntireColumn(), 'B:C'],
    ['getEntireRow', (s) => s.getRange('B2:C3').getEntireRow(), '2:3'],
    ['getBoundingRect', (s) => s.getRange('B2').getBoundingRect('D5'), 'B2:D5'],
    ['getIntersection', (s) => s.getRange('A1:B2').getIntersectionOrNullObject('B2:C3'), 'B2'],
    ['no intersection', (s) => s.getRange('A1').getIntersectionOrNullObject('B2'), 'null'],
    ['used part of a column', (s) => s.getRange('C:C').getUsedRangeOrNullObject(true), 'C2:C3'],
    ['unused part', (s) => s.getRange('X1:Z9').getUsedRangeOrNullObject(), 'null'],
  ])('%s', async (_, find, address) => {
    expect(await addressOf(find)).toBe(address);
  });

  it.each(['', 'A', 'A0', 'XFE1', 'A1048577', 'Nonsense!A1', 'Other!A1', 'A1:'])(
    'the address "%s" is refused',
    async (address) => {
      expect(await codeOf(addressOf((s) => s.getRange(address)))).toBe('InvalidArgument');
    },
  );

  it('a formula counts in the used range at once', async () => {
    const found = addressOf((s) => {
      s.getRange('D9').formulas = [['=""']];
      return s.getUsedRange(true);
    });
    expect(await found).toBe('B2:D9');
  });

  it('formatted cells count in the used range, unless only values are asked for', async () => {
    sheet.format('F9', { font: { bold: true } });
    expect(await addressOf((s) => s.getUsedRange())).toBe('B2:F9');
    expect(await addressOf((s) => s.getUsedRange(true))).toBe('B2:C3');
  });

  it('quotes the names of sheets that need it', async () => {
    workbook.renameSheet(sheet, "Dr. O'Neil 2024");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1').load('address');
      await context.sync();
      expect(range.address).toBe("'Dr. O''Neil 2024'!A1");
    });
  });
});

describe('clear', () => {
  it('takes contents, formats or all', async () => {
    sheet.format('B2', { fill: '#FF0000' });
    await onSheet((s) => {
      s.getRange('B2').clear('Contents');
    });
    expect(sheet.value('B2')).toBe('');
    expect(sheet.style('B2').fill).toBe('#FF0000');
    await onSheet((s) => {
      s.getRange('B2:C2').clear('Formats');
    });
    expect(sheet.style('B2').fill).toBeNull();
    expect(sheet.value('C2')).toBe(1);
    await onSheet((s) => {
      s.getRange().clear();
    });
    expect(sheet.values()).toEqual([]);
  });
});

describe('copyFrom', () => {
  it('copies to one cell the whole source', async () => {
    await onSheet((s) => {
      s.getRange('B2').copyFrom('Data!B2:C3');
    }, 'Other');
    expect(workbook.sheet('Other').values()).toEqual(sheet.values());
  });

  it('tiles a target that is an exact multiple of the source', async () => {
    await onSheet((s) => {
      s.getRange('A1:B4').copyFrom('Data!B2:C3');
    }, 'Other');
    expect(workbook.sheet('Other').values()).toEqual([
      ['a', 1],
      ['b', 2],
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('takes the source once where the target is no multiple', async () => {
    await onSheet((s) => {
      s.getRange('A1:C3').copyFrom('Data!B2:C3');
    }, 'Other');
    expect(workbook.sheet('Other').values()).toHaveLength(2);
  });

  it('moves relative references along, and keeps formats', async () => {
    sheet.setFormula('D2', '=C2*2+$C$3');
    sheet.format('D2', { numberFormat: '0.00' });
    await onSheet((s) => {
      s.getRange('D3').copyFrom('D2');
    });
    expect(sheet.formula('D3')).toBe('=C3*2+$C$3');
    expect(sheet.value('D3')).toBe(6);
    expect(sheet.style('D3').numberFormat).toBe('0.00');
  });

  it('copies values alone, or formats alone', async () => {
    sheet.setFormula('D2', '=C2*2');
    sheet.format('D2', { fill: '#00FF00' });
    await onSheet((s) => {
      s.getRange('E2').copyFrom('D2', 'Values');
      s.getRange('F2').copyFrom('D2', 'Formats');
    });
    expect([sheet.value('E2'), sheet.formula('E2'), sheet.style('E2').fill]).toEqual([2, '', null]);
    expect([sheet.value('F2'), sheet.style('F2').fill]).toEqual(['', '#00FF00']);
  });

  it('reaches a very hidden sheet', async () => {
    workbook.sheet('Other').visibility = 'VeryHidden';
    workbook.sheet('Other').setValues('A1', [['staged']]);
    await onSheet((s, context) => {
      s.getRange('H1').copyFrom(context.workbook.worksheets.getItem('Other').getRange('A1'));
    });
    expect(sheet.value('H1')).toBe('staged');
  });

  it('transposes and skips blanks', async () => {
    await onSheet((s) => {
      s.getRange('A1').copyFrom('Data!B2:C3', 'All', false, true);
    }, 'Other');
    expect(workbook.sheet('Other').values()).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
    workbook.sheet('Other').setValues('E1', [['kept']]);
    await onSheet((s) => {
      s.getRange('E1').copyFrom('Data!A1', 'All', true);
    }, 'Other');
    expect(workbook.sheet('Other').value('E1')).toBe('kept');
  });
});

describe('formats', () => {
  it('are set on all cells and read as null where they differ', async () => {
    await onSheet((s) => {
      const range = s.getRange('B2:C3');
      range.format.font.set({
        bold: true,
        italic: true,
        color: '#112233',
        name: 'Arial',
        size: 12,
      });
      range.format.fill.color = 'red';
      range.format.horizontalAlignment = 'Right';
      range.format.verticalAlignment = 'Center';
      range.format.wrapText = true;
      range.format.indentLevel = 2;
      s.getRange('B2').format.font.bold = false;
    });
    const style = sheet.style('C3');
    expect(style.font).toMatchObject({ bold: true, italic: true, color: '#112233', size: 12 });
    expect(style).toMatchObject({
      fill: '#FF0000',
      horizontal: 'Right',
      vertical: 'Center',
      wrapText: true,
      indent: 2,
    });
    await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem('Data').getRange('B2:C3');
      format.load('wrapText,font/bold,font/size,fill/color');
      await context.sync();
      expect(format.font.bold).toBeNull();
      expect(format.font.size).toBe(12);
      expect(format.wrapText).toBe(true);
    });
  });

  it('of whole columns stay for cells to come', async () => {
    await onSheet((s) => {
      s.getRange('E:E').format.font.bold = true;
      s.getRange('E5').values = [['new']];
    });
    expect(sheet.style('E5').font.bold).toBe(true);
    expect(sheet.cells.used(false)).toMatchObject({ rows: 4, columns: 4 });
  });

  it('draw borders on the edges and between the cells', async () => {
    await onSheet((s) => {
      const { borders } = s.getRange('B2:C3').format;
      borders.getItem('EdgeBottom').style = 'Double';
      borders.getItem('EdgeTop').weight = 'Medium';
      borders.getItem('InsideHorizontal').color = '#00FF00';
    });
    expect(sheet.style('B3').borders).toEqual({ bottom: { line: 'double', color: '#000000' } });
    expect(sheet.style('C2').borders).toEqual({
      top: { line: 'medium', color: '#000000' },
      bottom: { line: 'thin', color: '#00FF00' },
    });
    await onSheet((s) => {
      s.getRange('B2:C3').format.borders.getItem('EdgeBottom').style = 'None';
    });
    expect(sheet.style('B3').borders).toEqual({});
  });

  it('have widths and heights in points', async () => {
    await onSheet((s) => {
      s.getRange('B:B').format.columnWidth = 105;
      s.getRange('2:2').format.rowHeight = 30;
    });
    expect(sheet.columnWidths.get(1)).toBe(20);
    expect(sheet.rowHeights.get(1)).toBe(30);
    await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem('Data').getRange('A1');
      format.load('columnWidth,rowHeight');
      await context.sync();
      expect([format.columnWidth, format.rowHeight]).toEqual([47.99, 15]);
    });
  });

  it.each(['#GGGGGG', 'nocolor', '#12345', ''])('refuse the colour "%s"', async (color) => {
    const code = await codeOf(
      onSheet((s) => {
        s.getRange('A1').format.fill.color = color;
      }),
    );
    expect(code).toBe('InvalidArgument');
  });
});

describe('the text of a cell', () => {
  it.each<[number | string | boolean, string, string]>([
    [1234.5, '#,##0.00', '1,234.50'],
    [-1234.5, '#,##0.00;[Red](#,##0.00)', '(1,234.50)'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-0.001, '0.00', '0.00'],
    [0, '#,##0.00;-#,##0.00;"-"', '-'],
    [0.4533, '0.0%', '45.3%'],
    [45382, 'yyyy-mm-dd', '2024-03-31'],
    [45382, 'm/d/yyyy', '3/31/2024'],
    [45382.75, 'd mmm yyyy h:mm AM/PM', '31 Mar 2024 6:00 PM'],
    [45382.75, 'mm/dd/yy hh:mm:ss', '03/31/24 18:00:00'],
    [1234567, '$#,##0', '$1,234,567'],
    [5, '000', '005'],
    [1 / 3, 'General', '0.333333333'],
    [123456789012, 'General', '1.23457E+11'],
    ['text', '0.00', 'text'],
    [true, 'General', 'TRUE'],
  ])('%s in %s is %s', async (value, format, text) => {
    sheet.setValues('A1', [[value]]);
    sheet.format('A1', { numberFormat: format });
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Data').getRange('A1').load('text');
      await context.sync();
      expect(cell.text).toEqual([[text]]);
    });
  });
});

describe('number formats', () => {
  it('are a matrix in which null leaves a cell, or one for all', async () => {
    await onSheet((s) => {
      s.getRange('B2:C3').numberFormat = [
        ['@', null as never],
        ['0.0', '0%'],
      ];
    });
    expect(['B2', 'C2', 'B3', 'C3'].map((cell) => sheet.style(cell).numberFormat)).toEqual([
      '@',
      'General',
      '0.0',
      '0%',
    ]);
    await onSheet((s) => {
      s.getRange('B2:C3').numberFormat = '0' as never;
    });
    expect(sheet.style('C2').numberFormat).toBe('0');
  });
});

describe('rows and columns', () => {
  it('are hidden and shown', async () => {
    await onSheet((s) => {
      s.getRange('2:2').rowHidden = true;
      s.getRange('C:C').columnHidden = true;
    });
    expect([...sheet.hiddenRows, ...sheet.hiddenColumns]).toEqual([1, 2]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1:C2');
      range.load('rowHidden,columnHidden');
      await context.sync();
      expect([range.rowHidden, range.columnHidden]).toEqual([null, null]);
    });
  });
});

describe('filtered rows', () => {
  it('make written values land in the rows that show', async () => {
    sheet.setValues('A10', [['Head'], [1], [2], [3]]);
    sheet.filter = { row: 9, column: 0, rows: 4, columns: 1 };
    sheet.hiddenRows.add(11);
    await onSheet((s) => {
      s.getRange('A11:A13').values = [['x'], ['y'], ['z']];
    });
    expect(sheet.values('A11:A13')).toEqual([['x'], [2], ['y']]);
  });

  it('are told of and can be shown again', async () => {
    sheet.filter = { row: 1, column: 1, rows: 2, columns: 2 };
    sheet.hiddenRows.add(2);
    await Excel.run(async (context) => {
      const { autoFilter } = context.workbook.worksheets.getItem('Data');
      autoFilter.load('enabled,isDataFiltered');
      await context.sync();
      expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, true]);
      autoFilter.remove();
      await context.sync();
    });
    expect(sheet.filter).toBeUndefined();
    expect(sheet.hiddenRows.size).toBe(0);
  });
});

describe('links and merges', () => {
  it('are kept with their cells', async () => {
    await onSheet((s) => {
      s.getRange('A1').hyperlink = { documentReference: 'Other!B2', textToDisplay: 'row 2' };
      s.getRange('A5:B6').merge();
    });
    expect(sheet.value('A1')).toBe('row 2');
    expect(sheet.hyperlinks.get('A1')).toEqual({ documentReference: 'Other!B2' });
    expect(sheet.merges).toHaveLength(1);
    await onSheet((s) => {
      s.getRange('A5').unmerge();
    });
    expect(sheet.merges).toEqual([]);
  });
});
