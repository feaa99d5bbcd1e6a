/** The rows that hold the money of CPT Collections, and what each is: received, given back, or a check. */
import { NO_MOMENT, NONE, type CentsColumn, type MomentColumn } from '../core/brand';
import { textAt } from '../core/column';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import { byId } from '../core/order';
import { byPaymentOrder } from '../ledger/paymentOrder';
import { finalisedOn, isInsuranceRow, isPaidByClaimLines, isPaidLine } from './insuranceMoney';

/**
 * `money`: it reaches what it names, with its own sign. `back`: given back, or taken back by an insurer.
 * `check`: cash only, its money is on Claim Lines. `away`: a deposit or unearned money, on no charge.
 * `waiting`: on a claim line that no check is for yet.
 */
export const natures = [
  'none',
  'money',
  'back',
  'check',
  'deposit',
  'unearned',
  'waiting',
] as const;
export type Nature = (typeof natures)[number];

/** One element for each row of Payments, then one for each of Claim Lines. */
export interface CptMoney {
  readonly length: number;
  /** Elements before this one are rows of Payments. */
  readonly firstLine: number;
  readonly nature: Uint8Array;
  readonly cents: CentsColumn;
  /** Payment Date; for insurance on Claim Lines when the check is final. */
  readonly moment: MomentColumn;
  /** Rows with one Payment ID are splits of one payment, lines of one claim and check too. */
  readonly group: Int32Array;
  readonly groups: number;
  readonly isInsurance: Uint8Array;
  /** Orders elements: date and time, then id, then row. */
  readonly compare: (a: number, b: number) => number;
  /** For each payments row the group that its Refund Of names; NONE where it names none. */
  readonly refundOf: Int32Array;
}

/** In `refundOf`: a payment that no row has. */
export const UNKNOWN_PAYMENT = -2;

export function natureOf(name: Nature): number {
  return natures.indexOf(name);
}

export function cptMoney(ledger: Ledger): CptMoney {
  const { payments, paid, tables } = ledger;
  const lines = tables['Claim Lines'];
  const firstLine = payments.length;
  const isOnLines = isPaidByClaimLines(ledger);
  const length = firstLine + (isOnLines ? lines.length : 0);
  const cents = new Float64Array(length);
  const moment = new Float64Array(length).fill(NO_MOMENT);
  const nature = new Uint8Array(length);
  const isInsurance = new Uint8Array(length).fill(1);
  const { group, groups } = groupsOf(ledger, length);
  cents.set(paid.cents);
  moment.set(payments.date);
  for (let row = 0; row < firstLine; row++) {
    isInsurance[row] = Number(isInsuranceRow(ledger, row));
  }
  for (let place = firstLine; place < length; place++) {
    const line = place - firstLine;
    if (!isPaidLine(ledger, line)) continue;
    const final = finalisedOn(ledger, 'Claim Lines', line);
    cents[place] = lines.insurancePaid.cents[line]!;
    moment[place] = final === NO_MOMENT ? lines.date[line]! : final;
    nature[place] = natureOf(final === NO_MOMENT ? 'waiting' : 'money');
  }
  const sums = groupSums(ledger, { cents, group, groups, nature });
  for (let place = 0; place < length; place++) {
    if (place < firstLine)
      nature[place] = natureOf(
        paymentNature(ledger, place, { sum: sums[group[place]!]!, isOnLines }),
      );
    else if (
      cents[place]! < 0 &&
      nature[place] === natureOf('money') &&
      sums[group[place]!]! <= 0
    ) {
      nature[place] = natureOf('back');
    }
  }
  return {
    length,
    firstLine,
    nature,
    cents,
    moment,
    group,
    groups,
    isInsurance,
    compare: comparer(ledger, moment),
    refundOf: refundsOf(ledger),
  };
}

/** Splits by Payment ID; claim lines by claim and check, the lines of no claim each for itself. */
function groupsOf(
  { payments, tables }: Ledger,
  length: number,
): Pick<CptMoney, 'group' | 'groups'> {
  const group = new Int32Array(length);
  group.set(payments.id.codes);
  const lines = tables['Claim Lines'];
  const known = new Map<string, number>();
  let groups = payments.id.texts.length;
  for (let place = payments.length; place < length; place++) {
    const line = place - payments.length;
    const claim = textAt(lines.claimNumber, line);
    const key = JSON.stringify(
      claim === '' ? [line] : [claim, lines.date[line]!, lines.check[line]!],
    );
    const before = known.get(key);
    group[place] = before ?? groups;
    if (before === undefined) known.set(key, groups++);
  }
  return { group, groups };
}

/** The types whose negative rows may be splits of a payment that is positive in all (Z-17, Z-A4). */
function maySplit(ledger: Ledger, row: number): boolean {
  const type = typeOf(ledger.payments.type, row);
  return type === 'Payment' || type === 'Redeposit' || type === 'Reversal';
}

function groupSums(
  ledger: Ledger,
  of: Pick<CptMoney, 'cents' | 'group' | 'groups' | 'nature'>,
): Float64Array {
  const { payments, paid } = ledger;
  const sums = new Float64Array(of.groups);
  for (let place = 0; place < of.cents.length; place++) {
    const isPayment = place < payments.length;
    const counts = isPayment
      ? paid.counts[place]! === 1 && maySplit(ledger, place)
      : of.nature[place] === natureOf('money');
    const group = of.group[place]!;
    if (counts) sums[group] = sums[group]! + of.cents[place]!;
  }
  return sums;
}

/** What a payments row is; `sum` is that of its splits, `isOnLines`: insurance money is on Claim Lines. */
function paymentNature(
  ledger: Ledger,
  row: number,
  { sum, isOnLines }: { readonly sum: number; readonly isOnLines: boolean },
): Nature {
  const { payments, paid } = ledger;
  if (paid.counts[row]! === 0) return 'none';
  const type = typeOf(payments.type, row);
  const { collection, sign } = moneyTypes[type];
  if (collection === 'none') return 'none';
  if (isOnLines && isInsuranceRow(ledger, row)) return 'check';
  const isSplit = maySplit(ledger, row) && (paid.cents[row]! < 0 ? sum > 0 : type !== 'Reversal');
  // Credit moved about is money that is already here: it leaves one place and reaches another.
  const isGivenBack =
    !isSplit && collection !== 'internal' && (sign === '-' || paid.cents[row]! < 0);
  if (isGivenBack) return 'back';
  if (type === 'Deposit') return 'deposit';
  return payments.unearnedType.codes[row]! === 0 ? 'money' : 'unearned';
}

function comparer({ payments, tables }: Ledger, moment: MomentColumn): CptMoney['compare'] {
  const lines = tables['Claim Lines'];
  const byPayment = byPaymentOrder(payments);
  const first = payments.length;
  return (a, b) => {
    if (a < first && b < first) return byPayment(a, b);
    const byMoment = moment[a]! - moment[b]!;
    if (byMoment !== 0 || a < first || b < first) return byMoment || a - b;
    return (
      byId(textAt(lines.id, a - first), textAt(lines.id, b - first)) ||
      lines.source[a - first]! - lines.source[b - first]! ||
      lines.sheetRow[a - first]! - lines.sheetRow[b - first]!
    );
  };
}

function refundsOf({ payments }: Ledger): Int32Array {
  const codeOf = new Map(payments.id.texts.map((id, code) => [id, code]));
  return payments.refundOf.codes.map((code) => {
    if (code === 0) return NONE;
    return codeOf.get(payments.refundOf.texts[code] ?? '') ?? UNKNOWN_PAYMENT;
  });
}
