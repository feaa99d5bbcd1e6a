/** Rows of sales ledgers in few words, and the sheets of the sales report as a person reads them. */
import { moneyOfCents, type PlainRow } from './plainLedger';
import type { RunOptions } from './run';
import { runSales, type SalesResult } from './runSales';

let ids = 0;

interface Line {
  readonly on: string;
  readonly net: string;
  readonly provider?: string;
  readonly category?: string;
  readonly invoice?: string;
  readonly more?: PlainRow;
}

export function line({
  on,
  net,
  provider = 'A',
  category = 'Exam',
  invoice = '1',
  more,
}: Line): PlainRow {
  return {
    'Charge ID': `L${String(++ids)}`,
    'Service Date': on,
    Provider: provider,
    Category: category,
    Amount: net,
    'Invoice Number': invoice,
    ...more,
  };
}

interface Money {
  readonly on: string;
  readonly amount: string;
  readonly type?: string;
  readonly method?: string;
  readonly invoice?: string;
  readonly more?: PlainRow;
}

export function money({
  on,
  amount,
  type = 'Payment',
  method = 'Cash',
  invoice = '1',
  more,
}: Money): PlainRow {
  return {
    'Payment ID': `P${String(++ids)}`,
    'Payment Date': on,
    Type: type,
    Method: method,
    Amount: amount,
    'Invoice Number': invoice,
    ...more,
  };
}

export const june: RunOptions = { from: '2024-06-01', to: '2024-06-30' };
export const included = { ...june, options: { 'sales-tax': 'included' } };

/** `Cash 50.00`: rows of a sheet as a person reads them. */
export function said(rows: readonly (readonly [string, number])[]): string[] {
  return rows.map(([name, cents]) => `${name} ${moneyOfCents(cents)}`);
}

/** Days on which something moved: date, cash, services, tax, adjustments; cumulative = credits − receivable. */
export function daysOf({ days }: SalesResult): string[] {
  return days
    .filter(
      (day, place) =>
        [day.cash, day.services, day.tax].some((cents) => cents !== 0) ||
        day.cumulative !== (days[place - 1]?.cumulative ?? 0),
    )
    .map(
      (day) =>
        `${day.date.slice(5)} ${[day.cash, day.services, day.tax, day.adjustments]
          .map(moneyOfCents)
          .join(' ')}; ${moneyOfCents(day.cumulative)} = ${moneyOfCents(
          day.credits,
        )} - ${moneyOfCents(day.receivable)}`,
    );
}

/** Components that are not 0.00: the first word of the line, cents, rows. */
export function partsOf({ parts }: SalesResult): string[] {
  return Object.entries(parts)
    .filter(([, [rows, cents]]) => rows !== 0 || cents !== 0)
    .map(
      ([name, [rows, cents]]) =>
        `${name.split(' ').slice(0, 2).join(' ')} ${moneyOfCents(cents)} (${String(rows)})`,
    );
}

/** One case of "more cases": its rows and its moving days. */
export function cases(Charges: PlainRow[], Payments: PlainRow[], asked = june): string[] {
  return daysOf(runSales({ Charges, Payments }, asked));
}
