/**
 * Production and income: every ledger row as the figures it makes, each on the date that selects it and
 * under its provider (P1 to P43). Reports, functions and the bridge add these up and nothing else.
 */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import type { Steps } from '../core/steps';
import { postAdjustments } from './adjustmentPostings';
import type { LedgerParts } from './ledgerParts';
import type { Applications } from './applications';
import { postCharges } from './chargePostings';
import { postClaimLines } from './claimPostings';
import { postMoney } from './moneyPostings';
import { placeOfMeasure, type Post, type PostedKind, postedKinds, type Posting } from './posting';

/** One element per posting, in the order of the tables and their rows: those of a row stand together. */
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
  const { charges, payments, tables } = allocated.ledger;
  const rows = new PostingRows(charges.length + payments.length + tables['Claim Lines'].length);
  const post: Post = (kind, row, posting) => {
    rows.push(kind, row, posting);
  };
  yield* postCharges(allocated, post);
  yield* postAdjustments(allocated, post);
  yield;
  yield* postClaimLines(allocated, post);
  yield;
  yield* postMoney(allocated, applied, post);
  return rows.finish();
}

const placeOfKind = new Map(postedKinds.map((kind, place) => [kind, place]));

/** Postings under construction: columns that double when they are full. */
class PostingRows {
  private length = 0;
  private measure: Uint8Array;
  private moment: Float64Array;
  private provider: Int32Array;
  private cents: Float64Array;
  private kind: Uint8Array;
  private row: Int32Array;
  private charge: Int32Array;
  private isGiveBack: Uint8Array;

  constructor(capacity: number) {
    this.measure = new Uint8Array(capacity);
    this.moment = new Float64Array(capacity);
    this.provider = new Int32Array(capacity);
    this.cents = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.row = new Int32Array(capacity);
    this.charge = new Int32Array(capacity);
    this.isGiveBack = new Uint8Array(capacity);
  }

  push(kind: PostedKind, row: number, posting: Posting): void {
    const { length } = this;
    if (length === this.measure.length) this.widen();
    this.measure[length] = placeOfMeasure(posting.measure);
    this.moment[length] = posting.moment;
    this.provider[length] = posting.provider;
    this.cents[length] = posting.cents;
    this.kind[length] = placeOfKind.get(kind) ?? 0;
    this.row[length] = row;
    this.charge[length] = posting.charge ?? NONE;
    this.isGiveBack[length] = posting.isGiveBack === true ? 1 : 0;
    this.length = length + 1;
  }

  finish(): Postings {
    const { length } = this;
    return {
      length,
      measure: this.measure.subarray(0, length),
      moment: this.moment.subarray(0, length),
      provider: this.provider.subarray(0, length),
      cents: this.cents.subarray(0, length),
      kind: this.kind.subarray(0, length),
      row: this.row.subarray(0, length),
      charge: this.charge.subarray(0, length),
      isGiveBack: this.isGiveBack.subarray(0, length),
    };
  }

  private widen(): void {
    const narrow = this.finish();
    const capacity = 2 * this.length + 16;
    (this.measure = new Uint8Array(capacity)).set(narrow.measure);
    (this.moment = new Float64Array(capacity)).set(narrow.moment);
    (this.provider = new Int32Array(capacity)).set(narrow.provider);
    (this.cents = new Float64Array(capacity)).set(narrow.cents);
    (this.kind = new Uint8Array(capacity)).set(narrow.kind);
    (this.row = new Int32Array(capacity)).set(narrow.row);
    (this.charge = new Int32Array(capacity)).set(narrow.charge);
    (this.isGiveBack = new Uint8Array(capacity)).set(narrow.isGiveBack);
  }
}
