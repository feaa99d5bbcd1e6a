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
  /** The page of functions, which is loaded when it is opened. */
  functions(): Promise<FunctionServices>;
}

/** A month of the ledger; its days as `YYYY-MM-DD`. */
export interface Month {
  /** Such as `2024-03`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What arguments can be picked from. */
export interface ArgumentLists {
  readonly providers: readonly string[];
  readonly codes: readonly string[];
  readonly tags: readonly string[];
  readonly months: readonly Month[];
}

export type ListsOutcome =
  | { readonly kind: 'done'; readonly lists: ArgumentLists }
  /** Why there is nothing to pick from, as a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

/** What became of something that was asked for, as a sentence. */
export interface Told {
  readonly isDone: boolean;
  readonly words: string;
}

/** A function as its help page shows it. */
export interface FunctionHelp {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly isRequired: boolean;
    readonly description: string;
  }[];
}

/** Arguments by parameter, as picked; one that is left out is empty or not there. */
export type PickedArguments = Readonly<Record<string, string>>;

/** What the page of functions can do. Nothing of it throws. */
export interface FunctionServices {
  readonly functions: readonly FunctionHelp[];
  lists(): Promise<ListsOutcome>;
  /** The formula of the picked arguments. */
  formula(name: string, picked: PickedArguments): string;
  /** Puts a formula into the active cell, if that is empty. */
  insert(formula: string): Promise<Told>;
  /** Puts a block of formulas at the selection, if all of it is empty. */
  insertReport(of: {
    readonly name: string;
    readonly code: string;
    /** Labels of months. */
    readonly from: string;
    readonly to: string;
  }): Promise<Told>;
  /** Turns formulas that call functions into the values they show. */
  toValues(scope: 'selection' | 'workbook'): Promise<Told>;
}
