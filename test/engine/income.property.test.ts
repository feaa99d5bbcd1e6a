/** Laws of production and income: three ways to one total, months that add up, write-offs that only move. */
import * as fc from 'fast-check';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { claims, cptOptions } from '../support/randomClaims';
import { ledgers } from '../support/randomLedger';
import { runReportsOf, type ShownReports } from '../support/reportTables';

const incomeOptions = {
  'write-off-date': fc.constantFrom('insurance-payment', 'procedure'),
  'include-unearned': fc.constantFrom('yes', 'no'),
  'scheduled-less-write-off': fc.constantFrom('yes', 'no'),
};

const anyLedger: fc.Arbitrary<Partial<PlainLedger>> = fc.oneof(claims, ledgers({ isSmall: true }));

function made(
  ledger: Partial<PlainLedger>,
  [from, to]: readonly [string, string],
  options: Readonly<Record<string, string>>,
): ShownReports {
  return runReportsOf(ledger, ['production-income'], { from, to, options });
}

function cents(value: unknown): number {
  return Math.round(Number(value) * 100);
}

/** Totals of a sheet by column, in cents. */
function totals(shown: ShownReports, sheet: string): Record<string, number> {
  const table = shown.table(`Production & Income - ${sheet}`)!;
  return Object.fromEntries(
    table.columns.slice(1).map((head, place) => [head, cents(table.total[place + 1])]),
  );
}

const parts = [
  ['2024-01-01', '2024-02-10'],
  ['2024-02-11', '2024-03-31'],
] as const;
const quarter = ['2024-01-01', '2024-03-31'] as const;

it('K5 providers add up to the practice, days and months to the same, in every column', () => {
  holds(
    fc.record({ ledger: anyLedger, options: fc.record(incomeOptions) }),
    ({ ledger, options }) => {
      const shown = made(ledger, quarter, options);
      expect(Object.entries(shown.checks).filter(([, off]) => off !== 0)).toEqual([]);
      const practice = totals(shown, 'Provider');
      expect(totals(shown, 'Annual')).toEqual(practice);
      const byProvider = shown.table('Production & Income - Provider')!;
      byProvider.columns.slice(1).forEach((head, place) => {
        const sum = byProvider.rows.reduce((all, row) => all + cents(row[place + 1]), 0);
        expect(sum).toBe(practice[head]);
      });
      const daily = shown.table('Production & Income - Monthly')!;
      for (const head of ['Production', 'Writeoff', 'Pt Income', 'Ins Income', 'Total Income']) {
        const column = daily.columns.indexOf(head);
        expect(daily.rows.reduce((all, row) => all + cents(row[column]), 0)).toBe(practice[head]);
      }
    },
  );
});

it('the parts of a quarter add up to it, in every column', () => {
  holds(
    fc.record({ ledger: anyLedger, options: fc.record(incomeOptions) }),
    ({ ledger, options }) => {
      const whole = totals(made(ledger, quarter, options), 'Provider');
      const sums = parts.map((part) => totals(made(ledger, part, options), 'Provider'));
      for (const [head, sum] of Object.entries(whole)) {
        expect(sums.reduce((all, part) => all + part[head]!, 0)).toBe(sum);
      }
    },
  );
});

it('the bridge of claims closes, with every anchor its report', () => {
  holds(fc.record({ ledger: claims, options: cptOptions }), ({ ledger, options }) => {
    for (const [from, to] of [parts[0], quarter]) {
      const { checks } = runReportsOf(ledger, ['bridge'], { from, to, options });
      expect(Object.entries(checks).filter(([, off]) => off !== 0)).toEqual([]);
    }
  });
});

it('a location of claims or invoices: the bridge closes, and its cash is that of Cash Summary', () => {
  const locations = fc.constantFrom('East', 'West');
  holds(fc.record({ ledger: anyLedger, location: locations }), ({ ledger, location }) => {
    const isKnown = Object.values(ledger)
      .flat()
      .some((row) => row['Location'] === location);
    if (!isKnown) return;
    const reports = ['bridge', 'production-income', 'sales', 'cpt'];
    const [from, to] = quarter;
    const { checks } = runReportsOf(ledger, reports, { from, to, locations: [location] });
    expect(Object.entries(checks).filter(([, off]) => off !== 0)).toEqual([]);
  });
});
