/** Sets payments against charges, invoices and each other: what each row counts for, and where. */
import { at } from '../core/assert';
import { NONE, type RowColumn } from '../core/brand';
import { rowsOfText, type TextColumn, textAt } from '../core/column';
import { centsText } from '../core/cents';
import { paymentsColumns, type PaymentType } from './kinds';
import { type PaymentLinks, SEVERAL } from './ledger';
import { moneyTypes, typeOf } from './moneyTypes';
import type { Steps } from '../core/steps';
import type { Problem } from './problem';
import { invoiceStatus } from './linkCharges';
import { signsAsked } from './signConvention';
import { rowPlace, type Tables } from './tables';
import { skipTransferHalves, type TakenOut } from './transferHalves';
import { transferSums } from './transferSums';

/** Invoice rows by number, and by the id of a charge on them. */
export interface InvoiceLookup {
  readonly byNumber: ReadonlyMap<string, number>;
  readonly ofCharge: RowColumn<'Invoices'>;
}

/** Rows between two pauses. */
const ROWS_A_STEP = 5_000;

/** Links every payments row; rows that count nowhere are marked, told and counted. */
export function* linkPayments(
  tables: Tables,
  lookup: InvoiceLookup,
  found: { readonly problems: Problem[]; readonly takenOut: TakenOut },
): Steps<PaymentLinks> {
  const { length } = tables.Payments;
  const counts = new Uint8Array(length).fill(1);
  const cents = signedCents(tables, found.problems);
  yield;
  tellRowsTwice(tables, { counts, cents }, found.problems);
  yield;
  cancelVoids(tables, counts, found);
  skipTransferHalves(tables, { counts, cents }, found);
  yield;
  tellTransferSums(tables, { counts, cents }, found.problems);
  yield;
  const { invoice, invoicesOf } = yield* linkInvoices(tables, lookup, {
    counts,
    problems: found.problems,
  });
  return { counts, cents, invoice, invoicesOf };
}

/** Amounts with the signs of the Type table; a type that is always positive is read as absolute. */
function signedCents(tables: Tables, problems: Problem[]): Float64Array {
  const { Payments: payments } = tables;
  const cents = Float64Array.from(payments.amount);
  const absolute = absoluteTypes(tables, problems);
  const asked = signsAsked(tables);
  for (const problem of asked.problems) problems.push(problem);
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    if (absolute.has(type)) cents[row] = -Math.abs(cents[row]!) || 0;
    const { sign } = moneyTypes[type];
    const amount = cents[row]!;
    if (sign === 'any' || amount === 0 || amount > 0 === (sign === '+')) continue;
    if (sign === '+' && asked.isAsked(payments.source[row]!)) continue;
    problems.push({
      code: 'TYPE_SIGN',
      severity: 'warned',
      ...rowPlace(tables, 'Payments', { row, field: 'amount' }),
      found: `${type} of ${centsText(amount)}`,
      done: 'used as it stands',
      fix: `a ${type} is ${sign === '+' ? 'positive' : 'negative'}; correct the sign or the type`,
      count: 1,
      cents: amount,
    });
  }
  return cents;
}

/** Give-back types of which every row is positive: the sheet holds absolute values (one note). */
function absoluteTypes(tables: Tables, problems: Problem[]): Set<PaymentType> {
  const { Payments: payments } = tables;
  const positive = new Map<PaymentType, number>();
  const first = new Map<PaymentType, number>();
  const mixed = new Set<PaymentType>();
  for (let row = 0; row < payments.length; row++) {
    const type = typeOf(payments.type, row);
    const amount = payments.amount[row]!;
    if (moneyTypes[type].sign !== '-' || amount === 0) continue;
    if (amount < 0) mixed.add(type);
    positive.set(type, (positive.get(type) ?? 0) + 1);
    if (!first.has(type)) first.set(type, row);
  }
  const absolute = new Set([...positive.keys()].filter((type) => !mixed.has(type)));
  for (const type of absolute) {
    problems.push({
      code: 'TYPE_ABSOLUTE',
      severity: 'noted',
      ...rowPlace(tables, 'Payments', { row: first.get(type) ?? 0, field: 'amount' }),
      found: `every ${type} is positive (${positive.get(type) ?? 0} rows)`,
      done: 'read as absolute values: the money was given back',
      fix: `nothing, if ${type} rows are listed without a sign; else correct their signs`,
      count: positive.get(type) ?? 0,
    });
  }
  return absolute;
}

/** Splits of a payment differ in something; a row that is the same in all was perhaps pasted twice. */
function tellRowsTwice(
  tables: Tables,
  paid: { readonly counts: Uint8Array; readonly cents: Float64Array },
  problems: Problem[],
): void {
  const { Payments: payments } = tables;
  const rowsOfId = rowsOfText(payments.id);
  const alike = new Map<string, number[]>();
  for (let row = 0; row < payments.length; row++) {
    if (rowsOfId[payments.id.codes[row]!]! === 1) continue;
    const key = rowKey(tables, row);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [row]);
    else known.push(row);
  }
  // A Transfer that adds up to 0 with a row that stands alone has equal splits: none of them is too many.
  const sums = transferSums(tables, paid);
  const alone = [...alike.values()].flatMap(([row = 0, ...others]) =>
    others.length > 0 ? [] : row,
  );
  const single = new Set(alone.map((row) => payments.id.codes[row]!));
  const isSplit = (row: number): boolean => {
    const id = payments.id.codes[row]!;
    return typeOf(payments.type, row) === 'Transfer' && single.has(id) && sums.get(id)?.cents === 0;
  };
  for (const [first = 0, ...others] of alike.values()) {
    for (const row of others) {
      if (!isSplit(row)) problems.push(rowTwice(tables, row, first));
    }
  }
}

function rowTwice(tables: Tables, row: number, first: number): Problem {
  const { Payments: payments } = tables;
  const other = rowPlace(tables, 'Payments', { row: first, field: 'id' });
  return {
    code: 'PAYMENT_TWICE',
    severity: 'warned',
    ...rowPlace(tables, 'Payments', { row, field: 'id' }),
    found: `payment ${textAt(payments.id, row)}, the same in every column that is read as '${other.sheet}' ${other.cell}`,
    done: 'both rows were used, as splits of one payment',
    fix: 'delete one of the rows if it was pasted twice',
    count: 1,
    cents: payments.amount[row]!,
  };
}

/** What a row says in every column that is read. */
function rowKey({ Payments: payments }: Tables, row: number): string {
  const fields = Object.keys(paymentsColumns) as (keyof typeof paymentsColumns)[];
  return fields
    .map((field) => {
      const column: TextColumn | Float64Array | Uint8Array = payments[field];
      return 'codes' in column ? column.codes[row] : column[row];
    })
    .join();
}

/**
 * A voided row counts nowhere; a Void row takes the payment it names with it (E16). A Void that was itself
 * cancelled, by its column Voided or by another Void, cancels nothing.
 */
function cancelVoids(
  tables: Tables,
  counts: Uint8Array,
  found: { readonly problems: Problem[]; readonly takenOut: TakenOut },
): void {
  const { Payments: payments } = tables;
  const rowsOfId = new Map<string, number[]>();
  const voids: number[] = [];
  for (let row = 0; row < payments.length; row++) {
    if (payments.voided[row]! === 1) counts[row] = 0;
    else if (typeOf(payments.type, row) === 'Void') voids.push(row);
  }
  if (voids.length === 0) return;
  for (let row = 0; row < payments.length; row++) {
    const id = textAt(payments.id, row);
    const known = rowsOfId.get(id);
    if (known === undefined) rowsOfId.set(id, [row]);
    else known.push(row);
  }
  const stands = standingVoids(tables, voids);
  for (const row of voids) {
    counts[row] = 0;
    if (!stands(row)) continue;
    const named = textAt(payments.refundOf, row);
    if (named === '') found.takenOut.held.add(row);
    const targets = rowsOfId.get(named) ?? [];
    for (const target of targets) counts[target] = 0;
    if (named === '' || targets.length === 0) found.problems.push(voidProblem(tables, row, named));
  }
}

/** Tells of a Void whether no other Void that stands cancels it; in a ring each one stands. */
function standingVoids(
  { Payments: payments }: Tables,
  voids: readonly number[],
): (row: number) => boolean {
  const voidsOf = new Map<string, number[]>();
  for (const row of voids) {
    const named = textAt(payments.refundOf, row);
    voidsOf.set(named, [...(voidsOf.get(named) ?? []), row]);
  }
  const known = new Map<number, boolean>();
  const stands = (row: number): boolean => {
    const found = known.get(row);
    if (found !== undefined) return found;
    known.set(row, true);
    const id = textAt(payments.id, row);
    const others = (id === '' ? [] : (voidsOf.get(id) ?? [])).filter((other) => other !== row);
    const isStanding = !others.some(stands);
    known.set(row, isStanding);
    return isStanding;
  };
  return stands;
}

function voidProblem(tables: Tables, row: number, named: string): Problem {
  const place = rowPlace(tables, 'Payments', { row, field: 'refundOf' });
  const namesNothing = named === '';
  return {
    code: namesNothing ? 'VOID_NAMES_NOTHING' : 'VOID_UNKNOWN_PAYMENT',
    severity: namesNothing ? 'held' : 'warned',
    ...place,
    found: namesNothing
      ? 'a Void that names no payment'
      : `a Void of payment ${named}, which is not among the Payments`,
    done: namesNothing ? 'left out of all totals' : 'the Void counts nowhere',
    fix: 'write the Payment ID of the cancelled payment into Refund Of',
    count: 1,
    cents: tables.Payments.amount[row]!,
  };
}

/** The rows of a Transfer should sum to 0; a set that does not moves money from nowhere. */
function tellTransferSums(
  tables: Tables,
  paid: { readonly counts: Uint8Array; readonly cents: Float64Array },
  problems: Problem[],
): void {
  const off = [...transferSums(tables, paid).values()].filter(({ cents }) => cents !== 0);
  const total = off.reduce((sum, { cents }) => sum + cents, 0);
  // Sets whose halves bear ids of their own still cancel as a whole.
  if (total === 0) return;
  for (const { cents, first } of off) {
    problems.push({
      code: 'TRANSFER_NOT_ZERO',
      severity: 'warned',
      ...rowPlace(tables, 'Payments', { row: first, field: 'amount' }),
      found: `a Transfer whose rows sum to ${centsText(cents)} instead of 0.00`,
      done: 'used as it stands',
      fix: 'add the other half of the transfer',
      count: 1,
      cents,
    });
  }
}

/** A payment's invoice is its Invoice Number, else that of its Charge ID (I-9). */
export function* linkInvoices(
  tables: Tables,
  lookup: InvoiceLookup,
  known: { readonly counts: Uint8Array; readonly problems: Problem[] },
): Steps<Pick<PaymentLinks, 'invoice' | 'invoicesOf'>> {
  const { Payments: payments } = tables;
  const invoice: RowColumn<'Invoices'> = new Int32Array(payments.length).fill(NONE);
  const invoicesOf = new Map<number, readonly number[]>();
  const namedOf: InvoicesNamed[] = [];
  for (const text of payments.invoiceNumber.texts) {
    if (namedOf.push(invoicesNamed(tables, text, lookup)) % ROWS_A_STEP === 0) yield;
  }
  const namesCharges = payments.chargeId.texts.length > 1;
  const byId = namesCharges
    ? yield* invoiceOfChargeId(tables.Charges, lookup.ofCharge)
    : new Map<string, number>();
  yield;
  for (let row = 0; row < payments.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const type = typeOf(payments.type, row);
    if (known.counts[row]! === 0 || !moneyTypes[type].onInvoice) continue;
    const named = at(namedOf, payments.invoiceNumber.codes[row]!);
    if (!named.allKnown && tables.Invoices.length > 0) {
      known.problems.push(unknownInvoice(tables, row));
    }
    if (named.rows.length > 1) {
      invoice[row] = SEVERAL;
      invoicesOf.set(row, named.rows);
    } else if (named.namesAny) {
      invoice[row] = named.rows[0] ?? NONE;
    } else if (payments.chargeId.codes[row]! !== 0) {
      invoice[row] = invoiceOf(tables, { row, byId }, known.problems);
    }
  }
  return { invoice, invoicesOf };
}

/** What a text of the column Invoice Number says. */
interface InvoicesNamed {
  readonly namesAny: boolean;
  readonly allKnown: boolean;
  readonly rows: readonly number[];
}

/** A number that is one of an invoice as it stands is not taken apart. */
function invoicesNamed(tables: Tables, text: string, { byNumber }: InvoiceLookup): InvoicesNamed {
  const whole = byNumber.get(text);
  if (whole !== undefined) return { namesAny: true, allKnown: true, rows: [whole] };
  const numbers = invoiceNumbers(text);
  const rows = numbers.flatMap((number) => byNumber.get(number) ?? []);
  const voided = invoiceStatus('Voided');
  const standing = rows.filter((row) => tables.Invoices.status[row]! !== voided);
  return {
    namesAny: numbers.length > 0,
    allKnown: rows.length === numbers.length,
    // A voided invoice owes nothing: it takes money only where no other one is named.
    rows: standing.length > 0 ? standing : rows.slice(0, 1),
  };
}

/** `5001; 5002` names two invoices; each number counts once. */
function invoiceNumbers(text: string): string[] {
  const numbers = text.split(/[;,|\n]/).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ''))];
}

/** The invoice row of each Charge ID: NONE for a charge on no invoice, SEVERAL for one on two. */
function* invoiceOfChargeId(
  charges: Tables['Charges'],
  ofCharge: RowColumn<'Invoices'>,
): Steps<Map<string, number>> {
  const byId = new Map<string, number>();
  for (let row = 0; row < charges.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const id = textAt(charges.id, row);
    const invoice = ofCharge[row]!;
    const known = byId.get(id);
    byId.set(id, known === undefined || known === invoice ? invoice : SEVERAL);
  }
  return byId;
}

function invoiceOf(
  tables: Tables,
  named: { readonly row: number; readonly byId: ReadonlyMap<string, number> },
  problems: Problem[],
): number {
  const chargeId = textAt(tables.Payments.chargeId, named.row);
  const invoice = named.byId.get(chargeId);
  if (invoice !== undefined && invoice !== SEVERAL) return invoice;
  const isUnknown = invoice === undefined;
  if (tables.Charges.length === 0) return NONE;
  problems.push({
    code: isUnknown ? 'PAYMENT_CHARGE_UNKNOWN' : 'PAYMENT_CHARGE_AMBIGUOUS',
    severity: 'warned',
    ...rowPlace(tables, 'Payments', { row: named.row, field: 'chargeId' }),
    found: isUnknown
      ? `charge ${chargeId}, which is not among the Charges`
      : `charge ${chargeId}, an id that stands on two invoices`,
    done: 'the money is unallocated',
    fix: isUnknown ? 'add the charge, or name the invoice' : 'name the invoice as well',
    count: 1,
    cents: tables.Payments.amount[named.row]!,
  });
  return NONE;
}

function unknownInvoice(tables: Tables, row: number): Problem {
  return {
    code: 'PAYMENT_INVOICE_UNKNOWN',
    severity: 'warned',
    ...rowPlace(tables, 'Payments', { row, field: 'invoiceNumber' }),
    found: `invoice ${textAt(tables.Payments.invoiceNumber, row)}, which is not (or not wholly) among the Invoices`,
    done: 'the money goes to the invoices that are known, else it is unallocated',
    fix: 'add the invoice to the Invoices table',
    count: 1,
    cents: tables.Payments.amount[row]!,
  };
}
