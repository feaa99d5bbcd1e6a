/**
 * Insurance money that was paid for a claim as one total, set on its procedures in passes (A41, A43). Only
 * claims with lines of their own: without estimates the money stands where every report has it (Z-17).
 */
import { at } from '../../core/assert';
import { NO_MOMENT, NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { byId } from '../../core/order';
import type { Steps } from '../../core/steps';
import { type ClaimStatus, claimStatuses } from '../../ledger/claimKinds';
import type { Ledger } from '../../ledger/ledger';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import type { AllocatedLedger } from '../allocateLedger';
import { claimLineFacts } from '../claimLineFacts';
import { insurerChecks, isInsuranceRow, isPaidByClaimLines, isPaidLine } from '../insuranceMoney';
import { type ChargeWorth, isAnsweredLine } from './chargeWorth';

/** A row that pays a claim as one total, and the procedures it goes to. */
export interface ClaimTotal {
  /** Its place among all totals. */
  readonly place: number;
  readonly claim: string;
  readonly kind: 'Claim Lines' | 'Payments';
  readonly row: number;
  /** NONE for a row that names none: its money stands under the providers of the claim's lines (Z-17). */
  readonly provider: number;
  /** What the row paid, and what of it is not on procedures yet. */
  readonly paid: number;
  readonly cents: number;
  /** A41: lines of the claim wait for it. Else it was received before, and is moved (A43). */
  readonly isNew: boolean;
  readonly shares: readonly ClaimTotalShare[];
}

export interface ClaimTotalShare {
  readonly charge: number;
  /** That of the claim line, who has its income (P8, P26). */
  readonly provider: number;
  readonly cents: number;
}

/** True for a payments row of an insurer that says more about a charge or claim; checks are cash only. */
export function insuranceOnWork(ledger: Ledger): (row: number) => boolean {
  const isCheck = insurerChecks(ledger);
  const { payments } = ledger;
  return (row) =>
    isInsuranceRow(ledger, row) &&
    moneyTypes[typeOf(payments.type, row)].onInvoice &&
    payments.unearnedType.codes[row]! === 0 &&
    !isCheck(row);
}

/** Sets every total on its procedures and adds it to their insurance money in `worth`. */
export function* claimTotals(
  allocated: AllocatedLedger,
  worth: ChargeWorth,
  asOf: number,
): Steps<ClaimTotal[]> {
  const found = yield* totalRows(allocated, asOf);
  const procedures = yield* proceduresOf(allocated, worth, { claims: found, asOf });
  const totals: ClaimTotal[] = [];
  const fees = allocated.ledger.charges.amount;
  for (const claim of [...found.keys()].sort(byId)) {
    const lines = procedures.get(claim);
    if (lines === undefined) continue;
    const rows = found.get(claim) ?? [];
    const items = unsettled(rows);
    const isNew = lines.some(({ isOpen }) => isOpen);
    const walked = isNew ? lines.filter(({ isOpen }) => isOpen) : lines;
    if (rows.some(({ cents }) => cents > 0)) answered(walked, worth);
    for (const item of items) {
      const shares = setOnProcedures(item.cents, walked, { worth, isNew, fees });
      if (item.cents > 0) totals.push({ ...item, place: totals.length, claim, isNew, shares });
    }
  }
  return totals;
}

/** True for an insurer's row that pays a claim as one total, and is set on its procedures. */
export function claimTotalRows({ ledger, lookup }: AllocatedLedger): (row: number) => boolean {
  const { payments } = ledger;
  const lines = ledger.tables['Claim Lines'];
  let claims: Set<string> | undefined;
  const isKnown = (claim: string): boolean => {
    if (claims === undefined) {
      claims = new Set();
      for (let line = 0; line < lines.length; line++) {
        const isOfCharge = lookup.ofId(textAt(lines.chargeId, line)).length > 0;
        if (isOfCharge && isSent(ledger, line)) claims.add(textAt(lines.claimNumber, line));
      }
    }
    return claims.has(claim);
  };
  return (row) =>
    payments.chargeId.codes[row]! === 0 &&
    payments.claimNumber.codes[row]! !== 0 &&
    isKnown(textAt(payments.claimNumber, row));
}

type TotalRow = Pick<ClaimTotal, 'kind' | 'row' | 'provider' | 'cents'>;

/** Rows by claim, claim lines before payments, each in the order of its table. */
function* totalRows(of: AllocatedLedger, asOf: number): Steps<Map<string, TotalRow[]>> {
  const { payments, tables } = of.ledger;
  const found = new Map<string, TotalRow[]>();
  const push = (claim: string, row: TotalRow): void => {
    if (row.cents === 0 || claim === '') return;
    const known = found.get(claim);
    if (known === undefined) found.set(claim, [row]);
    else known.push(row);
  };
  for (const row of totalLines(of.ledger, asOf)) {
    push(textAt(tables['Claim Lines'].claimNumber, row.row), row);
  }
  yield;
  for (const row of yield* totalPayments(of.ledger, asOf)) {
    push(textAt(payments.claimNumber, row.row), row);
  }
  return found;
}

function totalLines(ledger: Ledger, asOf: number): TotalRow[] {
  const { providers, tables } = ledger;
  const { chargeId, provider, insurancePaid, length } = tables['Claim Lines'];
  if (!isPaidByClaimLines(ledger)) return [];
  const lines: number[] = [];
  for (let line = 0; line < length; line++) {
    const isTotal = chargeId.codes[line]! === 0 && isPaidLine(ledger, line);
    if (isTotal && isAnsweredLine(ledger, line, asOf)) lines.push(line);
  }
  return lines.sort(byLine(ledger)).map((line) => ({
    kind: 'Claim Lines',
    row: line,
    provider: provider.codes[line]! === 0 ? NONE : providers.ofClaimLine[line]!,
    cents: insurancePaid.cents[line]!,
  }));
}

function* totalPayments(ledger: Ledger, asOf: number): Steps<TotalRow[]> {
  const { payments, paid, providers } = ledger;
  const isOnWork = insuranceOnWork(ledger);
  const rows: number[] = [];
  for (let row = 0; row < payments.length; row++) {
    const isTotal = payments.chargeId.codes[row]! === 0 && payments.claimNumber.codes[row]! !== 0;
    if (!isTotal || paid.counts[row]! === 0 || payments.date[row]! > asOf) continue;
    if (isOnWork(row)) rows.push(row);
  }
  yield;
  return rows.sort(byPaymentOrder(payments)).map((row) => ({
    kind: 'Payments',
    row,
    provider: payments.provider.codes[row]! === 0 ? NONE : providers.ofPayment[row]!,
    cents: paid.cents[row]!,
  }));
}

/** By Claim Line ID, then sheet row. */
function byLine({ tables }: Ledger): (a: number, b: number) => number {
  const { id, source, sheetRow } = tables['Claim Lines'];
  return (a, b) =>
    byId(textAt(id, a), textAt(id, b)) || source[a]! - source[b]! || sheetRow[a]! - sheetRow[b]!;
}

type Unsettled = TotalRow & Pick<ClaimTotal, 'paid'>;

/** What was taken back or moved is taken off the oldest totals; a rest below 0 stands alone. */
function unsettled(rows: readonly TotalRow[]): Unsettled[] {
  let back = rows.reduce((sum, { cents }) => sum + Math.min(cents, 0), 0);
  const left: Unsettled[] = [];
  for (const row of rows) {
    if (row.cents <= 0) continue;
    const taken = Math.min(row.cents, -back);
    back += taken;
    const { cents: paid } = row;
    if (paid > taken) left.push({ ...row, paid, cents: paid - taken });
  }
  const last = rows.find(({ cents }) => cents < 0);
  return back < 0 && last !== undefined ? [{ ...last, paid: back, cents: back }] : left;
}

/** A procedure on a claim, by the lines that its total may pay. */
interface ProcedureLine {
  readonly charge: number;
  readonly provider: number;
  /** What the line says that the insurer will pay. */
  estimate: number;
  /** What this claim, and Payments rows on the charge, have paid of it. */
  paid: number;
  /** No insurer has answered it. */
  isOpen: boolean;
}

/** Lines that were sent with a claim; one of a status after these adds to it, or is of capitation (A41). */
const sent: ReadonlySet<ClaimStatus> = new Set(['Not Received', 'Received']);

function isSent({ tables }: Ledger, line: number): boolean {
  return sent.has(at(claimStatuses, tables['Claim Lines'].status[line]!));
}

/** Procedures of these claims in the order of their lines: newest payment first, then by id (A41). */
function* proceduresOf(
  allocated: AllocatedLedger,
  worth: ChargeWorth,
  of: { readonly claims: ReadonlyMap<string, unknown>; readonly asOf: number },
): Steps<Map<string, ProcedureLine[]>> {
  const { ledger } = allocated;
  const lines = ledger.tables['Claim Lines'];
  const facts = claimLineFacts(allocated);
  const ofClaim = new Map<string, number[]>();
  for (let line = 0; line < lines.length; line++) {
    if (line % 10_000 === 9_999) yield;
    const claim = textAt(lines.claimNumber, line);
    const charge = facts.chargeOf(line);
    if (!of.claims.has(claim) || charge === undefined || worth.takesPart[charge]! === 0) continue;
    const known = ofClaim.get(claim);
    if (known === undefined) ofClaim.set(claim, [line]);
    else known.push(line);
  }
  const inOrder = newestFirst(ledger, of.asOf);
  const found = new Map<string, ProcedureLine[]>();
  for (const [claim, rows] of ofClaim) {
    const walked = rows.filter((line) => isSent(ledger, line)).sort(inOrder);
    const procedures = new Map<number, ProcedureLine>();
    for (const line of walked) {
      const charge = facts.chargeOf(line) ?? NONE;
      const paid = worth.insuranceRows[charge]!;
      const provider = facts.providerOf(line);
      const known = procedures.get(charge) ?? {
        charge,
        provider,
        paid,
        estimate: 0,
        isOpen: false,
      };
      known.estimate += lines.insuranceEstimate.cents[line]!;
      known.isOpen ||= !isAnsweredLine(ledger, line, of.asOf);
      procedures.set(charge, known);
    }
    addPaid(ledger, rows, (line) => {
      const isThere = isPaidLine(ledger, line) && isAnsweredLine(ledger, line, of.asOf);
      return isThere ? procedures.get(facts.chargeOf(line) ?? NONE) : undefined;
    });
    if (procedures.size > 0) found.set(claim, [...procedures.values()]);
  }
  return found;
}

/** What lines of a claim have paid, those that add to others too. */
function addPaid(
  ledger: Ledger,
  rows: readonly number[],
  procedureOf: (line: number) => ProcedureLine | undefined,
): void {
  const { insurancePaid } = ledger.tables['Claim Lines'];
  for (const line of isPaidByClaimLines(ledger) ? rows : []) {
    const procedure = procedureOf(line);
    if (procedure !== undefined) procedure.paid += insurancePaid.cents[line]!;
  }
}

/** By payment date, newest first; what is not answered by then has none. Ties by id. */
function newestFirst(ledger: Ledger, asOf: number): (a: number, b: number) => number {
  const { date, check } = ledger.tables['Claim Lines'];
  const answeredOn = (line: number): number => {
    if (!isAnsweredLine(ledger, line, asOf)) return NO_MOMENT;
    return date[line]! === NO_MOMENT ? check[line]! : date[line]!;
  };
  const inLines = byLine(ledger);
  return (a, b) => answeredOn(b) - answeredOn(a) || inLines(a, b);
}

/** Their claim is paid: what the open lines estimated is expected no more. */
function answered(lines: readonly ProcedureLine[], { estimate, isAnswered }: ChargeWorth): void {
  for (const { charge, isOpen, estimate: expected } of lines) {
    isAnswered[charge] = 1;
    if (isOpen) estimate[charge] = estimate[charge]! - expected;
  }
}

/**
 * Pass 1: up to the estimate, never above the fee. Pass 2: up to the fee; of money received before, up to
 * the larger of fee and estimate. Pass 3: what is left goes on the first line.
 */
function setOnProcedures(
  cents: number,
  lines: readonly ProcedureLine[],
  {
    worth,
    isNew,
    fees,
  }: { readonly worth: ChargeWorth; readonly isNew: boolean; readonly fees: Float64Array },
): ClaimTotalShare[] {
  const shares = lines.map(({ charge, provider }) => ({ charge, provider, cents: 0 }));
  let rest = cents;
  const put = (place: number, part: number): void => {
    const line = at(lines, place);
    at(shares, place).cents += part;
    line.paid += part;
    worth.insurance[line.charge] = worth.insurance[line.charge]! + part;
    rest -= part;
  };
  const give = (place: number, upTo: number): void => {
    put(place, Math.min(rest, Math.max(upTo - at(lines, place).paid, 0)));
  };
  const fee = (charge: number): number => fees[charge]!;
  if (rest > 0) {
    lines.forEach(({ charge, estimate }, place) => {
      give(place, Math.min(fee(charge), estimate));
    });
    lines.forEach(({ charge, estimate }, place) => {
      give(place, isNew ? fee(charge) : Math.max(fee(charge), estimate));
    });
  }
  if (lines.length > 0) put(0, rest);
  return shares.filter((share) => share.cents !== 0);
}
