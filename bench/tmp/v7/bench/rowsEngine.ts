/** The obvious way: an object per row, exact decimals, and a balance that remains on every line. */
import Decimal from 'decimal.js';
import { civilOfSerial } from '../src/core/day';
import { emptyAnswer, type Answer, type Engine, MONTHS } from './answer';
import { OPEN, type Workload, YEAR } from './workload';

interface LineRow {
  readonly id: number;
  readonly provider: number;
  readonly day: number;
  readonly amount: Decimal;
  remaining: Decimal;
}

interface PaymentRow {
  readonly id: number;
  readonly day: number;
  readonly amount: Decimal;
}

interface InvoiceRow {
  readonly closedDay: number;
  readonly tax: Decimal;
  remainingTax: Decimal;
  /** Money above the invoice, or below nothing. */
  unallocated: Decimal;
  readonly lines: LineRow[];
  readonly payments: PaymentRow[];
}

/** Money by name and month. */
type Cells = Map<string, Decimal>;

const ZERO = new Decimal(0);

export const rowsEngine: Engine = {
  load(work) {
    const invoices = invoiceRows(work);
    const run = (): Answer => {
      const cells: Cells = new Map();
      for (const invoice of invoices) applyPayments(invoice, cells);
      return answerOf(cells);
    };
    return Promise.resolve({
      loading: [],
      run: () => Promise.resolve({ answer: run(), steps: [] }),
    });
  },
};

function dollars(cents: number): Decimal {
  return new Decimal(cents).div(100);
}

function invoiceRows({ lines, invoices, payments }: Workload): InvoiceRow[] {
  const rows = Array.from(invoices.closedDay, (closedDay, invoice): InvoiceRow => {
    const tax = dollars(invoices.taxCents[invoice]!);
    return { closedDay, tax, remainingTax: tax, unallocated: ZERO, lines: [], payments: [] };
  });
  for (let id = 0; id < lines.day.length; id++) {
    const amount = dollars(lines.cents[id]!);
    const [provider, day] = [lines.provider[id]!, lines.day[id]!];
    rows[lines.invoice[id]!]!.lines.push({ id, provider, day, amount, remaining: amount });
  }
  for (let id = 0; id < payments.day.length; id++) {
    const row = { id, day: payments.day[id]!, amount: dollars(payments.cents[id]!) };
    rows[payments.invoice[id]!]!.payments.push(row);
  }
  return rows;
}

function byDay(a: LineRow | PaymentRow, b: LineRow | PaymentRow): number {
  return a.day - b.day || a.id - b.id;
}

/** Starts the invoice anew and applies its payments and refunds one after the other. */
function applyPayments(invoice: InvoiceRow, cells: Cells): void {
  if (invoice.closedDay === OPEN) return;
  invoice.lines.sort(byDay);
  invoice.remainingTax = invoice.tax;
  invoice.unallocated = ZERO;
  for (const line of invoice.lines) line.remaining = line.amount;
  for (const { day, amount } of invoice.payments.sort(byDay)) {
    const effective = civilOfSerial(Math.max(day, invoice.closedDay));
    const month = effective.year === YEAR ? effective.month : 0;
    const add = (name: string, money: Decimal): void => {
      if (month === 0 || money.isZero()) return;
      const key = `${name}|${month}`;
      cells.set(key, (cells.get(key) ?? ZERO).plus(money));
    };
    if (amount.isPositive()) receive(invoice, amount, add);
    else giveBack(invoice, amount.negated(), add);
  }
}

type Add = (name: string, money: Decimal) => void;

/** First what was given back too much, then the tax, then the oldest line; the rest is credit. */
function receive(invoice: InvoiceRow, amount: Decimal, add: Add): void {
  let rest = amount;
  const owed = Decimal.min(rest, Decimal.max(invoice.unallocated.negated(), ZERO));
  rest = rest.minus(owed);
  const tax = Decimal.min(rest, invoice.remainingTax);
  invoice.remainingTax = invoice.remainingTax.minus(tax);
  rest = rest.minus(tax);
  add('tax', tax);
  for (const line of invoice.lines) {
    if (rest.isZero()) break;
    const taken = Decimal.min(rest, line.remaining);
    line.remaining = line.remaining.minus(taken);
    rest = rest.minus(taken);
    add(`provider ${line.provider}`, taken);
  }
  const unallocated = owed.plus(rest);
  invoice.unallocated = invoice.unallocated.plus(unallocated);
  add('unallocated', unallocated);
}

/** First the credit, then the newest line, then the tax; the rest is given back too much. */
function giveBack(invoice: InvoiceRow, amount: Decimal, add: Add): void {
  let rest = amount;
  const credit = Decimal.min(rest, Decimal.max(invoice.unallocated, ZERO));
  rest = rest.minus(credit);
  for (const line of invoice.lines.toReversed()) {
    if (rest.isZero()) break;
    const given = Decimal.min(rest, line.amount.minus(line.remaining));
    line.remaining = line.remaining.plus(given);
    rest = rest.minus(given);
    add(`provider ${line.provider}`, given.negated());
  }
  const tax = Decimal.min(rest, invoice.tax.minus(invoice.remainingTax));
  invoice.remainingTax = invoice.remainingTax.plus(tax);
  rest = rest.minus(tax);
  add('tax', tax.negated());
  const unallocated = credit.plus(rest).negated();
  invoice.unallocated = invoice.unallocated.plus(unallocated);
  add('unallocated', unallocated);
}

function answerOf(cells: Cells): Answer {
  const answer = emptyAnswer();
  for (const [key, money] of cells) {
    const [name = '', monthText = ''] = key.split('|');
    const month = Number(monthText) - 1;
    const cents = money.times(100).toNumber();
    if (name === 'tax') answer.taxMonths[month] = cents;
    else if (name === 'unallocated') answer.unallocatedMonths[month] = cents;
    else answer.providerMonths[Number(name.slice('provider '.length)) * MONTHS + month] = cents;
  }
  return answer;
}
