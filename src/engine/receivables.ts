/**
 * What is owed on complete charges, as changes over time: Amount − Discount + Tax + adjustments −
 * write-offs − money, never below 0 per invoice, or per charge that is on no invoice (RECEIVABLE).
 */
import { NO_MOMENT, NONE } from '../core/brand';
import { growingFloats, growingInts, textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import { adjustmentBuckets } from './adjustmentPostings';
import type { AllocatedLedger } from './allocateLedger';
import type { Applications } from './applications';
import { isProduced } from './chargePostings';
import { groupRows } from './groupRows';
import { type FigureRows, writeOffMeasures } from './incomeFigures';
import { finalisedOn, insurerChecks, isInsuranceRow } from './insuranceMoney';
import { isHidden } from './moneyPostings';
import type { Options } from './options';
import { type Measure, measures, postedKinds } from './posting';
import { spread } from './spread';

/** Rows between two pauses. */
const ROWS_A_STEP = 10_000;

/**
 * Changes of what is owed, under the provider of the charge; tax, and what names an invoice and none of
 * its lines, under `No provider`. Their sum up to a moment is the balance at it.
 */
export function* receivables(allocated: AllocatedLedger, options: Options): Steps<FigureRows> {
  const applied = yield* allocated.applied();
  const debts = debtMaker(allocated, applied);
  yield* addProduction(allocated, options, debts);
  yield* addTax(allocated, applied, debts);
  addAdjustments(allocated, debts);
  yield;
  yield* addMoney(allocated, applied, debts);
  return yield* owedChanges(debts.finish());
}

/** What changes a debt, before the debts of an invoice are set against each other. */
interface Debts {
  readonly debt: Int32Array;
  readonly moment: Float64Array;
  readonly provider: Int32Array;
  readonly cents: Float64Array;
  readonly count: number;
}

interface DebtMaker {
  /** On a charge; nothing where it is not complete. */
  onCharge(charge: number, moment: number, cents: number): void;
  /** Tax of a charge, which is no provider's. */
  onTax(charge: number, moment: number, cents: number): void;
  /** On an invoice as a whole, by its place in the applications' ledger. */
  onInvoice(invoice: number, moment: number, cents: number): void;
  /** The invoice of a number; undefined where no charge and no row has it. */
  invoiceOf(number: string): number | undefined;
  finish(): Debts;
}

/** A debt is an invoice, or a charge that names none. */
function debtMaker(allocated: AllocatedLedger, { of }: Applications): DebtMaker {
  const { providers } = allocated.ledger;
  const { chargeInvoice, invoices } = of.ledger;
  const debt = growingInts();
  const moments = growingFloats();
  const provider = growingInts();
  const amounts = growingFloats();
  let byNumber: Map<string, number> | undefined;
  const push = (of: number, place: number, moment: number, cents: number): void => {
    if (cents === 0 || moment === NO_MOMENT) return;
    debt.push(of);
    provider.push(place);
    moments.push(moment);
    amounts.push(cents);
  };
  const debtOf = (charge: number): number => {
    const invoice = chargeInvoice[charge]!;
    return invoice === NONE ? invoices.length + charge : invoice;
  };
  return {
    onCharge(charge, moment, cents) {
      if (!isProduced(allocated, charge)) return;
      push(debtOf(charge), providers.ofCharge[charge]!, moment, cents);
    },
    onTax(charge, moment, cents) {
      if (isProduced(allocated, charge)) push(debtOf(charge), providers.noProvider, moment, cents);
    },
    onInvoice(invoice, moment, cents) {
      if (of.book.voided[invoice]! === 0) push(invoice, providers.noProvider, moment, cents);
    },
    invoiceOf(number) {
      byNumber ??= new Map(
        Array.from(invoices.closed, (_, row) => [textAt(invoices.number, row), row] as const),
      );
      return byNumber.get(number);
    },
    finish: () => ({
      debt: debt.finish(),
      moment: moments.finish(),
      provider: provider.finish(),
      cents: amounts.finish(),
      count: invoices.length + chargeInvoice.length,
    }),
  };
}

/** Fees less discounts and capitation, write-offs on the chosen date, and money on claim lines. */
function* addProduction(
  allocated: AllocatedLedger,
  options: Options,
  debts: DebtMaker,
): Steps<void> {
  const posted = yield* allocated.posted();
  const ofCharges: readonly Measure[] = ['production', 'adjustment'];
  const ofLines: readonly Measure[] = ['production', ...writeOffMeasures(options)];
  const signs = postedKinds.map((kind) =>
    measures.map((measure) => {
      if (kind === 'Charges') return ofCharges.includes(measure) ? 1 : 0;
      if (kind !== 'Claim Lines') return 0;
      return measure === 'insuranceIncome' ? -1 : ofLines.includes(measure) ? 1 : 0;
    }),
  );
  for (let row = 0; row < posted.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const sign = signs[posted.kind[row]!]![posted.measure[row]!]!;
    const charge = posted.charge[row]!;
    if (sign === 0 || charge === NONE) continue;
    debts.onCharge(charge, posted.moment[row]!, sign * posted.cents[row]!);
  }
}

/** Tax is owed from the first complete line on: the header's, else that of the complete lines. */
function* addTax(allocated: AllocatedLedger, { of }: Applications, debts: DebtMaker): Steps<void> {
  const { charges } = allocated.ledger;
  const { invoices, chargeInvoice } = of.ledger;
  const { starts, rows } = of.book.lines;
  yield;
  for (let invoice = 0; invoice < invoices.length; invoice++) {
    const lines = rows.subarray(starts[invoice], starts[invoice + 1]);
    const done = lines.filter((charge) => isProduced(allocated, charge));
    const [first] = done;
    if (first === undefined) continue;
    if (invoices.tax.given[invoice]! === 1) {
      debts.onInvoice(invoice, charges.service[first]!, of.book.taxCents[invoice]!);
    } else {
      for (const charge of done) {
        debts.onTax(charge, charges.service[charge]!, charges.tax.cents[charge]!);
      }
    }
  }
  yield;
  for (let charge = 0; charge < charges.length; charge++) {
    if (chargeInvoice[charge]! !== NONE) continue;
    debts.onTax(charge, charges.service[charge]!, charges.tax.cents[charge]!);
  }
}

/** Each on the charge it names, else on the first line of its claim, else on its invoice. */
function addAdjustments({ ledger, lookup }: AllocatedLedger, debts: DebtMaker): void {
  const { Adjustments: adjustments } = ledger.tables;
  const buckets = adjustmentBuckets(ledger);
  for (let row = 0; row < adjustments.length; row++) {
    if (buckets.bucketOf(row) === 'excluded') continue;
    const [named] = lookup.ofId(textAt(adjustments.chargeId, row));
    const charge = named ?? lookup.ofClaim(textAt(adjustments.claimNumber, row))[0];
    const invoice = debts.invoiceOf(textAt(adjustments.invoiceNumber, row));
    const [moment, cents] = [adjustments.date[row]!, buckets.centsOf(row)];
    if (charge !== undefined) debts.onCharge(charge, moment, cents);
    else if (invoice !== undefined) debts.onInvoice(invoice, moment, cents);
  }
}

function* addMoney(
  { ledger }: AllocatedLedger,
  applied: Applications,
  debts: DebtMaker,
): Steps<void> {
  const isCheck = insurerChecks(ledger);
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const row = applied.payment[piece]!;
    if (isCheck(row) || !paysDebts(ledger, row)) continue;
    const isInsurance = isInsuranceRow(ledger, row);
    const moment = isInsurance ? finalisedOn(ledger, 'Payments', row) : ledger.payments.date[row]!;
    const [charge, invoice] = [applied.charge[piece]!, applied.invoice[piece]!];
    const cents = 0 - applied.cents[piece]!;
    if (charge >= 0) debts.onCharge(charge, moment, cents);
    else if (invoice !== NONE) debts.onInvoice(invoice, moment, cents);
  }
}

/** Deposits and prepayments pay nothing until they are moved to work. */
function paysDebts(ledger: Ledger, row: number): boolean {
  const { payments } = ledger;
  const { onInvoice, collection } = moneyTypes[typeOf(payments.type, row)];
  const isUnearned = payments.unearnedType.codes[row]! !== 0 || isHidden(ledger, row);
  return onInvoice && collection !== 'none' && !isUnearned;
}

/** Walks each debt through time: what is owed on it, under the providers whose part is still open. */
function* owedChanges(debts: Debts): Steps<FigureRows> {
  const { debt, moment, cents, provider } = debts;
  const { starts, rows } = groupRows(debt, debts.count, (a, b) => moment[a]! - moment[b]!);
  const made = { moment: growingFloats(), cents: growingFloats(), provider: growingInts() };
  for (let one = 0, seen = 0; one < debts.count; one++) {
    const parts = new Map<number, number>();
    let owed: ReadonlyMap<number, number> = new Map();
    for (let place = starts[one]!; place < starts[one + 1]!; place++) {
      if (++seen % ROWS_A_STEP === 0) yield;
      const row = rows[place]!;
      parts.set(provider[row]!, (parts.get(provider[row]!) ?? 0) + cents[row]!);
      const next = rows[place + 1];
      const isLast = place + 1 === starts[one + 1]!;
      // What happens at one moment is one change.
      if (!isLast && moment[next!]! === moment[row]!) continue;
      const after = owedByProvider(parts);
      for (const key of new Set([...owed.keys(), ...after.keys()])) {
        const change = (after.get(key) ?? 0) - (owed.get(key) ?? 0);
        if (change === 0) continue;
        made.moment.push(moment[row]!);
        made.cents.push(change);
        made.provider.push(key);
      }
      owed = after;
    }
  }
  return {
    moment: made.moment.finish(),
    cents: made.cents.finish(),
    provider: made.provider.finish(),
  };
}

/** The open parts; where one provider's is overpaid, the rest of the invoice is owed to the others. */
function owedByProvider(parts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const total = [...parts.values()].reduce((sum, part) => sum + part, 0);
  if (total <= 0) return new Map();
  const open = [...parts].filter(([, part]) => part > 0);
  const [only] = open;
  if (open.length === 1 && only !== undefined) return new Map([[only[0], total]]);
  // By provider, so that the order of rows changes no cent.
  open.sort(([a], [b]) => a - b);
  const { shares } = spread(
    total,
    open.map(([, part]) => part),
  );
  return new Map(open.map(([key], place) => [key, shares[place]!]));
}
