/** The order of rows and columns decides nothing: the same ledger in another order, the same result. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaAt, HostWorkbook, openWorkbook } from '../../host/index';
import { resultJson } from '../../src/reports/resultJson';
import { clean, ledgerWith, withRows } from '../problems/problemCase';
import { doneOf, type Grid, runOn } from '../support/hostRun';

const samplePath = join(__dirname, '../../samples/veterinary-quarter.xlsx');

type Order = (length: number) => number[];

const asTheyStand: Order = (length) => Array.from({ length }, (_, place) => place);
const backwards: Order = (length) => asTheyStand(length).reverse();

/** A shuffle that is the same for the same seed (Mulberry32, Fisher–Yates). */
function shuffled(seed: number): Order {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return (length) => {
    const order = asTheyStand(length);
    for (let place = length - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1));
      [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
    }
    return order;
  };
}

/** A table with its rows, and its columns, in another order; the header stays on top. */
function reordered(grid: Grid, rows: Order, columns: Order): Grid {
  const [head = [], ...body] = grid;
  const across = columns(head.length);
  const inRow = (row: Grid[number]): Grid[number] => across.map((column) => row[column] ?? null);
  return [inRow(head), ...rows(body.length).map((row) => inRow(body[row] ?? []))];
}

/** The tables of the sample: Excel tables, and the Invoices as a plain range below two lines. */
const places = { Charges: 'A1', Invoices: 'A4', Payments: 'A1', Providers: 'A1' };

function sampleTables(): Record<string, Grid> {
  const sample = openWorkbook(readFileSync(samplePath));
  return Object.fromEntries(
    Object.entries(places).map(([name, address]) => {
      const rows = sample.sheet(name).values();
      return [name, rows.slice(areaAt(address).row) as Grid];
    }),
  );
}

function sampleIn(
  tables: Readonly<Record<string, Grid>>,
  rows: Order,
  columns: Order,
): HostWorkbook {
  const workbook = new HostWorkbook();
  for (const [name, address] of Object.entries(places)) {
    const sheet = workbook.addSheet(name);
    const grid = reordered(tables[name] ?? [], rows, columns);
    if (name === 'Invoices') sheet.setValues(address, grid);
    else workbook.addTable(name, sheet, address, grid);
  }
  return workbook;
}

/** The result without the addresses of cells: problems in the order of their texts. */
async function resultOf(workbook: HostWorkbook): Promise<unknown> {
  const { outcome } = await runOn(workbook, { write: false });
  const places = /(?<=![A-Z]+)\d+|(?<=!)[A-Z]+(?=\d)/g;
  const result = JSON.parse(JSON.stringify(resultJson(doneOf(outcome))).replace(places, '')) as {
    problems: Record<string, unknown>[];
  };
  const addresses = /(?<=Sheet '[^']+') [A-Z]+\d+ \(row \d+|(?<='[^']+') [A-Z]+\d+/g;
  const problems = result.problems.map((problem) => ({
    ...problem,
    cell: '',
    found: String(problem['found']).replace(addresses, ''),
    message: String(problem['message']).replace(addresses, ''),
  }));
  const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return { ...result, problems: problems.sort(byText) };
}

it('the sample in other orders of rows and columns', async () => {
  const tables = sampleTables();
  const expected = await resultOf(sampleIn(tables, asTheyStand, asTheyStand));
  expect(JSON.stringify(expected)).toContain('"229670.07"');
  for (const seed of [1, 20240331]) {
    const order = shuffled(seed);
    expect(await resultOf(sampleIn(tables, order, order))).toEqual(expected);
  }
  expect(await resultOf(sampleIn(tables, backwards, backwards))).toEqual(expected);
}, 180_000);

/** The result of a small ledger is the same with the rows of every sheet the other way round. */
async function expectSameBackwards(sheets: Readonly<Record<string, Grid>>): Promise<void> {
  const turned = Object.entries({ ...clean, ...sheets }).map(([name, grid]): [string, Grid] => [
    name,
    reordered(grid, backwards, asTheyStand),
  ]);
  const there = await resultOf(ledgerWith(sheets));
  expect(await resultOf(ledgerWith(Object.fromEntries(turned)))).toEqual(there);
}

describe('small ledgers whose rows are the other way round', () => {
  it('two transfers of opposite sign, of which one is the other half of a credit', async () => {
    const [head = [], first = []] = clean.Payments;
    const account = (row: Grid[number]): Grid[number] => [...row, 'A1'];
    await expectSameBackwards({
      Payments: [
        [...head, 'Account ID'],
        account(first),
        account(['P2', 45358, 'Credit Applied', 40, 5002]),
        account(['P3', 45358, 'Transfer', 40, null]),
        account(['P4', 45358, 'Transfer', -40, null]),
      ],
    });
  });

  it('two unpaid invoices that a negative one may write off', async () => {
    await expectSameBackwards({
      Charges: withRows(
        clean.Charges,
        ['L4', 45355, 'Adams', 60, 5003],
        ['L5', 45355, 'Adams', 60, 5004],
        ['L6', 45360, 'Adams', -60, 5005],
      ),
      Invoices: withRows(clean.Invoices, [5003, 45356], [5004, 45356], [5005, 45361]),
    });
  });

  it('a repeated invoice, payments of one moment, and a refund over two invoices', async () => {
    await expectSameBackwards({
      Invoices: withRows(clean.Invoices, [5002, 45356]),
      Payments: withRows(
        clean.Payments,
        ['P0', 45357, 'Payment', 30, 5001],
        ['P10', 45357, 'Refund', -30, 5001],
        ['P3', 45360, 'Refund', -60, '5002, 5001'],
        ['P4', 45360, 'Payment', 25, '5001; 5002'],
      ),
    });
  });
});
