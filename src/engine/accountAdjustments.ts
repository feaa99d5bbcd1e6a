/**
 * Account Adjustments, computed from their components (S-9): why the cash of a period is not the value
 * of its services. Money and value of one sale on one day meet each other first, so that a bill that is
 * paid in two ways on its day was never unpaid.
 */
import { NONE } from '../core/brand';
import { dayOfMoment } from '../core/day';
import { contains, type Period } from '../core/period';
import type { Steps } from '../core/steps';
import { CASH, CREDIT, type Sales, type SaleMoves, VALUE } from './sales';

export const adjustmentNames = ['unpaid', 'later', 'received', 'used', 'kept', 'refunded'] as const;
/**
 * unpaid: value credited and not paid on its day, less what returns took off it.
 * later: money on services credited before.
 * received: deposits and overpayments.
 * used: credit used, less credit put back.
 * kept: returned value that stays the client's.
 * refunded: credit given back in cash.
 */
export type AdjustmentName = (typeof adjustmentNames)[number];

export interface AccountAdjustment {
  readonly cents: number;
  /** Rows of the ledger behind it: lines for what value did, payments for what money did. */
  readonly rows: number;
}

export type AccountAdjustments = Readonly<Record<AdjustmentName, AccountAdjustment>>;

/** Moves between two pauses. */
const MOVES_A_STEP = 50_000;

/** The components of a period; those of two periods side by side add up to those of both. */
export function* accountAdjustments(
  { moves }: Pick<Sales, 'moves'>,
  period: Period,
): Steps<AccountAdjustments> {
  const sums = newSums();
  const { starts, rows } = moves.ofSale;
  const day = newDay();
  for (let sale = 0; sale + 1 < starts.length; sale++) {
    let balance = 0;
    for (let place = starts[sale]!; place < starts[sale + 1]!; place++) {
      if (place % MOVES_A_STEP === MOVES_A_STEP - 1) yield;
      const move = rows[place]!;
      if (moves.moment[move]! > period.to) break;
      if (!contains(period, moves.moment[move]!)) {
        balance += moves.kind[move]! === VALUE ? -moves.cents[move]! : moves.cents[move]!;
        continue;
      }
      const serial = dayOfMoment(moves.moment[move]!);
      if (serial !== day.serial) {
        balance = settleDay(balance, day, sums);
        day.serial = serial;
      }
      addMove(day, moves, move);
    }
    settleDay(balance, day, sums);
  }
  yield;
  for (let move = 0; move < moves.sale.length; move++) {
    if (moves.sale[move]! !== NONE || !contains(period, moves.moment[move]!)) continue;
    const cents = moves.cents[move]!;
    add(sums[cents > 0 ? 'received' : 'refunded'], cents, 1);
  }
  return sums;
}

/** What one day did to one sale; one record for all of them, as there are many. */
interface SaleDay {
  serial: number;
  value: number;
  cash: number;
  credit: number;
  lines: number;
  payments: number;
  credits: number;
}

function newDay(): SaleDay {
  return { serial: NONE, value: 0, cash: 0, credit: 0, lines: 0, payments: 0, credits: 0 };
}

function addMove(day: SaleDay, moves: SaleMoves, move: number): void {
  const cents = moves.cents[move]!;
  switch (moves.kind[move]!) {
    case VALUE:
      day.value += cents;
      day.lines++;
      return;
    case CASH:
      day.cash += cents;
      day.payments++;
      return;
    case CREDIT:
      day.credit += cents;
      day.credits++;
      return;
  }
}

/**
 * Sets a day's parts down, clears it, and returns the balance behind it. What is left of value and money
 * after they met is the doing of the greater one; where they pull the same way, value goes first.
 */
function settleDay(before: number, day: SaleDay, sums: Sums): number {
  if (day.serial === NONE) return before;
  const money = day.cash + day.credit;
  const rest = money - day.value;
  const doTheyMeet = day.value * money > 0;
  const isOfValue = Math.abs(day.value) > Math.abs(money);
  const ofValue = doTheyMeet ? (isOfValue ? rest : 0) : -day.value;
  add(sums.used, -day.credit, day.credits);
  valueEffect(before, ofValue, day.lines, sums);
  moneyEffect(before + ofValue, rest - ofValue, day, sums);
  clear(day);
  return before + rest;
}

function clear(day: SaleDay): void {
  day.serial = NONE;
  day.value = 0;
  day.cash = 0;
  day.credit = 0;
  day.lines = 0;
  day.payments = 0;
  day.credits = 0;
}

/** Value credited uses what is overpaid and is owed beyond it; value returned goes the other way. */
function valueEffect(balance: number, effect: number, lines: number, sums: Sums): void {
  if (effect < 0) {
    const used = Math.min(Math.max(balance, 0), -effect);
    add(sums.used, -used, lines);
    add(sums.unpaid, effect + used, lines);
  } else {
    const off = Math.min(Math.max(-balance, 0), effect);
    add(sums.unpaid, off, lines);
    add(sums.kept, effect - off, lines);
  }
}

/** Money pays what is owed and is overpaid beyond it; money taken back goes the other way. */
function moneyEffect(balance: number, effect: number, day: SaleDay, sums: Sums): void {
  const ofDebt =
    effect > 0
      ? Math.min(Math.max(-balance, 0), effect)
      : effect + Math.min(Math.max(balance, 0), -effect);
  add(sums.later, ofDebt, day.payments + day.credits);
  const ofCredit = effect - ofDebt;
  // Credit put on a sale above its value, or taken off it again, stays the client's credit.
  const moved =
    ofCredit > 0
      ? Math.min(ofCredit, Math.max(day.credit, 0))
      : Math.max(ofCredit, Math.min(day.credit, 0));
  add(sums.used, moved, 0);
  const inCash = ofCredit - moved;
  add(inCash > 0 ? sums.received : sums.refunded, inCash, day.payments);
}

interface Sum {
  cents: number;
  rows: number;
}
type Sums = Record<AdjustmentName, Sum>;

function newSums(): Sums {
  const zero = (): Sum => ({ cents: 0, rows: 0 });
  return {
    unpaid: zero(),
    later: zero(),
    received: zero(),
    used: zero(),
    kept: zero(),
    refunded: zero(),
  };
}

/** A part of 0.00 leaves no trace, and no negative zero. */
function add(sum: Sum, cents: number, rows: number): void {
  if (cents === 0) return;
  sum.cents += cents;
  sum.rows += rows;
}
