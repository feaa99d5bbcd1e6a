/**
 * The base of a commission, line by line: each is one row of the allocation, of the postings or of the CPT
 * pieces, so that the lines of a provider add up to the figure of the report that shows that basis.
 */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../../core/brand';
import { growingBytes, growingFloats, growingInts, textAt } from '../../core/column';
import { dayOfMoment } from '../../core/day';
import { byId } from '../../core/order';
import type { Ledger } from '../../ledger/ledger';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import { groupRows } from '../groupRows';
import { byLineOrder } from '../invoiceBook';
import type { Measure } from '../posting';

/** Tables of whose rows a base line is made. */
export const sourceKinds = [
  'Charges',
  'Claim Lines',
  'Adjustments',
  'Payments',
  'Invoices',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** One element per line, in order of time. */
export interface BaseLines {
  readonly length: number;
  readonly moment: MomentColumn;
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
  readonly cents: CentsColumn;
  /** The charge it is about; NONE where there is none. */
  readonly charge: RowColumn<'Charges'>;
  /** Place in `sourceKinds`, and the row of that table. */
  readonly kind: Uint8Array;
  readonly row: Int32Array;
  /** `line` is a line of the base; `claim` one of a whole claim; `lab` a laboratory cost by its own date. */
  readonly nature: Uint8Array;
  /** The figure it is a posting of; -1 for a line that is none. */
  readonly measure: Int32Array;
}

export const natures = ['line', 'claim', 'lab'] as const;
export type LineNature = (typeof natures)[number];

export interface NewLine {
  readonly moment: number;
  readonly provider: number;
  readonly cents: number;
  readonly charge: number;
  readonly kind: SourceKind;
  readonly row: number;
  readonly nature?: LineNature;
  readonly measure?: number;
}

export interface LineMaker {
  push(line: NewLine): void;
  /** The lines in their order: time, line order of their charges, then their rows (INV-14). */
  finish(): BaseLines;
}

/** What is read: every row, or those of some locations. */
export interface BaseScope {
  isInvoiceIn(invoice: number): boolean;
  isPostingIn(posting: number): boolean;
  isPieceIn(row: number, charge: number): boolean;
  isChargeIn(charge: number): boolean;
}

/** The figures of each basis that is made of postings. */
export type BasisMeasures = readonly Measure[];

export function lineMaker(ledger: Ledger): LineMaker {
  const moment = growingFloats();
  const provider = growingInts();
  const cents = growingFloats();
  const charge = growingInts();
  const kind = growingBytes();
  const row = growingInts();
  const nature = growingBytes();
  const measure = growingInts();
  return {
    push(line) {
      moment.push(line.moment);
      provider.push(line.provider);
      cents.push(line.cents);
      charge.push(line.charge);
      kind.push(sourceKinds.indexOf(line.kind));
      row.push(line.row);
      nature.push(natures.indexOf(line.nature ?? 'line'));
      measure.push(line.measure ?? -1);
    },
    finish: () =>
      inOrder(ledger, {
        length: moment.length,
        moment: moment.finish(),
        provider: provider.finish(),
        cents: cents.finish(),
        charge: charge.finish(),
        kind: kind.finish(),
        row: row.finish(),
        nature: nature.finish(),
        measure: measure.finish(),
      }),
  };
}

function inOrder(ledger: Ledger, lines: BaseLines): BaseLines {
  const day = Int32Array.from(lines.moment, dayOfMoment);
  const first = day.reduce((least, one) => Math.min(least, one), day[0] ?? 0);
  const last = day.reduce((most, one) => Math.max(most, one), first);
  const group = day.map((one) => one - first);
  const { rows: order } = groupRows(group, last - first + 1, byTime(ledger, lines));
  return {
    length: lines.length,
    moment: Float64Array.from(order, (line) => lines.moment[line]!),
    provider: Int32Array.from(order, (line) => lines.provider[line]!),
    cents: Float64Array.from(order, (line) => lines.cents[line]!),
    charge: Int32Array.from(order, (line) => lines.charge[line]!),
    kind: Uint8Array.from(order, (line) => lines.kind[line]!),
    row: Int32Array.from(order, (line) => lines.row[line]!),
    nature: Uint8Array.from(order, (line) => lines.nature[line]!),
    measure: Int32Array.from(order, (line) => lines.measure[line]!),
  };
}

function byTime(ledger: Ledger, lines: BaseLines): (a: number, b: number) => number {
  const byLine = byLineOrder(ledger);
  const byRow = rowOrders(ledger);
  return (a, b) => {
    const byMoment = lines.moment[a]! - lines.moment[b]!;
    if (byMoment !== 0) return byMoment;
    const [one, other] = [lines.charge[a]!, lines.charge[b]!];
    if (one !== other) {
      if (one === NONE || other === NONE) return one === NONE ? 1 : -1;
      return byLine(one, other);
    }
    const [kind, otherKind] = [lines.kind[a]!, lines.kind[b]!];
    return (
      kind - otherKind ||
      byRow(kind, lines.row[a]!, lines.row[b]!) ||
      lines.measure[a]! - lines.measure[b]! ||
      lines.cents[a]! - lines.cents[b]! ||
      a - b
    );
  };
}

/** Rows of one table: by id where they have one, else as they stand. */
function rowOrders(ledger: Ledger): (kind: number, a: number, b: number) => number {
  const { payments, invoices, tables } = ledger;
  const { Adjustments: adjustments, 'Claim Lines': claimLines } = tables;
  const byPayment = byPaymentOrder(payments);
  const orders: Readonly<Record<SourceKind, (a: number, b: number) => number>> = {
    Charges: () => 0,
    Payments: byPayment,
    Invoices: (a, b) => byId(textAt(invoices.number, a), textAt(invoices.number, b)),
    Adjustments: (a, b) => byId(textAt(adjustments.id, a), textAt(adjustments.id, b)),
    'Claim Lines': (a, b) => byId(textAt(claimLines.id, a), textAt(claimLines.id, b)),
  };
  const ofKind = sourceKinds.map((kind) => orders[kind]);
  return (kind, a, b) => ofKind[kind]!(a, b);
}
