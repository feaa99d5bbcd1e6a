/** The workbook that --out writes: its cells are the JSON, its formulas add up, all else is as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type CellValue, type HostWorkbook, openWorkbook } from '../../host/index';
import { allSheets } from './contract';
import { hostileWorkbook, LINK, PRACTICE } from './hostileWorkbook';
import { recalculated } from './libreOffice';
import { firstTable, type Folder, newFolder, type ResultJson, type Run } from './spawnRunner';
import { differences, emptyTotals, formulasOf, strangeFormulas } from './writtenSheets';

const samplePath = join(__dirname, '../../samples/veterinary-quarter.xlsx');
const books = ['sample', 'hostile'] as const;
type Book = (typeof books)[number];

/** LibreOffice saves numbers with 15 digits. */
const LIBRE_EXACT = 1e-14;

let folder: Folder;
const runs = new Map<string, Promise<Run>>();
let byLibreOffice: ReturnType<typeof recalculated>;

beforeAll(() => {
  folder = newFolder();
  folder.write('hostile.xlsx', hostileWorkbook());
  const sample = folder.run('--out', 'sample.out.xlsx', '--json', 'sample.json');
  const hostile = folder.run('hostile.xlsx', '--out', 'hostile.out.xlsx', '--json', 'hostile.json');
  const again = hostile.then(() =>
    folder.run('hostile.out.xlsx', '--out', 'again.out.xlsx', '--json', 'again.json'),
  );
  runs.set('sample', sample).set('hostile', hostile).set('again', again);
  byLibreOffice = Promise.all([sample, hostile]).then(() =>
    recalculated(folder.path, { sample: bytesOf('sample'), hostile: bytesOf('hostile') }),
  );
  byLibreOffice.catch(() => undefined);
});

afterAll(async () => {
  await Promise.allSettled([...runs.values(), byLibreOffice]);
  folder.remove();
});

function bytesOf(name: string): Uint8Array {
  return readFileSync(folder.file(`${name}.out.xlsx`));
}

interface Written {
  readonly run: Run;
  readonly result: ResultJson;
  readonly workbook: HostWorkbook;
}

const opened = new Map<string, Written>();

/** What a run of status 0 wrote; a workbook is opened once and not changed. */
async function writtenBy(name: string): Promise<Written> {
  const run = (await runs.get(name)) ?? { status: -1, stdout: '', stderr: 'no run' };
  expect([run.status, run.stderr]).toEqual([0, '']);
  const known = opened.get(name);
  if (known !== undefined) return known;
  const result = folder.json(`${name}.json`);
  const written = { run, result, workbook: openWorkbook(bytesOf(name)) };
  opened.set(name, written);
  return written;
}

it('without a workbook the sample is read, on the whole months that its rows cover', async () => {
  const { run, result } = await writtenBy('sample');
  expect(run.stdout).toMatch(/^Period 2024-01-01 to 2024-03-31\n/);
  expect(result.period).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  const found = result.sheets.map(({ report, name, tables }) => ({
    report,
    name,
    columns: tables[0]?.columns,
  }));
  expect(found).toEqual(allSheets);
  expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
});

it('the sample is the practice that its notes say it is', async () => {
  const { result } = await writtenBy('sample');
  expect(firstTable(result, 'Report Info').rows[0]).toEqual([
    'Hospital Name',
    'Cedar Grove Animal Hospital',
  ]);
});

it('the hostile workbook has the figures of its ledger', async () => {
  const { result } = await writtenBy('hostile');
  // 170.30 came for tax 7.77, then lines 1, 2, 3, 9, 10 in line order; 15.15 went back on the return.
  const summary = firstTable(result, 'Practice Summary');
  expect(summary.rows.map(([name, , ...money]) => [name, ...money])).toEqual([
    [LINK, '80.08', '0.00', '80.08'],
    ['__proto__', '34.90', '0.00', '34.90'],
    ['constructor', '0.30', '0.00', '0.30'],
    ['No provider', '32.10', '32.10', '0.00'],
  ]);
  expect(summary.total).toEqual(['Total', 1, '147.38', '32.10', '115.28']);
  const codes = firstTable(result, 'Provider Details').rows.map((row) => row[2]);
  expect(new Set(codes)).toEqual(new Set(['00123', '1E5', '1-2', 'TRUE', '007', null]));
  expect(firstTable(result, 'Report Info').rows[0]).toEqual(['Hospital Name', PRACTICE]);
});

describe.each(books)('the written workbook: %s', (book: Book) => {
  it('holds what the JSON says, cell by cell', async () => {
    const { result, workbook } = await writtenBy(book);
    const { wrong, cells } = differences(workbook, result);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(cells).toBeGreaterThan(book === 'sample' ? 70_000 : 300);
  });

  it('has no formula but the totals of money', async () => {
    const { result, workbook } = await writtenBy(book);
    const { strange, sums } = strangeFormulas(workbook, result);
    expect(strange).toEqual([]);
    // Every total of money in the JSON has its formula, but for tables without a row.
    expect(sums).toBe(differences(workbook, result).totals - emptyTotals(result));
    expect(sums).toBeGreaterThan(40);
  });

  it('gives the same money when LibreOffice adds it up', async () => {
    const { result } = await writtenBy(book);
    const { workbook, formulas } = (await byLibreOffice)[book] ?? {
      workbook: undefined,
      formulas: 0,
    };
    if (workbook === undefined) throw new Error('LibreOffice saved no workbook');
    const { wrong, totals } = differences(workbook, result, LIBRE_EXACT);
    expect(formulas).toBe(totals - emptyTotals(result));
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(totals).toBeGreaterThan(40);
    for (const { name } of result.sheets) {
      for (const formula of formulasOf(workbook.sheet(name)).values())
        expect(formula).toMatch(/^=ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\),2\)$/);
    }
  });

  it('has every part of the input as it was, byte for byte', async () => {
    await writtenBy(book);
    const path = book === 'sample' ? samplePath : folder.file('hostile.xlsx');
    const [before, after] = [unzipSync(readFileSync(path)), unzipSync(bytesOf(book))];
    const mayChange =
      /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;
    const same = Object.entries(before).filter(([name]) => !mayChange.test(name));
    expect(same.length).toBeGreaterThan(5);
    const changed = same.filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(Buffer.from(after[name] ?? [])),
    );
    expect(changed.map(([name]) => name)).toEqual([]);
  });
});

it('run again on its own output, the same sheets are written in place', async () => {
  const [first, again] = [await writtenBy('hostile'), await writtenBy('again')];
  const names = again.workbook.sheets.map(({ name }) => name);
  const ours = allSheets.map(({ name }) => name);
  const aboutTheRun = ['Policy', 'Issues'];
  expect(names).toEqual(['My figures', 'Charges', 'Invoices', 'Payments', ...ours, ...aboutTheRun]);
  for (const name of names) {
    const [then, now] = [first.workbook.sheet(name), again.workbook.sheet(name)];
    expect(withoutCreated(now.values())).toEqual(withoutCreated(then.values()));
    expect([...formulasOf(now)]).toEqual([...formulasOf(then)]);
  }
  expect(again.result.problems).toEqual(first.result.problems);
  expect(again.result.sheets.slice(1)).toEqual(first.result.sheets.slice(1));
});

/** Report Created is the one cell that the clock decides. */
function withoutCreated(rows: CellValue[][]): CellValue[][] {
  return rows.map((row) => (row[0] === 'Report Created' ? row.slice(0, 1) : row));
}
