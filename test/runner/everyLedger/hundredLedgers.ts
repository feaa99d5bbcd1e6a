/**
 * Random ledgers through the whole road: read by Office.js in the Excel host, every report computed, written, saved
 * as .xlsx, and the bytes read back by a second reader. The JSON is what the cells hold, providers add up to the
 * practice, months to the span, and the bridge closes.
 *
 * LAW_SEED asks for other ledgers; a sentence begins with the place of its ledger among them.
 */
import * as fc from 'fast-check';
import { openWorkbook, saveWorkbook } from '../../../host/index';
import { resultJson } from '../../../src/reports/resultJson';
import { doneOf, runOn } from '../../support/hostRun';
import { runs } from '../../support/law';
import { type MixedCase, mixedCases } from '../../support/mixedLedger';
import { mixedWorkbook, monthsOf, resultOfRows } from '../../support/mixedRun';
import { readXlsx } from '../../support/xlsxReader';
import { contract } from '../contract';
import type { ResultJson } from '../spawnRunner';
import { type Compared, compared } from './jsonCells';
import { bridgeOff } from './laws/bridge';
import { monthsOff } from './laws/months';
import { providersOff } from './laws/providers';
import { asIfClosed, collectionsOff, rowsOff } from './laws/rows';

const LEDGERS = 100;
const { seed } = runs;

interface Made {
  readonly one: MixedCase;
  /** All reports, from the rows of the ledger. */
  readonly whole: ResultJson;
  /** The provider that is shown alone; undefined for all. */
  readonly shown: string | undefined;
  /** From the workbook in the host, with rows of that provider only. */
  readonly result: ResultJson;
  readonly cells: Compared;
}

/** Every fifth ledger is asked for one provider alone. */
const FILTERED = 5;

async function madeOf(one: MixedCase, place: number): Promise<Made> {
  const { tables, from, to, options, locations, hasSerialDates } = one;
  const whole = ofRows(one);
  const shown = place % FILTERED === 0 ? someProvider(whole) : undefined;
  const workbook = openWorkbook(saveWorkbook(mixedWorkbook(tables, hasSerialDates)));
  const providers = shown === undefined ? [] : [shown];
  const asked = { from, to, options: Object.entries(options), locations, providers };
  const { outcome } = await runOn(workbook, asked);
  const result = JSON.parse(JSON.stringify(resultJson(doneOf(outcome)))) as ResultJson;
  const cells = compared(readXlsx(saveWorkbook(workbook)), result);
  return { one, whole, shown, result, cells };
}

function ofRows({ tables, from, to, options, locations }: MixedCase): ResultJson {
  return resultOfRows(tables, { from, to, options, locations });
}

function someProvider({ sheets }: ResultJson): string | undefined {
  const [table] = sheets.find(({ name }) => name.endsWith('- Provider'))?.tables ?? [];
  const [name] = table?.rows[0] ?? [];
  return typeof name === 'string' ? name : undefined;
}

/** The run with its clock is told by this sheet alone. */
const aboutRun = 'Report Info';

/** A column may be another one in the workbook: `Payments!D6` is `Payments!`. */
function withoutPlaces<Shown>(shown: Shown): Shown {
  return JSON.parse(JSON.stringify(shown).replace(/![A-Z]+\d+/g, '!')) as Shown;
}

type Table = ResultJson['sheets'][number]['tables'][number];

/** First tables by the name of their sheet. */
function firstTables({ sheets }: ResultJson): Map<string, Table> {
  return new Map(
    sheets.flatMap(({ name, tables: [table] }) =>
      table === undefined || name === aboutRun ? [] : [[name, withoutPlaces(table)] as const],
    ),
  );
}

/** With one provider shown rows are hidden and no figure changes; of a transfer both halves stay. */
function filterOff({ whole, shown, result }: Made): string[] {
  if (shown === undefined) return [];
  const found = firstTables(result);
  return [...firstTables(whole)].flatMap(([name, table]) => {
    const column = table.columns.indexOf('Provider');
    const rows = table.rows.map((row) => JSON.stringify(row));
    const own = rows.filter((_, place) => column < 0 || table.rows[place]?.[column] === shown);
    const one = found.get(name);
    // A statement is for the one who is shown.
    if (one === undefined && name.startsWith('Statement - ')) return [];
    const kept = (one?.rows ?? []).map((row) => JSON.stringify(row));
    const isRight =
      name === 'Income Transfers'
        ? isPartOf(own, kept) && isPartOf(kept, rows)
        : JSON.stringify(kept) === JSON.stringify(own);
    const isSame = JSON.stringify({ ...one, rows: [] }) === JSON.stringify({ ...table, rows: [] });
    return isRight && isSame ? [] : [`${name} with ${shown} alone`];
  });
}

/** Whether some rows stand among others, in their order. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let place = 0;
  for (const row of all) if (row === some[place]) place += 1;
  return place === some.length;
}

/** The tests of a hundred ledgers of the seed, from `first` on. */
export function hundredLedgers(first: number): void {
  const made: Made[] = [];

  beforeAll(async () => {
    const cases = fc.sample(mixedCases, { numRuns: first + LEDGERS, seed }).slice(first);
    for (const [place, one] of cases.entries()) made.push(await madeOf(one, place));
  }, 600_000);

  /** What does not hold, by the place of the ledger; the first few only. */
  function off(law: (one: Made) => readonly string[]): string[] {
    return made
      .flatMap((one, place) => law(one).map((sentence) => `ledger ${first + place}: ${sentence}`))
      .slice(0, 10);
  }

  it('have in their cells what the JSON says', () => {
    expect(off(({ cells }) => cells.wrong)).toEqual([]);
    const all = (of: 'cells' | 'sums'): number =>
      made.reduce((sum, { cells }) => sum + cells[of], 0);
    expect(all('cells')).toBeGreaterThan(LEDGERS * 1000);
    expect(all('sums')).toBeGreaterThan(LEDGERS * 20);
  });

  it('give through Office.js what their rows give', () => {
    const sheets = (of: ResultJson): unknown =>
      withoutPlaces(of.sheets.filter(({ name }) => name !== aboutRun));
    for (const { whole, shown, result } of made) {
      if (shown === undefined) expect(sheets(result)).toEqual(sheets(whole));
    }
  });

  it('show a provider alone without a change of any figure', () => {
    expect(off(filterOff)).toEqual([]);
    expect(made.filter(({ shown }) => shown !== undefined).length).toBeGreaterThan(LEDGERS / 10);
  });

  it('have providers that add up to the practice', () => {
    expect(off(({ one, whole }) => providersOff(whole, one.options))).toEqual([]);
  });

  it('have months that add up to the span', () => {
    const months = ({ one }: Made): ResultJson[] =>
      monthsOf(one.from, one.to).map((month) => ofRows({ ...one, ...month }));
    expect(off((of) => monthsOff(months(of), of.whole))).toEqual([]);
  });

  it('have a bridge that closes, from the totals of the reports', () => {
    expect(off(({ whole }) => bridgeOff(whole))).toEqual([]);
  });

  it('have the production and the windows that their rows add up to', () => {
    expect(off(({ one, whole }) => rowsOff(one, whole))).toEqual([]);
  });

  it('have collections in the bridge as if every invoice had been closed before', () => {
    let met = 0;
    const law = ({ one }: Made): string[] => {
      const two = asIfClosed(one.tables);
      if (two === undefined) return [];
      met += 1;
      const [asItIs, closed] = two.map((tables) => ofRows({ ...one, tables, locations: [] }));
      return collectionsOff(asItIs!, closed!);
    };
    expect(off(law)).toEqual([]);
    expect(met).toBeGreaterThan(LEDGERS / 5);
  });

  it('are of every kind of table, and make every sheet', () => {
    const counts = new Map<string, number>();
    for (const { one, whole } of made) {
      const names = [...Object.keys(one.tables), ...whole.sheets.map(({ name }) => name)];
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const sheets = Object.values(contract).flatMap((of) => of.map(([name]) => name));
    const kinds = ['Charges', 'Invoices', 'Payments', 'Adjustments', 'Claim Lines'];
    const others = ['Claim Adjustments', 'Audit Trail', 'Type Map', 'Providers'];
    const more = ['Provider Payroll', 'Gross to Net', 'Control Totals'];
    const rare = [...sheets, ...kinds, ...others, ...more].filter(
      (name) => (counts.get(name) ?? 0) < LEDGERS / 10,
    );
    expect(rare).toEqual([]);
  });
}
