import { newWorkbook, type HostSheet, type HostWorkbook } from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;
let sheet: HostSheet;

beforeEach(async () => {
  workbook = newWorkbook();
  sheet = workbook.addSheet('Ledger');
  workbook.addTable('Payments', sheet, 'A1', [
    ['ID', 'Amount'],
    ['p1', 10],
    ['p2', 20],
  ]);
  await connect(workbook);
});

function onTable(
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<void> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Payments');
    work(table, context.workbook.worksheets.getItem('Ledger'), context);
    await context.sync();
  });
}

describe('a table', () => {
  it('tells its parts', async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('payments').load('name,id,style,showTotals');
      const body = table.getDataBodyRange().load('values,address');
      const head = table.getHeaderRowRange().load('values');
      const columns = table.columns.load('items/name,items/index,count');
      const rows = table.rows.load('count');
      table.worksheet.load('name');
      await context.sync();
      expect(table).toMatchObject({ name: 'Payments', id: '1', showTotals: false });
      expect(body.address).toBe('Ledger!A2:B3');
      expect(head.values).toEqual([['ID', 'Amount']]);
      expect(columns.items.map((column) => column.name)).toEqual(['ID', 'Amount']);
      expect([columns.count, rows.count]).toEqual([2, 2]);
      expect(table.worksheet.name).toBe('Ledger');
    });
  });

  it('is found from its sheet and by its columns', async () => {
    await Excel.run(async (context) => {
      const ledger = context.workbook.worksheets.getItem('Ledger');
      ledger.tables.load('items/name');
      const amounts = ledger.tables.getItemAt(0).columns.getItem('amount').getDataBodyRange();
      amounts.load('values');
      const missing = context.workbook.tables.getItemOrNullObject('None');
      await context.sync();
      expect(ledger.tables.items.map((table) => table.name)).toEqual(['Payments']);
      expect(amounts.values).toEqual([[10], [20]]);
      expect(missing.isNullObject).toBe(true);
    });
  });

  it('fills blank and doubled headers as Excel does', async () => {
    await onTable((_, ledger) => {
      ledger.getRange('A1:B1').values = [['', 'Amount']];
    });
    expect(workbook.table('Payments').columns).toEqual(['Column1', 'Amount']);
    await onTable((_, ledger) => {
      ledger.getRange('A1:B1').values = [['Amount', 'amount']];
    });
    expect(sheet.values('A1:B1')).toEqual([['Amount', 'amount2']]);
  });

  it('takes in what is written right below it, where it has no totals', async () => {
    await onTable((_, ledger) => {
      ledger.getRange('A4:B4').values = [['p3', 30]];
    });
    expect(workbook.table('Payments').area.rows).toBe(4);
    await onTable((table) => {
      table.showTotals = true;
    });
    await onTable((_, ledger) => {
      ledger.getRange('A6:B6').values = [['note', 1]];
    });
    expect(workbook.table('Payments').area.rows).toBe(5);
  });

  it('does not take in rows whose first value is blank', async () => {
    await onTable((_, ledger) => {
      ledger.getRange('A4:B4').values = [['', 30]];
    });
    expect(workbook.table('Payments').area.rows).toBe(3);
  });

  it('does not take in what is written further away', async () => {
    await onTable((_, ledger) => {
      ledger.getRange('A5').values = [['note']];
      ledger.getRange('C2').values = [['beside']];
    });
    expect(workbook.table('Payments').area).toMatchObject({ rows: 3, columns: 2 });
  });

  it('is added from a range, and named', async () => {
    await Excel.run(async (context) => {
      const ledger = context.workbook.worksheets.getItem('Ledger');
      ledger.getRange('D1:E2').values = [
        ['A', 'B'],
        [1, 2],
      ];
      const table = ledger.tables.add('D1:E2', true);
      table.name = 'Second';
      table.load('id,name');
      await context.sync();
      expect(table.name).toBe('Second');
      table.style = 'TableStyleLight1';
      await context.sync();
    });
    expect(workbook.table('Second').columns).toEqual(['A', 'B']);
    expect(workbook.table('Second').style).toBe('TableStyleLight1');
  });

  it('must not overlap another, and its name must be free and a name', async () => {
    const add = (address: string): Promise<string> =>
      codeOf(onTable((_, ledger) => void ledger.tables.add(address, true)));
    expect(await add('B2:C5')).toBe('MergedRangeConflict');
    for (const name of ['', 'A1', 'has space', '1st']) {
      const code = await codeOf(
        onTable((table) => {
          table.name = name;
        }),
      );
      expect(code).toBe('InvalidArgument');
    }
  });

  it('is resized, but not away from its header', async () => {
    await onTable((table) => {
      table.resize('A1:C5');
    });
    expect(workbook.table('Payments').columns).toEqual(['ID', 'Amount', 'Column3']);
    expect(sheet.value('C1')).toBe('Column3');
    expect(
      await codeOf(
        onTable((table) => {
          table.resize('A2:B5');
        }),
      ),
    ).toBe('InvalidArgument');
  });

  it('takes rows at its end', async () => {
    await onTable((table) => {
      table.rows.add(undefined, [
        ['p3', 30],
        ['p4', 40],
      ]);
    });
    expect(sheet.values('A4:B5')).toEqual([
      ['p3', 30],
      ['p4', 40],
    ]);
    expect(workbook.table('Payments').area.rows).toBe(5);
  });

  it('takes a column on its right, and gives it back', async () => {
    await onTable((table) => {
      table.columns.add(undefined, [['Note'], ['one'], ['']]);
    });
    expect(workbook.table('Payments').columns).toEqual(['ID', 'Amount', 'Note']);
    expect(sheet.values('C1:C3')).toEqual([['Note'], ['one'], ['']]);
    await onTable((table) => {
      table.columns.getItem('Note').delete();
    });
    expect(workbook.table('Payments').columns).toEqual(['ID', 'Amount']);
    expect(sheet.values()[0]).toEqual(['ID', 'Amount']);
    sheet.setValues('C2', [['mine']]);
    await expect(
      onTable((table) => void table.columns.add(undefined, [['Note'], ['one'], ['']])),
    ).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('becomes plain cells, or goes with its cells', async () => {
    await onTable((table) => void table.convertToRange());
    expect(workbook.tables).toEqual([]);
    expect(sheet.value('A2')).toBe('p1');
    workbook.addTable('Payments', sheet, 'A1:B3');
    await onTable((table) => {
      table.delete();
    });
    expect(sheet.values()).toEqual([]);
  });

  it('is gone when its sheet is', async () => {
    workbook.addSheet('Other');
    await onTable((_, ledger) => {
      ledger.delete();
    });
    expect(workbook.tables).toEqual([]);
  });
});
