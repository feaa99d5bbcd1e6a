/** docs/month-by-hand.md worked out again: its ledger is run, and every figure of the page compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialOfMoment } from '../../src/core/day';
import { startOfText } from '../../src/core/period';
import { type PlainLedger, type PlainRow, moneyOfCents } from '../support/plainLedger';
import { type PlainResult, runPlain } from '../support/run';

const page = readFileSync(join(__dirname, '../../docs/month-by-hand.md'), 'utf8');
const march = { from: '2024-03-01', to: '2024-03-31' };

/** The text under a heading, down to the next heading. */
function section(heading: string): string {
  const [, text] = page.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`the page has no heading ${heading}`);
  return text.split(/^#/m)[0]!;
}

/** The cells of a heading's first table, header first. */
function table(heading: string): string[][] {
  const lines = section(heading).split('\n');
  const rows = lines.filter((line) => line.startsWith('|') && !line.startsWith('| --'));
  if (rows.length < 2) throw new Error(`there is no table under ${heading}`);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The rows of a table without its header, cut to the columns that hold figures. */
function figures(heading: string, columns: number): string[][] {
  return table(heading)
    .slice(1)
    .map((row) => row.slice(0, columns));
}

const moneyHeaders = ['Amount', 'Discount', 'Tax'];

/** A block as Excel holds it after it was pasted: amounts are numbers, dates are serial numbers. */
function pasted(heading: string): PlainRow[] {
  const block = /```text\n([^`]*)```/.exec(section(heading))?.[1] ?? '';
  const [headers = [], ...rows] = block
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((cells) =>
    Object.fromEntries(headers.map((header, place) => [header, cellOf(header, cells[place]!)])),
  );
}

function cellOf(header: string, text: string): string | number {
  if (text === '') return '';
  if (header.endsWith('Date')) return serialOfMoment(startOfText(text.replace(' ', 'T'))!);
  return moneyHeaders.includes(header) ? Number(text) : text;
}

const ledger: PlainLedger = {
  Charges: pasted('Charges'),
  Invoices: pasted('Invoices'),
  Payments: pasted('Payments'),
};
const result = runPlain(ledger, march);

function totalRow(rows: readonly { total: number; exempt: number; eligible: number }[]): string[] {
  const sum = (of: 'total' | 'exempt' | 'eligible'): string =>
    moneyOfCents(rows.reduce((all, row) => all + row[of], 0));
  return ['Total', sum('total'), sum('exempt'), sum('eligible')];
}

function sumOf(cents: ReadonlyMap<string, number>): number {
  return [...cents.values()].reduce((all, one) => all + one, 0);
}

it('the pasted ledger is read whole and without a problem', () => {
  expect(result.problems).toEqual([]);
  const read = result.rows.map(({ kind, used }) => [kind, used]);
  expect(read).toEqual([
    ['Charges', 9],
    ['Invoices', 5],
    ['Payments', 5],
  ]);
});

const invoices = [...page.matchAll(/^### Invoice (\d+)$/gm)].map(([, number]) => number!);

describe('the walk', () => {
  it('has every invoice of the ledger', () => {
    const numbers = ledger.Invoices.map((row) => String(row['Invoice Number']));
    expect([...invoices].sort()).toEqual([...numbers].sort());
  });

  it.each(invoices.filter((number) => section(`Invoice ${number}`).includes('|')))(
    'of invoice %s is that of the program, day by day',
    (number) => {
      const [header = [], ...rows] = table(`Invoice ${number}`);
      for (const row of rows) {
        const isDay = /^\d/.test(row[0]!);
        const run = isDay ? runPlain(ledger, { from: row[0]!, to: row[0]! }) : result;
        expect(row.slice(2)).toEqual(walkRow(header.slice(2), run, number));
      }
      expect(rows.map(([day]) => day).at(-1)).toBe('March');
    },
  );

  it('leaves out no line that money moved', () => {
    const shown = invoices.flatMap((number) => {
      const [header = []] = section(`Invoice ${number}`).includes('|')
        ? table(`Invoice ${number}`)
        : [];
      return header.filter((head) => /^L\d+$/.test(head));
    });
    for (const line of result.lines.keys()) expect(shown).toContain(line);
  });
});

/** What the columns of a walk should say: the money is what stands on tax, lines and none of them. */
function walkRow(heads: readonly string[], run: PlainResult, number: string): string[] {
  const cents = heads.map((head) => {
    if (head === 'Tax') return run.tax.get(number) ?? 0;
    if (head === 'Unallocated') return run.unallocated.get(number) ?? 0;
    return run.lines.get(head) ?? 0;
  });
  cents[0] = cents.slice(1).reduce((all, one) => all + one, 0);
  return cents.map(moneyOfCents);
}

it('Practice Summary', () => {
  const shares = result.practice.map(({ share }) => `${((share ?? 0) * 100).toFixed(2)}%`);
  const rows = result.practice.map((row, place) => [
    row.provider,
    shares[place],
    ...[row.total, row.exempt, row.eligible].map(moneyOfCents),
  ]);
  const { total, exempt, eligible } = result.practiceTotal;
  const last = ['Total', '', ...[total, exempt, eligible].map(moneyOfCents)];
  expect(figures('Practice Summary', 5)).toEqual([...rows, last]);
});

it('Provider Invoice Tag Summary', () => {
  const rows = result.tags.map(({ provider, tag, cents }) => [provider, tag, moneyOfCents(cents)]);
  const total = result.tags.reduce((all, { cents }) => all + cents, 0);
  const last = ['Total', '', moneyOfCents(total)];
  expect(figures('Provider Invoice Tag Summary', 3)).toEqual([...rows, last]);
});

it('Provider Details', () => {
  const ids = [...result.lines.keys()];
  const rows = result.details.map((row, place) => [
    ids[place],
    row['Provider'],
    row['Invoice Number'],
    moneyOfCents(Number(row['Total Tax Amount'])),
    moneyOfCents(Number(row['Total Discount Amount'])),
    row['Eligible for Commissions'],
    moneyOfCents(Number(row['Total Invoicing Collected'])),
  ]);
  expect(figures('Provider Details', 7)).toEqual(rows);
});

it('Tax and unallocated', () => {
  const numbers = new Set([...result.tax.keys(), ...result.unallocated.keys()]);
  const rows = [...numbers].sort().map((number) => {
    const amounts = [result.tax.get(number) ?? 0, result.unallocated.get(number) ?? 0];
    return [number, ...amounts.map(moneyOfCents)];
  });
  const last = ['Total', ...[sumOf(result.tax), sumOf(result.unallocated)].map(moneyOfCents)];
  expect(figures('Tax and unallocated', 3)).toEqual([...rows, last]);
});

it('The tie-out', () => {
  const money = ledger.Payments.reduce(
    (all, row) => all + Math.round(Number(row['Amount']) * 100),
    0,
  );
  const [lines, tax, rest] = [
    result.practiceTotal.total,
    sumOf(result.tax),
    sumOf(result.unallocated),
  ];
  const amounts = figures('The tie-out', 2).map(([, amount]) => amount);
  expect(amounts).toEqual([money, lines, tax, rest, lines + tax + rest].map(moneyOfCents));
  expect(lines + tax + rest).toBe(money);
});

it('The same month by Gross Invoicing', () => {
  const rows = result.gross.map(({ provider, total, exempt, eligible }) => [
    provider,
    ...[total, exempt, eligible].map(moneyOfCents),
  ]);
  const heading = 'The same month by Gross Invoicing';
  expect(figures(heading, 4)).toEqual([...rows, totalRow(result.gross)]);
  const gross = result.gross.reduce((all, { total }) => all + total, 0);
  const open = moneyOfCents(gross - result.practiceTotal.total);
  expect(section(heading)).toContain(`= ${open} =`);
});
