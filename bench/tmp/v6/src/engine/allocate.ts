/**
 * Allocates the money of every closed invoice to its tax and lines: once per ledger, for all time.
 * What stands on a line is a pure function of the net money on its invoice (I-9); an allocation is
 * the difference an event makes. Every report, trace and function reads these columns.
 */
import { floatAt, intAt } from '../core/assert';
import {
  NO_MOMENT,
  NONE,
  type CentsColumn,
  type MomentColumn,
  type RowColumn,
} from '../core/brand';
import { growingFloats, growingInts } from '../core/column';
import type { InvoiceBook } from './invoiceBook';
import type { MoneyEvents } from './moneyEvents';
import { type Buckets, type NegativeLines, stand } from './waterfall';

/** One row per event on a closed invoice and bucket that it changed. */
export interface Allocation {
  readonly length: number;
  /** The money event; NONE for the close of an invoice that a $0 balance settles (I-10). */
  readonly event: Int32Array;
  readonly invoice: RowColumn<'Invoices'>;
  /** The charges row; TAX for the invoice's tax, UNALLOCATED for what no line takes. */
  readonly charge: RowColumn<'Charges'>;
  readonly cents: CentsColumn;
  readonly effective: MomentColumn;
}

/** In place of a charge: the tax of the invoice. */
export const TAX = -2;
/** In place of a charge: money above the invoice, or below nothing (I-A3). */
export const UNALLOCATED = -3;

/** Allocates all events; invoices that are open or voided have none. */
export function allocate(
  book: InvoiceBook,
  events: MoneyEvents,
  negativeLines: NegativeLines,
): Allocation {
  const rows = allocationRows(book.lines.rows.length + events.cents.length);
  const buckets = bucketReader(book);
  for (let invoice = 0; invoice < book.closed.length; invoice++) {
    if (floatAt(book.closed, invoice) === NO_MOMENT) continue;
    if (isPlain(book, invoice)) pourPlain(book, events, invoice, rows);
    else walkInvoice({ book, events, invoice, rows }, buckets(invoice), negativeLines);
  }
  return rows.finish();
}

interface AllocationRows {
  push(row: AllocationRow): void;
  finish(): Allocation;
}

interface AllocationRow {
  readonly event: number;
  readonly invoice: number;
  readonly charge: number;
  readonly cents: number;
  readonly effective: number;
}

function allocationRows(capacity: number): AllocationRows {
  const event = growingInts(capacity);
  const invoice = growingInts(capacity);
  const charge = growingInts(capacity);
  const cents = growingFloats(capacity);
  const effective = growingFloats(capacity);
  return {
    push(row) {
      event.push(row.event);
      invoice.push(row.invoice);
      charge.push(row.charge);
      cents.push(row.cents);
      effective.push(row.effective);
    },
    finish: () => ({
      length: event.length,
      event: event.finish(),
      invoice: invoice.finish(),
      charge: charge.finish(),
      cents: cents.finish(),
      effective: effective.finish(),
    }),
  };
}

/** No negative tax or line and a total above 0: the state is one number, the level of the money. */
function isPlain(book: InvoiceBook, invoice: number): boolean {
  if (floatAt(book.totalCents, invoice) <= 0 || floatAt(book.taxCents, invoice) < 0) return false;
  const { starts, rows } = book.lines;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    if (floatAt(book.netCents, intAt(rows, place)) < 0) return false;
  }
  return true;
}

/**
 * Moves the level of a plain invoice from event to event. A bucket is an interval of the level: the
 * tax [0, tax), then each line behind the one before. Money in covers the oldest first, money out
 * uncovers the newest first, tax last (I-7, I-8), by construction.
 */
function pourPlain(
  book: InvoiceBook,
  events: MoneyEvents,
  invoice: number,
  rows: AllocationRows,
): void {
  const { starts, rows: eventRows } = events.ofInvoice;
  const total = floatAt(book.totalCents, invoice);
  let level = 0;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    const event = intAt(eventRows, place);
    const before = level;
    level += floatAt(events.cents, event);
    const effective = floatAt(events.effective, event);
    const from = clamp(before, 0, total);
    const to = clamp(level, 0, total);
    if (from !== to) pourBetween(book, { event, invoice, effective }, { from, to }, rows);
    const unallocated = level - to - (before - from);
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
  }
}

function pourBetween(
  book: InvoiceBook,
  of: { readonly event: number; readonly invoice: number; readonly effective: number },
  level: { readonly from: number; readonly to: number },
  rows: AllocationRows,
): void {
  const { event, invoice, effective } = of;
  const { starts, rows: lineRows } = book.lines;
  const first = intAt(starts, invoice);
  const end = intAt(starts, invoice + 1);
  const low = Math.min(level.from, level.to);
  const high = Math.max(level.from, level.to);
  let floor = 0;
  for (let place = first - 1; place < end && floor < high; place++) {
    const isTax = place < first;
    const charge = isTax ? TAX : intAt(lineRows, place);
    const size = isTax ? floatAt(book.taxCents, invoice) : floatAt(book.netCents, charge);
    const ceiling = floor + size;
    if (ceiling > low && size > 0) {
      const cents = clamp(level.to, floor, ceiling) - clamp(level.from, floor, ceiling);
      rows.push({ event, invoice, charge, cents, effective });
    }
    floor = ceiling;
  }
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Reads an invoice's tax and lines into buckets, charges beside them. */
function bucketReader(book: InvoiceBook): (invoice: number) => Buckets & { charges: Int32Array } {
  return (invoice) => {
    const { starts, rows } = book.lines;
    const lines = rows.subarray(intAt(starts, invoice), intAt(starts, invoice + 1));
    const cents = new Float64Array(lines.length + 1);
    const charges = new Int32Array(lines.length + 1);
    cents[0] = floatAt(book.taxCents, invoice);
    charges[0] = TAX;
    for (let line = 0; line < lines.length; line++) {
      charges[line + 1] = intAt(lines, line);
      cents[line + 1] = floatAt(book.netCents, intAt(lines, line));
    }
    return { cents, charges, total: floatAt(book.totalCents, invoice) };
  };
}

/** An invoice with a negative tax, line or total, or of $0: the whole walk of I-9 at every event. */
function walkInvoice(
  of: {
    readonly book: InvoiceBook;
    readonly events: MoneyEvents;
    readonly invoice: number;
    readonly rows: AllocationRows;
  },
  buckets: Buckets & { readonly charges: Int32Array },
  negativeLines: NegativeLines,
): void {
  const { book, events, invoice, rows } = of;
  let before = new Float64Array(buckets.cents.length);
  let after = new Float64Array(buckets.cents.length);
  let rest = 0;
  let paid = 0;
  const settle = (event: number, effective: number): void => {
    const left = stand(buckets, paid, negativeLines, after);
    for (let bucket = 0; bucket < after.length; bucket++) {
      const cents = floatAt(after, bucket) - floatAt(before, bucket);
      const charge = intAt(buckets.charges, bucket);
      if (cents !== 0) rows.push({ event, invoice, charge, cents, effective });
    }
    const unallocated = left - rest;
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
    [before, after, rest] = [after, before, left];
  };
  // The close itself: a $0 or negative balance is settled then, without any money (I-10).
  settle(NONE, floatAt(book.closed, invoice));
  const { starts, rows: eventRows } = events.ofInvoice;
  for (let place = intAt(starts, invoice); place < intAt(starts, invoice + 1); place++) {
    const event = intAt(eventRows, place);
    paid += floatAt(events.cents, event);
    settle(event, floatAt(events.effective, event));
  }
}
