/** Every sample workbook: its bytes are what `npm run sample` writes, and its reports tie out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBytes, sampleNames } from '../../samples/books';
import { type Folder, newFolder, type ResultJson, type Run } from './spawnRunner';

const samples = join(__dirname, '../../samples');

/** What the story of each sample says: its months, its reports and what the run has to tell. */
interface Story {
  readonly from: string;
  readonly to: string;
  readonly reports: readonly string[];
  readonly problems: readonly string[];
}

const stories: Readonly<Record<string, Story>> = {
  'veterinary-quarter.xlsx': {
    from: '2024-01-01',
    to: '2024-03-31',
    reports: [
      'collected-invoicing',
      'gross-invoicing',
      'cpt',
      'sales',
      'production-income',
      'allocation',
      'bridge',
    ],
    problems: [
      'AMOUNT_AS_TEXT',
      'DATE_AS_TEXT',
      'PAYMENT_SPLIT_INFERRED',
      'PROVIDER_BLANK',
      'REFUND_ABOVE_PAID',
      'TAX_DIFFERS',
      'TRANSFER_HALF',
      'VOIDED_INVOICE_PAID',
      'WRITE_OFF_INVOICE',
    ],
  },
  'aesthetic-month.xlsx': {
    from: '2024-05-01',
    to: '2024-06-30',
    reports: [
      'collected-invoicing',
      'gross-invoicing',
      'cpt',
      'sales',
      'production-income',
      'commission',
      'allocation',
      'bridge',
    ],
    problems: [],
  },
  'chiropractic-claims.xlsx': {
    from: '2024-04-01',
    to: '2024-06-30',
    reports: ['cpt', 'sales', 'production-income', 'allocation', 'bridge'],
    problems: ['TYPE_SIGN'],
  },
  'dental-quarter.xlsx': {
    from: '2024-07-01',
    to: '2024-09-30',
    reports: ['cpt', 'sales', 'production-income', 'commission', 'allocation', 'bridge'],
    problems: ['SCHEDULED_PAST'],
  },
  'orthodontic-trail.xlsx': {
    from: '2025-01-01',
    to: '2025-03-31',
    reports: ['gross-to-net', 'bridge'],
    problems: ['TRAIL_RESCHEDULE_UNEQUAL', 'TRAIL_TYPE_UNKNOWN'],
  },
};

let folder: Folder;
let runs: ReadonlyMap<string, Run>;

beforeAll(async () => {
  folder = newFolder();
  const run = async (name: string): Promise<readonly [string, Run]> => [
    name,
    await folder.run(join(samples, name), '--json', `${name}.json`),
  ];
  runs = new Map(await Promise.all(sampleNames.map(run)));
}, 120_000);

afterAll(() => {
  folder.remove();
});

it('every workbook of the folder is made by npm run sample and has its story', () => {
  const files = readdirSync(samples).filter((name) => name.endsWith('.xlsx'));
  expect(files.sort()).toEqual([...sampleNames].sort());
  expect(Object.keys(stories)).toEqual(sampleNames);
});

it.each(sampleNames)('%s is what npm run sample writes, byte for byte', (name) => {
  const committed = readFileSync(join(samples, name));
  expect(Buffer.compare(committed, sampleBytes(name))).toBe(0);
});

describe.each(sampleNames)('the reports of %s', (name) => {
  const result = (): ResultJson => folder.json(`${name}.json`);

  it('run without a row held back, on the months and with the reports of its story', () => {
    const { from, to, reports } = stories[name]!;
    expect(runs.get(name)).toMatchObject({ status: 0, stderr: '' });
    expect(result().period).toEqual({ from, to });
    expect([...new Set(result().sheets.map(({ report }) => report))]).toEqual(reports);
    expect(result().rows.filter(({ held }) => held !== 0)).toEqual([]);
  });

  it('tie out to the cent', () => {
    const checks = result().checks;
    expect(checks.length).toBeGreaterThan(10);
    expect(checks.filter(({ ok, difference }) => !ok || difference !== '0.00')).toEqual([]);
  });

  it('tell what the story has in it, and nothing else', () => {
    const codes = new Set(result().problems.map(({ code }) => String(code)));
    expect([...codes].sort()).toEqual(stories[name]!.problems);
  });
});

it('dental-quarter.xlsx: transfers take the 41 splits of its story off their charges, 3,902.52 in all', () => {
  const { sheets } = folder.json('dental-quarter.xlsx.json');
  const table = sheets.find(({ name }) => name === 'Income Transfers')!.tables[0]!;
  const [amount, reason] = ['Amount', 'Reason'].map((head) => table.columns.indexOf(head));
  const off = table.rows
    .filter((row) => String(row[reason!]).endsWith('until work needs it (T6)'))
    .map((row) => Math.round(Number(row[amount!]) * 100))
    .filter((cents) => cents < 0);
  expect(off).toHaveLength(41);
  expect(off.reduce((sum, cents) => sum + cents, 0)).toBe(-390_252);
});
