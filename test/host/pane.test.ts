/** What a task pane needs: going to a cell, hearing of changes, keeping settings. */
import { newWorkbook, typeIn, type HostWorkbook } from '../../host/index';
import { codeOf, connect, eventsArrive } from './support/office';

let workbook: HostWorkbook;
let heard: Record<string, unknown>[];

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Report');
  workbook.addSheet('Ledger');
  workbook.addSheet('Hidden').visibility = 'Hidden';
  await connect(workbook);
  heard = [];
});

function hear(event: object): Promise<void> {
  heard.push({ ...event });
  return Promise.resolve();
}

describe('going to a cell', () => {
  it('activates its sheet and selects it', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Ledger');
      await context.sync();
      expect(sheet.isNullObject).toBe(false);
      sheet.activate();
      sheet.getRange('D118').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      expect([selected.address, cell.address, active.name]).toEqual([
        'Ledger!D118',
        'Ledger!D118',
        'Ledger',
      ]);
    });
  });

  it('selects cells of a sheet that is not active, which becomes active', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('B2:C3').select();
      await context.sync();
    });
    expect([workbook.active.name, workbook.selection]).toEqual([
      'Ledger',
      { row: 1, column: 1, rows: 2, columns: 2 },
    ]);
  });

  it('fails on a hidden sheet, and on one that is gone', async () => {
    const onSheet = (work: (sheet: Excel.Worksheet) => void): Promise<string> =>
      codeOf(
        Excel.run(async (context) => {
          work(context.workbook.worksheets.getItem('Hidden'));
          await context.sync();
        }),
      );
    expect(
      await onSheet((sheet) => {
        sheet.activate();
      }),
    ).toBe('InvalidOperation');
    expect(
      await onSheet((sheet) => {
        sheet.getRange('A1').select();
      }),
    ).toBe('InvalidOperation');
    expect(workbook.active.name).toBe('Report');
    workbook.deleteSheet(workbook.sheet('Hidden'));
    expect(
      await onSheet((sheet) => {
        sheet.activate();
      }),
    ).toBe('ItemNotFound');
  });

  it('a sheet that is not there is a null object', async () => {
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('None').load('name');
      const range = none.getRange('A1').load('values');
      await context.sync();
      expect([none.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });
});

describe('changes', () => {
  it('of one sheet and of all are told until their handlers are removed', async () => {
    let ofSheet: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
    let ofAll: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Ledger').load('id');
      await context.sync();
      ofSheet = sheet.onChanged.add(hear);
      ofAll = context.workbook.worksheets.onChanged.add(hear);
      await context.sync();
    });
    const change = async (): Promise<unknown[]> => {
      heard = [];
      typeIn(workbook, workbook.sheet('Ledger'), 'A1', '1');
      typeIn(workbook, workbook.sheet('Report'), 'B2', '2');
      await eventsArrive();
      return heard.map(({ address }) => address);
    };
    expect(await change()).toEqual(['A1', 'A1', 'B2']);
    await remove(ofAll);
    expect(await change()).toEqual(['A1']);
    await remove(ofSheet);
    expect(await change()).toEqual([]);
  });

  it('of the sheets of the workbook are told until their handlers are removed', async () => {
    const handlers: OfficeExtension.EventHandlerResult<never>[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      handlers.push(worksheets.onAdded.add(hear));
      handlers.push(worksheets.onDeleted.add(hear));
      await context.sync();
    });
    const added = workbook.addSheet('New');
    workbook.deleteSheet(added);
    await eventsArrive();
    expect(heard.map(({ type, source, worksheetId }) => [type, source, worksheetId])).toEqual([
      ['WorksheetAdded', 'Local', added.id],
      ['WorksheetDeleted', 'Local', added.id],
    ]);
    for (const handler of handlers) await remove(handler);
    workbook.deleteSheet(workbook.addSheet('Newer'));
    await eventsArrive();
    expect(heard).toHaveLength(2);
  });

  it('that a function of the add-in brings are none: nobody wrote a cell', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(hear);
      await context.sync();
    });
    workbook.calculated();
    await eventsArrive();
    expect(heard).toEqual([]);
  });
});

async function remove(
  handler: OfficeExtension.EventHandlerResult<unknown> | undefined,
): Promise<void> {
  if (handler === undefined) throw new Error('There is no handler.');
  handler.remove();
  await handler.context.sync();
}

describe('settings', () => {
  it('are added, changed, found and deleted', async () => {
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('period', { from: '2024-01-01', months: 3 });
      settings.add('provider', 'Adams');
      await context.sync();
      settings.add('provider', 'Baker');
      const period = settings.getItemOrNullObject('period').load('value');
      const provider = settings.getItem('provider').load('key,value');
      const none = settings.getItemOrNullObject('none').load('value');
      await context.sync();
      expect(period.value).toEqual({ from: '2024-01-01', months: 3 });
      expect([provider.key, provider.value]).toEqual(['provider', 'Baker']);
      expect(none.isNullObject).toBe(true);
      period.delete();
      settings.load('items/key');
      await context.sync();
      expect(settings.items.map(({ key }) => key)).toEqual(['provider']);
    });
    expect([...workbook.settings]).toEqual([['provider', 'Baker']]);
  });

  it('that are not there cannot be had or deleted', async () => {
    const none = Excel.run(async (context) => {
      context.workbook.settings.getItem('none').delete();
      await context.sync();
    });
    expect(await codeOf(none)).toBe('ItemNotFound');
  });
});
