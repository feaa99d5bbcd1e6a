/** A posting: one figure that a ledger row makes, on the date that selects it (P1 to P43). */
import type { ReadKind } from '../ledger/kinds';

/** The figures, each a signed sum of cents. */
export const measures = [
  // By service and event dates.
  'production',
  'adjustment',
  'scheduled',
  'scheduledDiscount',
  'scheduledWriteOff',
  'writeOffWhenPaid',
  'writeOffWhenDone',
  'writeOffEstimate',
  'writeOffChange',
  'patientIncome',
  'unearned',
  'insuranceIncome',
  // By dates that cannot be set back: Provider Payroll (P30).
  'ucr',
  'payrollEstimate',
  'payrollAdjustment',
  'payrollChange',
  'allocatedIncome',
  'unallocatedIncome',
  'payrollInsurance',
  'notFinal',
] as const;
export type Measure = (typeof measures)[number];

const places = new Map(measures.map((measure, place) => [measure, place]));

/** Place in `measures`. */
export function placeOfMeasure(measure: Measure): number {
  return places.get(measure) ?? 0;
}

/** Kinds of table whose rows make figures. */
export const postedKinds = ['Charges', 'Adjustments', 'Claim Lines', 'Payments'] as const;
export type PostedKind = (typeof postedKinds)[number] & ReadKind;

export interface Posting {
  readonly measure: Measure;
  readonly moment: number;
  readonly provider: number;
  readonly cents: number;
  /** The charge it is about or reached; left out where there is none. */
  readonly charge?: number;
  readonly isGiveBack?: boolean;
}

/**
 * Takes the postings of one row. Each is written out in full: copying one into another with `...` took
 * a hundred times as long, and there are about ten for every charge.
 */
export type Post = (kind: PostedKind, row: number, posting: Posting) => void;
