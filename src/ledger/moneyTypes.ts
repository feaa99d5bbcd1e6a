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
  /** What it is to gross and net collection; internal moves are 0 for the practice. */
  readonly collection: 'gross' | 'adjustment' | 'internal' | 'none';
}

export const moneyTypes: Readonly<Record<PaymentType, MoneyType>> = {
  Payment: { sign: '+', cash: true, onInvoice: true, collection: 'gross' },
  Refund: { sign: '-', cash: true, onInvoice: true, collection: 'adjustment' },
  'Returned Check': { sign: '-', cash: true, onInvoice: true, collection: 'adjustment' },
  Reversal: { sign: '-', cash: true, onInvoice: true, collection: 'adjustment' },
  Redeposit: { sign: '+', cash: true, onInvoice: true, collection: 'adjustment' },
  Deposit: { sign: '+', cash: true, onInvoice: false, collection: 'gross' },
  'Deposit Refund': { sign: '-', cash: true, onInvoice: false, collection: 'adjustment' },
  'Credit Applied': { sign: '+', cash: false, onInvoice: true, collection: 'internal' },
  Unapplied: { sign: '-', cash: false, onInvoice: true, collection: 'internal' },
  Transfer: { sign: 'any', cash: false, onInvoice: true, collection: 'internal' },
  Void: { sign: 'any', cash: false, onInvoice: false, collection: 'none' },
};

/** The Type of a payments row, from its place in `paymentTypes`. */
export function typeOf(choice: Uint8Array, row: number): PaymentType {
  return at(paymentTypes, choice[row]!);
}
