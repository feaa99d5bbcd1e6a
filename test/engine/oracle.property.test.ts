/** The engine and the oracle, written apart from the same rules, agree on every figure. */
import * as fc from 'fast-check';
import { comparable } from '../support/comparable';
import { holds } from '../support/law';
import { oracle } from '../support/oracle';
import type { PlainLedger } from '../support/plainLedger';
import { type RandomRun, always, ledgers, runs } from '../support/randomLedger';
import { runPlain } from '../support/run';

interface Case {
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

const kept: readonly Case[] = [];

describe('engine and oracle', () => {
  it('agree on every figure of random ledgers', () => {
    holds<Case>(
      cases,
      ({ ledger, run }) => {
        expect(comparable(runPlain(ledger, run))).toEqual(comparable(oracle(ledger, run)));
      },
      { kept },
    );
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
