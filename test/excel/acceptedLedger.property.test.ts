/** What acceptance would change is shown of a ledger that was never read: it is the one that is read afterwards. */
import * as fc from 'fast-check';
import { atOnce } from '../../src/core/steps';
import { endOfText, startOfText } from '../../src/core/period';
import { ledgerWith } from '../../src/app/review/ledgerWith';
import { type AllocatedLedger, allocateLedger } from '../../src/engine/allocateLedger';
import { type Allocated, allocateAccounts } from '../../src/engine/allocation/allocateAccounts';
import { allocationChoices } from '../../src/engine/allocation/choices';
import { proposedPairs } from '../../src/engine/allocation/transferRows';
import { chooseOptions, type Options } from '../../src/engine/options';
import type { Ledger } from '../../src/ledger/ledger';
import { acceptedTable, type AcceptedTable } from '../../src/reports/allocation/acceptedTable';
import { incomeByProvider } from '../../src/reports/allocation/effect';
import { allocationWords } from '../../src/reports/allocation/words';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { allocationOptions, books } from '../support/randomBooks';
import { ledgerOf } from '../support/run';
import { accepted } from '../support/transferBook';

const asOf = endOfText('2024-03-31') ?? 0;
const cases = fc.record({ book: books, options: allocationOptions });

function optionsOf(options: Readonly<Record<string, string>>): Options {
  const chosen = chooseOptions(Object.entries(options));
  if ('refusal' in chosen) throw new Error(chosen.refusal);
  return chosen.options;
}

function proposed(ledger: Ledger, options: Options): { made: Allocated; table: AcceptedTable } {
  const allocated = atOnce(allocateLedger(ledger, 'chronological'));
  const choices = allocationChoices(options);
  const made = atOnce(allocateAccounts(allocated, asOf, choices));
  const words = allocationWords(made, choices.isFifo);
  const all = { pairs: proposedPairs(made), splits: made.splits };
  const table = atOnce(acceptedTable(made, all, { words, entered: asOf, acceptance: 1 }));
  return { made, table };
}

function income(allocated: AllocatedLedger, options: Options): unknown {
  const { cents, total } = atOnce(
    incomeByProvider(allocated, {
      period: { from: startOfText('2024-01-01') ?? 0, to: asOf },
      options,
      providers: undefined,
      locations: undefined,
      stamp: { practice: '', created: '', timeZone: '', version: '' },
    }),
  );
  return { cents: [...cents], total };
}

it('T14 the ledger with the rows that would be written is the ledger that has them', () => {
  holds(cases, ({ book, options: given }) => {
    const options = optionsOf(given);
    const ledger = ledgerOf(book as PlainLedger);
    const { table } = proposed(ledger, options);
    const shown = atOnce(ledgerWith(ledger, table, false));
    const read = ledgerOf(accepted(book, given) as PlainLedger);
    const [one, other] = [shown, read].map((each) =>
      atOnce(allocateLedger(each, 'chronological')),
    ) as [AllocatedLedger, AllocatedLedger];
    expect(income(one, options)).toEqual(income(other, options));
    // K3, T10: nothing is left to propose.
    const again = proposed(shown, options);
    expect(again.table.rows).toEqual([]);
    expect(shown.payments.length).toBe(ledger.payments.length + table.rows.length);
  });
});

it('K3 every group of accepted rows adds up to 0; T0 the practice stays but for hidden money', () => {
  holds(cases, ({ book, options: given }) => {
    const options = optionsOf(given);
    const ledger = ledgerOf(book as PlainLedger);
    const { made, table } = proposed(ledger, options);
    const amount = table.columns.findIndex(({ head }) => head === 'Amount');
    for (const [place, first] of table.groups.entries()) {
      const rows = table.rows.slice(first, table.groups[place + 1]);
      expect(rows.reduce((sum, row) => sum + Number(row[amount]), 0)).toBe(0);
    }
    const then = atOnce(allocateLedger(atOnce(ledgerWith(ledger, table, false)), 'chronological'));
    const [now, after] = [made.accounts.allocated, then].map(
      (each) => (income(each, options) as { total: number }).total,
    ) as [number, number];
    expect(after - now).toBe(table.hiddenCents);
  });
});
