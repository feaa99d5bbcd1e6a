/** What an allocation proposes: pairs of splits that move money, and splits of payments that name nothing. */
import { growingBytes, growingFloats, growingInts } from '../../core/column';

/** Why a pair is proposed. */
export const pairRules = [
  /** A43: the total of a claim goes to its procedures. */
  'claim total',
  /** T13: a hidden prepayment goes to its procedure, which is completed. */
  'hidden prepayment',
  /** Unearned money that names a procedure goes to it. */
  'prepayment',
  /** T4: unearned and unallocated money is balanced among itself. */
  'balance',
  /** T6: money of another provider, patient or location leaves a charge. */
  'misallocated',
  /** T6, A44: money above what is owed leaves a charge. */
  'overpaid',
  /** T8: what is below 0 becomes money. */
  'negative production',
  /** A45: to another procedure of the same claim. */
  'same claim',
  /** T5, T7: to what is owed, oldest first. */
  'owed',
  /** T9: what nothing needs becomes unearned. */
  'left over',
] as const;
export type PairRule = (typeof pairRules)[number];

/** Pairs in the order in which they are proposed, those of a family together. */
export interface Pairs {
  length(): number;
  push(pair: PairOf): number;
  get(pair: number): PairOf;
  set(pair: number, to: number, cents: number): void;
  /** Takes back all from `length` on. */
  cut(length: number): void;
}

export interface PairOf {
  readonly family: number;
  readonly from: number;
  readonly to: number;
  readonly cents: number;
  readonly rule: PairRule;
  /** 1 to 8; 0 where no layer was walked. */
  readonly layer: number;
  /** The pair by which its money left a charge; NONE where it stood in a pool before. */
  readonly origin: number;
}

export function pairBook(): Pairs {
  const family = growingInts();
  const from = growingInts();
  const to = growingInts();
  const cents = growingFloats();
  const rule = growingBytes();
  const layer = growingBytes();
  const origin = growingInts();
  let length = 0;
  const put = (pair: PairOf, place: number): void => {
    const columns = [family, from, to, cents, rule, layer, origin];
    const values = [
      pair.family,
      pair.from,
      pair.to,
      pair.cents,
      pairRules.indexOf(pair.rule),
      pair.layer,
      pair.origin,
    ];
    columns.forEach((column, at) => {
      if (place === column.length) column.push(values[at]!);
      else column.set(place, values[at]!);
    });
  };
  return {
    length: () => length,
    push(pair) {
      put(pair, length);
      return length++;
    },
    get: (pair) => ({
      family: family.get(pair),
      from: from.get(pair),
      to: to.get(pair),
      cents: cents.get(pair),
      rule: pairRules[rule.get(pair)] ?? 'owed',
      layer: layer.get(pair),
      origin: origin.get(pair),
    }),
    set(pair, entry, amount) {
      to.set(pair, entry);
      cents.set(pair, amount);
    },
    cut(to) {
      length = to;
    },
  };
}

/** Why a split is suggested. */
export type SplitRule =
  /** A22: the oldest charge that is open. */
  | 'oldest'
  /** A21: the patient of the payment first. */
  | 'current patient'
  /** A23: nothing is open any more. */
  | 'rest'
  /** A24: given back, and nothing is open. */
  | 'refund'
  /** A1: not enforced, to the provider the patient sees most. */
  | 'not enforced'
  /** What refunds and transfers took of the payment already. */
  | 'stays'
  /** A41: money of a claim that waits for it. */
  | 'claim total';

/** A split of a payment, or of a total that an insurer paid for a claim. */
export interface SuggestedSplit {
  readonly family: number;
  readonly kind: 'Payments' | 'Claim Lines';
  readonly row: number;
  /** Where the money is now: a pool, or the total of a claim. */
  readonly from: number;
  readonly to: number;
  readonly cents: number;
  readonly rule: SplitRule;
  /** What was open on the target before. */
  readonly open: number;
}

/** An insurer paid more than a charge is worth: that is never moved (A44). */
export interface InsuranceOverpaid {
  readonly charge: number;
  readonly cents: number;
}

/** Negative production that the options forbid to move: nothing is proposed for its family (T3, T8). */
export interface Refused {
  readonly family: number;
  readonly entry: number;
  readonly cents: number;
}
