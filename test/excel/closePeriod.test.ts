/** Closing a period in a workbook: the sheet is kept, read back, and held against its digest (C20, INV-28). */
import { strFromU8, unzipSync } from 'fflate';
import { ExcelHost, type HostWorkbook, openWorkbook, saveWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { CloseOutcome, ReopenOutcome } from '../../src/app/closePeriod';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';

const day = (january: number): number => 45291 + january;

const work: Grid = [
  ['Charge ID', 'Service Date', 'Provider', 'Amount'],
  ['C1', day(5), 'Adams', 1000],
  ['C2', day(8), 'Adams', 400],
  ['C3', day(9), 'Baker', 500],
  ['C5', day(36), 'Adams', 200],
];
const money: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Charge ID', 'Entered Date', 'Voided'],
  ['P1', day(5), 'Payment', 1000, 'C1', day(5), ''],
  ['P2', day(8), 'Payment', 400, 'C2', day(8), ''],
  ['P3', day(9), 'Payment', 500, 'C3', day(9), ''],
  ['P5', day(36), 'Payment', 200, 'C5', day(36), ''],
];
const plans: Grid = [
  ['Provider', 'Basis', 'Rate'],
  ['*', 'net-income', '30 %'],
];

function practice(): HostWorkbook {
  return workbookOf({ Charges: work, Payments: money, Plans: plans });
}

/** As if the file was closed and opened again. */
function reopened(workbook: HostWorkbook): HostWorkbook {
  return openWorkbook(saveWorkbook(workbook));
}

async function close(
  workbook: HostWorkbook,
  [from, to]: readonly [string, string],
  today?: number,
): Promise<CloseOutcome> {
  await startOffice(new ExcelHost(workbook, { name: 'ledger.xlsx' }));
  const { closePeriod } = await import('../../src/app/closePeriod');
  const stamp = { created: '2024-02-01 09:00', timeZone: 'UTC', version: '1.0.0' };
  return closePeriod({ from, to, options: [], stamp, today }, () => undefined);
}

async function open(workbook: HostWorkbook, reason: string): Promise<ReopenOutcome> {
  await startOffice(new ExcelHost(workbook, { name: 'ledger.xlsx' }));
  const { reopenPeriod } = await import('../../src/app/closePeriod');
  return reopenPeriod({ reason, created: '2024-02-03 10:00' });
}

/** Rows of Commission Summary of a month: provider, payable. */
async function payable(
  workbook: HostWorkbook,
  [from, to]: readonly [string, string],
): Promise<[string, number][]> {
  const stamp = { created: '2024-03-01 08:00', timeZone: 'UTC', version: '1.0.0' };
  const { outcome } = await runOn(workbook, { reports: ['commission'], from, to, stamp });
  const sheet = doneOf(outcome).sheets.find(({ name }) => name === 'Commission Summary')!;
  return sheet.tables[0]!.rows.map((row) => [String(row[0]), Number(row[6])]);
}

const january = ['2024-01-01', '2024-01-31'] as const;
const february = ['2024-02-01', '2024-02-29'] as const;

it('writes a sheet of values, and keeps no name in its record', async () => {
  const workbook = practice();
  expect(await close(workbook, january)).toMatchObject({
    kind: 'done',
    sheet: 'Close 2024-01',
    writtenAs: 'Close 2024-01',
    payable: 57_000,
  });
  const text = unzipped(saveWorkbook(workbook));
  expect(text).toContain('Every line that was paid');
  expect(text).not.toContain('<f>');
  const kept = JSON.stringify([...workbook.settings]);
  expect(kept).toContain('Close 2024-01');
  expect(kept).not.toContain('Adams');
});

it('is read back from the saved file: a back-dated payment, a void and a reassignment are carried', async () => {
  const first = practice();
  await close(first, january);
  const workbook = reopened(first);
  workbook.sheet('Charges').setValues('C4', [['Adams']]);
  workbook.sheet('Payments').setValues('G2', [['Yes']]);
  workbook.sheet('Payments').setValues('A6', [['P4', day(20), 'Payment', 90, 'C2', day(20), '']]);
  expect(await payable(workbook, january)).toEqual([
    ['Adams', 42_000],
    ['Baker', 15_000],
  ]);
  // Adams: 60.00 of February, -300.00, +150.00, +27.00.
  expect(await payable(workbook, february)).toEqual([
    ['Adams', -6300],
    ['Baker', -15_000],
  ]);
});

it('after the very first close only the plan was changed: that is the cause, and no row is blamed', async () => {
  const first = practice();
  await close(first, january);
  const workbook = reopened(first);
  workbook.sheet('Plans').setValues('C2', [['40 %']]);
  const [from, to] = february;
  const { outcome } = await runOn(workbook, { reports: ['commission'], from, to });
  const { sheets } = doneOf(outcome);
  const told = JSON.stringify(sheets);
  expect(told).toContain('The commission plan was changed after the close');
  expect(told).not.toMatch(/Payment P\d[^"]*was changed after the close/);
});

it('who was paid is written under an alias since: nothing is carried', async () => {
  const first = practice();
  await close(first, january);
  const workbook = reopened(first);
  workbook.addSheet('Names').setValues('A1', [
    ['Provider', 'Aliases'],
    ['Adams, Jane', 'Adams'],
  ]);
  // 30 % of 200 in February.
  expect(await payable(workbook, february)).toEqual([['Adams, Jane', 6000]]);
  expect(await payable(workbook, january)).toEqual([
    ['Adams, Jane', 42_000],
    ['Baker', 15_000],
  ]);
});

it('refuses to pay what it cannot tell: a cell of the close was edited, or its sheet deleted', async () => {
  const workbook = practice();
  await close(workbook, january);
  const sheet = workbook.sheet('Close 2024-01');
  const place = sheet
    .values()
    .findIndex(([provider, basis]) => provider === 'Adams' && basis === 'net-income');
  sheet.setValues(`G${place + 1}`, [[999]]);
  const refusal =
    "'Close 2024-01' was edited after the period was closed; undo the edit, or re-open the period";
  const { outcome } = await runOn(workbook, {
    reports: ['commission'],
    from: '2024-02-01',
    to: '2024-02-29',
  });
  expect(outcome).toMatchObject({
    kind: 'refused',
    reasons: [`commission cannot be made: ${refusal}`],
  });
  const all = await runOn(workbook, { from: '2024-02-01', to: '2024-02-29' });
  expect(doneOf(all.outcome).problems).toContainEqual(
    expect.objectContaining({ code: 'PLAN_NOT_COMPUTED', found: refusal }),
  );
  expect(await close(workbook, february)).toMatchObject({ kind: 'refused' });
  sheet.setValues(`G${place + 1}`, [[420]]);
  expect(await payable(workbook, february)).toEqual(
    [
      ['Adams', 6000],
      ['Baker', 0],
    ].slice(0, 1),
  );
  workbook.deleteSheet(sheet);
  const gone = await runOn(workbook, {
    reports: ['commission'],
    from: '2024-02-01',
    to: '2024-02-29',
  });
  expect(gone.outcome).toMatchObject({
    reasons: [
      "commission cannot be made: the sheet 'Close 2024-01' of a closed period is gone; bring it back, or re-open the period",
    ],
  });
});

it('closes one period after the other, in whole days that are over', async () => {
  const workbook = practice();
  await close(workbook, january);
  const reasons = async (
    days: readonly [string, string],
    today?: number,
  ): Promise<readonly string[]> => {
    const outcome = await close(workbook, days, today);
    return outcome.kind === 'refused' ? outcome.reasons : [];
  };
  expect(await reasons(january)).toEqual([
    'the days before 2024-02-01 are closed: the period has to begin on 2024-02-01',
  ]);
  expect(await reasons(['2024-03-01', '2024-03-31'])).toEqual([
    'the days from 2024-02-01 on are not closed yet: close them first',
  ]);
  expect(await reasons(['2024-02-01', '2024-02-29T12:00'])).toEqual([
    'a period is closed in whole days',
  ]);
  expect(await reasons(february, day(59))).toEqual([
    'the period is not over: it ends on 2024-02-29',
  ]);
  expect(await reasons(february, day(60))).toEqual([]);
  expect(workbook.sheets.map(({ name }) => name)).toContain('Close 2024-02');
});

it('is opened again with a reason only; the record stays, and a second close has a sheet of its own', async () => {
  const workbook = practice();
  await close(workbook, january);
  expect(await open(workbook, '  ')).toEqual({
    kind: 'refused',
    reasons: ['say why the period is opened again'],
  });
  expect(await open(workbook, 'paid to the wrong Baker')).toEqual({
    kind: 'done',
    sheet: 'Close 2024-01',
  });
  expect(await open(workbook, 'once more')).toEqual({
    kind: 'refused',
    reasons: ['no period of this workbook is closed'],
  });
  workbook.sheet('Charges').setValues('C4', [['Adams']]);
  expect(await payable(workbook, january)).toEqual([['Adams', 57_000]]);
  expect(workbook.sheet('Close 2024-01').values().flat()).toContain('Baker');
  expect(await close(workbook, january)).toMatchObject({
    sheet: 'Close 2024-01 (2)',
    payable: 57_000,
  });
  await payable(workbook, february);
  const rows = workbook.sheet('Commission Summary').values();
  const record = rows.filter(
    ([name]) => typeof name === 'string' && name.startsWith('Close 2024-01'),
  );
  expect(record.map((row) => row.slice(0, 3))).toEqual([
    [
      'Close 2024-01',
      '2024-02-01 09:00',
      '2024-01-01 to 2024-01-31: re-opened 2024-02-03 10:00, because: paid to the wrong Baker',
    ],
    ['Close 2024-01 (2)', '2024-02-01 09:00', '2024-01-01 to 2024-01-31: closed'],
  ]);
});

it('only some locations cannot be paid where a period is closed', async () => {
  const located = work.map((row, place) => [...row, place === 0 ? 'Location' : 'East']);
  const workbook = workbookOf({ Charges: located, Payments: money, Plans: plans });
  await close(workbook, january);
  const { outcome } = await runOn(workbook, { reports: ['commission'], locations: ['East'] });
  expect(doneOf(outcome).problems.map(({ found }) => found)).toContain(
    'a closed period is about all locations, and only some were asked for',
  );
});

/** The texts of the parts of a file. */
function unzipped(file: Uint8Array): string {
  return Object.entries(unzipSync(file))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}
