/** The pieces of money of CPT Collections, and what became of each. */
import type { CentsColumn, MomentColumn, RowColumn } from '../core/brand';

/** What became of a piece of money. Only `collected` is in the report's Collected Amount. */
export const fates = [
  'collected',
  /** Received, and given back in full at any later date: taken out of its own date (Z-A3). */
  'taken out',
  /** Given back and not deducted: the payment stays gross. */
  'not deducted',
  /** Given back in full: its payment is taken out instead. */
  'given back in full',
  /** Received for no charge: the causes of `Unapplied / no code` (Z-A8). */
  'deposit',
  'unearned',
  'names an unknown or voided charge or claim',
  'names only an invoice',
  'names nothing',
  /** An insurer's check, whose money is on Claim Lines. */
  'check',
  /** On a claim line without a final check. */
  'waiting',
] as const;
export type Fate = (typeof fates)[number];

/** The fates that make `Unapplied / no code`. */
export const unappliedFates: readonly Fate[] = [
  'deposit',
  'unearned',
  'names an unknown or voided charge or claim',
  'names only an invoice',
  'names nothing',
];

/** Pieces of Payments rows and Claim Lines; those of a row add up to it. */
export interface CptCollections {
  readonly length: number;
  /** Row of Payments; those from `firstLine` on less it are rows of Claim Lines. */
  readonly row: Int32Array;
  readonly firstLine: number;
  /** The charge reached; for a piece of the pseudo code `Claim` its claim's first line; else NONE. */
  readonly charge: RowColumn<'Charges'>;
  /** 1 for a piece that no line of its claim takes: it stands under `Claim`. */
  readonly isClaim: Uint8Array;
  /** The charge's; for a whole claim that of all its lines. */
  readonly provider: Int32Array;
  readonly cents: CentsColumn;
  readonly moment: MomentColumn;
  /** Place in `fates`. */
  readonly fate: Uint8Array;
  /** 1 where the row of Payments is cash; 0 for credit moved about and for claim lines. */
  readonly isCash: Uint8Array;
}

export function fateOf(name: Fate): number {
  return fates.indexOf(name);
}
