/** The postings a report of production and income is about: its period and its locations. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt, type TextColumn } from '../../core/column';
import { contains } from '../../core/period';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { type Measure, measures, postedKinds, type PostedKind } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import type { ReportRequest } from '../request';

/** Sums of cents by measure. */
export type MeasureSums = Float64Array;

export function noSums(): MeasureSums {
  return new Float64Array(measures.length);
}

/** The sum of some measures. */
export function sumOf(sums: MeasureSums, of: readonly Measure[]): number {
  return of.reduce((sum, measure) => sum + sums[measures.indexOf(measure)]!, 0);
}

export function kindOf(postings: Postings, posting: number): PostedKind {
  return at(postedKinds, postings.kind[posting]!);
}

/** Postings in the period and in the locations asked for, in the order of the ledger. */
export function selectedPostings(
  allocated: AllocatedLedger,
  postings: Postings,
  { period, locations }: ReportRequest,
): Int32Array {
  const rows = new Int32Array(postings.length);
  const locationOf = locationReader(allocated);
  let count = 0;
  for (let posting = 0; posting < postings.length; posting++) {
    if (!contains(period, postings.moment[posting]!)) continue;
    if (locations !== undefined) {
      const location = locationOf(kindOf(postings, posting), postings.row[posting]!);
      if (!locations.has(location)) continue;
    }
    rows[count++] = posting;
  }
  return rows.subarray(0, count);
}

/** A row's own Location, else that of its charge, else that of its invoice. */
function locationReader(allocated: AllocatedLedger): (kind: PostedKind, row: number) => string {
  const { ledger, lookup } = allocated;
  const { charges, invoices, payments, tables } = ledger;
  const { Adjustments: adjustments } = tables;
  const ofInvoice = (invoice: number): string =>
    invoice < 0 ? '' : textAt(invoices.location, invoice);
  const ofCharge = (charge: number | undefined): string => {
    if (charge === undefined) return '';
    return textAt(charges.location, charge) || ofInvoice(ledger.chargeInvoice[charge]!);
  };
  const named = (id: TextColumn, row: number): string => ofCharge(lookup.ofId(textAt(id, row))[0]);
  return (kind, row) => {
    switch (kind) {
      case 'Charges':
        return ofCharge(row);
      case 'Adjustments':
        return textAt(adjustments.location, row) || named(adjustments.chargeId, row);
      case 'Claim Lines':
        return named(tables['Claim Lines'].chargeId, row);
      case 'Payments': {
        const own = textAt(payments.location, row) || named(payments.chargeId, row);
        const invoice = ledger.paid.invoice[row]!;
        return own || (invoice === NONE ? '' : ofInvoice(invoice));
      }
    }
  };
}

/** Sums of the postings by a key; keys without a posting are not there. */
export function sumsByKey(
  postings: Postings,
  rows: Int32Array,
  keyOf: (posting: number) => number,
): Map<number, MeasureSums> {
  const byKey = new Map<number, MeasureSums>();
  for (const posting of rows) {
    const key = keyOf(posting);
    const sums = byKey.get(key) ?? noSums();
    const measure = postings.measure[posting]!;
    sums[measure] = sums[measure]! + postings.cents[posting]!;
    byKey.set(key, sums);
  }
  return byKey;
}
