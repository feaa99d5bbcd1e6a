/** Payments of different IDs that are alike in all else: two real ones, or one posted twice (U9). */
import { centsText } from '../../core/cents';
import { textAt } from '../../core/column';
import { dayOfMoment } from '../../core/day';
import { contains, type Period } from '../../core/period';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

/**
 * Warns of each payment of the period with the day, type, amount, method and account of an earlier row
 * and nothing that tells the two apart. Both are used: rows are never dropped for being alike.
 */
export function equalPayments({ ledger }: AllocatedLedger, period: Period): Problem[] {
  const { payments, paid, tables } = ledger;
  const firstRows = new Map<string, number>();
  const problems: Problem[] = [];
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || paid.cents[row]! === 0) continue;
    if (!contains(period, payments.date[row]!)) continue;
    const key = likeness(ledger, row);
    if (key === undefined) continue;
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row);
    else if (payments.id.codes[first]! !== payments.id.codes[row]!) {
      const other = rowPlace(tables, 'Payments', { row: first, field: 'id' });
      problems.push({
        code: 'PAYMENT_EQUAL',
        severity: 'warned',
        ...rowPlace(tables, 'Payments', { row, field: 'id' }),
        found: `payment ${textAt(payments.id, row)} of ${centsText(paid.cents[row]!)}, alike in all but its ID to payment ${textAt(payments.id, first)} in '${other.sheet}' ${other.cell}`,
        done: 'both are used: two equal payments on one day can be real',
        fix: 'delete one of the rows if the same money was posted twice',
        count: 1,
        cents: paid.cents[row]!,
      });
    }
  }
  return problems;
}

/** What two postings of the same money share; undefined for money that names nobody and nothing. */
function likeness({ payments, paid }: AllocatedLedger['ledger'], row: number): string | undefined {
  const named = [
    payments.invoiceNumber,
    payments.claimNumber,
    payments.chargeId,
    payments.accountId,
    payments.patientId,
  ].map(({ codes }) => codes[row]!);
  if (named.every((code) => code === 0)) return undefined;
  const others = [payments.method, payments.provider, payments.unearnedType, payments.refundOf];
  return [
    dayOfMoment(payments.date[row]!),
    paid.cents[row]!,
    payments.type[row]!,
    payments.payer[row]!,
    ...named,
    ...others.map(({ codes }) => codes[row]!),
  ].join();
}
