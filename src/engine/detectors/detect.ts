/** What an accountant should look at in a period: told with its cell, never changing a figure. */
import { NONE } from '../../core/brand';
import { centsText } from '../../core/cents';
import { textAt } from '../../core/column';
import { contains, type Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import { typeOf, moneyTypes } from '../../ledger/moneyTypes';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';
import { amountsWithTax } from './amountsWithTax';
import { claimLinesNotCounted } from './claimLinesNotCounted';
import { codesWithoutZeros } from './codesWithoutZeros';
import { datesApart } from './datesApart';
import { equalPayments } from './equalPayments';
import { farDates } from './farDates';
import { insuranceDiffers } from './insuranceDiffers';
import { lookAlikeProviders } from './lookAlikeProviders';
import { writeOffInvoices } from './writeOffInvoices';

/** All detections of the period. */
export function* detect(allocated: AllocatedLedger, period: Period): Steps<Problem[]> {
  const found: Problem[][] = [];
  for (const detector of detectors) {
    found.push(detector(allocated, period));
    yield;
  }
  return found.flat();
}

const detectors = [
  taxDifferences,
  refundsAbovePaid,
  inferredSplits,
  moneyOffInvoices,
  writeOffInvoices,
  equalPayments,
  claimLinesNotCounted,
  insuranceDiffers,
  lookAlikeProviders,
  amountsWithTax,
  codesWithoutZeros,
  datesApart,
  farDates,
];

/** A header tax that is not the sum of its lines' tax: the header counts (I-A6, E13b). */
function taxDifferences({ ledger, book }: AllocatedLedger, period: Period): Problem[] {
  const { invoices, charges, tables } = ledger;
  const problems: Problem[] = [];
  for (let row = 0; row < invoices.length; row++) {
    if (invoices.tax.given[row]! === 0 || !contains(period, book.closed[row]!)) continue;
    let lineTax = 0;
    let given = 0;
    for (let place = book.lines.starts[row]!; place < book.lines.starts[row + 1]!; place++) {
      const charge = book.lines.rows[place]!;
      lineTax += charges.tax.cents[charge]!;
      given += charges.tax.given[charge]!;
    }
    const difference = invoices.tax.cents[row]! - lineTax;
    if (given === 0 || difference === 0) continue;
    problems.push({
      code: 'TAX_DIFFERS',
      severity: 'warned',
      ...rowPlace(tables, 'Invoices', { row, field: 'tax' }),
      found: `header tax ${centsText(invoices.tax.cents[row]!)}, but the lines' tax is ${centsText(lineTax)}: ${centsText(difference)} apart`,
      done: 'the header tax counts',
      fix: 'check the tax of the invoice and of its lines',
      count: 1,
      cents: difference,
    });
  }
  return problems;
}

/** A refund of more than was paid is used and told (E19); also one above a negative invoice. */
function refundsAbovePaid({ ledger, book, events }: AllocatedLedger, period: Period): Problem[] {
  const { starts, rows } = events.ofInvoice;
  const problems: Problem[] = [];
  for (let invoice = 0; invoice < ledger.invoices.length; invoice++) {
    const least = Math.min(book.totalCents[invoice]!, 0);
    let level = 0;
    for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
      const event = rows[place]!;
      const cents = events.cents[event]!;
      level += cents;
      if (cents >= 0 || level >= least) continue;
      if (!contains(period, events.effective[event]!)) continue;
      const above = centsText(least - level);
      problems.push({
        code: 'REFUND_ABOVE_PAID',
        severity: 'warned',
        ...rowPlace(ledger.tables, 'Payments', { row: events.payment[event]!, field: 'amount' }),
        found: `money given back exceeds what was paid on invoice ${textAt(ledger.invoices.number, invoice)} by ${above}`,
        done: `used; ${above} stands as unallocated`,
        fix: 'check the refund and the invoice it names',
        count: 1,
        cents: least - level,
      });
    }
  }
  return problems;
}

/** One payment over several invoices: its split is inferred, so it is told (E17). */
function inferredSplits({ ledger, events }: AllocatedLedger, period: Period): Problem[] {
  const { payments, tables } = ledger;
  const told = events.inferred.filter((row) => contains(period, payments.date[row]!));
  return told.map((row) => ({
    code: 'PAYMENT_SPLIT_INFERRED',
    severity: 'warned',
    ...rowPlace(tables, 'Payments', { row, field: 'invoiceNumber' }),
    found: `one payment over the invoices ${textAt(payments.invoiceNumber, row)}`,
    done: 'split inferred: oldest closed first, each up to what was due on it',
    fix: 'split the row by invoice if the money was meant otherwise',
    count: 1,
    cents: ledger.paid.cents[row]!,
  }));
}

/** Money that can reach no line: on voided invoices (told each) and on none (counted). */
function moneyOffInvoices({ ledger, book }: AllocatedLedger, period: Period): Problem[] {
  const { payments, paid, invoices, tables } = ledger;
  const problems: Problem[] = [];
  const onNone: number[] = [];
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !contains(period, payments.date[row]!)) continue;
    if (!moneyTypes[typeOf(payments.type, row)].onInvoice) continue;
    const invoice = paid.invoice[row]!;
    if (invoice === NONE && payments.invoiceNumber.codes[row]! === 0) onNone.push(row);
    if (invoice < 0 || book.voided[invoice]! === 0) continue;
    problems.push({
      code: 'VOIDED_INVOICE_PAID',
      severity: 'warned',
      ...rowPlace(tables, 'Payments', { row, field: 'invoiceNumber' }),
      found: `${centsText(paid.cents[row]!)} on invoice ${textAt(invoices.number, invoice)}, which is voided`,
      done: 'the money is unallocated',
      fix: 'move the payment to the invoice it belongs to, or refund it',
      count: 1,
      cents: paid.cents[row]!,
    });
  }
  const [first] = onNone;
  const hasInvoices = ledger.sources.some(({ kind }) => kind === 'Invoices');
  if (first === undefined || !hasInvoices) return problems;
  const cents = onNone.reduce((sum, row) => sum + paid.cents[row]!, 0);
  problems.push({
    code: 'PAYMENT_WITHOUT_INVOICE',
    severity: 'noted',
    ...rowPlace(tables, 'Payments', { row: first, field: 'invoiceNumber' }),
    found: `${onNone.length} payment row(s) of ${centsText(cents)} name no invoice, the first one here`,
    done: 'the money is unallocated: no provider is credited with it',
    fix: 'name the invoice where there is one',
    count: onNone.length,
    cents,
  });
  return problems;
}
