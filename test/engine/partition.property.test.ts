/** INV-08 and INV-10: the parts add up to the whole, and invoices do not disturb each other. */
import * as fc from 'fast-check';
import { added, byKey, entries, sum } from '../support/comparable';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { ledgers, runs } from '../support/randomLedger';
import { runPlain } from '../support/run';

const cases = fc.record({ ledger: ledgers({}), run: runs });

/** Two ledgers with no id, no invoice and no reading of signs in common. */
const twoLedgers = fc.record({
  one: ledgers({ prefix: 'a-', listedSigns: true, isSmall: true }),
  other: ledgers({ prefix: 'b-', listedSigns: true, isSmall: true }),
  run: runs,
});

function together(one: PlainLedger, other: PlainLedger): PlainLedger {
  const Providers = one.Providers ?? other.Providers;
  return {
    Charges: [...one.Charges, ...other.Charges],
    Invoices: [...one.Invoices, ...other.Invoices],
    Payments: [...one.Payments, ...other.Payments],
    ...(Providers === undefined ? {} : { Providers }),
  };
}

function withProviders(ledger: PlainLedger, whole: PlainLedger): PlainLedger {
  return whole.Providers === undefined ? ledger : { ...ledger, Providers: whole.Providers };
}

describe('partition', () => {
  it('INV-08 providers, lines, tags and details add up to the practice', () => {
    holds(cases, ({ ledger, run }) => {
      const result = runPlain(ledger, run);
      const { practice, practiceTotal, tags, details, lines } = result;
      for (const column of ['total', 'exempt', 'eligible'] as const) {
        expect(sum(practice.map((row) => row[column]))).toBe(practiceTotal[column]);
      }
      for (const row of [...practice, practiceTotal, ...result.gross]) {
        expect(row.total).toBe(row.exempt + row.eligible);
      }
      expect(sum(lines.values())).toBe(practiceTotal.total);
      const collected = (row: (typeof details)[number]): number =>
        Number(row['Total Invoicing Collected']);
      const provider = (row: (typeof details)[number]): string => String(row['Provider']);
      expect(entries(byKey(details, provider, collected), false)).toEqual(
        entries(
          byKey(
            practice,
            (row) => row.provider,
            (row) => row.total,
          ),
          false,
        ),
      );
      const tagged = byKey(
        tags,
        (row) => row.provider,
        (row) => row.cents,
      );
      for (const row of practice) expect(tagged.get(row.provider) ?? 0).toBe(row.eligible);
      if (practiceTotal.total !== 0) {
        expect(sum(practice.map((row) => row.share ?? Number.NaN))).toBeCloseTo(1, 9);
      }
    });
  });

  it('INV-10 invoices of another ledger change nothing', () => {
    holds(twoLedgers, ({ one, other, run }) => {
      const whole = together(one, other);
      const both = runPlain(whole, run);
      const parts = [one, other].map((ledger) => runPlain(withProviders(ledger, whole), run));
      for (const figure of ['lines', 'tax', 'unallocated'] as const) {
        expect(entries(both[figure])).toEqual(
          parts.flatMap((part) => entries(part[figure])).sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }
      // Another ledger can change the casing of a tag, never what it collected.
      const tagKey = (row: { provider: string; tag: string }): string =>
        `${row.provider}\n${row.tag.toLowerCase()}`;
      expect(
        entries(
          byKey(both.tags, tagKey, (row) => row.cents),
          false,
        ),
      ).toEqual(added(parts.map((part) => byKey(part.tags, tagKey, (row) => row.cents))));
      const name = (row: { provider: string }): string => row.provider;
      expect(
        entries(
          byKey(both.gross, name, (row) => row.total),
          false,
        ),
      ).toEqual(added(parts.map((part) => byKey(part.gross, name, (row) => row.total))));
    });
  });
});
