/**
 * Production and income: every ledger row as the figures it makes, each on the date that selects it and
 * under its provider (P1 to P43). Reports, functions and the bridge add these up and nothing else.
 */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import { growingBytes, growingFloats, growingInts } from '../core/column';
import type { Steps } from '../core/steps';
import { postAdjustments } from './adjustmentPostings';
import type { LedgerParts } from './ledgerParts';
import type { Applications } from './applications';
import { postCharges } from './chargePostings';
import { postClaimLines } from './claimPostings';
import { postMoney } from './moneyPostings';
import { measures, type Post, postedKinds } from './posting';

/** One element per posting, in the order of the tables and their rows. */
export interface Postings {
  readonly length: number;
  /** Place in `measures`. */
  readonly measure: Uint8Array;
  readonly moment: MomentColumn;
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
  readonly cents: CentsColumn;
  /** Place in `postedKinds`, and the row of that table. */
  readonly kind: Uint8Array;
  readonly row: Int32Array;
  /** The charge it is about or reached; NONE where there is none. */
  readonly charge: RowColumn<'Charges'>;
  /** 1 for refunds, returned checks, reversals and redeposits, and adjustments counted as money. */
  readonly isGiveBack: Uint8Array;
}

/** Posts every row of the ledger; an amount of 0.00 is posted where it is an event of its own. */
export function* postings(allocated: LedgerParts, applied: Applications): Steps<Postings> {
  const measure = growingBytes();
  const moment = growingFloats();
  const provider = growingInts();
  const cents = growingFloats();
  const kind = growingBytes();
  const rows = growingInts();
  const charge = growingInts();
  const isGiveBack = growingBytes();
  const post: Post = (of, row, posting) => {
    measure.push(measures.indexOf(posting.measure));
    moment.push(posting.moment);
    provider.push(posting.provider);
    cents.push(posting.cents);
    kind.push(postedKinds.indexOf(of));
    rows.push(row);
    charge.push(posting.charge ?? NONE);
    isGiveBack.push(posting.isGiveBack === true ? 1 : 0);
  };
  yield* postCharges(allocated, post);
  yield* postAdjustments(allocated, post);
  yield;
  yield* postClaimLines(allocated, post);
  yield;
  yield* postMoney(allocated, applied, post);
  return {
    length: measure.length,
    measure: measure.finish(),
    moment: moment.finish(),
    provider: provider.finish(),
    cents: cents.finish(),
    kind: kind.finish(),
    row: rows.finish(),
    charge: charge.finish(),
    isGiveBack: isGiveBack.finish(),
  };
}
