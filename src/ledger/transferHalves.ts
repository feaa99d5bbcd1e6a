/** Finds the Transfer rows that are the other half of a credit, which the credit's own row counts (E4). */
import { textAt } from '../core/column';
import { dayOfMoment } from '../core/day';
import { typeOf } from './moneyTypes';
import { byPaymentOrder } from './paymentOrder';
import type { Problem } from './problem';
import { rowPlace, type Tables } from './tables';

/** Rows that linking takes out of the used ones again, by payments row. */
export interface TakenOut {
  readonly held: Set<number>;
  readonly skipped: Set<number>;
}

/**
 * A Transfer that names no invoice, charge, claim or provider and mirrors a Credit Applied or Unapplied
 * row (same day, account and absolute amount) is that row's other half and is skipped (E4).
 */
export function skipTransferHalves(
  tables: Tables,
  paid: { readonly counts: Uint8Array; readonly cents: Float64Array },
  found: { readonly problems: Problem[]; readonly takenOut: TakenOut },
): void {
  const { Payments: payments } = tables;
  const halves = new Map<string, number>();
  const transfers: number[] = [];
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0) continue;
    const type = typeOf(payments.type, row);
    if (type === 'Credit Applied' || type === 'Unapplied') {
      const key = mirrorKey(tables, row, -paid.cents[row]!);
      halves.set(key, (halves.get(key) ?? 0) + 1);
    } else if (type === 'Transfer' && namesNothing(tables, row)) {
      transfers.push(row);
    }
  }
  transfers.sort(byPaymentOrder(payments));
  // The half has the opposite sign; an export of absolute values has the same one.
  for (const sign of [1, -1]) {
    for (const row of transfers) {
      const key = mirrorKey(tables, row, sign * paid.cents[row]!);
      const left = halves.get(key) ?? 0;
      if (left === 0 || paid.counts[row]! === 0) continue;
      halves.set(key, left - 1);
      paid.counts[row] = 0;
      found.takenOut.skipped.add(row);
    }
  }
  found.problems.push(...skippedHalves(tables, found.takenOut.skipped));
}

/** Skipped halves are told once for each table, at the first of them. */
function skippedHalves(tables: Tables, rows: ReadonlySet<number>): Problem[] {
  const ofSource = new Map<number, number[]>();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const source = tables.Payments.source[row]!;
    const known = ofSource.get(source);
    if (known === undefined) ofSource.set(source, [row]);
    else known.push(row);
  }
  return [...ofSource.values()].map((halves) => ({
    code: 'TRANSFER_HALF',
    severity: 'noted',
    ...rowPlace(tables, 'Payments', { row: halves[0] ?? 0, field: 'type' }),
    found: `${halves.length} Transfer row(s) that mirror a credit applied or unapplied of the same day, the first one here`,
    done: 'skipped, because the credit rows already count the movements',
    fix: 'nothing',
    count: halves.length,
  }));
}

/** What is moved within a claim is insurance money, which no credit is of. */
function namesNothing({ Payments: payments }: Tables, row: number): boolean {
  const { invoiceNumber, chargeId, claimNumber, provider } = payments;
  const references = [invoiceNumber, chargeId, claimNumber, provider];
  return references.every((column) => column.codes[row]! === 0);
}

function mirrorKey({ Payments: payments }: Tables, row: number, cents: number): string {
  return `${dayOfMoment(payments.date[row]!)} ${cents} ${textAt(payments.accountId, row)}`;
}
