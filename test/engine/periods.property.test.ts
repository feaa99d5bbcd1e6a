/** INV-09, INV-25 and INV-27: periods add up, hold every event once and do not see the future. */
import * as fc from 'fast-check';
import { added, byKey, entries, sum } from '../support/comparable';
import { holds } from '../support/law';
import { endOf, momentOf } from '../support/oracle';
import { type PlainLedger, textOf } from '../support/plainLedger';
import { type Range, adjacentRanges, ledgers, options, runs } from '../support/randomLedger';
import { type PlainResult, runPlain } from '../support/run';

/** Every money column of a result as amounts by key; percentages and attributes are none. */
function moneyColumns(result: PlainResult): Record<string, Map<string, number>> {
  const name = (row: { provider: string }): string => row.provider;
  return {
    lines: result.lines,
    tax: result.tax,
    unallocated: result.unallocated,
    total: byKey(result.practice, name, (row) => row.total),
    exempt: byKey(result.practice, name, (row) => row.exempt),
    eligible: byKey(result.practice, name, (row) => row.eligible),
    practiceTotal: new Map(Object.entries(result.practiceTotal)),
    tags: byKey(
      result.tags,
      (row) => `${row.provider}\n${row.tag}`,
      (row) => row.cents,
    ),
    gross: byKey(result.gross, name, (row) => row.total),
    grossExempt: byKey(result.gross, name, (row) => row.exempt),
  };
}

/**
 * The ledger without what a reader at the end of `to` cannot have: Payments rows dated later, other
 * than Void rows (a void rewrites the past, E16); and a later close, where no payment over several
 * invoices asks for the order of the closes, reads as an open invoice.
 */
function knownAt(ledger: PlainLedger, to: string): PlainLedger {
  const later = (date: string): boolean => date !== '' && momentOf(date) > endOf(to);
  const several = ledger.Payments.flatMap((row) => {
    const numbers = textOf(row, 'Invoice Number').split('; ');
    return numbers.length > 1 ? numbers : [];
  });
  return {
    ...ledger,
    Invoices: ledger.Invoices.map((row) =>
      later(textOf(row, 'Closed Date')) &&
      textOf(row, 'Status') !== 'Voided' &&
      !several.includes(textOf(row, 'Invoice Number'))
        ? { ...row, 'Closed Date': null, Status: 'Open' }
        : row,
    ),
    Payments: ledger.Payments.filter(
      (row) => textOf(row, 'Type') === 'Void' || !later(textOf(row, 'Payment Date')),
    ),
  };
}

/** One invoice of 10.00 with one payment of 0.07, both at moments near the ends of the periods. */
const oneEvent = fc
  .record({
    ranges: adjacentRanges,
    closed: fc.nat(8),
    paid: fc.nat(8),
    type: fc.constantFrom('Payment', 'Refund', 'Credit Applied', 'Unapplied'),
  })
  .map(({ ranges, closed, paid, type }) => {
    const [, middle] = ranges;
    const edges = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].slice(1, -1);
    const near = [...edges, ...edges.map(lastMinute), `${middle.from.slice(0, 10)}T12:00`];
    return {
      ranges,
      closed: near[closed % near.length]!,
      paid: near[paid % near.length]!,
      type,
    };
  });

function lastMinute(moment: string): string {
  return moment.length === 10 ? `${moment}T23:59` : moment;
}

const adjacent = fc.record({
  ledger: ledgers({ isSmall: true }),
  ranges: adjacentRanges,
  isLate: fc.boolean(),
  options,
});
const listedSigns = fc.record({ ledger: ledgers({ listedSigns: true, isSmall: true }), run: runs });

describe('periods', () => {
  it('INV-09 adjacent periods add up to the whole, in every money column', () => {
    holds(adjacent, ({ ledger, ranges: [first, second, third], isLate, options: by }) => {
      const two = isLate ? [second, third] : [first, second];
      const all = { from: two[0]!.from, to: two[1]!.to };
      const parts = two.map((range) => moneyColumns(runPlain(ledger, { ...range, options: by })));
      const whole = moneyColumns(runPlain(ledger, { ...all, options: by }));
      const sums = Object.keys(whole).map((column): [string, unknown] => [
        column,
        added(parts.map((part) => part[column]!)),
      ]);
      const expected = Object.entries(whole).map(([column, cents]) => [
        column,
        entries(cents, false),
      ]);
      expect(sums).toEqual(expected);
    });
  });

  it('INV-25 rows that come after the period change no figure of it', () => {
    holds(listedSigns, ({ ledger, run }) => {
      const all = { ...runPlain(ledger, run), rows: [], problems: [] };
      const known = { ...runPlain(knownAt(ledger, run.to), run), rows: [], problems: [] };
      expect(known).toEqual(all);
    });
  });

  it('INV-27 every event falls in exactly one of three adjacent periods', () => {
    holds(oneEvent, ({ ranges, closed, paid, type }) => {
      const cents = ['Refund', 'Unapplied'].includes(type) ? -7 : 7;
      const ledger: PlainLedger = {
        Charges: [
          {
            'Charge ID': 1,
            'Service Date': closed,
            Amount: 10,
            'Invoice Number': 1,
            Provider: 'A',
          },
        ],
        Invoices: [{ 'Invoice Number': 1, 'Closed Date': closed }],
        Payments: [
          {
            'Payment ID': 1,
            'Payment Date': paid,
            Type: type,
            Amount: cents / 100,
            'Invoice Number': 1,
          },
        ],
      };
      const at = momentOf(paid) > momentOf(closed) ? momentOf(paid) : momentOf(closed);
      const holdsIt = (range: Range): boolean =>
        at >= momentOf(range.from) && at <= endOf(range.to);
      const found = ranges.map((range) => {
        const { lines, unallocated } = runPlain(ledger, range);
        return sum([...lines.values(), ...unallocated.values()]);
      });
      expect(found).toEqual(ranges.map((range) => (holdsIt(range) ? cents : 0)));
      expect(found.filter((collected) => collected !== 0)).toEqual([cents]);
    });
  });
});
