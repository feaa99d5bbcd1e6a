/** The postings a report of production and income is about: its period and its locations. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { contains } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { places } from '../../engine/places';
import {
  type Measure,
  measures,
  placeOfMeasure,
  postedKinds,
  type PostedKind,
} from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import type { ReportRequest } from '../request';

/** Sums of cents by measure. */
export type MeasureSums = Float64Array;

export function noSums(): MeasureSums {
  return new Float64Array(measures.length);
}

/** The sum of some measures. */
export function sumOf(sums: MeasureSums, of: readonly Measure[]): number {
  return of.reduce((sum, measure) => sum + sums[placeOfMeasure(measure)]!, 0);
}

export function kindOf(postings: Postings, posting: number): PostedKind {
  return at(postedKinds, postings.kind[posting]!);
}

/** Postings between two pauses. */
export const POSTINGS_A_STEP = 10_000;

/** Postings in the period and in the locations asked for, in the order of the ledger. */
export function* selectedPostings(
  allocated: AllocatedLedger,
  postings: Postings,
  { period, locations }: ReportRequest,
): Steps<Int32Array> {
  const rows = new Int32Array(postings.length);
  const locationOf = locationReader(allocated, postings);
  let count = 0;
  for (let posting = 0; posting < postings.length; posting++) {
    if (posting % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    if (!contains(period, postings.moment[posting]!)) continue;
    if (locations !== undefined) {
      if (!locations.has(locationOf(posting))) continue;
    }
    rows[count++] = posting;
  }
  return rows.subarray(0, count);
}

/** A row's own Location, else that of the charge it is about or reached, else that of its invoice. */
function locationReader(
  allocated: AllocatedLedger,
  postings: Postings,
): (posting: number) => string {
  const { invoices, tables } = allocated.ledger;
  const { Adjustments: adjustments } = tables;
  const where = places(allocated);
  let invoiceOf: Map<string, number> | undefined;
  const ofNumber = (number: string): string => {
    invoiceOf ??= new Map(
      Array.from(invoices.sheetRow, (_, row) => [textAt(invoices.number, row), row] as const),
    );
    const invoice = invoiceOf.get(number);
    return invoice === undefined ? '' : where.ofInvoice(invoice);
  };
  const ofCharge = (charge: number): string => (charge === NONE ? '' : where.ofCharge(charge));
  return (posting) => {
    const row = postings.row[posting]!;
    const charge = postings.charge[posting]!;
    switch (kindOf(postings, posting)) {
      case 'Payments':
        return where.ofPayment(row, charge);
      case 'Adjustments':
        return (
          textAt(adjustments.location, row) ||
          ofCharge(charge) ||
          ofNumber(textAt(adjustments.invoiceNumber, row))
        );
      case 'Charges':
      case 'Claim Lines':
        return ofCharge(charge);
    }
  };
}

/** Sums over all of these postings. */
export function* sumsOf(postings: Postings, rows: Int32Array): Steps<MeasureSums> {
  const sums = noSums();
  for (let place = 0; place < rows.length; place++) {
    if (place % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const measure = postings.measure[rows[place]!]!;
    sums[measure] = sums[measure]! + postings.cents[rows[place]!]!;
  }
  return sums;
}

/** Sums of the postings by a key; keys without a posting are not there. */
export function* sumsByKey(
  postings: Postings,
  rows: Int32Array,
  keyOf: (posting: number) => number,
): Steps<Map<number, MeasureSums>> {
  const byKey = new Map<number, MeasureSums>();
  for (let place = 0; place < rows.length; place++) {
    if (place % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const posting = rows[place]!;
    const key = keyOf(posting);
    let sums = byKey.get(key);
    if (sums === undefined) {
      sums = noSums();
      byKey.set(key, sums);
    }
    const measure = postings.measure[posting]!;
    sums[measure] = sums[measure]! + postings.cents[posting]!;
  }
  return byKey;
}
