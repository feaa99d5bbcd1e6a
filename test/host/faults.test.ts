import {
  newWorkbook,
  type ExcelHost,
  type Fault,
  type FaultHook,
  type HostWorkbook,
} from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;
let host: ExcelHost;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Report');
  host = await connect(workbook);
});

/** A hook for the first request alone: office.js sends another to clean up, and again if that fails. */
function first(fault: Fault): FaultHook {
  return (number) => (number === 1 ? fault : undefined);
}

function writeThree(): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Report');
    sheet.getRange('A1').values = [['one']];
    sheet.getRange('A2').values = [['two']];
    sheet.getRange('A3').values = [['three']];
    await context.sync();
  });
}

it('an error comes instead of the request', async () => {
  host.setFault(first({ code: 'InvalidOperationInCellEditMode' }));
  expect(await codeOf(writeThree())).toBe('InvalidOperationInCellEditMode');
  expect(workbook.sheet('Report').values()).toEqual([]);
});

it('an error can come after some of the actions', async () => {
  host.setFault((number, body) => {
    const sets = body.Actions.flatMap((action, at) => (action.ActionType === 4 ? [at] : []));
    const fault = { code: 'GeneralException', message: 'Out of paper.', afterActions: sets[1]! };
    return number === 1 ? fault : undefined;
  });
  expect(await codeOf(writeThree())).toBe('GeneralException');
  expect(workbook.sheet('Report').values()).toEqual([['one']]);
});

it('comes with the requests that the hook names', async () => {
  // Excel.run sends a second request, to release what it kept.
  host.setFault((number) => (number === 3 ? { code: 'ServiceNotAvailable' } : undefined));
  await writeThree();
  expect(await codeOf(writeThree())).toBe('ServiceNotAvailable');
  await writeThree();
});

it('a crash is never answered, and nor is what comes after it', async () => {
  host.setFault(() => 'crash');
  let settled = false;
  void writeThree().finally(() => {
    settled = true;
  });
  await host.crashed;
  host.setFault(undefined);
  void writeThree().finally(() => {
    settled = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(settled).toBe(false);
  expect(workbook.sheet('Report').values()).toEqual([]);
});

it('a crash in the middle of a request leaves what was done', async () => {
  host.setFault((_, body) => ({ crashAfterActions: body.Actions.length - 1 }));
  void writeThree();
  await host.crashed;
  expect(workbook.sheet('Report').values()).toEqual([['one'], ['two']]);
});

it('after a crash a new host opens the same workbook', async () => {
  host.setFault(() => 'crash');
  void writeThree();
  await host.crashed;
  await connect(workbook);
  await writeThree();
  expect(workbook.sheet('Report').values()).toHaveLength(3);
});
