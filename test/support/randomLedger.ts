/**
 * Small nasty ledgers: equal amounts, days and times, one cent, $0 and negative lines and invoices,
 * refunds above what was paid, voids of every kind, strange names. Small is where a failure shrinks to.
 */
import * as fc from 'fast-check';
import {
  type Cell,
  type PlainLedger,
  type PlainRow,
  centsOf,
  moneyOfCents,
  textOf,
} from './plainLedger';

/** What a law may ask of its ledgers. */
export interface LedgerWishes {
  /** Every payment names one invoice or none. */
  readonly oneInvoiceEach?: boolean;
  /** Give-back rows are negative, so that no type is read as absolute amounts. */
  readonly listedSigns?: boolean;
  /** At most 26 rows instead of 60: quicker where a law runs its ledger several times. */
  readonly isSmall?: boolean;
  /** Stands before every id and invoice number, so that two ledgers have nothing in common. */
  readonly prefix?: string;
}

/** Dates around the ends of January, February and March; many rows share one. */
const moments = [
  '2024-01-10',
  '2024-01-31',
  '2024-01-31T23:59',
  '2024-02-01',
  '2024-02-01T00:00',
  '2024-02-01T00:01',
  '2024-02-10',
  '2024-02-10T09:00',
  '2024-02-10T09:01',
  '2024-02-10T18:00',
  '2024-02-29',
  '2024-02-29T23:59',
  '2024-03-01',
  '2024-03-01T00:01',
  '2024-03-10T12:30',
] as const;

const moment = fc.constantFrom(...moments);

/** Text that breaks keys, formulas and sorts. */
const providers = [
  'Adams',
  ' Adams ',
  'adams',
  'JA',
  'Dr Carl Young',
  'Cole, Ann DVM',
  '__proto__',
  'constructor',
  '=HYPERLINK("http://x")',
  '',
  'No provider',
] as const;

const tags = [
  '',
  'Dental',
  'dental',
  'DENTAL ; Surgery',
  'surgery|Dental',
  ' Surgery ,, surgery',
  'x-ray\nDental',
  '__proto__',
  ' ; ',
] as const;

/** Invoice numbers of the ledger; the last one never has an invoice. */
const invoiceNumbers = ['7', '12', '5001', 'INV-9', 'inv 10', '05', '9999'];
const unknownInvoice = invoiceNumbers.length - 1;

/** Three invoices are named most of the time, so that lines and money meet on them. */
function invoiceUpTo(max: number): fc.Arbitrary<number> {
  return fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(max) });
}

const positiveCents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 3, 100, 1000, 1001) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
);

const lineCents = fc.oneof(
  { weight: 6, arbitrary: positiveCents },
  { weight: 2, arbitrary: positiveCents.map((cents) => 0 - cents) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** `same` is the amount of the row itself, or the whole of its invoice. */
const share = fc.constantFrom('none', 'zero', 'cent', 'tenth', 'same', 'other sign');

/** `12`, `P12`, `12a` or `(12)`: numbers, and text before, between and after them. */
const idSpec = fc.record({
  value: fc.nat(40),
  form: fc.constantFrom('number', 'number', 'letter', 'letter', 'digits first', 'bracket'),
});
type IdSpec = typeof idSpec extends fc.Arbitrary<infer Spec> ? Spec : never;

const charge = fc.record({
  id: idSpec,
  invoice: invoiceUpTo(unknownInvoice + 1),
  moment,
  provider: fc.constantFrom(...providers),
  cents: lineCents,
  discount: fc.oneof({ weight: 3, arbitrary: fc.constant('none') }, share),
  tax: fc.oneof({ weight: 2, arbitrary: fc.constant('none') }, share),
  tag: fc.constantFrom(...tags),
  commissionable: fc.constantFrom('', 'Yes', 'No'),
  status: fc.constantFrom('', 'Complete', 'Scheduled', 'Planned', 'Unbilled', '', '', 'Voided'),
  isMoneyText: fc.boolean(),
});

const invoice = fc.record({
  closed: fc.oneof({ weight: 6, arbitrary: moment }, { weight: 1, arbitrary: fc.constant('') }),
  status: fc.constantFrom('', '', '', '', 'Closed', 'Closed', 'Open', 'Voided'),
  headerTax: fc.constantFrom('none', 'none', 'same', 'same', 'zero', 'cent', 'more', 'negative'),
  exempt: fc.constantFrom('', 'Yes', 'No'),
  location: fc.constantFrom('East', 'West'),
  isMoneyText: fc.boolean(),
});

/** More than a third of the rows give money back. */
const types = fc.oneof(
  { weight: 35, arbitrary: fc.constant('Payment') },
  { weight: 20, arbitrary: fc.constant('Refund') },
  { weight: 16, arbitrary: fc.constantFrom('Returned Check', 'Reversal', 'Unapplied') },
  { weight: 10, arbitrary: fc.constantFrom('Redeposit', 'Credit Applied') },
  { weight: 8, arbitrary: fc.constant('Transfer') },
  { weight: 5, arbitrary: fc.constantFrom('Deposit', 'Deposit Refund') },
  { weight: 5, arbitrary: fc.constant('Void') },
  { weight: 1, arbitrary: fc.constant('Gift of money') },
);

const giveBack = ['Refund', 'Returned Check', 'Reversal', 'Unapplied', 'Deposit Refund'];

const payment = fc.record({
  id: idSpec,
  type: types,
  moment,
  invoices: fc.oneof(
    {
      weight: 14,
      arbitrary: fc.array(invoiceUpTo(unknownInvoice), { minLength: 1, maxLength: 1 }),
    },
    { weight: 1, arbitrary: fc.array(invoiceUpTo(unknownInvoice), { minLength: 2, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant<number[]>([]) },
  ),
  charge: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, fc.nat(20)),
  cents: positiveCents,
  size: fc.constantFrom('cents', 'cents', 'cents', 'whole', 'a cent less', 'a cent more', 'zero'),
  isOtherSign: fc.nat(9).map((digit) => digit === 0),
  voided: fc.constantFrom('', '', '', '', '', '', '', 'Yes', '2024-02-10'),
  refundOf: idSpec,
  namesNothing: fc.nat(4).map((digit) => digit === 0),
  account: fc.constantFrom('', '77', '78'),
  isMoneyText: fc.boolean(),
});

type ChargeSpec = typeof charge extends fc.Arbitrary<infer Spec> ? Spec : never;
type InvoiceSpec = typeof invoice extends fc.Arbitrary<infer Spec> ? Spec : never;
type PaymentSpec = typeof payment extends fc.Arbitrary<infer Spec> ? Spec : never;

interface Specs {
  readonly charges: readonly ChargeSpec[];
  /** By their place in `invoiceNumbers`; the last number has none. */
  readonly invoices: readonly (InvoiceSpec | null)[];
  readonly payments: readonly PaymentSpec[];
  /** Per give-back type: its rows negative, positive (read as absolute) or mixed. */
  readonly signs: Readonly<Record<string, string>>;
  readonly hasProviders: boolean;
}

function specsUpTo(charges: number, payments: number): fc.Arbitrary<Specs> {
  return fc.record({
    charges: fc.uniqueArray(charge, {
      maxLength: charges,
      size: 'medium',
      selector: ({ id }) => idText(id, 'C'),
    }),
    invoices: fc.array(fc.option(invoice, { freq: 7 }), {
      minLength: unknownInvoice,
      maxLength: unknownInvoice,
    }),
    payments: fc.array(payment, { maxLength: payments, size: 'medium' }),
    signs: fc.record(
      Object.fromEntries(giveBack.map((type) => [type, fc.constantFrom('-', '-', '+', '±')])),
    ),
    hasProviders: fc.boolean(),
  });
}

/** A ledger of at most 60 rows. */
export function ledgers(wishes: LedgerWishes): fc.Arbitrary<PlainLedger> {
  const specs = wishes.isSmall === true ? specsUpTo(8, 12) : specsUpTo(20, 33);
  return specs.map((spec) => ledgerOf(spec, wishes));
}

function ledgerOf(spec: Specs, wishes: LedgerWishes): PlainLedger {
  const prefix = wishes.prefix ?? '';
  const Charges = spec.charges.map((row) => chargeRow(row, prefix));
  const Invoices = spec.invoices.flatMap((row, place) =>
    row === null ? [] : [invoiceRow(row, `${prefix}${invoiceNumbers[place]!}`, Charges)],
  );
  const sheet = { Charges, Invoices };
  const Payments = spec.payments.map((row, place) => {
    const sign = wishes.listedSigns === true ? '-' : (spec.signs[row.type] ?? '+');
    const invoices = wishes.oneInvoiceEach === true ? row.invoices.slice(0, 1) : row.invoices;
    return paymentRow({ ...row, invoices }, { place, sign, prefix, sheet, wishes });
  });
  const ledger: PlainLedger = { Charges, Invoices, Payments };
  if (spec.hasProviders) {
    ledger.Providers = [{ Provider: 'Adams', 'Last Name': 'Zimmer', Aliases: 'JA; Doc' }];
  }
  return ledger;
}

function idText({ value, form }: IdSpec, letter: string): string {
  if (form === 'number') return String(value);
  if (form === 'digits first') return `${value}a`;
  return form === 'letter' ? `${letter}${value}` : `(${value})`;
}

function idCell(spec: IdSpec, letter: string, prefix: string): Cell {
  return spec.form === 'number' && prefix === '' ? spec.value : `${prefix}${idText(spec, letter)}`;
}

/** Money as a number of dollars or as a decimal text. */
function moneyCell(cents: number, isText: boolean): Cell {
  return isText ? moneyOfCents(cents) : cents / 100;
}

function shareOf(cents: number, size: string): number {
  if (size === 'zero') return 0;
  if (size === 'cent') return Math.sign(cents);
  if (size === 'same') return cents;
  const tenth = Math.trunc(cents / 10);
  return size === 'tenth' ? tenth : 0 - tenth;
}

function chargeRow(spec: ChargeSpec, prefix: string): PlainRow {
  const money = (size: string): Cell =>
    size === 'none' ? null : moneyCell(shareOf(spec.cents, size), spec.isMoneyText);
  const number = invoiceNumbers[spec.invoice];
  return {
    'Charge ID': idCell(spec.id, 'C', prefix),
    'Service Date': spec.moment,
    Provider: spec.provider,
    Amount: moneyCell(spec.cents, spec.isMoneyText),
    Code: `code ${prefix}${idText(spec.id, 'C')}`,
    Discount: money(spec.discount),
    Tax: money(spec.tax),
    'Invoice Tag': spec.tag,
    Commissionable: spec.commissionable,
    Status: spec.status,
    'Invoice Number': number === undefined ? null : `${prefix}${number}`,
    Location: 'East',
    Units: 3,
  };
}

/** The lines of an invoice that count. */
function linesOf(charges: readonly PlainRow[], number: string): PlainRow[] {
  return charges.filter(
    (row) => textOf(row, 'Invoice Number') === number && textOf(row, 'Status') !== 'Voided',
  );
}

function total(rows: readonly PlainRow[], header: string): number {
  return rows.reduce((cents, row) => cents + (centsOf(row, header) ?? 0), 0);
}

function invoiceRow(spec: InvoiceSpec, number: string, charges: readonly PlainRow[]): PlainRow {
  const lineTax = total(linesOf(charges, number), 'Tax');
  const taxes: Record<string, number> = { same: lineTax, zero: 0, cent: 1, more: lineTax + 1 };
  const tax = spec.headerTax === 'negative' ? -5 : taxes[spec.headerTax];
  return {
    'Invoice Number': spec.isMoneyText || !/^\d+$/.test(number) ? number : numberCell(number),
    'Closed Date': spec.closed,
    Status: spec.status,
    Tax: tax === undefined ? null : moneyCell(tax, spec.isMoneyText),
    'Tax Exempt': spec.exempt,
    Location: spec.location,
  };
}

/** `5001` as a number cell; `05` would not come back from one. */
function numberCell(number: string): Cell {
  return String(Number(number)) === number ? Number(number) : number;
}

interface Around {
  readonly place: number;
  readonly sign: string;
  readonly prefix: string;
  readonly sheet: Pick<PlainLedger, 'Charges' | 'Invoices'>;
  readonly wishes: LedgerWishes;
}

function paymentRow(spec: PaymentSpec, around: Around): PlainRow {
  const { place, prefix, sheet } = around;
  const numbers = spec.invoices.map((invoiceAt) => `${prefix}${invoiceNumbers[invoiceAt]!}`);
  const isVoid = spec.type === 'Void';
  // A Void and a row of unknown type have ids of their own: no other row can void them.
  const isOrdinary = !isVoid && spec.type !== 'Gift of money';
  const named = spec.charge < 0 ? undefined : sheet.Charges[spec.charge];
  const chargeId = named === undefined ? null : named['Charge ID']!;
  return {
    'Payment ID': isOrdinary ? idCell(spec.id, 'P', prefix) : `${prefix}${spec.type} ${place}`,
    'Payment Date': spec.moment,
    Type: spec.type,
    Amount: moneyCell(amountOf(spec, numbers, around), spec.isMoneyText),
    'Invoice Number':
      numbers.length === 1 && !spec.isMoneyText ? numberCell(numbers[0]!) : numbers.join('; '),
    'Charge ID': chargeId,
    Voided: isVoid ? null : spec.voided,
    'Refund Of':
      spec.namesNothing || (isOrdinary && !giveBack.includes(spec.type))
        ? null
        : idCell(spec.refundOf, 'P', prefix),
    'Account ID': spec.account,
  };
}

/** Often exactly what the first invoice asks for, or one cent beside it. */
function amountOf(spec: PaymentSpec, numbers: readonly string[], around: Around): number {
  const { sheet, sign, wishes } = around;
  const isGivenBack = giveBack.includes(spec.type);
  const invoiceRowOf = sheet.Invoices.find((row) => textOf(row, 'Invoice Number') === numbers[0]);
  const lines = linesOf(sheet.Charges, numbers[0] ?? '');
  const tax = (invoiceRowOf && centsOf(invoiceRowOf, 'Tax')) ?? total(lines, 'Tax');
  const whole = Math.abs(tax + total(lines, 'Amount') - total(lines, 'Discount'));
  const sizes: Record<string, number> = {
    cents: spec.cents,
    whole,
    'a cent less': Math.max(whole - 1, 0),
    'a cent more': whole + 1,
    zero: isGivenBack ? spec.cents : 0,
  };
  // A give-back row of 0.00 is neither positive nor negative; the sign of its type stays clear.
  const cents = sizes[spec.size]! || (isGivenBack ? 1 : 0);
  if (isGivenBack) {
    const isPositive = sign === '+' || (sign === '±' && spec.isOtherSign);
    return isPositive ? cents : 0 - cents;
  }
  const isNegative = spec.isOtherSign && (wishes.listedSigns !== true || spec.type === 'Transfer');
  return isNegative ? 0 - cents : cents;
}

/* ---- periods ---- */

/** A day or a minute on which one period ends and the next one starts. */
const cut = fc.constantFrom(
  '2024-01-31',
  '2024-02-01',
  '2024-02-01T00:01',
  '2024-02-10',
  '2024-02-10T09:01',
  '2024-02-29',
  '2024-02-29T23:59',
  '2024-03-01',
  '2024-03-01T00:01',
);

export interface Range {
  readonly from: string;
  readonly to: string;
}

/** Everything a random ledger can hold. */
export const always: Range = { from: '2023-01-01', to: '2025-12-31' };

/** The last day, or the last minute, before a cut. */
export function justBefore(start: string): string {
  const hasTime = start.length > 10;
  const end = Date.parse(hasTime ? `${start}:00Z` : `${start}T00:00:00Z`) - 60_000;
  const written = new Date(end).toISOString();
  return written.slice(0, hasTime ? 16 : 10);
}

/** Three periods side by side that hold every moment of `always` once. */
export const adjacentRanges: fc.Arbitrary<readonly [Range, Range, Range]> = fc
  .uniqueArray(cut, { minLength: 2, maxLength: 2, selector: (start) => start.slice(0, 16) })
  .map((cuts) => {
    const [first, second] = [...cuts].sort() as [string, string];
    return [
      { from: always.from, to: justBefore(first) },
      { from: first, to: justBefore(second) },
      { from: second, to: always.to },
    ];
  });

export const ranges: fc.Arbitrary<Range> = fc.oneof(
  { weight: 3, arbitrary: adjacentRanges.map((three) => three[1]) },
  { weight: 1, arbitrary: fc.constant({ from: '2024-02-01', to: '2024-02-29' }) },
  { weight: 1, arbitrary: fc.constant(always) },
  {
    weight: 2,
    arbitrary: fc.tuple(moment, moment).map((two) => {
      const [from, to] = [...two].sort() as [string, string];
      return { from, to };
    }),
  },
);

export const options: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'negative-lines': fc.constantFrom('chronological', 'first'),
    'detail-rows': fc.constantFrom('touched', 'all'),
  },
  { requiredKeys: [] },
);

export interface RandomRun extends Range {
  readonly options: Record<string, string>;
}

export const runs: fc.Arbitrary<RandomRun> = fc
  .tuple(ranges, options)
  .map(([range, chosen]) => ({ ...range, options: chosen }));
