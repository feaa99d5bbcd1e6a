/** All money, piece by piece, with the charge line it reached: what the bridge walks over. */
import { NO_MOMENT, NONE } from '../core/brand';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { isCash } from './cash';
import { claimLineFacts } from './claimLineFacts';
import { claimShares } from './claimMoney';
import { finalisedOn, insurerChecks, isPaidByClaimLines, isPaidLine } from './insuranceMoney';
import { places } from './places';

export interface MoneyPiece {
  readonly moment: number;
  /** The charge; TAX, or NONE for money on no line. */
  readonly charge: number;
  readonly cents: number;
  /** Row of Payments or of Claim Lines. */
  readonly row: number;
  /** `check` is an insurer's payment whose money is on claim lines: cash, and on no line. */
  readonly from: 'payment' | 'check' | 'claim line';
  readonly isCash: boolean;
  readonly location: string;
}

/** Payments on their Payment Date; insurance on claim lines on its Check Date. */
export function* lineMoney(allocated: AllocatedLedger): Steps<MoneyPiece[]> {
  const { ledger } = allocated;
  const { payments } = ledger;
  const applied = yield* allocated.applied();
  const where = places(allocated);
  const isCheckRow = insurerChecks(ledger);
  const pieces: MoneyPiece[] = [];
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const row = applied.payment[piece]!;
    const isCheck = isCheckRow(row);
    const charge = isCheck ? NONE : applied.charge[piece]!;
    pieces.push({
      moment: payments.date[row]!,
      charge,
      cents: applied.cents[piece]!,
      row,
      from: isCheck ? 'check' : 'payment',
      isCash: isCash(ledger, row),
      location: where.ofPayment(row, charge >= 0 ? charge : NONE),
    });
  }
  if (isPaidByClaimLines(ledger)) pieces.push(...claimPieces(allocated));
  return pieces;
}

function claimPieces(allocated: AllocatedLedger): MoneyPiece[] {
  const { ledger } = allocated;
  const lines = ledger.tables['Claim Lines'];
  const facts = claimLineFacts(allocated);
  const where = places(allocated);
  const pieces: MoneyPiece[] = [];
  for (let row = 0; row < lines.length; row++) {
    const moment = finalisedOn(ledger, 'Claim Lines', row);
    if (!isPaidLine(ledger, row) || moment === NO_MOMENT) continue;
    for (const { charge, cents } of claimShares(allocated, facts, row)) {
      const location = charge < 0 ? '' : where.ofCharge(charge);
      const of = { moment, charge, cents, row, location };
      pieces.push({ ...of, from: 'claim line', isCash: false });
    }
  }
  return pieces;
}
