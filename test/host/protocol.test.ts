import { newWorkbook, type HostWorkbook } from '../../host/index';
import { codeOf, connect, failureOf } from './support/office';

let workbook: HostWorkbook;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Charges').setValues('A1', [
    ['ID', 'Amount'],
    ['L1', 65],
    ['L2', 80],
  ]);
  workbook.addSheet('Notes');
  await connect(workbook);
});

describe('what the add-in reads', () => {
  it('was loaded and synced, else office.js throws PropertyNotLoaded', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Charges').getRange('A1:B3');
      expect(() => range.values).toThrow(/^The property 'values' is not available/);
      range.load('address');
      await context.sync();
      expect(range.address).toBe('Charges!A1:B3');
      expect(() => range.values).toThrow(/^The property 'values' is not available/);
    });
  });

  it('comes by nested paths, for objects and for the items of collections', async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility');
      const range = context.workbook.worksheets.getItem('Charges').getRange('A1:B3');
      range.load({ values: true, format: { font: { bold: true } } });
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['Charges', 'Notes']);
      expect(range.format.font.bold).toBe(false);
      expect(() => range.format.font.italic).toThrow();
    });
  });

  it('comes page by page with top and skip', async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ select: 'name', top: 1, skip: 1 });
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['Notes']);
    });
  });

  it('comes with the objects that are expanded', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Charges').getRange('A1');
      range.load({ select: 'values', expand: 'worksheet,format' });
      await context.sync();
      expect(range.values).toEqual([['ID']]);
      expect(range.worksheet.name).toBe('Charges');
      expect(range.format.wrapText).toBe(false);
    });
  });

  it('is every scalar property after a bare load', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Charges').getRange('B2').load();
      await context.sync();
      expect(range.values).toEqual([[65]]);
      expect(range.numberFormat).toEqual([['General']]);
      expect(range.rowCount).toBe(1);
    });
  });

  it('stays reachable across syncs within a run', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Charges');
      const range = sheet.getRange('A2').load('values');
      await context.sync();
      sheet.name = 'Renamed';
      await context.sync();
      range.load('values,address');
      await context.sync();
      expect(range.address).toBe('Renamed!A2');
    });
  });
});

describe('null objects', () => {
  it('say so and swallow what is asked of them', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('None');
      const range = sheet.getRange('A1');
      sheet.load('name');
      range.load('values');
      range.values = [['x']];
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
      expect(range.isNullObject).toBe(true);
    });
  });

  it('are not those of sheets that exist', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('charges');
      const used = context.workbook.worksheets.getItem('Notes').getUsedRangeOrNullObject();
      await context.sync();
      expect(sheet.isNullObject).toBe(false);
      expect(used.isNullObject).toBe(true);
    });
  });
});

describe('errors', () => {
  it('answer ItemNotFound for a missing sheet', async () => {
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('None').load('name');
        await context.sync();
      }),
    );
    expect(code).toBe('ItemNotFound');
  });

  it.each<[string, (context: Excel.RequestContext) => void]>([
    ['a collection', (context) => context.workbook.comments.load('items')],
    ['a property', (context) => context.workbook.worksheets.getFirst().load('standardWidth')],
    [
      'a method',
      (context) => {
        context.workbook.worksheets.getFirst().showOutlineLevels(1, 1);
      },
    ],
    [
      'a setter',
      (context) => {
        context.workbook.properties.title = 'x';
      },
    ],
    ['inserting cells', (context) => context.workbook.getSelectedRange().insert('Down')],
    [
      'an event',
      (context) => context.workbook.worksheets.onFormatChanged.add(() => Promise.resolve()),
    ],
  ])('answer ApiNotFound for %s that the host lacks', async (_, use) => {
    const code = await codeOf(
      Excel.run(async (context) => {
        use(context);
        await context.sync();
      }),
    );
    expect(code).toBe('ApiNotFound');
  });

  it('cannot reach what is no member of the API', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'Constructor', 'scope']) {
      const code = await codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().load(name);
          await context.sync();
        }),
      );
      expect(code).toBe('ApiNotFound');
    }
  });

  it('stop the batch at the failing action; what came before stays done', async () => {
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Notes');
        sheet.getRange('A1').values = [['first']];
        context.workbook.worksheets.getItem('None').getRange('A1').values = [['never']];
        sheet.getRange('A2').values = [['third']];
        await context.sync();
      }),
    );
    expect(failure.code).toBe('ItemNotFound');
    expect(failure.debugInfo.statement).toContain('getItem');
    expect(workbook.sheet('Notes').values()).toEqual([['first']]);
  });

  it('are those of office.js, and Errors of this realm', async () => {
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('None').load('name');
        await context.sync();
      }),
    );
    expect(failure).toBeInstanceOf(OfficeExtension.Error);
    expect(failure).toBeInstanceOf(Error);
  });
});

describe('a second host', () => {
  it('has its own workbook and none of the handlers of the first', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
    });
    const other = newWorkbook();
    other.addSheet('Other');
    await connect(other);
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['Other']);
    });
    other.sheet('Other').setValues('A1', [[1]]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([]);
  });
});

describe('Office', () => {
  it.each([
    ['ExcelApi', '1.4', true],
    ['ExcelApi', '1.17', true],
    ['ExcelApi', '1.18', false],
    ['SharedRuntime', '1.1', true],
    ['ExcelApiOnline', '1.1', false],
  ])('supports %s %s: %s', (name, version, supported) => {
    expect(Office.context.requirements.isSetSupported(name, version)).toBe(supported);
  });

  it('is ready at once', async () => {
    const info = await Office.onReady();
    expect(info).toEqual({ host: 'Excel', platform: 'PC' });
  });
});
