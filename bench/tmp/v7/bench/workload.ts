/** A practice of any size, the same for every engine: the same number of lines, the same rows. */
import { serialOfCivil } from '../src/core/day';
import { type Random, random } from '../samples/random';

const SEED = 20260101;
export const PROVIDERS = 25;
const PRODUCTS = 400;
const TAGS = 12;
/** The year that is reported; the ledger holds this year and the one before. */
export const YEAR = 2025;

/** In place of a closed day: the invoice is open. */
export const OPEN = -1;

/** Rows in order of entry: by day. Amounts in whole cents, days as Excel counts them. */
export interface Workload {
  readonly lines: {
    readonly invoice: Int32Array;
    readonly provider: Int32Array;
    readonly product: Int32Array;
    readonly tag: Int32Array;
    readonly day: Int32Array;
    readonly cents: Int32Array;
  };
  readonly invoices: {
    readonly taxCents: Int32Array;
    readonly closedDay: Int32Array;
  };
  readonly payments: {
    readonly invoice: Int32Array;
    readonly day: Int32Array;
    /** Negative for a refund. */
    readonly cents: Int32Array;
  };
}

/** The first day of a month of the reported year; month 13 is January of the next. */
export function firstDay(month: number): number {
  const serial = serialOfCivil({
    year: YEAR + Math.floor((month - 1) / 12),
    month: ((month - 1) % 12) + 1,
    day: 1,
  });
  if (serial === undefined) throw new Error(`there is no month ${month}`);
  return serial;
}

const START = firstDay(1) - 366;
const LAST_VISIT = firstDay(13) - 1;

/** Builds the lines, invoices and payments; three lines an invoice on average. */
export function workload(lineCount: number): Workload {
  const draw = random(SEED);
  const lines = columns(['invoice', 'provider', 'product', 'tag', 'day', 'cents']);
  const invoices = columns(['taxCents', 'closedDay']);
  const payments = columns(['invoice', 'day', 'cents']);
  const invoiceCount = Math.floor(lineCount / 3);
  let pairedLines = 3;
  for (let invoice = 0; invoice < invoiceCount; invoice++) {
    // Two invoices share six lines, so that the count is exact.
    const isFirstOfPair = invoice % 2 === 0 && invoice + 1 < invoiceCount;
    pairedLines = isFirstOfPair ? draw.whole(1, 5) : invoice % 2 === 1 ? 6 - pairedLines : 3;
    const isLast = invoice === invoiceCount - 1;
    const size = pairedLines + (isLast ? lineCount - invoiceCount * 3 : 0);
    const visitDay = draw.whole(START, LAST_VISIT);
    const closedDay = visitDay + (draw.chance(0.6) ? 0 : draw.whole(1, 30));
    const net = drawLines(draw, { invoice, size, visitDay, closedDay }, lines);
    const taxCents = draw.chance(0.5) ? Math.round(net * 0.0625) : 0;
    invoices.add([taxCents, draw.chance(0.06) ? OPEN : closedDay]);
    drawPayments(draw, { invoice, visitDay, total: net + taxCents }, payments);
  }
  return {
    lines: lines.inDayOrder(),
    invoices: invoices.finish(),
    payments: payments.inDayOrder(),
  };
}

interface Columns<Name extends string> {
  add(row: readonly number[]): void;
  finish(): Record<Name, Int32Array>;
  inDayOrder(): Record<Name, Int32Array>;
}

function columns<Name extends string>(names: readonly Name[]): Columns<Name> {
  const values = names.map((): number[] => []);
  const finish = (order?: Int32Array): Record<Name, Int32Array> => {
    const entries = names.map((name, place): [string, Int32Array] => {
      const column = values[place]!;
      return [name, order ? order.map((row) => column[row]!) : Int32Array.from(column)];
    });
    return Object.fromEntries(entries) as Record<Name, Int32Array>;
  };
  return {
    add(row) {
      for (let place = 0; place < values.length; place++) values[place]!.push(row[place]!);
    },
    finish: () => finish(),
    inDayOrder() {
      const days = values[names.indexOf('day' as Name)]!;
      const order = Int32Array.from(days, (_, row) => row);
      return finish(order.sort((a, b) => days[a]! - days[b]! || a - b));
    },
  };
}

interface Visit {
  readonly invoice: number;
  readonly size: number;
  readonly visitDay: number;
  readonly closedDay: number;
}

/** Adds the lines of a visit; returns their cents. One in a hundred is a line of $0. */
function drawLines(draw: Random, visit: Visit, lines: Columns<string>): number {
  const main = draw.whole(0, PROVIDERS - 1);
  let net = 0;
  for (let line = 0; line < visit.size; line++) {
    const provider = draw.chance(0.7) ? main : draw.whole(0, PROVIDERS - 1);
    const product = Math.floor(PRODUCTS * draw.next() ** 2);
    const tag = Math.floor(TAGS * draw.next() ** 2);
    const day = draw.chance(0.8) ? visit.visitDay : draw.whole(visit.visitDay, visit.closedDay);
    const cents = draw.chance(0.01) ? 0 : 500 + Math.floor(60_000 * draw.next() ** 3);
    lines.add([visit.invoice, provider, product, tag, day, cents]);
    net += cents;
  }
  return net;
}

/** Nothing on one invoice in ten; else 1 to 4 payments, and on a few a refund among them. */
function drawPayments(
  draw: Random,
  of: { readonly invoice: number; readonly visitDay: number; readonly total: number },
  payments: Columns<string>,
): void {
  const { invoice, visitDay, total } = of;
  if (draw.chance(0.1)) return;
  const day = (): number => visitDay + (draw.chance(0.5) ? 0 : draw.whole(1, 90));
  const kind = draw.next();
  const underpaid = kind < 0.22;
  const overpaid = kind > 0.97;
  const paid = underpaid
    ? Math.floor(total * draw.next())
    : total + (overpaid ? draw.whole(1, 10_000) : 0);
  let rest = paid;
  for (let left = draw.whole(1, 4); left > 0; left--) {
    const cents = left === 1 ? rest : Math.floor(rest * draw.next());
    rest -= cents;
    if (cents > 0) payments.add([invoice, day(), cents]);
  }
  if (paid > 0 && draw.chance(0.03)) {
    const refunded = draw.chance(0.5) ? paid : draw.whole(1, paid);
    payments.add([invoice, day(), -refunded]);
  }
}
