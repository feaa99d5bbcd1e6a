/** Practice Charts: figures by month and provider, drawn by native charts that read the cells of the sheet. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type HostWorkbook, openWorkbook, saveWorkbook } from '../../host/index';
import { referenceOf } from '../../host/model/chart';
import { centsText } from '../../src/core/cents';
import { resultJson } from '../../src/reports/resultJson';
import { connect } from '../host/support/office';
import type { ResultJson, TableJson } from '../runner/spawnRunner';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';

const SHEET = 'Practice Charts';

/** 2024-01-10 and 2024-02-10. */
const [january, february] = [45301, 45332];

/** Adams has tiers by quarter, cliff; Baker has no plan. */
const tables: Readonly<Record<string, Grid>> = {
  Charges: [
    ['Charge ID', 'Service Date', 'Provider', 'Amount'],
    ['L1', january, 'Adams', 1000],
    ['L2', january, 'Baker', 500],
    ['L3', february, 'Adams', 2000],
  ],
  Payments: [
    ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Charge ID'],
    ['P1', january + 1, 'Payment', 600, 'L1'],
    ['P2', february + 1, 'Payment', 1500, 'L3'],
    ['P3', february + 2, 'Refund', -100, 'L1'],
    ['P4', february + 3, 'Payment', 70, ''],
  ],
  Plans: [
    ['Provider', 'Basis', 'Rate', 'Tier From', 'Tier Method', 'Tier Period'],
    ['Adams', 'gross-production', 10, 0, 'cliff', 'quarter'],
    ['Adams', 'gross-production', 20, 2500, 'cliff', 'quarter'],
  ],
};

const both = { reports: ['charts'], from: '2024-01-01', to: '2024-02-29' };

async function resultOf(workbook: HostWorkbook, asked: Parameters<typeof runOn>[1]) {
  const { outcome } = await runOn(workbook, { write: false, ...asked });
  return JSON.parse(JSON.stringify(resultJson(doneOf(outcome)))) as ResultJson;
}

/** The tables of the sheet by their titles, each row as text. */
function rowsOf(result: ResultJson): Record<string, string[]> {
  const sheet = result.sheets.find(({ name }) => name === SHEET);
  const line = (cells: readonly unknown[]): string => cells.map(String).join(' | ');
  return Object.fromEntries(
    (sheet?.tables ?? []).map(({ title, columns, rows, total }) => [
      title,
      [line(columns), ...rows.map(line), line(total ?? [])],
    ]),
  );
}

/** Name, cells covered, and what each series draws. */
function drawnOn(workbook: HostWorkbook, name = SHEET): string[] {
  return workbook.chartsOn(workbook.sheet(name)).map(({ name, type, anchor, series }) => {
    const from = anchor && `${anchor.from.column},${anchor.from.row}`;
    const to = anchor && `${anchor.to.column},${anchor.to.row}`;
    const cells = series.map((one) => referenceOf(one.values).split('!')[1]).join(' ');
    return `${name}: ${type ?? ''} at ${from ?? ''} to ${to ?? ''} of ${cells}`;
  });
}

describe('the figures', () => {
  it('are those of each month, and a tier of the quarter stands in the month that reaches it', async () => {
    const result = await resultOf(workbookOf(tables), both);
    // February: 20 % of all 3,000.00 of the quarter, less the 100.00 that January was paid.
    expect(rowsOf(result)).toEqual({
      'By month': [
        'Month | Net Production | Collections | Commission',
        '2024-01 | 1500.00 | 600.00 | 100.00',
        '2024-02 | 2000.00 | 1470.00 | 500.00',
        'Total | 3500.00 | 2070.00 | 600.00',
      ],
      'By provider': [
        'Provider | Net Production | Collections | Commission',
        'Adams | 3000.00 | 2000.00 | 600.00',
        'Baker | 500.00 | 0.00 | null',
        'No provider | 0.00 | 70.00 | null',
        'Total | 3500.00 | 2070.00 | 600.00',
      ],
      'Net Production by provider and month': [
        'Month | Adams | Baker | No provider | Practice',
        '2024-01 | 1000.00 | 500.00 | 0.00 | 1500.00',
        '2024-02 | 2000.00 | 0.00 | 0.00 | 2000.00',
        'Total | 3000.00 | 500.00 | 0.00 | 3500.00',
      ],
      'Collections by provider and month': [
        'Month | Adams | Baker | No provider | Practice',
        '2024-01 | 600.00 | 0.00 | 0.00 | 600.00',
        '2024-02 | 1400.00 | 0.00 | 70.00 | 1470.00',
        'Total | 2000.00 | 0.00 | 70.00 | 2070.00',
      ],
      'Commission by provider and month': [
        'Month | Adams | Baker | No provider | Practice',
        '2024-01 | 100.00 | null | null | 100.00',
        '2024-02 | 500.00 | null | null | 500.00',
        'Total | 600.00 | null | null | 600.00',
      ],
    });
    expect(Object.fromEntries(result.sheets[0]?.info ?? [])).toMatchObject({
      Tiers:
        'some plans count their tiers by quarter: the month that reaches a tier has what it changes for the months before it',
    });
    expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('are those that Production & Income and Commission Summary of each month say', async () => {
    const bytes = readFileSync(join(__dirname, '../../samples/dental-quarter.xlsx'));
    const quarter = { from: '2024-07-01', to: '2024-09-30', reports: ['charts'] };
    const charts = rowsOf(await resultOf(openWorkbook(bytes), quarter));
    for (const [month, last] of [
      ['2024-07', 31],
      ['2024-08', 31],
      ['2024-09', 30],
    ] as const) {
      const result = await resultOf(openWorkbook(bytes), {
        reports: ['production-income', 'commission'],
        from: `${month}-01`,
        to: `${month}-${last}`,
      });
      const income = firstTable(result, 'Production & Income - Provider');
      const summary = firstTable(result, 'Commission Summary');
      const expected = [
        sumBy(income, 'Total', 'Tot Prod'),
        sumBy(income, 'Total', 'Total Income'),
        sumBy(summary, 'Total', 'Commission'),
      ];
      expect(charts['By month']).toContain([month, ...expected].join(' | '));
      for (const [title, table, head] of [
        ['Net Production', income, 'Tot Prod'],
        ['Collections', income, 'Total Income'],
        ['Commission', summary, 'Commission'],
      ] as const) {
        const [heads = '', ...rows] = charts[`${title} by provider and month`] ?? [];
        const people = heads.split(' | ').slice(1, -1);
        const shown = rows.find((row) => row.startsWith(month))?.split(' | ') ?? [];
        expect(people).toContain('Kelly Ruiz RDH');
        const said = people.map((name) => sumBy(table, name, head));
        expect(shown.slice(1, -1).map((cell) => (cell === 'null' ? '0.00' : cell))).toEqual(said);
      }
    }
  }, 60_000);

  it('say where a month is cut, where there is no plan, and where nothing is to be drawn', async () => {
    const { Charges = [], Payments = [] } = tables;
    const cut = { ...both, from: '2024-01-05' };
    const result = await resultOf(workbookOf({ Charges, Payments }), cut);
    expect(result.sheets[0]?.info).toEqual(
      expect.arrayContaining([
        ['Months', 'only a part of 2024-01 lies in the period'],
        ['Commission', 'left out: the workbook has no table Commission Plans'],
      ]),
    );
    const none = { reports: ['charts'], from: '2023-01-01', to: '2023-02-28' };
    const workbook = workbookOf(tables);
    await runOn(workbook, none);
    expect(drawnOn(workbook)).toEqual([]);
    expect(workbook.sheet(SHEET).values('A3:A12').flat()).toContain(
      'Charts: none: nothing was produced, collected or earned',
    );
  });
});

/** Sum of a column over the rows of a provider, or its total, in the words of the JSON. */
function sumBy({ columns, rows, total }: TableJson, name: string, head: string): string {
  const column = columns.indexOf(head);
  if (name === 'Total') return String(total?.[column]);
  const cents = rows
    .filter(([provider]) => provider === name)
    .reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
  return centsText(cents);
}

function firstTable({ sheets }: ResultJson, name: string): TableJson {
  const table = sheets.find((sheet) => sheet.name === name)?.tables[0];
  if (table === undefined) throw new Error(`no sheet ${name}`);
  return table;
}

describe('the charts', () => {
  it('are made once, draw the cells below them, and stay where the user put them', async () => {
    const workbook = workbookOf(tables);
    await runOn(workbook, both);
    const sheet = workbook.sheet(SHEET);
    const head = sheet.values().findIndex(([cell]) => cell === 'Provider') + 1;
    const [first, ...others] = drawnOn(workbook);
    const [top, end] = [head + 1, head + 3];
    expect(first).toBe(
      `Practice Ledger: By provider: ColumnClustered at 0,2 to 10,22 of $B$${top}:$B$${end} $C$${top}:$C$${end} $D$${top}:$D$${end}`,
    );
    expect(others.map((one) => one.slice(0, one.indexOf(' of ')))).toEqual([
      'Practice Ledger: By month: ColumnClustered at 0,23 to 5,43',
      'Practice Ledger: Net Production by month: LineMarkers at 5,23 to 10,43',
      'Practice Ledger: Collections by month: LineMarkers at 0,44 to 5,64',
      'Practice Ledger: Commission by month: LineMarkers at 5,44 to 10,64',
    ]);
    expect(workbook.chartsOn(sheet).map(({ series }) => series.length)).toEqual([3, 3, 3, 3, 3]);
    await connect(workbook);
    await Excel.run(async (context) => {
      const report = context.workbook.worksheets.getItem(SHEET);
      report.charts.getItem('Practice Ledger: By month').setPosition('L2', 'P9');
      const own = report.charts.add('LineMarkers', report.getRange('B71:B73'), 'Columns');
      own.name = 'of the user';
      const ledger = context.workbook.worksheets.getItem('Charges');
      ledger.charts.add('ColumnClustered', ledger.getRange('D1:D4'), 'Columns');
      await context.sync();
    });
    const before = [drawnOn(workbook), drawnOn(workbook, 'Charges')];
    await runOn(workbook, both);
    expect([drawnOn(workbook), drawnOn(workbook, 'Charges')]).toEqual(before);
    expect(before[0]).toHaveLength(6);
    // One month: there is no line to draw, and nothing to set beside it.
    await runOn(workbook, { ...both, to: '2024-01-31' });
    expect(workbook.chartsOn(sheet).map(({ name }) => name)).toEqual([
      'Practice Ledger: By provider',
      'of the user',
    ]);
    const shorter = sheet.values().findIndex(([cell]) => cell === 'Provider') + 1;
    expect(drawnOn(workbook)[0]).toContain(`$B$${shorter + 1}:$B$${shorter + 2} `);
  });

  it('that Excel does not draw leave the sheet INCOMPLETE, and the next run draws them', async () => {
    const workbook = workbookOf(tables);
    const refuses = runOn(workbook, both, {
      fault: (_, body) =>
        JSON.stringify(body).includes('ColumnClustered')
          ? { code: 'GeneralException', message: '' }
          : undefined,
    });
    await expect(refuses).rejects.toThrow();
    expect(workbook.sheet(SHEET).value('A1')).toContain('INCOMPLETE');
    const { outcome } = await runOn(workbook, both);
    expect(doneOf(outcome).written.map(({ why }) => why)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(workbook.sheet(SHEET).value('A1')).toBe(SHEET);
    expect(drawnOn(workbook)).toHaveLength(5);
  });

  it('of more providers than can be told apart are bars only, and the sheet says so', async () => {
    const people = Array.from({ length: 13 }, (_, place) => `Provider ${place + 1}`);
    const charges = people.flatMap((name, place): Grid => [
      [`J${place}`, january, name, 100],
      [`F${place}`, february, name, 120],
    ]);
    const { Charges: [heads = []] = [] } = tables;
    const workbook = workbookOf({ Charges: [heads, ...charges] });
    await runOn(workbook, both);
    const sheet = workbook.sheet(SHEET);
    expect(workbook.chartsOn(sheet).map(({ name }) => name)).toEqual([
      'Practice Ledger: By provider',
      'Practice Ledger: By month',
    ]);
    expect(sheet.values().flat()).toContain(
      'Charts: lines of 13 providers could not be told apart: the tables have them',
    );
    const twelve = workbookOf({ Charges: [heads, ...charges.slice(0, 24)] });
    await runOn(twelve, both);
    expect(twelve.chartsOn(twelve.sheet(SHEET)).at(-1)?.series).toHaveLength(12);
  });

  it('show in LibreOffice what the cells hold', async () => {
    const workbook = workbookOf(tables);
    await runOn(workbook, both);
    const drawn = drawnByLibreOffice(saveWorkbook(workbook));
    expect(drawn).toEqual([
      'Whole period by provider: Adams Baker No provider = 3000 500 0; 2000 0 70; 600',
      'Whole practice by month: 2024-01 2024-02 = 1500 2000; 600 1470; 100 500',
      'Net Production by month and provider: 2024-01 2024-02 = 1000 2000; 500 0; 0 0',
      'Collections by month and provider: 2024-01 2024-02 = 600 1400; 0 0; 0 70',
      'Commission by month and provider: 2024-01 2024-02 = 100 500; ; ',
    ]);
  }, 60_000);
});

/** Title, labels and values of each chart as LibreOffice saves them; it is given no figures but those in cells. */
function drawnByLibreOffice(bytes: Uint8Array): string[] {
  const entries = unzipSync(bytes);
  for (const [name, part] of Object.entries(entries)) {
    if (!name.startsWith('xl/charts/')) continue;
    const bare = strFromU8(part).replace(/<c:pt idx="\d+"><c:v>[^<]*<\/c:v><\/c:pt>/g, '');
    entries[name] = strToU8(bare);
  }
  const folder = mkdtempSync(join(tmpdir(), 'charts-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), zipSync(entries));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const words = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir'];
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, ...words, out, join(folder, 'book.xlsx')], { stdio: 'pipe' });
    const saved = unzipSync(readFileSync(join(out, 'book.xlsx')));
    const parts = Object.keys(saved).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    const number = (name: string): number => Number(/\d+/.exec(name)?.[0]);
    return parts
      .sort((a, b) => number(a) - number(b))
      .map((name) => wordsOf(strFromU8(saved[name] ?? new Uint8Array(0))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsOf(xml: string): string {
  const within = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<c:${tag}>(.*?)</c:${tag}>`, 'gs'))].map(
      ([, inner = '']) => inner,
    );
  const [title = ''] = within(xml, 'title');
  const series = within(xml, 'ser');
  const valuesIn = (text: string, tag: string): string =>
    within(within(text, tag)[0] ?? '', 'v').join(' ');
  const labels = valuesIn(series[0] ?? '', 'cat').replace('45292 45323', '2024-01 2024-02');
  const values = series.map((one) => valuesIn(one, 'val')).join('; ');
  return `${/<a:t>([^<]*)/.exec(title)?.[1] ?? ''}: ${labels} = ${values}`;
}
