/** Rows that were pasted twice: what is told, so that no money counts twice in silence (C10, D3, D5). */
import type { Grid } from '../support/hostRun';
import { grid, type ImportRead, readImport } from './readImports';

const problemsOf = ({ problems }: ImportRead, code: string): string[] =>
  problems.filter((one) => one.code === code).map(({ severity, found }) => `${severity} ${found}`);

describe('D3 an export without ids, pasted twice', () => {
  const header = ['Date', 'Name', 'Code', 'Description', 'Prov', 'Amount', 'Check #', 'Balance'];
  // 100.00 to 114.00 are 1,605.00.
  const days = Array.from({ length: 15 }, (_, day) => [
    ...[45352 + day, 'Roe', 'D1110', 'Cleaning', 'DOC1', 100 + day, null, 100],
  ]);
  const twice: Grid = [header, ...days, ...days];
  const stop = "stopped rows 'Paste' 17 to 31 repeat rows 'Paste' 2 to 16";

  it.each([
    ['by itself', {}],
    [
      'beside payments with ids',
      { P: grid('Payment ID|Payment Date|Type|Amount\nP1|2024-03-20|Payment|10.00') },
    ],
    [
      'beside other charges with ids',
      { More: grid('Charge ID|Service Date|Provider|Amount\nC1|2024-03-20|Adams|10.00') },
    ],
    [
      'beside adjustments with ids',
      { A: grid('Adjustment ID|Date|Type|Amount\nA1|2024-03-20|Courtesy|-5.00') },
    ],
  ])('%s stops the run', async (_, more) => {
    const read = await readImport({ Paste: twice, ...more });
    expect(problemsOf(read, 'ROWS_PASTED_TWICE')).toEqual([stop]);
  });

  it('charges that have ids of their own and are else alike are no paste', async () => {
    const lines = (first: number): Grid =>
      days.map((_, place) => [`C${first + place}`, 45352, 'Adams', 100 + place]);
    const charges: Grid = [['Charge ID', 'Service Date', 'Provider', 'Amount']];
    const read = await readImport({ Paste: twice, C: [...charges, ...lines(1), ...lines(101)] });
    expect(problemsOf(read, 'ROWS_PASTED_TWICE')).toEqual([stop]);
  });
});
