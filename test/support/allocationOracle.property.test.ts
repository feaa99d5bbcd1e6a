import * as fc from 'fast-check';
import { allocationOracle, withSplits, withTransfers } from './allocationOracle';
import { holds } from './law';
import { moneyOfCents, type PlainLedger, type PlainRow, textOf } from './plainLedger';
import { familyCases, familyPeriod } from './randomFamilies';

type Tables = Partial<PlainLedger>;

const { from, to } = familyPeriod;

function sum(rows: readonly { cents: number }[]): number {
  return rows.reduce((cents, row) => cents + row.cents, 0);
}

/** Another order of the rows that keeps splits of one payment as they stand. */
function shuffled(ledger: Tables, seed: number): Tables {
  const mix = (table: keyof PlainLedger, header: string): PlainRow[] => {
    const rows = ledger[table] ?? [];
    const key = (row: PlainRow): number =>
      Array.from(`${textOf(row, header)}${seed}`).reduce(
        (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973,
        7,
      );
    return [...rows].sort((a, b) => key(a) - key(b));
  };
  return {
    Charges: mix('Charges', 'Charge ID'),
    Adjustments: mix('Adjustments', 'Adjustment ID'),
    Payments: mix('Payments', 'Payment ID'),
    'Claim Lines': mix('Claim Lines', 'Claim Line ID'),
  };
}

describe('the allocation oracle on random families', () => {
  it('K3 transfers are zero together, pair by pair, and no row names charge and adjustment', () => {
    holds(familyCases, ({ ledger, options }) => {
      const { transfers } = allocationOracle(ledger, { from, to, options });
      const pairs = new Map<string, number>();
      for (const row of transfers) {
        expect(row.cents).not.toBe(0);
        expect(row.chargeId !== '' && row.adjustmentId !== '').toBe(false);
        const key = `${row.family} ${row.pair}`;
        pairs.set(key, (pairs.get(key) ?? 0) + row.cents);
      }
      expect([...pairs.values()].filter((cents) => cents !== 0)).toEqual([]);
    });
  });

  it('T10 once all of it is saved, no transfer is suggested and no payment is split', () => {
    holds(familyCases, ({ ledger, options }) => {
      const asked = { from, to, options };
      const { splits, transfers } = allocationOracle(ledger, asked);
      const saved = withTransfers(withSplits(ledger, splits), transfers);
      const again = allocationOracle(saved, asked);
      expect(again.transfers).toEqual([]);
      expect(again.splits.filter(({ line }) => line === undefined)).toEqual([]);
    });
  });

  it('K3 the splits of a payment are the payment, and accepted splits are split no more', () => {
    holds(familyCases, ({ ledger, options }) => {
      const asked = { from, to, options: { ...options, 'paysplit-enforcement': 'fully' } };
      const { splits } = allocationOracle(ledger, asked);
      const ofPatients = splits.filter(({ line }) => line === undefined);
      for (const row of new Set(ofPatients.map((split) => split.row))) {
        const parts = ofPatients.filter((split) => split.row === row);
        expect(moneyOfCents(sum(parts))).toBe(
          moneyOfCents(Math.round(Number(ledger.Payments![row]!['Amount']) * 100)),
        );
      }
      const again = allocationOracle(withSplits(ledger, splits), asked).splits;
      expect(again.filter(({ rule }) => ['A22', 'A23'].includes(rule))).toEqual([]);
    });
  });

  it('K7 the order of the rows changes nothing', () => {
    holds(fc.tuple(familyCases, fc.nat(999)), ([{ ledger, options }, seed]) => {
      const asked = { from, to, options };
      const plain = (ofLedger: Tables): unknown => {
        const { splits, ...rest } = allocationOracle(ofLedger, asked);
        return { splits: splits.map((split) => ({ ...split, row: 0, line: 0 })), ...rest };
      };
      expect(plain(shuffled(ledger, seed))).toEqual(plain(ledger));
    });
  });

  it('U7 the control adds up', () => {
    holds(familyCases, ({ ledger, options }) => {
      for (const row of allocationOracle(ledger, { from, to, options }).unearned) {
        const { opening, receipts, transfersOut, refunds, closing } = row;
        expect(opening + receipts - transfersOut - refunds).toBe(closing);
      }
    });
  });
});
