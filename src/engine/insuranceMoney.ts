/** Insurance money is read once: from Claim Lines, or from Payments rows with Payer Insurance. */
import { at } from '../core/assert';
import { type ClaimStatus, claimStatuses } from '../ledger/claimKinds';
import { paymentsColumns } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';

const INSURANCE = paymentsColumns.payer.choices.indexOf('Insurance');

/** True where any claim line has Insurance Paid: then the Payments rows are the checks, cash only. */
export function isPaidByClaimLines({ tables }: Ledger): boolean {
  return tables['Claim Lines'].insurancePaid.given.includes(1);
}

/** Statuses of a claim line that an insurer's money can be on (P40). */
const paidStatuses: ReadonlySet<ClaimStatus> = new Set([
  'Received',
  'Supplemental',
  'CapClaim',
  'CapComplete',
]);

/** True for a claim line with Insurance Paid, final or not. */
export function isPaidLine({ tables }: Ledger, line: number): boolean {
  const { insurancePaid, status } = tables['Claim Lines'];
  return insurancePaid.given[line]! === 1 && paidStatuses.has(at(claimStatuses, status[line]!));
}

/** True for a payments row of an insurer. */
export function isInsuranceRow({ payments }: Ledger, row: number): boolean {
  return payments.payer[row]! === INSURANCE;
}

/** True for a row that is insurance income: money on work, not credit that is moved. */
export function isInsuranceIncome(ledger: Ledger, row: number): boolean {
  const { payments } = ledger;
  const { cash, onInvoice } = moneyTypes[typeOf(payments.type, row)];
  const isUnearned = payments.unearnedType.codes[row]! !== 0;
  return isInsuranceRow(ledger, row) && cash && onInvoice && !isUnearned;
}

/** Tells of a payments row whether it is an insurer's check whose money claim lines say more about. */
export function insurerChecks(ledger: Ledger): (row: number) => boolean {
  if (!isPaidByClaimLines(ledger)) return () => false;
  return (row) => isInsuranceRow(ledger, row) && moneyTypes[typeOf(ledger.payments.type, row)].cash;
}

/**
 * When insurance money became final (P12): its Check Date, NO_MOMENT where that is blank; where its table
 * has no such column, its Payment Date.
 */
export function finalisedOn(
  { tables }: Ledger,
  kind: 'Payments' | 'Claim Lines',
  row: number,
): number {
  const { source, check, date } = tables[kind];
  const { fields } = at(tables.sources, source[row]!);
  return fields.has('check') ? check[row]! : date[row]!;
}
