/**
 * Insurance money that was paid for a claim as one total, set on its procedures in passes (A41, A43). Only
 * claims with lines of their own: without estimates the money stands where every report has it (Z-17).
 */
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { byId } from '../../core/order';
import type { Steps } from '../../core/steps';
import type { ClaimStatus } from '../../ledger/claimKinds';
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
        if (isOfCharge) claims.add(textAt(lines.claimNumber, line));
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
function* totalRows({ ledger }: AllocatedLedger, asOf: number): Steps<Map<string, TotalRow[]>> {
  const { payments, paid, providers, tables } = ledger;
  const lines = tables['Claim Lines'];
  const found = new Map<string, TotalRow[]>();
  const push = (claim: string, row: TotalRow): void => {
    if (row.cents === 0 || claim === '') return;
    const known = found.get(claim);
    if (known === undefined) found.set(claim, [row]);
    else known.push(row);
  };
  const ofLines: number[] = [];
  for (let line = 0; line < (isPaidByClaimLines(ledger) ? lines.length : 0); line++) {
    const isTotal = lines.chargeId.codes[line]! === 0 && isPaidLine(ledger, line);
    if (isTotal && isAnsweredLine(ledger, line, asOf)) ofLines.push(line);
  }
  for (const line of ofLines.sort(byLine(ledger))) {
    const provider = providers.ofClaimLine[line]!;
    const cents = lines.insurancePaid.cents[line]!;
    push(textAt(lines.claimNumber, line), { kind: 'Claim Lines', row: line, provider, cents });
  }
  yield;
  const isOnWork = insuranceOnWork(ledger);
  const rows: number[] = [];
  for (let row = 0; row < payments.length; row++) {
    const isTotal = payments.chargeId.codes[row]! === 0 && payments.claimNumber.codes[row]! !== 0;
    if (!isTotal || paid.counts[row]! === 0 || payments.date[row]! > asOf) continue;
    if (isOnWork(row)) rows.push(row);
  }
  yield;
  for (const row of rows.sort(byPaymentOrder(payments))) {
    const of = { kind: 'Payments', row, provider: providers.ofPayment[row]! } as const;
    push(textAt(payments.claimNumber, row), { ...of, cents: paid.cents[row]! });
  }
  return found;
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

interface ProcedureLine {
  readonly charge: number;
  /** What the line says that the insurer will pay. */
  readonly estimate: number;
  /** No insurer has answered it. */
  readonly isOpen: boolean;
}

/** Statuses that say nothing of what a procedure is paid (P41). */
const silent: ReadonlySet<ClaimStatus> = new Set(['Preauth', 'Adjustment', 'InsHist']);

/** False for lines of capitation, which no total pays. */
function isSent(status: ClaimStatus): boolean {
  return status !== 'CapEstimate' && status !== 'CapClaim' && status !== 'CapComplete';
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
    if (silent.has(facts.statusOf(line))) continue;
    const known = ofClaim.get(claim);
    if (known === undefined) ofClaim.set(claim, [line]);
    else known.push(line);
  }
  const newestFirst = (a: number, b: number): number =>
    lines.date[b]! - lines.date[a]! || byLine(ledger)(a, b);
  const isOpen = (line: number): boolean =>
    isSent(facts.statusOf(line)) && !isAnsweredLine(ledger, line, of.asOf);
  const found = new Map<string, ProcedureLine[]>();
  for (const [claim, rows] of ofClaim) {
    const procedures = new Map<number, ProcedureLine>();
    for (const line of rows.sort(newestFirst)) {
      const charge = facts.chargeOf(line) ?? NONE;
      const known = procedures.get(charge) ?? { charge, estimate: 0, isOpen: false };
      const estimate = known.estimate + lines.insuranceEstimate.cents[line]!;
      procedures.set(charge, { charge, estimate, isOpen: known.isOpen || isOpen(line) });
    }
    found.set(claim, [...procedures.values()]);
  }
  return found;
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
  const { insurance } = worth;
  const shares = lines.map(({ charge }) => ({ charge, cents: 0 }));
  let rest = cents;
  const give = (place: number, upTo: number): void => {
    const share = shares[place];
    if (share === undefined) return;
    const part = Math.min(rest, Math.max(upTo - insurance[share.charge]!, 0));
    share.cents += part;
    insurance[share.charge] = insurance[share.charge]! + part;
    rest -= part;
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
  const [first] = shares;
  if (first !== undefined && rest !== 0) {
    first.cents += rest;
    insurance[first.charge] = insurance[first.charge]! + rest;
  }
  return shares.filter((share) => share.cents !== 0);
}
