/** What an allocated ledger is made from, and what its later parts read. */
import type { Ledger } from '../ledger/ledger';
import type { ChargeLookup } from './chargeLookup';
import type { InvoiceBook } from './invoiceBook';
import type { MoneyEvents } from './moneyEvents';
import type { NegativeLines } from './waterfall';

export interface LedgerParts {
  readonly ledger: Ledger;
  readonly negativeLines: NegativeLines;
  readonly book: InvoiceBook;
  readonly events: MoneyEvents;
  readonly lookup: ChargeLookup;
}
