/** What the pane asks of closed pay periods, and what it is told. */
import type { Settings } from '../paneBasics';

/** A close, as it is listed. */
export interface ListedClose {
  /** Such as `Close 2024-03`. */
  readonly name: string;
  /** Such as `2024-03-01 to 2024-03-31`. */
  readonly days: string;
  /** Such as `1,234.50`. */
  readonly payable: string;
  /** Such as `Closed 2024-04-02 09:00`, or when it was re-opened and why. */
  readonly state: string;
  readonly isClosed: boolean;
}

export interface PayState {
  readonly closes: readonly ListedClose[];
  /** Why what was paid cannot be told; empty where it can. */
  readonly trouble: string;
}

export type PayOutcome =
  | { readonly kind: 'done'; readonly state: PayState }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** What became of a close, as a sentence. */
export interface PayTold {
  readonly isDone: boolean;
  readonly words: string;
  readonly fix: string;
}

/** Nothing of it throws. */
export interface PayServices {
  /** Every close there was, the last one first. */
  look(): Promise<PayOutcome>;
  /** Closes the period of the settings. */
  close(settings: Settings): Promise<PayTold>;
  /** Opens the last closed period again. */
  reopen(reason: string): Promise<PayTold>;
}
