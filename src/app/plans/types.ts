/** What the view of commission plans asks of the add-in, and what it is told: texts, ready to be shown. */
import type { Progress, Settings } from '../paneBasics';

/** A column of Commission Plans, as it is edited. */
export interface PlanField {
  readonly name: string;
  readonly label: string;
  /** How it is typed; empty where the label says it. */
  readonly hint: string;
  /** Of a list; empty where anything can be typed. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** `terms` are shown when they are asked for; `uncomputed` ones only where a cell is filled. */
  readonly group: 'main' | 'terms' | 'uncomputed';
}

/** Texts by field; a field that is not there is blank. */
export type PlanTexts = Readonly<Record<string, string>>;

/** A row of the plans as it stands in the workbook. */
export interface ListedPlan {
  readonly key: string;
  /** Such as `Plans, row 5`. */
  readonly place: string;
  readonly sheet: string;
  readonly cell: string;
  readonly texts: PlanTexts;
}

/** A row of the plans as it would stand; a listed row that is not among them is removed. */
export interface DraftPlan {
  /** That of the listed row, or one of the view's own. */
  readonly key: string;
  readonly texts: PlanTexts;
}

/** A figure as it is, and as it would be. */
export interface PayFigure {
  readonly now: string;
  readonly then: string;
  /** Such as `+500.00`; empty where nothing changes. */
  readonly change: string;
}

/** A provider, or all of them. */
export interface PayRow {
  readonly name: string;
  readonly payable: PayFigure;
  readonly base: PayFigure;
}

export interface PayTable {
  readonly changed: readonly PayRow[];
  readonly unchanged: readonly PayRow[];
  readonly total: PayRow;
}

/** What a run would say of a plan, with the row and the field that it is about. */
export interface PlanProblem {
  /** Empty where it is about no row that is listed. */
  readonly key: string;
  readonly field: string;
  /** Such as `Plans C5, Rate`. */
  readonly place: string;
  readonly title: string;
  readonly found: string;
  readonly done: string;
  readonly fix: string;
  /** The row is left out, and its provider is paid nothing. */
  readonly isHeld: boolean;
}

/** What the plans of a draft would pay. */
export interface PlanEffect {
  readonly pay: PayTable;
  readonly problems: readonly PlanProblem[];
  /** Why they are not written; empty where they can be. */
  readonly blocked: string;
}

/** The plans of the workbook, and what they pay. */
export interface PlanBook {
  /** Such as `2024-07-01 to 2024-09-30`. */
  readonly period: string;
  readonly fields: readonly PlanField[];
  readonly plans: readonly ListedPlan[];
  /** Where new rows go: `on ‘Plans’`, or that a sheet is made. */
  readonly into: string;
  readonly effect: PlanEffect;
  /** What undo would put back, such as `3 cells`; empty where there is nothing. */
  readonly undo: string;
}

export type PlansOutcome =
  | { readonly kind: 'done'; readonly book: PlanBook }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

export type PlanEffectOutcome =
  | { readonly kind: 'done'; readonly effect: PlanEffect }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** What writing or undoing came to; the book is that of the workbook as it is then. */
export type PlanChangeOutcome =
  | { readonly kind: 'done'; readonly said: string; readonly next: PlansOutcome }
  /** Nothing was written: the plans are not those that were read, or a run would refuse them. */
  | { readonly kind: 'refused'; readonly said: string; readonly next: PlansOutcome | undefined }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

type Tell = (progress: Progress) => void;

/** Nothing of it throws. */
export interface PlanServices {
  /** Reads the workbook; the other services are about what was read last. */
  look(settings: Settings, tell: Tell, signal: AbortSignal): Promise<PlansOutcome>;
  /** What these plans would pay. */
  effect(draft: readonly DraftPlan[], signal: AbortSignal): Promise<PlanEffectOutcome>;
  /** Writes what differs into the table of plans. */
  apply(draft: readonly DraftPlan[], tell: Tell, signal: AbortSignal): Promise<PlanChangeOutcome>;
  /** Puts back what was written last. */
  undo(tell: Tell, signal: AbortSignal): Promise<PlanChangeOutcome>;
  /** Forgets the ledger that was read. */
  close(): void;
}
