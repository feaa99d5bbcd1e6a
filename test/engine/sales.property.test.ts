/** S-8 to S-11 on random ledgers, and the second implementation of the sales summaries. */
import * as fc from 'fast-check';
import { added } from '../support/comparable';
import { holds } from '../support/law';
import type { PlainLedger, PlainRow } from '../support/plainLedger';
import { adjacentRanges, ledgers, type Range, ranges } from '../support/randomLedger';
import { runSales, type SalesPlain, type SalesResult } from '../support/runSales';
import { salesOracle } from '../support/salesOracle';

const categories = ['Exam', '', 'exam', 'Dental', 'No category', '__proto__'];
const methods = ['Cash', '', 'Visa', 'visa', '', 'constructor', 'Insurance'];
const payers = ['', 'Insurance', 'Patient'];

/** Random ledgers have no categories and methods: every row gets one by its place. */
function decorated(ledger: PlainLedger, hasInvoices: boolean): SalesPlain {
  const pick = (words: readonly string[], place: number): string => words[place % words.length]!;
  const { Invoices, ...rest } = ledger;
  return {
    ...rest,
    ...(hasInvoices ? { Invoices } : {}),
    Charges: ledger.Charges.map((row, place): PlainRow => ({
      ...row,
      Category: pick(categories, place),
    })),
    Payments: ledger.Payments.map((row, place): PlainRow => ({
      ...row,
      Method: pick(methods, place),
      Payer: pick(payers, place),
    })),
  };
}

const salesLedgers = fc
  .tuple(ledgers({ isSmall: true }), fc.boolean())
  .map(([ledger, hasInvoices]) => decorated(ledger, hasInvoices));
const salesTax = fc.constantFrom('separate', 'included');
/** At most three months: a day has a row. */
const shortRanges = ranges.map((range): Range => ({
  from: range.from < '2024-01-09' ? '2024-01-09' : range.from,
  to: range.to > '2024-03-31' ? '2024-03-31' : range.to,
}));
const whole: Range = { from: '2024-01-01', to: '2024-03-31' };

/** In cents, by sheet and name. */
function amounts({
  methods: cash,
  providers,
  categories: services,
  totals,
}: SalesResult): Map<string, number> {
  const named = (sheet: string, rows: readonly [string, number][]): [string, number][] =>
    rows.map(([name, cents]) => [`${sheet} ${name}`, cents]);
  return new Map([
    ...named('cash', cash),
    ...named('provider', providers),
    ...named('category', services),
    ...totals.days.map((cents, column): [string, number] => [`days ${String(column)}`, cents]),
  ]);
}

it('a naive second implementation agrees, with sales tax separate and included', () => {
  holds(
    fc.record({ ledger: salesLedgers, range: shortRanges, tax: salesTax }),
    ({ ledger, range, tax }) => {
      const result = runSales(ledger, { ...range, options: { 'sales-tax': tax } });
      const expected = salesOracle(ledger as PlainLedger, { ...range, salesTax: tax });
      expect(result.days).toEqual(expected.days);
      expect(new Map(result.methods)).toEqual(new Map(Object.entries(expected.methods)));
      expect(result.providers).toEqual(expected.providers);
      const [first, ...rest] = result.categories;
      expect(first?.[0]).toBe('Account Adjustments');
      expect(rest.at(-1)).toEqual(['Sales Tax', expected.tax]);
      expect(new Map(rest.slice(0, -1))).toEqual(new Map(Object.entries(expected.categories)));
    },
  );
});

it('S-10 cumulative = client credits − receivable on every day, S-11 and S-4 on every sheet', () => {
  const cases = fc.record({
    ledger: salesLedgers,
    range: shortRanges,
    locations: fc.constantFrom<string[]>([], ['East'], ['West']),
    tax: salesTax,
  });
  holds(cases, ({ ledger, range, locations, tax }) => {
    const known = (ledger.Invoices ?? []).some((row) => row['Location'] === locations[0]);
    const asked = { ...range, options: { 'sales-tax': tax }, locations: known ? locations : [] };
    const { days, providers, categories: services, totals, checks } = runSales(ledger, asked);
    for (const day of days) {
      expect(day.credits - day.receivable).toBe(day.cumulative);
      expect(day.cash - day.services - day.tax).toBe(day.adjustments);
    }
    const sum = (rows: readonly [string, number][]): number =>
      rows.reduce((all, [, cents]) => all + cents, 0);
    expect(sum(services)).toBe(totals.cash);
    expect(sum(providers)).toBe(sum(services.slice(1, -1)));
    expect(sum(providers)).toBe(totals.providers);
    expect(checks.filter(({ differenceCents }) => differenceCents !== 0)).toEqual([]);
  });
});

it('S-9 the components of every range are its Account Adjustments, none twice', () => {
  holds(fc.record({ ledger: salesLedgers, range: shortRanges }), ({ ledger, range }) => {
    const { parts, categories: services, days } = runSales(ledger, range);
    const sum = Object.values(parts).reduce((all, [, cents]) => all + cents, 0);
    expect(sum).toBe(services[0]?.[1]);
    expect(sum).toBe(days.reduce((all, { adjustments }) => all + adjustments, 0));
    for (const [rows, cents] of Object.values(parts)) {
      if (cents !== 0) expect(rows).toBeGreaterThan(0);
    }
  });
});

it('S-8 the days add up to the range, and adjacent ranges to the whole', () => {
  const cases = fc.record({ ledger: salesLedgers, cuts: adjacentRanges, tax: salesTax });
  holds(cases, ({ ledger, cuts, tax }) => {
    const options = { 'sales-tax': tax };
    const all = runSales(ledger, { ...whole, options });
    const three = cuts.map(({ from, to }) => ({
      from: from < whole.from ? whole.from : from,
      to: to > whole.to ? whole.to : to,
    }));
    const results = three.map((range) => runSales(ledger, { ...range, options }));
    expect(added(results.map(amounts))).toEqual(added([amounts(all)]));
    expect(results.at(-1)?.days.at(-1)).toMatchObject({
      cumulative: all.days.at(-1)?.cumulative,
      receivable: all.days.at(-1)?.receivable,
    });
    for (const [column, name] of (['cash', 'services', 'tax', 'adjustments'] as const).entries()) {
      expect(all.days.reduce((sum, day) => sum + day[name], 0)).toBe(all.totals.days[column]);
    }
  });
});

it('S-9 the components of January and February are those of both', () => {
  holds(salesLedgers, (ledger) => {
    const of = (from: string, to: string): Map<string, number> =>
      new Map(
        Object.entries(runSales(ledger, { from, to }).parts).flatMap(
          ([name, [rows, cents]]): [string, number][] => [
            [name, cents],
            [`rows ${name}`, rows],
          ],
        ),
      );
    const two = [of('2024-01-01', '2024-01-31'), of('2024-02-01', '2024-02-29')];
    expect(added(two)).toEqual(added([of('2024-01-01', '2024-02-29')]));
  });
});

it('the order of the rows changes nothing', () => {
  const cases = fc.record({
    ledger: salesLedgers,
    range: shortRanges,
    order: fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }),
  });
  holds(cases, ({ ledger, range, order }) => {
    const shuffled = <Row>(rows: readonly Row[]): Row[] =>
      rows
        .map((row, place) => ({ row, key: order[place] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
    const other: SalesPlain = {
      ...ledger,
      Charges: shuffled(ledger.Charges),
      Payments: shuffled(ledger.Payments),
      ...(ledger.Invoices === undefined ? {} : { Invoices: shuffled(ledger.Invoices) }),
    };
    expect(runSales(other, range).sheets).toEqual(runSales(ledger, range).sheets);
  });
});
