/** Pay periods that were closed: what was paid then, as the workbook keeps it (C20). */
import type { Period } from '../core/period';
import type { Basis } from './planKinds';

/** What a line of a closed period was paid for. */
export const paidFor = ['work', 'laboratory', 'tier', 'guarantee', 'deficit'] as const;
export type PaidFor = (typeof paidFor)[number];

/** A line as it was paid. */
export interface PaidLine {
  readonly provider: string;
  readonly basis: Basis;
  readonly moment: number;
  /** The closed period that it corrects; empty for a line of its own period. */
  readonly about: string;
  /** The row of the ledger it comes from, by its id; empty for a guarantee, draw or deficit. */
  readonly table: string;
  readonly id: string;
  /** The charge it is about, by its id; empty where there is none. */
  readonly charge: string;
  readonly paidFor: PaidFor;
  readonly base: number;
  readonly cents: number;
  /** Digests of the row and of the charge as they stood then; empty for no row. */
  readonly rowDigest: string;
  readonly chargeDigest: string;
  /** By which rule, or why it is carried: for people. */
  readonly why: string;
}

/** What else the figures of a period came from, to tell what has changed since. */
export interface ComputedBy {
  /** Digest of the rows of Commission Plans. */
  readonly plans: string;
  /** The options that commissions have, as text. */
  readonly options: string;
  readonly version: string;
}

export interface ClosedPeriod {
  /** Such as `Close 2024-01`. */
  readonly name: string;
  readonly period: Period;
  readonly by: ComputedBy;
  readonly lines: readonly PaidLine[];
}

/** That a period was closed, which nothing erases. */
export interface CloseRecord {
  readonly name: string;
  readonly period: Period;
  readonly created: string;
  readonly payable: number;
  /** Undefined while it stands. */
  readonly reopened: { readonly created: string; readonly reason: string } | undefined;
}

/** The closed periods of a workbook, one after the other without a gap. */
export interface Closes {
  readonly periods: readonly ClosedPeriod[];
  /** Goes before every row that a digest is made of: nobody can try names out without it. */
  readonly salt: string;
  /** Every close there was, with those that were re-opened. */
  readonly history: readonly CloseRecord[];
  /** Why what was paid cannot be told: a sheet that was edited or deleted. Empty where it can. */
  readonly broken: string;
}

export const noCloses: Closes = { periods: [], salt: '', history: [], broken: '' };

/** The first moment that is not closed; undefined where no period was closed. */
export function openFrom({ periods }: Closes): number | undefined {
  const last = periods[periods.length - 1];
  return last === undefined ? undefined : last.period.to + 1;
}
