/** A rate in a cell is what the cell shows: its number format tells 30 % from 0.3 % (A12). */
import { type CellInput, HostWorkbook } from '../../host/index';
import { runOn } from '../support/hostRun';

/** The problems of a plan whose rate stands in C2. */
async function told(rate: CellInput, numberFormat: string): Promise<string[]> {
  const workbook = new HostWorkbook();
  const sheet = workbook.addSheet('Plans');
  sheet.setValues('A1', [
    ['Basis', 'Provider', 'Rate', 'Note', 'Credit Share'],
    ['gross-production', 'Adams', rate, 'as agreed', ''],
  ]);
  workbook.addSheet('Charges').setValues('A1', [
    ['Charge ID', 'Service Date', 'Provider', 'Amount'],
    ['L1', 45352, 'Adams', 100],
  ]);
  sheet.format('C2', { numberFormat });
  const { outcome } = await runOn(workbook, { write: false });
  return outcome.problems.map(({ code, cell, found }) => `${code} ${cell} ${found}`);
}

it.each<[CellInput, string]>([
  [0.3, '0%'],
  [0.125, '0.00%;[Red]-0.00%'],
  [30, 'General'],
  [30, '0.00"%"'],
  [30, '0\\%'],
  ['30 %', '@'],
])('%p as %s is a rate', async (rate, numberFormat) => {
  expect(await told(rate, numberFormat)).toEqual([]);
});

it('0.30 that shows no per cent sign of Excel is held, with its cell', async () => {
  const ambiguous = ['RATE_AMBIGUOUS C2 0.3'];
  expect(await told(0.3, 'General')).toEqual(ambiguous);
  expect(await told(0.3, '0.00')).toEqual(ambiguous);
  expect(await told(0.3, '0.00"%"')).toEqual(ambiguous);
});

it('30 in a cell of per cents is 3,000 %', async () => {
  expect(await told(30, '0%')).toEqual(['RATE_NOT_UNDERSTOOD C2 "3000 %"']);
});
