/** Custom functions in the cells of a workbook that the runner saves: the figures of its run. */
import { readFileSync } from 'node:fs';
import { type HostWorkbook, openWorkbook, typeIn } from '../../host/index';
import { smallPractice } from '../support/hostRun';
import { type Folder, newFolder, type Run } from './spawnRunner';

/**
 * E1 in March: 50.00 on 4 March before the close of 5 March, 100.00 on 20 March. Tax 6.60, then
 * Adams 65.00, then Baker 78.40 of 80.00.
 */
const formulas: readonly (readonly [cell: string, formula: string | undefined, value: unknown])[] =
  [
    ['A1', '=COLLECTEDINVOICING()', 143.4],
    ['A2', '=COLLECTEDINVOICING("Adams")', 65],
    ['A3', '=COLLECTEDINVOICING("baker")', 78.4],
    // The money of 4 March counts on 5 March, when the invoice was closed (I-5).
    ['A4', '=COLLECTEDINVOICING("Adams",DATE(2024,3,4),DATE(2024,3,4))', 0],
    ['A5', '=COLLECTEDINVOICING("Adams","2024-03-05","2024-03-05")', 43.4],
    ['A6', '=COLLECTEDINVOICING(,,,"No Invoice Tag")', 143.4],
    ['A7', '=NETCOLLECTION()', 150],
    ['A8', '=NETCOLLECTION("Adams",DATE(2024,3,4),DATE(2024,3,4))', 43.4],
    ['A9', '=NETCOLLECTION("No provider")', 6.6],
    ['A10', '=NETCOLLECTION(D1:D3)', 65],
    ['A11', undefined, 78.4],
    ['A12', undefined, 6.6],
    ['B1', '=NETCOLLECTION()-SUM(A10:A12)', 0],
    ['B2', '=IFERROR(COLLECTEDINVOICING("Nobody"),"none")', 'none'],
  ];

function live(): HostWorkbook {
  const workbook = smallPractice();
  const sheet = workbook.addSheet('Live');
  sheet.setValues('D1', [['Adams'], ['Baker'], ['No provider']]);
  for (const [cell, formula] of formulas) {
    if (formula !== undefined) typeIn(workbook, sheet, cell, formula);
  }
  typeIn(workbook, sheet, 'C1', '=COLLECTEDINVOICING("Nobody")');
  typeIn(workbook, sheet, 'C2', '=NETCOLLECTION("Adams","soon")');
  // A blank cell is not an argument left out: the practice's figure would stand for nobody.
  typeIn(workbook, sheet, 'C3', '=NETCOLLECTION(Z1)');
  return workbook;
}

let folder: Folder;
let run: Run;
let saved: HostWorkbook;

beforeAll(async () => {
  folder = newFolder();
  folder.save('live.xlsx', live());
  const days = ['--from', '2024-03-01', '--to', '2024-03-31'];
  run = await folder.run('live.xlsx', ...days, '--out', 'out.xlsx');
  saved = openWorkbook(readFileSync(folder.file('out.xlsx')));
});

afterAll(() => {
  folder.remove();
});

describe('functions in the saved workbook', () => {
  it('the run is done', () => {
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it.each(formulas)('%s %s is %p', (cell, _, value) => {
    expect(saved.sheet('Live').value(cell)).toBe(value);
  });

  it('an unknown provider is #N/A and a wrong date #VALUE!, never 0', () => {
    expect(saved.sheet('Live').value('C1')).toMatchObject({ code: '#N/A' });
    expect(saved.sheet('Live').value('C2')).toMatchObject({ code: '#VALUE!' });
    expect(saved.sheet('Live').value('C3')).toMatchObject({ code: '#VALUE!' });
  });

  it('equal the sheets', () => {
    const summary = saved.sheet('Practice Summary').values();
    const row = summary.find(([name]) => name === 'Adams');
    expect(row?.[2]).toBe(saved.sheet('Live').value('A2'));
    expect(summary.find(([name]) => name === 'Total')?.[2]).toBe(saved.sheet('Live').value('A1'));
  });
});
