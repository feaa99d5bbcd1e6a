/** The allocated ledger: what every report, trace and function reads. Made once per ledger version. */
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { allocate, type Allocation } from './allocate';
import { type ChargeLookup, chargeLookup } from './chargeLookup';
import { invoiceBook, type InvoiceBook } from './invoiceBook';
import { moneyEvents, type MoneyEvents } from './moneyEvents';
import type { NegativeLines } from './waterfall';

export interface AllocatedLedger {
  readonly ledger: Ledger;
  readonly book: InvoiceBook;
  readonly events: MoneyEvents;
  readonly allocation: Allocation;
  readonly lookup: ChargeLookup;
}

export function* allocateLedger(
  ledger: Ledger,
  negativeLines: NegativeLines,
): Steps<AllocatedLedger> {
  const book = invoiceBook(ledger);
  yield;
  const events = moneyEvents(ledger, book);
  yield;
  const allocation = yield* allocate(book, events, negativeLines);
  return { ledger, book, events, allocation, lookup: chargeLookup(ledger) };
}
