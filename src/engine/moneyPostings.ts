/** Payments → income by the Type table (P6 to P8, P11 to P14), and payroll's income (P30). */
import { NO_MOMENT, NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { LedgerParts } from './ledgerParts';
import type { Applications } from './applications';
import { finalisedOn, insurerChecks, isInsuranceIncome } from './insuranceMoney';
import type { Measure, Post } from './posting';

/** An Unearned Type that begins so is a prepayment for planned work, and shown nowhere (P11). */
const HIDDEN = 'hidden';

/** True for money that no report of income shows. */
export function isHidden({ payments }: Ledger, row: number): boolean {
  return isHiddenType(textAt(payments.unearnedType, row));
}

/** True for an Unearned Type that no report of income shows. */
export function isHiddenType(type: string): boolean {
  return type.toLowerCase().startsWith(HIDDEN);
}

export function* postMoney(
  { ledger }: LedgerParts,
  applied: Applications,
  post: Post,
): Steps<void> {
  const isCheck = insurerChecks(ledger);
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % 10_000 === 9_999) yield;
    const row = applied.payment[piece]!;
    if (isHidden(ledger, row)) continue;
    const reached = applied.charge[piece]!;
    const charge = reached >= 0 ? reached : NONE;
    const of = { provider: applied.provider[piece]!, cents: applied.cents[piece]!, charge };
    // Claim lines say whose it is: these rows are the checks, cash only.
    if (isCheck(row)) continue;
    const postRow = isInsuranceIncome(ledger, row) ? postInsuranceRow : postPatientRow;
    postRow(ledger, row, of, post);
  }
}

interface Piece {
  readonly provider: number;
  readonly cents: number;
  /** NONE where it reached no line. */
  readonly charge: number;
}

function postInsuranceRow(ledger: Ledger, row: number, piece: Piece, post: Post): void {
  const { payments } = ledger;
  const final = finalisedOn(ledger, 'Payments', row);
  const entered = payments.entered[row]!;
  const isGiveBack = moneyTypes[typeOf(payments.type, row)].collection === 'adjustment';
  const put = (measure: Measure, moment: number): void => {
    const { provider, cents, charge } = piece;
    post('Payments', row, { measure, moment, provider, cents, charge, isGiveBack });
  };
  if (final !== NO_MOMENT) put('insuranceIncome', final);
  if (entered !== NO_MOMENT) put(final === NO_MOMENT ? 'notFinal' : 'payrollInsurance', entered);
}

function postPatientRow(ledger: Ledger, row: number, piece: Piece, post: Post): void {
  const { payments, providers } = ledger;
  const type = typeOf(payments.type, row);
  const { collection, onInvoice } = moneyTypes[type];
  if (collection === 'none') return;
  const isGiveBack = collection === 'adjustment';
  // Attached is what reached a line; a deposit and what was overpaid are shown and not counted (P30).
  const isAttached = piece.charge !== NONE;
  const put = (measure: Measure, { provider, cents, charge }: Piece, attached: boolean): void => {
    const moment = payments.date[row]!;
    post('Payments', row, { measure, moment, provider, cents, charge, isGiveBack });
    const entered = payments.entered[row]!;
    if (entered === NO_MOMENT) return;
    const payroll = attached ? 'allocatedIncome' : 'unallocatedIncome';
    const of = { measure: payroll, moment: entered, provider, cents, charge, isGiveBack } as const;
    post('Payments', row, of);
  };
  // Credit that is used or given back leaves or joins what is unearned, which is nobody's.
  if (type === 'Credit Applied' || type === 'Unapplied') {
    put('patientIncome', piece, isAttached);
    const { charge } = piece;
    put('unearned', { provider: providers.noProvider, cents: 0 - piece.cents, charge }, false);
    return;
  }
  const isUnearned = payments.unearnedType.codes[row]! !== 0 || !onInvoice;
  put(isUnearned ? 'unearned' : 'patientIncome', piece, isAttached);
}
