/** Functions that somebody else calculates and answers later: the custom functions of an add-in. */
import type { CalcSheet, Scalar } from './book';

/** The values of an array, row by row. */
export type ScalarRows = readonly (readonly Scalar[])[];

/** What a call came to, and what the function said of an error. */
export interface RemoteAnswer {
  readonly value: Scalar | ScalarRows;
  readonly message?: string | undefined;
}

/** What is asked: a function by its id, with arguments as JSON has them. */
export interface RemoteRequest {
  readonly source: RemoteFunctions;
  readonly id: string;
  readonly args: readonly unknown[];
}

/** The cell whose formula asks. */
export interface Caller {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
}

/** A call of one cell; without an answer it is still out. */
export interface RemoteCall {
  readonly request: RemoteRequest;
  readonly caller: Caller;
  answer: RemoteAnswer | undefined;
}

/** Who calculates the functions. */
export interface RemoteFunctions {
  /** Sends a call on its way; CalcEngine.answered takes the answer. */
  place(call: RemoteCall): void;
  /** The answer of a call is not wanted any more. */
  forget(call: RemoteCall): void;
}
