/** Every sample through the runner: its JSON is what its cells hold, and its sheets agree with each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../../host/index';
import { sampleNames } from '../../../samples/books';
import { resultJson } from '../../../src/reports/resultJson';
import { doneOf, runOn } from '../../support/hostRun';
import { monthsOf } from '../../support/mixedRun';
import { readXlsx } from '../../support/xlsxReader';
import { firstTable, type Folder, newFolder, type ResultJson, type Run } from '../spawnRunner';
import { compared } from './jsonCells';
import { bridgeOff } from './laws/bridge';
import { monthsOff } from './laws/months';
import { providersOff } from './laws/providers';

let folder: Folder;
const runs = new Map<string, Promise<Run>>();

function pathOf(name: string): string {
  return join(__dirname, '../../../samples', name);
}

beforeAll(() => {
  folder = newFolder();
  for (const name of sampleNames) {
    const run = folder.run(pathOf(name), '--out', `out ${name}`, '--json', `${name}.json`);
    runs.set(name, run);
  }
});

afterAll(async () => {
  await Promise.allSettled(runs.values());
  folder.remove();
});

describe.each(sampleNames)('the sample %s', (name) => {
  let result: ResultJson;

  beforeAll(async () => {
    expect(await runs.get(name)).toMatchObject({ status: 0, stderr: '' });
    result = folder.json(`${name}.json`);
  }, 120_000);

  it('has in its cells what the JSON of the runner says', () => {
    const book = readXlsx(readFileSync(folder.file(`out ${name}`)));
    const { wrong, cells, sums } = compared(book, result);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(cells).toBeGreaterThan(300);
    // A trail has no totals but those of Control Totals.
    expect(sums).toBeGreaterThan(5);
  });

  it('has providers that add up to the practice', () => {
    expect(providersOff(result, {})).toEqual([]);
  });

  it('has months that add up to the span', async () => {
    const workbook = openWorkbook(readFileSync(pathOf(name)));
    const months: ResultJson[] = [];
    for (const month of monthsOf(result.period.from, result.period.to)) {
      const { outcome } = await runOn(workbook, { ...month, write: false });
      months.push(JSON.parse(JSON.stringify(resultJson(doneOf(outcome)))) as ResultJson);
    }
    expect(months.length).toBeGreaterThan(1);
    expect(monthsOff(months, result)).toEqual([]);
  });

  it('has a bridge that closes, from the totals of the reports', () => {
    expect(firstTable(result, 'Reconciliation Bridge').rows.length).toBeGreaterThan(5);
    expect(bridgeOff(result)).toEqual([]);
  });
});
