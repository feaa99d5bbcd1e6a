/**
 * What each charge is worth at a moment: its fee less discount and write-offs and with its tax, what
 * insurers paid of it and what they are still expected to (A12, P40). Whatever a patient paid is not here.
 */
import { at } from '../../core/assert';
import { NO_MOMENT, NONE, type CentsColumn } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import { type ClaimStatus, claimStatuses } from '../../ledger/claimKinds';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import { TAX } from '../allocate';
import type { AllocatedLedger } from '../allocateLedger';
import type { Applications } from '../applications';
import { isProduced } from '../chargePostings';
import { type ClaimLineFacts, claimLineFacts } from '../claimLineFacts';
import type { EarnedIncome } from '../earnedIncome';
import { isPaidByClaimLines, isPaidLine } from '../insuranceMoney';
import type { Families } from './families';

/** One element per charge; 0 for those that take no part. */
export interface ChargeWorth {
  /** 1 for completed work of a family up to the moment that a split can name. */
  readonly takesPart: Uint8Array;
  readonly production: CentsColumn;
  readonly insurance: CentsColumn;
  /** The part of it that rows of Payments hold which name the charge. */
  readonly insuranceRows: CentsColumn;
  /** What open claim lines say that insurers will pay, and write off: no money yet. */
  readonly estimate: CentsColumn;
  readonly writeOffEstimate: CentsColumn;
  /** 1 where an insurer has answered (A45). */
  readonly isAnswered: Uint8Array;
}

/** Lines that an insurer has not answered, and those he has (P40). */
const openLines: ReadonlySet<ClaimStatus> = new Set([
  'Not Received',
  'Estimate',
  'CapEstimate',
  'InsHist',
]);
const doneLines: ReadonlySet<ClaimStatus> = new Set([
  'Received',
  'Supplemental',
  'CapClaim',
  'CapComplete',
]);
/** Lines whose write-off earned income takes off already (Z-19). */
const counted: ReadonlySet<ClaimStatus> = new Set(['Received', 'Supplemental', 'Not Received']);

export function* chargeWorth(
  allocated: AllocatedLedger,
  of: {
    readonly asOf: number;
    readonly families: Families;
    readonly applied: Applications;
    readonly earned: EarnedIncome;
  },
): Steps<ChargeWorth> {
  const { charges } = allocated.ledger;
  const worth: ChargeWorth = {
    takesPart: yield* takingPart(allocated, of),
    production: new Float64Array(charges.length),
    insurance: new Float64Array(charges.length),
    insuranceRows: new Float64Array(charges.length),
    estimate: new Float64Array(charges.length),
    writeOffEstimate: new Float64Array(charges.length),
    isAnswered: new Uint8Array(charges.length),
  };
  yield* addFees(allocated, worth, of);
  yield* readClaimLines(allocated, worth, of);
  return worth;
}

/** Completed, standing, up to the moment, of a family, and with an id that means this charge alone. */
function* takingPart(
  allocated: AllocatedLedger,
  { asOf, families }: { readonly asOf: number; readonly families: Families },
): Steps<Uint8Array> {
  const { ledger, lookup } = allocated;
  const { charges, chargeInvoice } = ledger;
  const found = new Uint8Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    if (charge % 10_000 === 9_999) yield;
    if (charges.service[charge]! > asOf || families.ofCharge[charge]! === NONE) continue;
    if (!isProduced(allocated, charge)) continue;
    const same = lookup.ofId(textAt(charges.id, charge));
    const twins = same.filter((one) => chargeInvoice[one]! === chargeInvoice[charge]!);
    found[charge] = Number(twins.length === 1);
  }
  return found;
}

/** Amount − Discount + tax, less what money on the tax of the invoice has covered of it. */
function* addFees(
  { ledger, book }: AllocatedLedger,
  { takesPart, production }: ChargeWorth,
  of: { readonly asOf: number; readonly applied: Applications },
): Steps<undefined> {
  const { charges } = ledger;
  const tax = Float64Array.from(charges.tax.cents);
  const onTax = yield* paidOnTax({ ledger, book }, of);
  yield;
  for (let invoice = 0; invoice < onTax.length; invoice++) {
    if (invoice % 10_000 === 9_999) yield;
    const { starts, rows } = book.lines;
    const lines = rows.subarray(starts[invoice], starts[invoice + 1]);
    if (lines.length === 0 || (book.taxCents[invoice]! === 0 && onTax[invoice]! === 0)) continue;
    settleTax(lines, tax, { total: book.taxCents[invoice]!, paid: onTax[invoice]! });
  }
  for (let charge = 0; charge < charges.length; charge++) {
    if (takesPart[charge]! === 1) production[charge] = book.netCents[charge]! + tax[charge]!;
  }
  return undefined;
}

/** Money on the tax of each invoice; a row over several covers their tax in the order it names them. */
function* paidOnTax(
  { ledger, book }: Pick<AllocatedLedger, 'ledger' | 'book'>,
  { asOf, applied }: { readonly asOf: number; readonly applied: Applications },
): Steps<CentsColumn> {
  const { payments, paid } = ledger;
  const onTax = new Float64Array(book.taxCents.length);
  const overSeveral = new Map<number, number>();
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const row = applied.payment[piece]!;
    if (applied.charge[piece]! !== TAX || payments.date[row]! > asOf) continue;
    // Unearned money is on no invoice until it is moved there.
    if (payments.unearnedType.codes[row]! !== 0) continue;
    const cents = applied.cents[piece]!;
    const invoice = paid.invoice[row]!;
    if (invoice >= 0) onTax[invoice] = onTax[invoice]! + cents;
    else overSeveral.set(row, (overSeveral.get(row) ?? 0) + cents);
  }
  for (const row of [...overSeveral.keys()].sort(byPaymentOrder(payments))) {
    let rest = overSeveral.get(row) ?? 0;
    for (const invoice of paid.invoicesOf.get(row) ?? []) {
      const open = book.taxCents[invoice]! - onTax[invoice]!;
      const share = rest < 0 ? Math.max(rest, -onTax[invoice]!) : Math.min(rest, Math.max(open, 0));
      onTax[invoice] = onTax[invoice]! + share;
      rest -= share;
    }
  }
  return onTax;
}

/** A header tax is that of its oldest line as far as the lines' own differ; money covers the oldest first. */
function settleTax(
  lines: Int32Array,
  tax: CentsColumn,
  { total, paid }: { readonly total: number; readonly paid: number },
): void {
  const first = lines[0]!;
  const ofLines = lines.reduce((sum, line) => sum + tax[line]!, 0);
  tax[first] = tax[first]! + total - ofLines;
  let rest = paid;
  for (const [place, line] of lines.entries()) {
    const isLast = place === lines.length - 1;
    const share = isLast ? rest : Math.min(rest, Math.max(tax[line]!, 0));
    tax[line] = tax[line]! - share;
    rest -= share;
  }
}

/** What was written off, what insurers paid, and what open lines estimate. */
function* readClaimLines(
  allocated: AllocatedLedger,
  worth: ChargeWorth,
  { asOf, earned }: { readonly asOf: number; readonly earned: EarnedIncome },
): Steps<undefined> {
  const { ledger } = allocated;
  const lines = ledger.tables['Claim Lines'];
  const off = earned.contractual.map((cents, charge) => cents + earned.claimLevel[charge]!);
  yield;
  const into: LineSums = { off, expected: new Float64Array(off.length), worth };
  const facts = claimLineFacts(allocated);
  const paysHere = isPaidByClaimLines(ledger);
  for (let line = 0; line < lines.length; line++) {
    if (line % 5_000 === 4_999) yield;
    const charge = facts.chargeOf(line);
    if (charge === undefined || worth.takesPart[charge]! === 0) continue;
    if (!isAnsweredLine(ledger, line, asOf)) {
      expectLine(facts, { line, charge, paid: lines.insuranceEstimate.cents[line]! }, into);
      continue;
    }
    const paid = paysHere && isPaidLine(ledger, line) ? lines.insurancePaid.cents[line]! : 0;
    worth.isAnswered[charge] = 1;
    worth.insurance[charge] = worth.insurance[charge]! + paid;
    if (counted.has(facts.statusOf(line))) continue;
    off[charge] = off[charge]! + (facts.currentWriteOff(line) ?? 0);
  }
  const billed = ledger.charges.amount;
  for (let charge = 0; charge < off.length; charge++) {
    if (worth.takesPart[charge]! === 0) continue;
    const now = upTo(off[charge]!, billed[charge]!);
    const then = upTo(off[charge]! + into.expected[charge]!, billed[charge]!);
    worth.production[charge] = worth.production[charge]! - now;
    worth.writeOffEstimate[charge] = then - now;
  }
  return undefined;
}

/** What is taken off a charge never takes it past 0. */
function upTo(taken: number, billed: number): number {
  return billed < 0 ? Math.max(taken, billed) : Math.min(taken, billed);
}

interface LineSums {
  /** Taken off each charge; and what is expected to be. */
  readonly off: CentsColumn;
  readonly expected: CentsColumn;
  readonly worth: ChargeWorth;
}

/** A line that waits: what it says that insurers will pay, and write off. What adds to one is not there yet. */
function expectLine(
  facts: ClaimLineFacts,
  { line, charge, paid }: { readonly line: number; readonly charge: number; readonly paid: number },
  { off, expected, worth: { estimate } }: LineSums,
): void {
  const status = facts.statusOf(line);
  if (!openLines.has(status) && !doneLines.has(status)) return;
  if (counted.has(status)) off[charge] = off[charge]! - facts.writtenOff(line);
  if (status === 'Supplemental') return;
  estimate[charge] = estimate[charge]! + paid;
  const writeOff = counted.has(status) ? facts.writtenOff(line) : openWriteOff(facts, line);
  expected[charge] = expected[charge]! + writeOff;
}

function openWriteOff(facts: ClaimLineFacts, line: number): number {
  return facts.currentWriteOff(line) ?? facts.firstEstimate(line) ?? 0;
}

/** True for a line that an insurer has answered by then; where no date is known, it was before. */
export function isAnsweredLine(
  { tables }: AllocatedLedger['ledger'],
  line: number,
  asOf: number,
): boolean {
  const { status, date, check, received } = tables['Claim Lines'];
  if (!doneLines.has(at(claimStatuses, status[line]!))) return false;
  const known = [date[line]!, check[line]!, received[line]!].find((one) => one !== NO_MOMENT);
  return (known ?? NO_MOMENT) <= asOf;
}
