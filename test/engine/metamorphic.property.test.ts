/** INV-06, INV-14 and INV-16 to INV-19: changes to a ledger that must not change its figures, or only by a factor. */
import * as fc from 'fast-check';
import { entries } from '../support/comparable';
import { holds } from '../support/law';
import { groupsOf } from '../support/moneyOf';
import { type Cell, type PlainLedger, type PlainRow, textOf } from '../support/plainLedger';
import { always, ledgers, options, runs } from '../support/randomLedger';
import { type PlainResult, runPlain } from '../support/run';

const cases = fc.record({
  ledger: ledgers({}),
  run: runs,
  keys: fc.array(fc.nat(), { maxLength: 60 }),
});

/** A payment to add to a ledger, on one of its invoices. */
const additions = fc.record({
  ledger: ledgers({ oneInvoiceEach: true, listedSigns: true, isSmall: true }),
  options,
  invoice: fc.nat(5),
  cents: fc.integer({ min: 1, max: 3000 }),
  part: fc.nat(2999),
  paid: fc.constantFrom('2024-01-10', '2024-02-10T09:00', '2024-02-29', '2024-03-01'),
  refunded: fc.constantFrom('2024-02-10T09:00', '2024-02-29T23:59', '2024-03-10'),
  giveBack: fc.constantFrom('Refund', 'Returned Check', 'Reversal', 'Unapplied'),
});

/** The rows in another order; rows of one id keep theirs, because the sheet row is their last tie. */
function shuffled(rows: readonly PlainRow[], keys: readonly number[], id: string): PlainRow[] {
  const order = rows
    .map((row, place) => ({ row, key: keys[place % Math.max(keys.length, 1)] ?? 0, place }))
    .sort((a, b) => a.key - b.key || b.place - a.place)
    .map(({ row }) => row);
  const waiting = new Map<string, PlainRow[]>();
  for (const row of rows) {
    waiting.set(textOf(row, id), [...(waiting.get(textOf(row, id)) ?? []), row]);
  }
  return order.map((row) => waiting.get(textOf(row, id))!.shift()!);
}

/** The figures and what was found, without the addresses of the cells. */
function withoutAddresses(result: PlainResult): unknown {
  const { lines, tax, unallocated, problems, ...sheets } = result;
  return {
    ...sheets,
    lines: entries(lines),
    tax: entries(tax),
    unallocated: entries(unallocated),
    problems: problems.map(({ code, severity, sheet }) => `${severity} ${code} ${sheet}`).sort(),
  };
}

function figuresOnly(result: PlainResult): unknown {
  return ['lines', 'tax', 'unallocated'].map((figure) =>
    entries(result[figure as 'lines' | 'tax' | 'unallocated'], false),
  );
}

const moneyHeaders: readonly string[] = ['Amount', 'Discount', 'Tax'];

/** Every amount of the ledger so many times. */
function times(ledger: PlainLedger, factor: number): PlainLedger {
  const timesRow = (row: PlainRow): PlainRow =>
    Object.fromEntries(
      Object.entries(row).map(([header, cell]) => {
        const cents = Math.round(Number(cell) * 100);
        const isMoney = moneyHeaders.includes(header) && cell !== '' && cell !== null;
        return [header, isMoney ? (cents * factor) / 100 : cell];
      }),
    );
  return {
    ...ledger,
    Charges: ledger.Charges.map(timesRow),
    Invoices: ledger.Invoices.map(timesRow),
    Payments: ledger.Payments.map(timesRow),
  };
}

interface Addition {
  readonly type: string;
  readonly date: string;
  readonly cents: number;
  readonly id: string;
}

/** The ledger with one more movement on one of its invoices; `undefined` where it has none. */
function plus(
  ledger: PlainLedger,
  place: number,
  more: readonly Addition[],
): PlainLedger | undefined {
  const invoice = ledger.Invoices[place % Math.max(ledger.Invoices.length, 1)];
  if (invoice === undefined) return undefined;
  const number: Cell = invoice['Invoice Number']!;
  const rows = more.map(({ type, date, cents, id }) => ({
    'Payment ID': id,
    'Payment Date': date,
    Type: type,
    Amount: cents / 100,
    'Invoice Number': number,
  }));
  return { ...ledger, Payments: [...ledger.Payments, ...rows] };
}

/** INV-16: one more payment lowers no line of an invoice on which nothing is negative. */
function expectNoLineLower(ledger: PlainLedger, before: PlainResult, after: PlainResult): void {
  for (const { tax, lines } of groupsOf(ledger).flatMap((group) => group.invoices)) {
    if (tax < 0 || lines.some(({ net }) => net < 0)) continue;
    const isLower = lines.map(({ id }) => (after.lines.get(id) ?? 0) < (before.lines.get(id) ?? 0));
    expect(isLower).not.toContain(true);
  }
}

describe('changes that change nothing', () => {
  it('INV-14 the order of the rows; INV-19 all amounts times seven are all figures times seven', () => {
    holds(cases, ({ ledger, run, keys }) => {
      const mixed: PlainLedger = {
        ...ledger,
        Charges: shuffled(ledger.Charges, keys, 'Charge ID'),
        Invoices: shuffled(ledger.Invoices, keys, 'Invoice Number'),
        Payments: shuffled(ledger.Payments, keys, 'Payment ID'),
      };
      const before = runPlain(ledger, run);
      expect(withoutAddresses(runPlain(mixed, run))).toEqual(withoutAddresses(before));
      // The waterfall has no rounding: INV-19.
      const many = runPlain(times(ledger, 7), run);
      for (const figure of ['lines', 'tax', 'unallocated'] as const) {
        const all = entries(before[figure], false);
        expect(entries(many[figure], false)).toEqual(all.map(([key, cents]) => [key, cents * 7]));
      }
    });
  });

  it('INV-06 and INV-16 to INV-18 a payment refunded in full, a row of 0.00, a payment in two', () => {
    holds(additions, ({ ledger, options: by, invoice, cents, part, paid, ...refund }) => {
      const payment = { type: 'Payment', date: paid };
      const paidBack = { type: refund.giveBack, date: refund.refunded, cents: 0 - cents };
      const one = plus(ledger, invoice, [{ ...payment, cents, id: 'one' }]);
      const refunded = plus(ledger, invoice, [
        { ...payment, cents, id: 'one' },
        { ...paidBack, id: 'back' },
      ]);
      const inTwo = plus(ledger, invoice, [
        { ...payment, cents: part % cents, id: 'one' },
        { ...payment, cents: cents - (part % cents), id: 'two' },
        { ...payment, cents: 0, id: 'zero' },
      ]);
      if (one === undefined || refunded === undefined || inTwo === undefined) return;
      const run = { ...always, options: by };
      const before = runPlain(ledger, run);
      const after = runPlain(one, run);
      expect(figuresOnly(runPlain(refunded, run))).toEqual(figuresOnly(before));
      expect(figuresOnly(runPlain(inTwo, run))).toEqual(figuresOnly(after));
      expectNoLineLower(ledger, before, after);
    });
  });
});
