/** What the review of allocation suggestions asks of the add-in, and what it is told: texts, ready to be shown. */
import type { Progress, Settings } from '../paneBasics';

/** A place that a click selects. */
export interface ProposalPlace {
  /** Such as `Charges H21`. */
  readonly label: string;
  readonly sheet: string;
  readonly cell: string;
}

/** One end of a move: whose income, and on what it stands. */
export interface ProposalSide {
  readonly provider: string;
  /** Such as `Prophylaxis, child of 2024-07-04`, or `unearned: Prepayment`. */
  readonly what: string;
  readonly amount: string;
  /** Why it goes there; empty where one sentence says it for all. */
  readonly why: string;
}

/** Something to accept or reject: a pair of an income transfer, or the splits of one payment. */
export interface Proposal {
  /** Stays the same as long as the ledger does. */
  readonly key: string;
  readonly kind: 'transfer' | 'splits';
  readonly amount: string;
  readonly from: ProposalSide;
  readonly to: readonly ProposalSide[];
  readonly reason: string;
  readonly places: readonly ProposalPlace[];
  /** Whose patients: the family, account or patient, in words. */
  readonly family: string;
  /** Keys of the proposals by which its money comes free; they are accepted with this one. */
  readonly needs: readonly string[];
}

/** The rows that were accepted last and still stand in the workbook. */
export interface LastAcceptance {
  readonly sheet: string;
  readonly rows: number;
}

export interface Review {
  /** Such as `2024-07-01 to 2024-09-30`. */
  readonly period: string;
  /** The day that the rows get. */
  readonly asOf: string;
  readonly proposals: readonly Proposal[];
  /** Providers that stand on either side of a proposal. */
  readonly providers: readonly string[];
  /** What is only listed on the sheets, each with why it cannot be accepted. */
  readonly notes: readonly string[];
  readonly last: LastAcceptance | undefined;
}

export type ReviewOutcome =
  | { readonly kind: 'done'; readonly review: Review }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** A figure as it is, and as it would be. */
export interface EffectRow {
  /** A provider, or all of them. */
  readonly name: string;
  readonly now: string;
  readonly then: string;
  /** Such as `+500.00`; empty where nothing changes. */
  readonly change: string;
}

export interface EffectTable {
  readonly title: string;
  /** The providers whose figure changes. */
  readonly rows: readonly EffectRow[];
  readonly total: EffectRow;
  /** Why the total changes although nothing is received or paid; empty where it stays. */
  readonly totalNote: string;
  /** Such as `4 more providers: no change`; empty for none. */
  readonly others: string;
}

export type EffectOutcome =
  | {
      readonly kind: 'done';
      readonly income: EffectTable;
      /** Undefined where the workbook pays no commission. */
      readonly commission: EffectTable | undefined;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** What accepting or undoing came to; the review is that of the workbook as it is then. */
export type ChangeOutcome =
  | { readonly kind: 'done'; readonly said: string; readonly next: ReviewOutcome }
  /** Nothing was written, because the workbook is not what was reviewed any more. */
  | { readonly kind: 'changed'; readonly said: string; readonly next: ReviewOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

type Tell = (progress: Progress) => void;

/** Everything the review can do. Nothing of it throws. */
export interface ReviewServices {
  /** Reads the workbook and proposes; the other services are about the review that was made last. */
  propose(settings: Settings, tell: Tell, signal: AbortSignal): Promise<ReviewOutcome>;
  /** Income and commission if these proposals were accepted. */
  effect(keys: readonly string[], signal: AbortSignal): Promise<EffectOutcome>;
  /** Writes the rows of these proposals. */
  accept(keys: readonly string[], tell: Tell, signal: AbortSignal): Promise<ChangeOutcome>;
  /** Deletes the rows that were accepted last. */
  undo(tell: Tell, signal: AbortSignal): Promise<ChangeOutcome>;
  /** Forgets the ledger that was read for the review. */
  close(): void;
}
