/** What each Type of payment row does: the Type table of the ledger format, as data. */
import { at } from '../core/assert';
import { paymentTypes, type PaymentType } from './kinds';

export interface MoneyType {
  /** The sign its amounts should have; a give-back has `-`. */
  readonly sign: '+' | '-' | 'any';
  /** Money that came in or went out, for Cash Summary and the control `cash`. */
  readonly cash: boolean;
  /** Counts in P of the invoice it names (I-9); deposits never do (I-A10). */
  readonly onInvoice: boolean;
}

export const moneyTypes: Readonly<Record<PaymentType, MoneyType>> = {
  Payment: { sign: '+', cash: true, onInvoice: true },
  Refund: { sign: '-', cash: true, onInvoice: true },
  'Returned Check': { sign: '-', cash: true, onInvoice: true },
  Reversal: { sign: '-', cash: true, onInvoice: true },
  Redeposit: { sign: '+', cash: true, onInvoice: true },
  Deposit: { sign: '+', cash: true, onInvoice: false },
  'Deposit Refund': { sign: '-', cash: true, onInvoice: false },
  'Credit Applied': { sign: '+', cash: false, onInvoice: true },
  Unapplied: { sign: '-', cash: false, onInvoice: true },
  Transfer: { sign: 'any', cash: false, onInvoice: true },
  Void: { sign: 'any', cash: false, onInvoice: false },
};

/** The Type of a payments row, from its place in `paymentTypes`. */
export function typeOf(choice: Uint8Array, row: number): PaymentType {
  return at(paymentTypes, choice[row]!);
}
