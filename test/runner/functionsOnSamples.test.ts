/** Every function over every sample, as formulas of a workbook that is saved: equal to the sheets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HostSheet, openWorkbook, saveWorkbook, typeIn } from '../../host/index';
import { sampleNames } from '../../samples/books';
import { functionSpecs } from '../../src/app/functionSpecs';
import { openLive } from '../functions/liveBook';
import type { ResultJson } from './spawnRunner';

type Table = ResultJson['sheets'][number]['tables'][number];

/** A block of one call: the function, its keys down, and the cells that it must give. */
interface Block {
  readonly name: string;
  readonly title: string;
  /** Arguments of each row. */
  readonly keys: readonly (readonly (string | undefined)[])[];
  readonly values: readonly number[];
}

function tableOf(result: ResultJson, sheet: string): Table | undefined {
  return result.sheets.find(({ name }) => name === sheet)?.tables[0];
}

/** A block down the rows of a sheet: its first columns are the arguments, one column the figures. */
function column(
  result: ResultJson,
  name: string,
  of: {
    readonly sheet: string;
    readonly head: string;
    /** Which columns are arguments, in the order of the function's parameters. */
    readonly by: readonly string[];
  },
): Block[] {
  const table = tableOf(result, of.sheet);
  if (table === undefined || table.rows.length === 0) return [];
  const at = (head: string): number => table.columns.indexOf(head);
  const args = of.by.map((head) => (head === '' ? -1 : at(head)));
  const keys = table.rows.map((row) =>
    args.map((place) => (place < 0 ? undefined : String(row[place]))),
  );
  const values = table.rows.map((row) => Number(row[at(of.head)]));
  return [{ name, title: `${name} on ${of.sheet}`, keys, values }];
}

/** The practice's figure: no argument, or what stands before the ones left out. */
function total(result: ResultJson, name: string, sheet: string, head: string): Block[] {
  const table = tableOf(result, sheet);
  const value = table?.total?.[table.columns.indexOf(head)];
  if (value === undefined) return [];
  return [{ name, title: `${name}() on ${sheet}`, keys: [[]], values: [Number(value)] }];
}

const income: readonly (readonly [name: string, head: string])[] = [
  ['GROSSPRODUCTION', 'Production'],
  ['PRODUCTIONADJUSTMENTS', 'Adjustments'],
  ['WRITEOFFS', 'Writeoff'],
  ['NETPRODUCTION', 'Tot Prod'],
  ['PATIENTINCOME', 'Pt Income'],
  ['UNEARNEDINCOME', 'Unearned Pt Income'],
  ['INSURANCEINCOME', 'Ins Income'],
  ['TOTALINCOME', 'Total Income'],
  ['NETCOLLECTION', 'Total Income'],
];

function incomeBlocks(result: ResultJson): Block[] {
  const sheet = 'Production & Income - Provider';
  return income.flatMap(([name, head]) => [
    // Credit that moves between providers is in both: by provider, too, the two are one.
    ...column(result, name, { sheet, head, by: ['Provider'] }),
    ...total(result, name, sheet, head),
  ]);
}

/** With a trail its lines are the figures of the practice. */
function trailBlocks(result: ResultJson): Block[] {
  const table = tableOf(result, 'Gross to Net');
  if (table === undefined) return [];
  const of = (line: string): number => Number(table.rows.find(([name]) => name === line)?.[1]);
  const one = (name: string, value: number): Block => ({
    name,
    title: `${name}() on Gross to Net`,
    keys: [[]],
    values: [value],
  });
  return [
    one('GROSSPRODUCTION', of('Gross Production')),
    one('PRODUCTIONADJUSTMENTS', round(of('Production Adjustments') - of('Write-offs'))),
    one('WRITEOFFS', of('Write-offs')),
    one('NETPRODUCTION', of('Net Production')),
    one('GROSSCOLLECTION', of('Gross Collection')),
    one('COLLECTIONADJUSTMENTS', of('Collection Adjustments')),
    one('NETCOLLECTION', of('Net Collection')),
    one('COLLECTIONRATE', of('Net Collection') / of('Net Production')),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function invoicingBlocks(result: ResultJson): Block[] {
  const name = 'COLLECTEDINVOICING';
  const sheet = 'Provider Invoice Tag Summary';
  const head = 'Total Commissions Amount Collected';
  return [
    ...column(result, name, {
      sheet: 'Practice Summary',
      head: 'Total Invoicing Collected',
      by: ['Provider'],
    }),
    ...total(result, name, 'Practice Summary', 'Total Invoicing Collected'),
    ...column(result, name, { sheet, head, by: ['Provider', '', '', 'Invoice Tag'] }),
  ];
}

const codeColumns: readonly (readonly [name: string, sheet: string, head: string])[] = [
  ['CPTUSED', 'Billed', 'Used'],
  ['CPTVALUE', 'Billed', 'Total Value'],
  ['CPTINCOME', 'Billed', 'Total Income'],
  ['CPTCOLLECTED', 'Collected', 'Collected Amount'],
];

function codeBlocks(result: ResultJson): Block[] {
  return codeColumns.flatMap(([name, which, head]) => {
    const isBilled = which === 'Billed';
    const sheet = isBilled ? 'CPT Billed Services' : 'CPT Collections (Gross)';
    const byProvider = isBilled ? 'CPT Billed by Provider' : 'CPT Collections by Provider';
    return [
      ...column(result, name, { sheet, head, by: ['CPT Code'] }),
      ...column(result, name, { sheet: byProvider, head, by: ['CPT Code', 'Provider'] }),
    ];
  });
}

/** Client Credits at the end of every day. */
function creditBlocks(result: ResultJson): Block[] {
  return column(result, 'UNAPPLIED', {
    sheet: 'Sales Reconciliation',
    head: 'Client Credits',
    by: ['', 'Date'],
  });
}

function commissionBlocks(result: ResultJson): Block[] {
  const table = tableOf(result, 'Commission Summary');
  if (table === undefined) return [];
  const payable = new Map<string, number>();
  for (const row of table.rows) {
    const name = String(row[table.columns.indexOf('Provider')]);
    const cents = Number(row[table.columns.indexOf('Payable')]);
    payable.set(name, round((payable.get(name) ?? 0) + cents));
  }
  const [keys, values] = [[...payable.keys()].map((name) => [name]), [...payable.values()]];
  return [{ name: 'COMMISSION', title: 'COMMISSION on Commission Summary', keys, values }];
}

function blocksOf(result: ResultJson): Block[] {
  const hasTrail = tableOf(result, 'Gross to Net') !== undefined;
  return [
    ...(hasTrail ? trailBlocks(result) : incomeBlocks(result)),
    ...invoicingBlocks(result),
    ...codeBlocks(result),
    ...creditBlocks(result),
    ...commissionBlocks(result),
  ];
}

/** Writes a block from column `first` on: its arguments in columns of their own, then one formula. */
function writeBlock(
  book: ReturnType<typeof openWorkbook>,
  sheet: HostSheet,
  { name, keys }: Block,
  first: number,
): void {
  const args = keys[0]?.map((key, place) => {
    if (key === undefined) return '';
    const letter = lettersOf(first + place);
    sheet.setValues(
      `${letter}1`,
      keys.map((row) => [`'${row[place] ?? ''}`.slice(1)]),
    );
    return `${letter}1:${letter}${keys.length}`;
  });
  typeIn(book, sheet, `${lettersOf(first + WIDTH - 1)}1`, `=${name}(${(args ?? []).join(',')})`);
}

const WIDTH = 5;

function lettersOf(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? lettersOf(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Samples have no plans: everybody is paid on every basis whose tables are there. */
const plans = [
  ['Provider', 'Basis', 'Rate'],
  ['*', 'collected-invoicing', '30 %'],
  ['*', 'cpt-collections', '10 %'],
  ['*', 'gross-production', '1 %'],
  ['*', 'net-income', '2 %'],
];

const books = new Map<string, { readonly blocks: Block[]; readonly saved: HostSheet }>();

/** The sheets that a run makes, then the cells that ask its ledger for them, through a file. */
async function live(name: string): Promise<void> {
  const workbook = openWorkbook(readFileSync(join(__dirname, '../../samples', name)));
  workbook.addSheet('Plans of the test').setValues('A1', plans);
  const book = await openLive(workbook);
  const blocks = blocksOf(await book.compute());
  const sheet = workbook.addSheet('Live');
  blocks.forEach((block, place) => {
    writeBlock(workbook, sheet, block, place * WIDTH);
  });
  await book.settle();
  books.set(name, { blocks, saved: openWorkbook(saveWorkbook(workbook)).sheet('Live') });
}

beforeAll(async () => {
  for (const name of sampleNames) await live(name);
}, 240_000);

it.each(sampleNames)('%s: every cell is that of the sheet', (name) => {
  const { blocks: all, saved: sheet } = books.get(name)!;
  expect(all.length).toBeGreaterThan(5);
  for (const [place, { title, values }] of all.entries()) {
    const letter = lettersOf(place * WIDTH + WIDTH - 1);
    const cells = values.map((_, row) => sheet.value(`${letter}${row + 1}`));
    expect({ title, cells }).toEqual({ title, cells: values });
  }
});

it('no function is left out', () => {
  const asked = new Set(
    [...books.values()].flatMap(({ blocks }) => blocks.map(({ name }) => name)),
  );
  // What is owed stands on no sheet: its laws are in receivables.test.ts.
  const sheetless = ['RECEIVABLE'];
  expect([...asked, ...sheetless].sort()).toEqual(functionSpecs.map(({ name }) => name).sort());
});
