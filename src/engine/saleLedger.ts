/**
 * The ledger by sale. A sale is an invoice; an invoice number that charges name and the Invoices table
 * lacks; or a charge without an invoice number, which payments name by its Charge ID. Closed dates play
 * no part in what a sale is (S-6), so that lines of a number without an Invoices row are not lost.
 */
import { assert } from '../core/assert';
import { NO_MOMENT, NONE, type RowColumn } from '../core/brand';
import { textPool, type TextColumn, textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { linkInvoices } from '../ledger/linkPayments';
import type { TableOf, Tables } from '../ledger/tables';
import { invoiceBook } from './invoiceBook';
import type { LedgerParts } from './ledgerParts';
import { moneyEvents } from './moneyEvents';

/** What is linked by invoice: the ledger, its invoices, and the money on them. */
export type ByInvoice = Pick<LedgerParts, 'ledger' | 'book' | 'events'>;

/** A ledger whose Invoices rows are the sales: those of the sheets first. */
export interface SaleLedger extends ByInvoice {
  /** 1 for each sale that is a charge without an invoice number. */
  readonly isOwnSale: Uint8Array;
}

/** Adds the sales that are no row of Invoices; where there is none, nothing is made anew. */
export function* saleLedger(parts: ByInvoice): Steps<SaleLedger> {
  const added = yield* addedSales(parts.ledger, true);
  const first = parts.ledger.invoices.length;
  const isOwnSale = new Uint8Array(first + added.numbers.length);
  added.numbers.forEach((number, place) => {
    isOwnSale[first + place] = Number(number === '');
  });
  yield;
  return { ...(yield* withSales(parts, added)), isOwnSale };
}

/** Adds the invoices that charges name and the Invoices table lacks: they are open. */
export function* withEveryInvoice(parts: ByInvoice): Steps<ByInvoice> {
  return yield* withSales(parts, yield* addedSales(parts.ledger, false));
}

function* withSales({ ledger, book, events }: ByInvoice, added: AddedSales): Steps<ByInvoice> {
  if (added.numbers.length === 0) return { ledger, book, events };
  const invoices = yield* withOpenInvoices(ledger.invoices, added.numbers);
  const tables = { ...ledger.tables, Invoices: invoices };
  const invoiceCounts = longer(ledger.invoiceCounts, new Uint8Array(invoices.length)).fill(
    1,
    ledger.invoices.length,
  );
  yield;
  const byNumber = yield* numbersOf(tables, invoiceCounts);
  yield;
  // What the rows say wrongly was told when the ledger was read.
  const known = { counts: ledger.paid.counts, problems: [] };
  const links = yield* linkInvoices(tables, { byNumber, ofCharge: added.chargeSale }, known);
  yield;
  const extended: Ledger = {
    ...ledger,
    tables,
    invoices,
    invoiceCounts,
    chargeInvoice: added.chargeSale,
    paid: { ...ledger.paid, ...links },
  };
  const sales = yield* invoiceBook(extended);
  yield;
  return { ledger: extended, book: sales, events: yield* moneyEvents(extended, sales) };
}

/** Rows between two pauses. */
const ROWS_A_STEP = 10_000;

interface AddedSales {
  /** The number of each sale that is added; blank for a charge without one. */
  readonly numbers: readonly string[];
  readonly chargeSale: RowColumn<'Invoices'>;
}

/** Charges without a number share a sale where they share their Charge ID: a payment means both. */
function* addedSales(
  { charges, chargeInvoice, invoices }: Ledger,
  hasOwnSales: boolean,
): Steps<AddedSales> {
  const chargeSale: RowColumn<'Invoices'> = chargeInvoice.slice();
  const places = new Map<string, number>();
  const numbers: string[] = [];
  for (let charge = 0; charge < charges.length; charge++) {
    if (charge % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (chargeInvoice[charge]! !== NONE) continue;
    const number = textAt(charges.invoiceNumber, charge);
    if (number === '' && !hasOwnSales) continue;
    const key = number === '' ? `charge ${textAt(charges.id, charge)}` : `number ${number}`;
    const known = places.get(key);
    const place = known ?? invoices.length + numbers.length;
    chargeSale[charge] = place;
    if (known !== undefined) continue;
    places.set(key, place);
    numbers.push(number);
  }
  return { numbers, chargeSale };
}

/** Invoices with open ones behind them, of which nothing but the number is known. */
function* withOpenInvoices(
  invoices: TableOf<'Invoices'>,
  numbers: readonly string[],
): Steps<TableOf<'Invoices'>> {
  const length = invoices.length + numbers.length;
  const bytes = (column: Uint8Array): Uint8Array => longer(column, new Uint8Array(length));
  const texts = ({ codes, texts: known }: TextColumn): TextColumn => ({
    codes: longer(codes, new Int32Array(length)),
    texts: known,
  });
  return {
    ...invoices,
    length,
    number: yield* withTexts(invoices.number, numbers),
    closed: longer(invoices.closed, new Float64Array(length).fill(NO_MOMENT)),
    tax: {
      cents: longer(invoices.tax.cents, new Float64Array(length)),
      given: bytes(invoices.tax.given),
    },
    status: bytes(invoices.status),
    accountId: texts(invoices.accountId),
    accountType: texts(invoices.accountType),
    taxExempt: bytes(invoices.taxExempt),
    location: texts(invoices.location),
    source: longer(invoices.source, new Int32Array(length)),
    sheetRow: longer(invoices.sheetRow, new Int32Array(length)),
  };
}

function longer<Column extends Float64Array | Int32Array | Uint8Array>(
  column: Column,
  into: Column,
): Column {
  into.set(column);
  return into;
}

function* withTexts({ codes, texts }: TextColumn, more: readonly string[]): Steps<TextColumn> {
  const pool = textPool();
  // The codes of a pool are given in order: those of the texts it begins with stay what they were.
  for (const [code, text] of texts.entries()) {
    if (code % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    assert(pool.code(text) === code, 'each text of a column stands once');
  }
  const longerCodes = longer(codes, new Int32Array(codes.length + more.length));
  for (const [place, text] of more.entries()) {
    if (place % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    longerCodes[codes.length + place] = pool.code(text);
  }
  return { codes: longerCodes, texts: pool.texts };
}

/** Sales by number; a charge without one is found by its Charge ID alone. */
function* numbersOf(
  { Invoices: invoices }: Tables,
  counts: Uint8Array,
): Steps<Map<string, number>> {
  const rows = new Map<string, number>();
  for (let row = 0; row < invoices.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const number = textAt(invoices.number, row);
    if (counts[row]! === 1 && number !== '') rows.set(number, row);
  }
  return rows;
}
