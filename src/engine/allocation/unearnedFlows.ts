/** Unearned money by type and provider: what it was, what came, went and was given back (U1, U7). */
import { NO_MOMENT } from '../../core/brand';
import type { Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { Ledger } from '../../ledger/ledger';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import { textAt } from '../../core/column';
import type { AllocatedLedger } from '../allocateLedger';
import { insurerChecks } from '../insuranceMoney';
import { isHidden } from '../moneyPostings';
import { measures, postedKinds } from '../posting';
import { movesCredit, typeMoved } from './unearnedTypes';

/** Cents of one type and provider: opening + receipts − out − refunds = closing. */
export interface UnearnedFlow {
  readonly type: string;
  /** Place in the ledger's provider names. */
  readonly provider: number;
  opening: number;
  receipts: number;
  /** Moved to work or elsewhere, positive; negative where more came than went. */
  out: number;
  /** Given back, positive. */
  refunds: number;
}

/** From the postings of income, so that the sheet ties to Production & Income; hidden types are in neither. */
export function* unearnedFlows(
  allocated: AllocatedLedger,
  period: Period,
  isShown: (row: number, charge: number) => boolean,
): Steps<UnearnedFlow[]> {
  const { ledger } = allocated;
  const { payments } = ledger;
  const posted = yield* allocated.posted();
  const unearned = measures.indexOf('unearned');
  const ofPayments = postedKinds.indexOf('Payments');
  const flows = new Map<string, UnearnedFlow>();
  for (let posting = 0; posting < posted.length; posting++) {
    if (posting % 20_000 === 19_999) yield;
    if (posted.measure[posting]! !== unearned || posted.kind[posting]! !== ofPayments) continue;
    const moment = posted.moment[posting]!;
    const row = posted.row[posting]!;
    if (moment > period.to || !isShown(row, posted.charge[posting]!)) continue;
    const type = typeMoved(ledger, row);
    const provider = posted.provider[posting]!;
    const key = `${provider} ${type}`;
    const flow = flows.get(key) ?? { type, provider, opening: 0, receipts: 0, out: 0, refunds: 0 };
    flows.set(key, flow);
    const cents = posted.cents[posting]!;
    const { collection } = moneyTypes[typeOf(payments.type, row)];
    if (moment < period.from) flow.opening += cents;
    else if (collection === 'internal') flow.out -= cents;
    else if (collection === 'gross') flow.receipts += cents;
    else if (cents > 0) flow.receipts += cents;
    else flow.refunds -= cents;
  }
  return [...flows.values()];
}

/** Unearned money at a moment, read off the rows themselves: the other way to the closing balance. */
export function unearnedAt(ledger: Ledger, moment: number): number {
  const { payments, paid } = ledger;
  const isCheck = insurerChecks(ledger);
  let sum = 0;
  for (let row = 0; row < payments.length; row++) {
    const date = payments.date[row]!;
    if (paid.counts[row]! === 0 || date === NO_MOMENT || date > moment) continue;
    if (isHidden(ledger, row) || isCheck(row) || typeMoved(ledger, row) === '') continue;
    sum += movesCredit(ledger, row) ? -paid.cents[row]! : paid.cents[row]!;
  }
  return sum;
}

/** Hidden prepayments at the two ends of a period, by type (U2). */
export function hiddenFlows(ledger: Ledger, period: Period): Map<string, [number, number]> {
  const { payments, paid } = ledger;
  const sums = new Map<string, [number, number]>();
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !isHidden(ledger, row)) continue;
    const date = payments.date[row]!;
    if (date > period.to) continue;
    const type = textAt(payments.unearnedType, row);
    const [opening, closing] = sums.get(type) ?? [0, 0];
    const cents = paid.cents[row]!;
    sums.set(type, [opening + (date < period.from ? cents : 0), closing + cents]);
  }
  return sums;
}
