/** What the pane asks of functions in cells, and what it is told. */

/** Whether cells show the ledger as it is. */
export interface LiveState {
  readonly figures: 'current' | 'old' | 'updating';
  /** Figures follow the ledger by themselves. */
  readonly isAutomatic: boolean;
  /** Why they could not be brought up to date; empty for nothing. */
  readonly trouble: string;
}

/** Nothing of it throws. */
export interface LiveServices {
  /** Calls `tell` now and after every change. Returns how to stop. */
  watch(tell: (state: LiveState) => void): () => void;
  /** Reads the ledger again and has the cells calculated; writes no report. */
  update(): Promise<void>;
  setAutomatic(isOn: boolean): Promise<void>;
}
