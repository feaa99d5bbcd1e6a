/** What a basis leaves out that its report knows of: money and work that is not, or not yet, in the base. */
import { NO_MOMENT, NONE } from '../../core/brand';
import { contains, type Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { Basis } from '../../ledger/planKinds';
import type { Ledger } from '../../ledger/ledger';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import type { AllocatedLedger } from '../allocateLedger';
import { cptCollections } from '../cptCollections';
import { type Fate, fates } from '../cptPieces';
import { earnedIncome } from '../earnedIncome';
import { isHidden } from '../moneyPostings';
import type { Options } from '../options';
import { type Measure, measures } from '../posting';
import type { BaseScope } from './baseLines';

/** Why it is not in the base. */
export const leftOutReasons = [
  'on an open invoice',
  'on no invoice',
  'on no line',
  'prepayment',
  'not final',
  'not attached',
  'refund not deducted',
  'refunded in full',
  'on no code',
  'scheduled',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface LeftOut {
  /** `No provider` where nobody can be told. */
  readonly provider: number;
  readonly why: LeftOutReason;
  rows: number;
  cents: number;
}

/** Sums by provider and reason. */
class Piles {
  private readonly byKey = new Map<string, LeftOut>();

  add(provider: number, why: LeftOutReason, cents: number): void {
    const key = `${provider} ${why}`;
    const pile = this.byKey.get(key) ?? { provider, why, rows: 0, cents: 0 };
    pile.rows += 1;
    pile.cents += cents;
    this.byKey.set(key, pile);
  }

  finish(): LeftOut[] {
    return [...this.byKey.values()].sort(
      (a, b) =>
        a.provider - b.provider || leftOutReasons.indexOf(a.why) - leftOutReasons.indexOf(b.why),
    );
  }
}

interface Of {
  readonly basis: Basis;
  readonly options: Options;
  readonly period: Period;
  readonly scope?: BaseScope;
}

export function* leftOutOf(allocated: AllocatedLedger, of: Of): Steps<LeftOut[]> {
  const piles = new Piles();
  if (of.basis === 'collected-invoicing') yield* addOpen(allocated, of, piles);
  else if (of.basis === 'cpt-collections') yield* addPieces(allocated, of, piles);
  else yield* addPostings(allocated, of, piles);
  return piles.finish();
}

/** Money dated in the period that no closed invoice holds at its end, with the provider it stands with. */
function* addOpen(allocated: AllocatedLedger, of: Of, piles: Piles): Steps<void> {
  const { ledger } = allocated;
  const { payments, providers } = ledger;
  const applied = yield* allocated.applied();
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const row = applied.payment[piece]!;
    const cents = applied.cents[piece]!;
    if (cents === 0 || !contains(of.period, payments.date[row]!) || isHidden(ledger, row)) continue;
    const charge = applied.charge[piece]!;
    if (charge >= 0) {
      const provider = providers.ofCharge[charge]!;
      if (isOnOpen(allocated, of, charge)) piles.add(provider, 'on an open invoice', cents);
      else if (isOnNone(ledger, of, charge)) piles.add(provider, 'on no invoice', cents);
    } else if (charge === NONE && of.scope === undefined) {
      // Tax is nobody's money, and of one location it cannot be told.
      const isOnInvoice = moneyTypes[typeOf(payments.type, row)].onInvoice;
      piles.add(providers.noProvider, isOnInvoice ? 'on no line' : 'prepayment', cents);
    }
  }
}

function isOnNone({ chargeInvoice }: Ledger, { scope }: Of, charge: number): boolean {
  return chargeInvoice[charge]! === NONE && scope?.isChargeIn(charge) !== false;
}

function isOnOpen(
  { ledger, book }: AllocatedLedger,
  { period, scope }: Of,
  charge: number,
): boolean {
  const invoice = ledger.chargeInvoice[charge]!;
  if (invoice === NONE || book.voided[invoice]! === 1) return false;
  const closed = book.closed[invoice]!;
  return (closed === NO_MOMENT || closed > period.to) && scope?.isInvoiceIn(invoice) !== false;
}

const reasonOfFate: Partial<Record<Fate, LeftOutReason>> = {
  'taken out': 'refunded in full',
  'given back in full': 'refunded in full',
  'not deducted': 'refund not deducted',
  deposit: 'prepayment',
  unearned: 'prepayment',
  'names an unknown or voided charge or claim': 'on no code',
  'names only an invoice': 'on no code',
  'names nothing': 'on no code',
  waiting: 'not final',
};

function* addPieces(allocated: AllocatedLedger, of: Of, piles: Piles): Steps<void> {
  const { options, period, scope } = of;
  const earned = yield* earnedIncome(allocated, options);
  yield;
  const takesOut = options['cpt-refunds'] === 'exclude-refunded';
  const pieces = yield* cptCollections(allocated, earned, takesOut);
  for (let piece = 0; piece < pieces.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const why = reasonOfFate[fates[pieces.fate[piece]!] ?? 'collected'];
    if (why === undefined || !contains(period, pieces.moment[piece]!)) continue;
    if (scope?.isPieceIn(pieces.row[piece]!, pieces.charge[piece]!) === false) continue;
    piles.add(pieces.provider[piece]!, why, pieces.cents[piece]!);
  }
}

/** Figures that a report shows beside the one that is the basis. */
const besides: Readonly<
  Record<
    Exclude<Basis, 'collected-invoicing' | 'cpt-collections'>,
    Partial<Record<Measure, LeftOutReason>>
  >
> = {
  'gross-production': { scheduled: 'scheduled' },
  'net-production': { scheduled: 'scheduled' },
  'payroll-net-production': { scheduled: 'scheduled' },
  'net-income': { unallocatedIncome: 'not attached', notFinal: 'not final' },
};

function* addPostings(allocated: AllocatedLedger, of: Of, piles: Piles): Steps<void> {
  const { basis, period, scope } = of;
  if (basis === 'collected-invoicing' || basis === 'cpt-collections') return;
  const postings = yield* allocated.posted();
  const reasons = measures.map((measure) => besides[basis][measure]);
  for (let posting = 0; posting < postings.length; posting++) {
    if (posting % 20_000 === 19_999) yield;
    const why = reasons[postings.measure[posting]!];
    if (why === undefined || !contains(period, postings.moment[posting]!)) continue;
    if (scope?.isPostingIn(posting) === false) continue;
    piles.add(postings.provider[posting]!, why, postings.cents[posting]!);
  }
}
