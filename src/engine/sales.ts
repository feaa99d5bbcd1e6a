/**
 * Sales: services credited in full on the first payment beside the cash of the day (seed 003), for all
 * time. The sales summaries, their reconciliation and the client credits read these columns.
 */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import { textAt, type TextColumn } from '../core/column';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { type GroupedRows, groupRows } from './groupRows';
import { type SaleCredits, saleCredits } from './saleCredits';
import { type SaleLedger, saleLedger } from './saleLedger';
import { type SaleMoney, saleMoney } from './saleMoney';

export interface Sales {
  readonly of: SaleLedger;
  readonly credits: SaleCredits;
  readonly money: SaleMoney;
  readonly moves: SaleMoves;
}

/** Every change of a sale's value and of the money on it, in one list. */
export interface SaleMoves {
  readonly kind: Uint8Array;
  readonly cents: CentsColumn;
  readonly moment: MomentColumn;
  /** NONE for cash on no sale. */
  readonly sale: RowColumn<'Invoices'>;
  /** Moves of each sale in order of their moment; those of one moment are one to every reader. */
  readonly ofSale: GroupedRows;
}

/** What a move is: value credited to providers, cash, or credit used on the sale. */
export const VALUE = 0;
export const CASH = 1;
export const CREDIT = 2;

export interface SalesChoices {
  /** Sales tax as a part of the services, or beside them (S-A1). */
  readonly salesTax: 'separate' | 'included';
  /** Names of the locations whose rows are taken; undefined takes all. */
  readonly locations: ReadonlySet<string> | undefined;
}

const everything: SalesChoices = { salesTax: 'separate', locations: undefined };

/** The sales of a ledger. A location takes rows out; when an invoice was first paid stays as it is. */
export function* sales(
  allocated: AllocatedLedger,
  { salesTax, locations }: SalesChoices = everything,
): Steps<Sales> {
  const of = yield* saleLedger(allocated);
  yield;
  const allCredits = yield* saleCredits(of);
  const taxed = salesTax === 'included' ? withTaxInside(allCredits) : allCredits;
  const allMoney = saleMoney(of);
  yield;
  const credits = locations === undefined ? taxed : creditsIn(of, taxed, locations);
  const money = locations === undefined ? allMoney : moneyIn(allocated, of, allMoney, locations);
  yield;
  return { of, credits, money, moves: movesOf(of, credits, money) };
}

function withTaxInside(credits: SaleCredits): SaleCredits {
  const { netCents, taxCents } = credits;
  return {
    ...credits,
    netCents: netCents.map((net, row) => net + taxCents[row]!),
    taxCents: new Float64Array(taxCents.length),
  };
}

function movesOf({ ledger }: SaleLedger, credits: SaleCredits, money: SaleMoney): SaleMoves {
  const values = credits.sale.length;
  const length = values + money.sale.length;
  const kind = new Uint8Array(length);
  const cents = new Float64Array(length);
  const moment = new Float64Array(length);
  const sale = new Int32Array(length);
  sale.set(credits.sale);
  sale.set(money.sale, values);
  moment.set(credits.moment);
  moment.set(money.moment, values);
  cents.set(money.cents, values);
  for (let row = 0; row < values; row++) {
    cents[row] = credits.netCents[row]! + credits.taxCents[row]!;
  }
  for (let row = values; row < length; row++) {
    kind[row] = money.isCash[row - values]! === 1 ? CASH : CREDIT;
  }
  const ofSale = groupRows(sale, ledger.invoices.length, (a, b) => moment[a]! - moment[b]!);
  return { kind, cents, moment, sale, ofSale };
}

/* ---- locations: a row's own, else that of its charge or invoice ---- */

function creditsIn(
  of: SaleLedger,
  credits: SaleCredits,
  locations: ReadonlySet<string>,
): SaleCredits {
  const ofSale = locationsOfSales(of);
  const rows = rowsWhere(credits.sale.length, (row) => {
    const charge = credits.charge[row]!;
    const own = charge === NONE ? '' : textAt(of.ledger.charges.location, charge);
    return locations.has(own || ofSale(credits.sale[row]!));
  });
  return {
    sale: rows.map((row) => credits.sale[row]!),
    charge: rows.map((row) => credits.charge[row]!),
    netCents: Float64Array.from(rows, (row) => credits.netCents[row]!),
    taxCents: Float64Array.from(rows, (row) => credits.taxCents[row]!),
    moment: Float64Array.from(rows, (row) => credits.moment[row]!),
  };
}

function moneyIn(
  { lookup }: AllocatedLedger,
  of: SaleLedger,
  money: SaleMoney,
  locations: ReadonlySet<string>,
): SaleMoney {
  const { payments, charges } = of.ledger;
  const ofSale = locationsOfSales(of);
  const ofCharge = (row: number): string => {
    if (payments.chargeId.codes[row]! === 0) return '';
    const [charge, ...more] = lookup.ofId(textAt(payments.chargeId, row));
    return charge === undefined || more.length > 0 ? '' : textAt(charges.location, charge);
  };
  const rows = rowsWhere(money.payment.length, (row) => {
    const payment = money.payment[row]!;
    const sale = money.sale[row]!;
    const own = textAt(payments.location, payment);
    // A deposit is on no invoice and no charge: only its own location says where it was taken.
    const named = sale === NONE ? '' : ofCharge(payment) || ofSale(sale);
    return locations.has(own || named);
  });
  return {
    payment: rows.map((row) => money.payment[row]!),
    sale: rows.map((row) => money.sale[row]!),
    cents: Float64Array.from(rows, (row) => money.cents[row]!),
    moment: Float64Array.from(rows, (row) => money.moment[row]!),
    isCash: Uint8Array.from(rows, (row) => money.isCash[row]!),
  };
}

/** Where a sale was made: its invoice's location, else that of its oldest line (I-29). */
function locationsOfSales({ ledger, book }: SaleLedger): (sale: number) => string {
  const { starts, rows } = book.lines;
  return (sale) => {
    const own = textAt(ledger.invoices.location, sale);
    if (own !== '' || starts[sale]! === starts[sale + 1]!) return own;
    const location: TextColumn = ledger.charges.location;
    return textAt(location, rows[starts[sale]!]!);
  };
}

function rowsWhere(length: number, isIn: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (isIn(row)) rows[count++] = row;
  return rows.subarray(0, count);
}
