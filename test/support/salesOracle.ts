/**
 * The sales summaries a second time, from the rules alone: every day looked at afresh, every invoice
 * added up again for it. It is slow on purpose and shares no code with the engine.
 */
import { endOf, lastName, momentOf } from './oracle';
import { centsOf, type PlainLedger, type PlainRow, textOf } from './plainLedger';
import type { SalesDay } from './runSales';

export interface SalesOracle {
  methods: Record<string, number>;
  providers: [string, number][];
  categories: Record<string, number>;
  tax: number;
  days: SalesDay[];
}

interface Sale {
  readonly isVoided: boolean;
  readonly isOwn: boolean;
  readonly row: PlainRow | undefined;
  readonly number: string;
  readonly lines: readonly PlainRow[];
}

interface Piece {
  readonly moment: string;
  readonly row: PlainRow;
  readonly sale: Sale | undefined;
  readonly cents: number;
  readonly isCash: boolean;
}

/** Value that is credited to somebody at a moment; `charge` undefined is the header's tax. */
interface Credit {
  readonly moment: string;
  readonly sale: Sale;
  readonly charge: PlainRow | undefined;
  readonly net: number;
  readonly tax: number;
}

const onInvoice = new Map([
  ['Payment', 1],
  ['Redeposit', 1],
  ['Credit Applied', 1],
  ['Transfer', 1],
  ['Refund', -1],
  ['Returned Check', -1],
  ['Reversal', -1],
  ['Unapplied', -1],
]);
const onAccount = ['Deposit', 'Deposit Refund'];
const notCash = ['Credit Applied', 'Unapplied', 'Transfer'];
const givenBack = ['Refund', 'Returned Check', 'Reversal', 'Unapplied', 'Deposit Refund'];

function sum<Row>(rows: readonly Row[], cents: (row: Row) => number): number {
  return rows.reduce((total, row) => total + cents(row), 0);
}

function netOf(row: PlainRow): number {
  return (centsOf(row, 'Amount') ?? 0) - (centsOf(row, 'Discount') ?? 0);
}

function taxOf(row: PlainRow): number {
  return centsOf(row, 'Tax') ?? 0;
}

/* ---- sales ---- */

function salesOf(ledger: PlainLedger): Sale[] {
  const standing = ledger.Charges.filter((row) => textOf(row, 'Status') !== 'Voided');
  const numbers = [...((ledger.Invoices as PlainRow[] | undefined) ?? []), ...ledger.Charges]
    .map((row) => textOf(row, 'Invoice Number'))
    .filter((number) => number !== '');
  const invoices = [...new Set(numbers)].map((number): Sale => {
    const row = (ledger.Invoices as PlainRow[] | undefined)?.find(
      (one) => textOf(one, 'Invoice Number') === number,
    );
    return {
      number,
      row,
      isOwn: false,
      isVoided: row !== undefined && textOf(row, 'Status') === 'Voided',
      lines: standing.filter((line) => textOf(line, 'Invoice Number') === number),
    };
  });
  const alone = ledger.Charges.filter((row) => textOf(row, 'Invoice Number') === '').map(
    (row): Sale => ({
      number: `charge ${textOf(row, 'Charge ID')}`,
      row: undefined,
      isOwn: true,
      isVoided: false,
      lines: ['', 'Complete'].includes(textOf(row, 'Status')) ? [row] : [],
    }),
  );
  return [...invoices, ...alone];
}

/* ---- money ---- */

function cancelledIds(ledger: PlainLedger): Set<string> {
  const voids = ledger.Payments.filter(
    (row) => textOf(row, 'Type') === 'Void' && textOf(row, 'Voided') === '',
  );
  const stands = (row: PlainRow, asked: readonly PlainRow[]): boolean =>
    !voids.some(
      (other) =>
        other !== row &&
        !asked.includes(other) &&
        textOf(row, 'Payment ID') !== '' &&
        textOf(other, 'Refund Of') === textOf(row, 'Payment ID') &&
        stands(other, [...asked, row]),
    );
  return new Set(voids.filter((row) => stands(row, [])).map((row) => textOf(row, 'Refund Of')));
}

function byIdThenRow(ledger: PlainLedger): (a: PlainRow, b: PlainRow) => number {
  const isNumber = (id: string): boolean => /^\d+$/.test(id);
  return (a, b) => {
    const [one, other] = [textOf(a, 'Payment ID'), textOf(b, 'Payment ID')];
    if (one !== other) {
      if (isNumber(one) !== isNumber(other)) return isNumber(one) ? -1 : 1;
      if (isNumber(one)) return Number(one) - Number(other);
      return one < other ? -1 : 1;
    }
    return ledger.Payments.indexOf(a) - ledger.Payments.indexOf(b);
  };
}

/** The sales a row names: by Invoice Number, else by Charge ID; voided ones only where no other is. */
function namedBy(ledger: PlainLedger, row: PlainRow, sales: readonly Sale[]): Sale[] {
  const numbers = textOf(row, 'Invoice Number')
    .split(/[;,|\n]/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  if (numbers.length === 0) {
    const id = textOf(row, 'Charge ID');
    const charge = ledger.Charges.find((one) => id !== '' && textOf(one, 'Charge ID') === id);
    if (charge === undefined) return [];
    const number = textOf(charge, 'Invoice Number') || `charge ${id}`;
    return sales.filter((sale) => sale.number === number);
  }
  const named = [...new Set(numbers)].flatMap((number) =>
    sales.filter((sale) => !sale.isOwn && sale.number === number),
  );
  const standing = named.filter(({ isVoided }) => !isVoided);
  return standing.length > 0 ? standing : named.slice(0, 1);
}

function closeOf({ row }: Sale): string {
  if (row === undefined || textOf(row, 'Status') === 'Open') return '9999';
  return textOf(row, 'Closed Date') === '' ? '9999' : momentOf(textOf(row, 'Closed Date'));
}

function byClose(a: Sale, b: Sale): number {
  const isNumber = (sale: Sale): boolean => /^\d+$/.test(sale.number);
  if (closeOf(a) !== closeOf(b)) return closeOf(a) < closeOf(b) ? -1 : 1;
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  if (isNumber(a) && Number(a.number) !== Number(b.number))
    return Number(a.number) - Number(b.number);
  return a.number < b.number ? -1 : 1;
}

interface Paid {
  readonly pieces: readonly Piece[];
  /** First Payment or Credit Applied of each sale. */
  readonly first: ReadonlyMap<Sale, string>;
}

function paidOn(ledger: PlainLedger, sales: readonly Sale[]): Paid {
  const cancelled = cancelledIds(ledger);
  const absolute = givenBack.filter((type) => {
    const ofType = ledger.Payments.filter((row) => textOf(row, 'Type') === type);
    return ofType.every((row) => (centsOf(row, 'Amount') ?? 0) >= 0);
  });
  const rows = ledger.Payments.filter(
    (row) =>
      (onInvoice.has(textOf(row, 'Type')) || onAccount.includes(textOf(row, 'Type'))) &&
      textOf(row, 'Voided') === '' &&
      !cancelled.has(textOf(row, 'Payment ID')),
  ).sort((a, b) => {
    const [one, other] = [momentOf(textOf(a, 'Payment Date')), momentOf(textOf(b, 'Payment Date'))];
    return one === other ? byIdThenRow(ledger)(a, b) : one < other ? -1 : 1;
  });
  const pieces: Piece[] = [];
  const first = new Map<Sale, string>();
  for (const row of rows) {
    const type = textOf(row, 'Type');
    const moment = momentOf(textOf(row, 'Payment Date'));
    const amount = centsOf(row, 'Amount') ?? 0;
    const cents = absolute.includes(type) ? 0 - amount : amount;
    const named = onInvoice.has(type) ? namedBy(ledger, row, sales).sort(byClose) : [];
    const isCash = !notCash.includes(type);
    const push = (sale: Sale | undefined, part: number): void => {
      pieces.push({ moment, row, sale, cents: part, isCash });
    };
    if (type === 'Payment' || type === 'Credit Applied') {
      for (const sale of named) if (!first.has(sale)) first.set(sale, moment);
    }
    if (named.length === 0) {
      if (isCash) push(undefined, cents);
      continue;
    }
    // Money in fills what is due from the oldest close on, money out goes the other way (E17).
    const order = cents < 0 ? [...named].reverse() : named;
    let left = Math.abs(cents);
    order.forEach((sale, place) => {
      const level = sum(
        pieces.filter((piece) => piece.sale === sale),
        (piece) => piece.cents,
      );
      const header = sale.row === undefined ? undefined : centsOf(sale.row, 'Tax');
      const total = sum(sale.lines, netOf) + (header ?? sum(sale.lines, taxOf));
      const room = Math.max(cents < 0 ? level : total - level, 0);
      const share = place === order.length - 1 ? left : Math.min(left, room);
      left -= share;
      push(sale, cents < 0 ? 0 - share : share);
    });
  }
  return { pieces, first };
}

/* ---- credits ---- */

function creditsOf(sales: readonly Sale[], { first }: Paid): Credit[] {
  return sales.flatMap((sale): Credit[] => {
    if (sale.isVoided) return [];
    const isReturn =
      sale.lines.some((line) => netOf(line) < 0) && sale.lines.every((line) => netOf(line) <= 0);
    const paid = first.get(sale);
    if (!isReturn && paid === undefined) return [];
    const own = (charge: PlainRow): string => momentOf(textOf(charge, 'Service Date'));
    const credits = sale.lines.map((charge): Credit => {
      const moment = isReturn || own(charge) > paid! ? own(charge) : paid!;
      return { moment, sale, charge, net: netOf(charge), tax: taxOf(charge) };
    });
    const header = sale.row === undefined ? undefined : centsOf(sale.row, 'Tax');
    if (header === undefined) return credits;
    const moment = isReturn ? sale.lines.map(own).sort()[0]! : paid!;
    const tax = header - sum(sale.lines, taxOf);
    return [...credits, { moment, sale, charge: undefined, net: 0, tax }];
  });
}

/* ---- the sheets ---- */

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function providerOf(ledger: PlainLedger, charge: PlainRow | undefined): string {
  const written = charge === undefined ? '' : textOf(charge, 'Provider');
  if (written === '') return 'No provider';
  const known = (ledger.Providers ?? []).find((row) =>
    [textOf(row, 'Provider'), ...textOf(row, 'Aliases').split(';')].some(
      (name) => name.trim() === written,
    ),
  );
  return known === undefined ? written : textOf(known, 'Provider');
}

function methodOf(row: PlainRow): string {
  const insurance = textOf(row, 'Payer') === 'Insurance' ? 'Insurance' : 'No method';
  return textOf(row, 'Method') || insurance;
}

function tally<Row>(
  rows: readonly Row[],
  name: (row: Row) => string,
  cents: (row: Row) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(name(row), (sums.get(name(row)) ?? 0) + cents(row));
  return sums;
}

export function salesOracle(
  ledger: PlainLedger,
  run: { readonly from: string; readonly to: string; readonly salesTax: string },
): SalesOracle {
  const sales = salesOf(ledger);
  const paid = paidOn(ledger, sales);
  const credits = creditsOf(sales, paid);
  const isInside = run.salesTax === 'included';
  const service = ({ net, tax }: Credit): number => (isInside ? net + tax : net);
  const separate = ({ tax }: Credit): number => (isInside ? 0 : tax);
  const within = ({ moment }: { moment: string }): boolean =>
    moment >= momentOf(run.from) && moment <= endOf(run.to);
  const cash = paid.pieces.filter((piece) => piece.isCash);
  // The header's tax is a row of a provider only where it is inside the services.
  const credited = credits
    .filter(within)
    .filter((credit) => credit.charge !== undefined || service(credit) !== 0);
  const providers = tally(credited, ({ charge }) => providerOf(ledger, charge), service);
  const categoryOf = ({ charge }: Credit): string =>
    (charge === undefined ? '' : textOf(charge, 'Category')) || 'No category';
  const days: SalesDay[] = [];
  for (let day = run.from.slice(0, 10); day <= run.to.slice(0, 10); day = nextDay(day)) {
    const on = (row: { moment: string }): boolean => within(row) && row.moment.startsWith(day);
    const end = run.to.startsWith(day) ? endOf(run.to) : endOf(day);
    const until = (row: { moment: string }): boolean => row.moment <= end;
    const of = sales.map((sale) => {
      const mine = paid.pieces.filter((piece) => piece.sale === sale && until(piece));
      const value = sum(
        credits.filter((credit) => credit.sale === sale).filter(until),
        (credit) => credit.net + credit.tax,
      );
      return { money: sum(mine, (piece) => piece.cents), value };
    });
    const outside = paid.pieces.filter((piece) => piece.sale === undefined && until(piece));
    const used = paid.pieces.filter((piece) => !piece.isCash && until(piece));
    const flows = {
      cash: sum(cash.filter(on), (piece) => piece.cents),
      services: sum(credits.filter(on), service),
      tax: sum(credits.filter(on), separate),
    };
    days.push({
      date: day,
      ...flows,
      adjustments: flows.cash - flows.services - flows.tax,
      cumulative:
        sum(cash.filter(until), (piece) => piece.cents) -
        sum(credits.filter(until), (credit) => credit.net + credit.tax),
      credits:
        sum(of, ({ money, value }) => Math.max(money - value, 0)) +
        sum(outside, (piece) => piece.cents) -
        sum(used, (piece) => piece.cents),
      receivable: sum(of, ({ money, value }) => Math.max(value - money, 0)),
    });
  }
  return {
    methods: Object.fromEntries(
      tally(
        cash.filter(within),
        ({ row }) => methodOf(row),
        ({ cents }) => cents,
      ),
    ),
    providers: [...providers].sort(([a], [b]) => byProvider(ledger, a, b)),
    categories: Object.fromEntries(tally(credited, categoryOf, service)),
    tax: sum(credits.filter(within), separate),
    days,
  };
}

function byProvider(ledger: PlainLedger, a: string, b: string): number {
  const key = (name: string): string =>
    `${name === 'No provider' ? 1 : 0} ${lastName(ledger, name)}\n${name.toLowerCase()}\n${name}`;
  return key(a) < key(b) ? -1 : 1;
}
