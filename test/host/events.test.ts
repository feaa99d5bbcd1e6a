import { areaAt, newWorkbook, typeIn, type ExcelHost, type HostWorkbook } from '../../host/index';
import { connect, eventsArrive } from './support/office';

let workbook: HostWorkbook;
let host: ExcelHost;
let heard: Record<string, unknown>[];

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Other');
  const sheet = workbook.addSheet('Ledger');
  workbook.addTable('Payments', sheet, 'A1', [
    ['ID', 'Amount'],
    ['p1', 10],
  ]);
  host = await connect(workbook);
  heard = [];
});

function hear(event: object): Promise<void> {
  heard.push({ ...event });
  return Promise.resolve();
}

it('a change is told to the sheet, the workbook, the table and its collections', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    sheet.load('id');
    context.workbook.tables.getItem('Payments').load('id');
    await context.sync();
    sheet.onChanged.add(hear);
    context.workbook.worksheets.onChanged.add(hear);
    context.workbook.tables.getItem('Payments').load('id');
    context.workbook.tables.onChanged.add(hear);
    await context.sync();
  });
  typeIn(workbook, workbook.sheet('Ledger'), 'B2', '12.50');
  await eventsArrive();
  expect(heard.map(({ type, address }) => [type, address])).toEqual([
    ['WorksheetChanged', 'B2'],
    ['WorksheetChanged', 'B2'],
    ['TableChanged', 'B2'],
  ]);
  expect(heard[0]).toMatchObject({
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: 'Unknown',
    worksheetId: workbook.sheet('Ledger').id,
    details: {
      valueBefore: 10,
      valueAfter: 12.5,
      valueTypeBefore: 'Double',
      valueTypeAfter: 'Double',
    },
  });
});

it('a table tells of its own changes, and leads to the changed range', async () => {
  let read: unknown;
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Payments').load('id');
    await context.sync();
    table.onChanged.add(async (event) => {
      await Excel.run(async (inner) => {
        const range = event.getRange(inner).load('values');
        await inner.sync();
        read = range.values;
      });
    });
    await context.sync();
  });
  workbook.sheet('Other').setValues('A1', [['elsewhere']]);
  workbook.sheet('Ledger').setValues('B2', [[99]]);
  await eventsArrive();
  await eventsArrive();
  expect(read).toEqual([[99]]);
});

it('knows its own edits, those of a person and those of another user', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(hear);
    await context.sync();
    context.workbook.worksheets.getItem('Other').getRange('A1').values = [[1]];
    await context.sync();
  });
  workbook.as({ source: 'Remote' }, () => {
    workbook.sheet('Other').setValues('A2', [[2]]);
  });
  await eventsArrive();
  expect(heard.map(({ source, triggerSource }) => [source, triggerSource])).toEqual([
    ['Local', 'ThisLocalAddin'],
    ['Remote', 'Unknown'],
  ]);
});

it('is silent while the add-in has switched events off, and after it let go', async () => {
  await Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(hear);
    context.runtime.enableEvents = false;
    await context.sync();
    workbook.sheet('Other').setValues('A1', [[1]]);
    context.runtime.enableEvents = true;
    await context.sync();
    await eventsArrive();
    expect(heard).toEqual([]);
    handler.remove();
    await context.sync();
  });
  workbook.sheet('Other').setValues('A1', [[2]]);
  await eventsArrive();
  expect(heard).toEqual([]);
});

it('tells of sheets that come, go and are activated', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(hear);
    worksheets.onDeleted.add(hear);
    worksheets.onActivated.add(hear);
    worksheets.onDeactivated.add(hear);
    await context.sync();
    worksheets.add('New').activate();
    await context.sync();
    worksheets.getItem('New').delete();
    await context.sync();
  });
  await eventsArrive();
  expect(heard.map(({ type }) => type)).toEqual([
    'WorksheetAdded',
    'WorksheetDeactivated',
    'WorksheetActivated',
    'WorksheetDeleted',
  ]);
});

it('tells of selections', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onSelectionChanged.add(hear);
    context.workbook.onSelectionChanged.add(hear);
    const table = context.workbook.tables.getItem('Payments').load('id');
    await context.sync();
    table.onSelectionChanged.add(hear);
    await context.sync();
  });
  workbook.select(workbook.sheet('Ledger'), areaAt('B2:C9'));
  await eventsArrive();
  expect(heard.map(({ type, address }) => [type, address])).toEqual([
    ['WorksheetSelectionChanged', 'B2:C9'],
    ['TableSelectionChanged', 'B2'],
    [undefined, undefined],
  ]);
});

it('tells of tables that come and go', async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.onAdded.add(hear);
    context.workbook.tables.onDeleted.add(hear);
    await context.sync();
    context.workbook.worksheets.getItem('Other').tables.add('A1:B2', true);
    context.workbook.tables.getItem('Payments').convertToRange();
    await context.sync();
  });
  await eventsArrive();
  expect(heard.map(({ type }) => type)).toEqual(['TableAdded', 'TableDeleted']);
});

it('a change of formats is no change of cells', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(hear);
    await context.sync();
    context.workbook.worksheets.getItem('Other').getRange('A1').format.font.bold = true;
    await context.sync();
  });
  await eventsArrive();
  expect(heard).toEqual([]);
});

it('a closed host tells nothing', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(hear);
    await context.sync();
  });
  host.close();
  workbook.sheet('Other').setValues('A1', [[1]]);
  await eventsArrive();
  expect(heard).toEqual([]);
});
