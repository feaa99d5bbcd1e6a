/**
 * Allocates the money of every closed invoice to its tax and lines: once per ledger, for all time.
 * What stands on a line is a pure function of the net money on its invoice (I-9); an allocation is
 * the difference an event makes. Every report, trace and function reads these columns.
 */
import {
  NO_MOMENT,
  NONE,
  type CentsColumn,
  type MomentColumn,
  type RowColumn,
} from '../core/brand';
import type { Steps } from '../core/steps';
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

/** Invoices between two pauses. */
const INVOICES_A_STEP = 2_000;

/** Allocates all events; invoices that are open or voided have none. */
export function* allocate(
  book: InvoiceBook,
  events: MoneyEvents,
  negativeLines: NegativeLines,
): Steps<Allocation> {
  // About as many as there are: each line is paid by one event, each event ends within a line.
  const rows = new AllocationRows(book.lines.rows.length + 2 * events.cents.length);
  const buckets = bucketReader(book);
  for (let invoice = 0; invoice < book.closed.length; invoice++) {
    if (invoice % INVOICES_A_STEP === INVOICES_A_STEP - 1) yield;
    if (book.closed[invoice]! === NO_MOMENT) continue;
    if (isPlain(book, invoice)) pourPlain(book, events, invoice, rows);
    else walkInvoice({ book, events, invoice, rows }, buckets(invoice), negativeLines);
  }
  return rows.finish();
}

interface AllocationRow {
  readonly event: number;
  readonly invoice: number;
  readonly charge: number;
  readonly cents: number;
  readonly effective: number;
}

/** The rows of an allocation under construction: columns that double when they are full. */
class AllocationRows {
  private length = 0;
  private event: Int32Array;
  private invoice: Int32Array;
  private charge: Int32Array;
  private cents: Float64Array;
  private effective: Float64Array;

  constructor(capacity: number) {
    this.event = new Int32Array(capacity);
    this.invoice = new Int32Array(capacity);
    this.charge = new Int32Array(capacity);
    this.cents = new Float64Array(capacity);
    this.effective = new Float64Array(capacity);
  }

  push(row: AllocationRow): void {
    const { length } = this;
    if (length === this.event.length) this.widen();
    this.event[length] = row.event;
    this.invoice[length] = row.invoice;
    this.charge[length] = row.charge;
    this.cents[length] = row.cents;
    this.effective[length] = row.effective;
    this.length = length + 1;
  }

  finish(): Allocation {
    const { length } = this;
    return {
      length,
      event: this.event.subarray(0, length),
      invoice: this.invoice.subarray(0, length),
      charge: this.charge.subarray(0, length),
      cents: this.cents.subarray(0, length),
      effective: this.effective.subarray(0, length),
    };
  }

  private widen(): void {
    const narrow = this.finish();
    const capacity = 2 * this.length + 1;
    (this.event = new Int32Array(capacity)).set(narrow.event);
    (this.invoice = new Int32Array(capacity)).set(narrow.invoice);
    (this.charge = new Int32Array(capacity)).set(narrow.charge);
    (this.cents = new Float64Array(capacity)).set(narrow.cents);
    (this.effective = new Float64Array(capacity)).set(narrow.effective);
  }
}

/** No negative tax or line and a total above 0: the state is one number, the level of the money. */
function isPlain(book: InvoiceBook, invoice: number): boolean {
  if (book.totalCents[invoice]! <= 0 || book.taxCents[invoice]! < 0) return false;
  const { starts, rows } = book.lines;
  for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
    if (book.netCents[rows[place]!]! < 0) return false;
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
  const total = book.totalCents[invoice]!;
  const cursor = { place: book.lines.starts[invoice]! - 1, floor: 0 };
  let level = 0;
  for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
    const event = eventRows[place]!;
    const before = level;
    level += events.cents[event]!;
    const effective = events.effective[event]!;
    const from = clamp(before, 0, total);
    const to = clamp(level, 0, total);
    if (from !== to) pourBetween({ book, event, invoice, effective, from, to }, cursor, rows);
    const unallocated = level - to - (before - from);
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
  }
}

/** A bucket of an invoice: its tax one place before its first line, and the level it begins at. */
interface Cursor {
  place: number;
  floor: number;
}

function bucketCents(book: InvoiceBook, invoice: number, place: number): number {
  const isTax = place < book.lines.starts[invoice]!;
  return isTax ? book.taxCents[invoice]! : book.netCents[book.lines.rows[place]!]!;
}

/** Allocates a move of the level; the cursor stays where it ended, so that no bucket is far. */
function pourBetween(
  move: {
    readonly book: InvoiceBook;
    readonly event: number;
    readonly invoice: number;
    readonly effective: number;
    readonly from: number;
    readonly to: number;
  },
  cursor: Cursor,
  rows: AllocationRows,
): void {
  const { book, event, invoice, effective, from, to } = move;
  const first = book.lines.starts[invoice]!;
  const end = book.lines.starts[invoice + 1]!;
  while (cursor.floor > Math.min(from, to) || cursor.place === end) {
    cursor.place--;
    cursor.floor -= bucketCents(book, invoice, cursor.place);
  }
  for (; cursor.place < end && cursor.floor < Math.max(from, to); cursor.place++) {
    const ceiling = cursor.floor + bucketCents(book, invoice, cursor.place);
    const cents = clamp(to, cursor.floor, ceiling) - clamp(from, cursor.floor, ceiling);
    const charge = cursor.place < first ? TAX : book.lines.rows[cursor.place]!;
    if (cents !== 0) rows.push({ event, invoice, charge, cents, effective });
    cursor.floor = ceiling;
  }
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Reads an invoice's tax and lines into buckets, charges beside them. */
function bucketReader(book: InvoiceBook): (invoice: number) => Buckets & { charges: Int32Array } {
  return (invoice) => {
    const { starts, rows } = book.lines;
    const lines = rows.subarray(starts[invoice], starts[invoice + 1]);
    const cents = new Float64Array(lines.length + 1);
    const charges = new Int32Array(lines.length + 1);
    cents[0] = book.taxCents[invoice]!;
    charges[0] = TAX;
    for (let line = 0; line < lines.length; line++) {
      charges[line + 1] = lines[line]!;
      cents[line + 1] = book.netCents[lines[line]!]!;
    }
    return { cents, charges, total: book.totalCents[invoice]! };
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
      const cents = after[bucket]! - before[bucket]!;
      const charge = buckets.charges[bucket]!;
      if (cents !== 0) rows.push({ event, invoice, charge, cents, effective });
    }
    const unallocated = left - rest;
    if (unallocated !== 0) {
      rows.push({ event, invoice, charge: UNALLOCATED, cents: unallocated, effective });
    }
    [before, after, rest] = [after, before, left];
  };
  // The close itself: a $0 or negative balance is settled then, without any money (I-10).
  settle(NONE, book.closed[invoice]!);
  const { starts, rows: eventRows } = events.ofInvoice;
  for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
    const event = eventRows[place]!;
    paid += events.cents[event]!;
    settle(event, events.effective[event]!);
  }
}
