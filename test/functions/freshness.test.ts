/** Functions and edits of the ledger: what is old is told, Refresh and the automatic mode bring it up to date. */
import { openWorkbook, saveWorkbook, typeIn, type HostWorkbook } from '../../host/index';
import type * as LiveModule from '../../src/app/live/liveState';
import { type Grid, smallPractice } from '../support/hostRun';
import { type LiveBook, openLive } from './liveBook';

let live: LiveBook;
let state: typeof LiveModule;

/** E1: 150.00 received; 40.00 less is taken from Baker, whose line is the last that is paid. */
function withFormula(): HostWorkbook {
  const workbook = smallPractice();
  typeIn(workbook, workbook.addSheet('Live'), 'A1', '=COLLECTEDINVOICING("Baker")');
  return workbook;
}

/** Opens a workbook as Excel does: no pane, only what cells and ribbon need. */
async function open(workbook: HostWorkbook): Promise<void> {
  live = await openLive(workbook);
  state = await import('../../src/app/live/liveState');
  await import('../../src/commands/commands');
  await live.settle();
}

function shown(): unknown {
  return live.shown('Live', 'A1')[0]?.[0];
}

/** Types into a cell, and waits until those who watch have heard of it. */
async function edit(sheet: string, cell: string, text: string): Promise<void> {
  typeIn(live.workbook, live.workbook.sheet(sheet), cell, text);
  await passes(50);
}

function passes(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!isSo() && Date.now() < end) await passes(50);
  expect(isSo()).toBe(true);
}

describe('a workbook with functions', () => {
  it('reads its ledger by itself when it is opened, without the pane', async () => {
    await open(withFormula());
    expect(shown()).toBe(78.4);
    expect(state.liveState()).toMatchObject({ figures: 'current', isAutomatic: false });
  });

  it('an edit with no pane open makes the figures old, and they stay until they are read again', async () => {
    await open(withFormula());
    await edit('Payments', 'D3', '60');
    expect(state.liveState().figures).toBe('old');
    // Another cell that asks gets the figure of the same reading: they go together.
    typeIn(live.workbook, live.workbook.sheet('Live'), 'B1', '=NETCOLLECTION()');
    await live.settle();
    expect(live.shown('Live', 'A1:B1')).toEqual([[78.4, 150]]);
    await state.updateLive();
    await live.settle();
    expect(live.shown('Live', 'A1:B1')).toEqual([[38.4, 110]]);
    expect(state.liveState().figures).toBe('current');
  });

  it('Refresh of the ribbon brings them up to date', async () => {
    await open(withFormula());
    await edit('Payments', 'D3', '60');
    const { refreshAsKept } = await import('../../src/app/refreshAsKept');
    await refreshAsKept();
    await live.settle();
    expect(shown()).toBe(38.4);
    // Nor do the sheets that it has just written make them old.
    await passes(100);
    expect(state.liveState().figures).toBe('current');
  });

  it('an edit during the reading leaves them old', async () => {
    await open(withFormula());
    await edit('Payments', 'D3', '60');
    let isDone = false;
    live.host.setFault(() => {
      if (!isDone) typeIn(live.workbook, live.workbook.sheet('Payments'), 'D3', '70');
      isDone = true;
      return undefined;
    });
    await state.updateLive();
    await passes(50);
    expect(state.liveState().figures).toBe('old');
  });

  it('cells beside the ledger make nothing old, a table that is pasted does', async () => {
    await open(withFormula());
    await edit('Live', 'C1', 'Provider');
    await edit('Live', 'C2', '=NETCOLLECTION("Adams")');
    live.workbook.sheet('Live').setValues('E1', [['Notes', 'of mine']]);
    await passes(50);
    expect(state.liveState().figures).toBe('current');
    const more: Grid = [
      ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
      ['T3', 45372, 'Payment', 1.6, 5001],
    ];
    live.workbook.sheet('Live').setValues('H1', more);
    await passes(50);
    expect(state.liveState().figures).toBe('old');
    await state.updateLive();
    await live.settle();
    expect([shown(), state.liveState()]).toEqual([
      80,
      { figures: 'current', isAutomatic: false, trouble: '' },
    ]);
  });

  it('a ledger sheet that was renamed is still watched, and its end makes them old', async () => {
    await open(withFormula());
    live.workbook.renameSheet(live.workbook.sheet('Payments'), 'Receipts');
    await edit('Receipts', 'D3', '60');
    expect(state.liveState().figures).toBe('old');
    await state.updateLive();
    await live.settle();
    expect(shown()).toBe(38.4);
    live.workbook.deleteSheet(live.workbook.sheet('Receipts'));
    await passes(50);
    expect(state.liveState().figures).toBe('old');
    await state.updateLive();
    await live.settle();
    // Never 0, and never what it was: without Payments there is no figure.
    expect(shown()).toBe('#N/A');
    expect(live.said('Live', 'A1')).toBe('There is no figure: no table Payments was found.');
  });

  it('a ledger that is stopped by a problem has no figures, until it is mended', async () => {
    await open(withFormula());
    await edit('Charges', 'A3', 'L1');
    await state.updateLive();
    await live.settle();
    expect(shown()).toBe('#N/A');
    expect(live.said('Live', 'A1')).toBe(
      'The ledger has problems: open Practice Ledger to see them.',
    );
    expect(state.liveState().figures).toBe('current');
    await edit('Charges', 'A3', 'L2');
    await state.updateLive();
    await live.settle();
    expect(shown()).toBe(78.4);
  });
});

describe('the automatic mode', () => {
  it('keeps figures live, is kept in the workbook, and reads again as the add-in is loaded', async () => {
    await open(withFormula());
    await state.setAutomatic(true);
    expect(live.host.startsWithWorkbook).toBe(true);
    await edit('Payments', 'D3', '60');
    await until(() => shown() === 38.4);
    expect(state.liveState()).toMatchObject({ figures: 'current', isAutomatic: true });

    // Somebody edits the saved file without the add-in.
    const other = openWorkbook(saveWorkbook(live.workbook));
    typeIn(other, other.sheet('Payments'), 'D3', '70');
    await open(other);
    await until(() => state.liveState().isAutomatic);
    expect(shown()).toBe(48.4);
    await edit('Payments', 'D3', '80');
    await until(() => shown() === 58.4);

    await state.setAutomatic(false);
    expect(live.host.startsWithWorkbook).toBe(false);
    await edit('Payments', 'D3', '90');
    await passes(1000);
    expect(shown()).toBe(58.4);
    expect(state.liveState().figures).toBe('old');
  });

  it('reads once for edits that follow each other', async () => {
    await open(withFormula());
    await state.setAutomatic(true);
    await live.settle();
    let readings = 0;
    let before = '';
    const told = state.onLiveState(({ figures }) => {
      if (figures === 'updating' && before !== figures) readings += 1;
      before = figures;
    });
    for (const amount of [10, 20, 30, 60]) await edit('Payments', 'D3', String(amount));
    await until(() => shown() === 38.4);
    told();
    expect(readings).toBe(1);
  });

  it('waits while Excel is busy with a cell', async () => {
    await open(withFormula());
    await state.setAutomatic(true);
    await live.settle();
    let refusals = 0;
    live.host.setFault(() => {
      refusals += 1;
      return refusals <= 2 ? { code: 'InvalidOperationInCellEditMode' } : undefined;
    });
    typeIn(live.workbook, live.workbook.sheet('Payments'), 'D3', '60');
    await until(() => shown() === 38.4);
    expect(refusals).toBeGreaterThan(2);
    expect(state.liveState()).toMatchObject({ figures: 'current', trouble: '' });
  });
});
