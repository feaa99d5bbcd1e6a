/** Money beside a row that this version does not read: it must never be left out in silence. */
import type { ReadKind } from './kinds';
import { headerKey } from './recognise';

/** Headers of money and void columns of wide exports that no report of this version reads. */
const unreadMoney: Partial<Record<ReadKind, readonly string[]>> = {
  Charges: [
    'Paid Amount',
    'Amount Paid',
    'Insurance Payment',
    'Insurance Payments',
    'Patient Payment',
    'Patient Payments',
    'PatientPaymentAmount',
    'CopayAmount',
    'Refunded Amount',
    'Refunds',
    'Adjustments',
    'Adjustment',
    'Write-off',
  ],
  Payments: ['Refunded Amount', 'Refunds', 'Voided Paid Amount', 'Voided Refunded Amount'],
};

/** The headers among these that hold money of a kind and are not read, as written. */
export function moneyNotRead(kind: ReadKind, headers: readonly unknown[]): string[] {
  const keys = new Set((unreadMoney[kind] ?? []).map(headerKey));
  return headers.filter(
    (header): header is string => typeof header === 'string' && keys.has(headerKey(header)),
  );
}
