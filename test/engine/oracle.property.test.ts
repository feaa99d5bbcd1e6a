/** The engine and the oracle, written apart from the same rules, agree on every figure. */
import * as fc from 'fast-check';
import { comparable } from '../support/comparable';
import { holds } from '../support/law';
import { parseLedger } from '../support/ledgerText';
import { oracle } from '../support/oracle';
import type { PlainLedger } from '../support/plainLedger';
import { type RandomRun, always, ledgers, runs } from '../support/randomLedger';
import { runPlain } from '../support/run';

interface Kept {
  readonly story: string;
  readonly ledger: PlainLedger;
  readonly run: RandomRun;
}

const cases = fc.record({ ledger: ledgers({}), run: runs });

/** Names to filter by: a provider of a line, and a location of an invoice, that the ledger has. */
const filtered = fc.record({
  ledger: ledgers({}),
  run: runs,
  provider: fc.nat(20),
  location: fc.constantFrom('East', 'West', 'both'),
});

/** Cases on which engine and oracle once differed. */
const kept: readonly Kept[] = [
  {
    story: 'nothing is due on a voided invoice, so the money goes on to the last one',
    ledger: parseLedger(`
      line  12 L1 A 2024-01-10  0.01
      close 7    2024-01-10
      close 12   2024-01-10 status Voided
      close 5001 2024-01-10 status Voided
      pay    "12; 7; 5001" 2024-01-10   0.01
      refund "12; 7"       2024-02-10  -0.01
    `),
    run: { ...always, options: {} },
  },
];

describe('engine and oracle', () => {
  it('agree on every figure of random ledgers', () => {
    holds(cases, ({ ledger, run }) => {
      expect(comparable(runPlain(ledger, run))).toEqual(comparable(oracle(ledger, run)));
    });
  });

  it.each(kept)('agree where they once did not: $story', ({ ledger, run }) => {
    expect(comparable(runPlain(ledger, run))).toEqual(comparable(oracle(ledger, run)));
  });

  it('agree where the report shows one provider or one location', () => {
    holds(filtered, ({ ledger, run, provider, location }) => {
      const shown = oracle(ledger, { ...run, ...always }).practice;
      const named = shown[provider % Math.max(shown.length, 1)]?.provider;
      const places = ledger.Invoices.map((row) => String(row['Location']));
      const locations = [...new Set(places)].filter((name) => ['both', name].includes(location));
      const filters = {
        ...(named === undefined ? {} : { providers: [named] }),
        ...(locations.length === 0 ? {} : { locations }),
      };
      const asked = { ...run, ...filters };
      expect(comparable(runPlain(ledger, asked))).toEqual(comparable(oracle(ledger, asked)));
    });
  });
});
