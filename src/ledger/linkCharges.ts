/** Sets charges against invoices: which invoice each line is on, and numbers that stand twice. */
import { at } from '../core/assert';
import { NO_MOMENT, NONE, type RowColumn } from '../core/brand';
import { textAt } from '../core/column';
import { dayText, dayOfMoment } from '../core/day';
import type { Steps } from '../core/steps';
import type { Problem } from './problem';
import { invoicesColumns } from './kinds';
import { rowPlace, type Tables } from './tables';

/**
 * Invoice rows by number. A number that stands twice with other contents stops the run; a row that
 * says the same again goes into `repeated` and counts nowhere.
 */
export function invoicesByNumber(
  tables: Tables,
  found: { readonly problems: Problem[]; readonly repeated: Set<number> },
): Map<string, number> {
  const { Invoices: invoices } = tables;
  const rows = new Map<string, number>();
  for (let row = 0; row < invoices.length; row++) {
    const number = textAt(invoices.number, row);
    const first = rows.get(number);
    if (first === undefined) {
      rows.set(number, row);
      statusAgainstDate(tables, row, found.problems);
    } else {
      found.repeated.add(row);
      found.problems.push(invoiceTwice(tables, first, row));
    }
  }
  return rows;
}

function invoiceTwice(tables: Tables, first: number, row: number): Problem {
  const same = invoiceDigest(tables, first) === invoiceDigest(tables, row);
  const other = rowPlace(tables, 'Invoices', { row: first, field: 'number' });
  return {
    code: 'INVOICE_TWICE',
    severity: same ? 'warned' : 'stopped',
    ...rowPlace(tables, 'Invoices', { row, field: 'number' }),
    found: `invoice ${textAt(tables.Invoices.number, row)} stands also in '${other.sheet}' ${other.cell}`,
    done: same ? 'the two rows say the same; it was read once' : 'nothing was computed',
    fix: same ? 'delete one of the rows' : 'keep the row that is right and delete the other',
    count: 1,
  };
}

function invoiceDigest({ Invoices: invoices }: Tables, row: number): string {
  const texts = [invoices.accountId, invoices.accountType, invoices.location];
  const numbers = [invoices.closed, invoices.tax.cents, invoices.tax.given, invoices.status];
  return JSON.stringify([
    ...texts.map((column) => textAt(column, row)),
    ...numbers.map((column) => column[row]!),
    invoices.taxExempt[row]!,
  ]);
}

/** Place of a status in the choices of Invoices. */
export function invoiceStatus(name: 'Open' | 'Closed' | 'Voided'): number {
  return invoicesColumns.status.choices.indexOf(name);
}

/** A Status that says otherwise than the Closed Date is told: open is what both can be read as. */
function statusAgainstDate(tables: Tables, row: number, problems: Problem[]): void {
  const { Invoices: invoices } = tables;
  const closed = invoices.closed[row]!;
  const status = invoices.status[row]!;
  const openWithDate = status === invoiceStatus('Open') && closed !== NO_MOMENT;
  const closedWithout = status === invoiceStatus('Closed') && closed === NO_MOMENT;
  if (!openWithDate && !closedWithout) return;
  problems.push({
    code: 'INVOICE_STATUS_CONTRADICTS',
    severity: 'warned',
    ...rowPlace(tables, 'Invoices', { row, field: 'status' }),
    found: openWithDate
      ? `Status Open with Closed Date ${dayText(dayOfMoment(closed))}`
      : 'Status Closed without a Closed Date',
    done: 'the invoice is read as open, so none of its money is collected yet',
    fix: openWithDate ? 'set the Status or clear the date' : 'fill in the Closed Date',
    count: 1,
  });
}

/** The invoice of each charge. */
export function* linkCharges(
  tables: Tables,
  invoiceRows: ReadonlyMap<string, number>,
  problems: Problem[],
): Steps<RowColumn<'Invoices'>> {
  const { Charges: charges } = tables;
  const rowOfCode = charges.invoiceNumber.texts.map((number) => invoiceRows.get(number) ?? NONE);
  const invoice: RowColumn<'Invoices'> = new Int32Array(charges.length);
  const unknown: number[] = [];
  for (let row = 0; row < charges.length; row++) {
    const code = charges.invoiceNumber.codes[row]!;
    invoice[row] = at(rowOfCode, code);
    if (code !== 0 && invoice[row] === NONE) unknown.push(row);
  }
  if (unknown.length > 0 && tables.Invoices.length > 0) {
    for (const problem of unknownInvoices(tables, unknown)) problems.push(problem);
  }
  yield;
  // One by one: there can be more of them than a call takes arguments.
  for (const problem of discountSigns(tables)) problems.push(problem);
  problems.push(...blankProviders(tables));
  return invoice;
}

function unknownInvoices(tables: Tables, rows: readonly number[]): Problem[] {
  return rows.map((row) => ({
    code: 'CHARGE_INVOICE_UNKNOWN',
    severity: 'warned',
    ...rowPlace(tables, 'Charges', { row, field: 'invoiceNumber' }),
    found: `invoice ${textAt(tables.Charges.invoiceNumber, row)}, which is not among the Invoices`,
    done: 'the line is read as one of an open invoice: nothing of it is collected',
    fix: 'add the invoice to the Invoices table, with its Closed Date',
    count: 1,
  }));
}

function blankProviders(tables: Tables): Problem[] {
  const { Charges: charges } = tables;
  const blank: number[] = [];
  for (let row = 0; row < charges.length; row++) {
    if (charges.provider.codes[row]! === 0) blank.push(row);
  }
  const [first] = blank;
  if (first === undefined) return [];
  return [
    {
      code: 'PROVIDER_BLANK',
      severity: 'warned',
      ...rowPlace(tables, 'Charges', { row: first, field: 'provider' }),
      found: `${blank.length} line(s) without a provider, the first one here`,
      done: 'they stand under No provider, so that the practice total is complete',
      fix: 'fill in the provider where there is one',
      count: blank.length,
      cents: blank.reduce((sum, row) => sum + charges.amount[row]!, 0),
    },
  ];
}

/** A discount should have its line's sign; it is used as it stands. */
function discountSigns(tables: Tables): Problem[] {
  const { Charges: charges } = tables;
  const problems: Problem[] = [];
  for (let row = 0; row < charges.length; row++) {
    if (charges.discount[row]! * charges.amount[row]! >= 0) continue;
    problems.push({
      code: 'DISCOUNT_SIGN',
      severity: 'warned',
      ...rowPlace(tables, 'Charges', { row, field: 'discount' }),
      found: 'a discount whose sign is not that of its line, so that it raises the amount',
      done: 'used as it stands: net = Amount − Discount',
      fix: 'a discount is positive on a sale and negative on a return',
      count: 1,
      cents: charges.discount[row]!,
    });
  }
  return problems;
}
