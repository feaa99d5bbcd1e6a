/**
 * What insurers take off each charge: one source per line, the first that exists (Z-19), and what they
 * take off whole claims (Z-15, Z-18).
 */
import { NONE, type CentsColumn } from '../core/brand';
import { centsText } from '../core/cents';
import { textAt } from '../core/column';
import { byId } from '../core/order';
import type { Steps } from '../core/steps';
import { type ClaimStatus, claimStatuses } from '../ledger/claimKinds';
import type { Problem } from '../ledger/problem';
import { rowPlace } from '../ledger/tables';
import type { AllocatedLedger } from './allocateLedger';
import type { ChargeNamed } from './chargeNamed';
import { writeOffOf } from './claimLineFacts';
import { groupReason, reducesIncome } from './groupCodes';
import { type GroupedRows, groupInSteps } from './groupRows';

/** A problem that belongs to the months of a charge. */
export interface Finding {
  readonly charge: number;
  readonly problem: Problem;
}

/** A reduction that reached no charge: it is off no code's income (Z-20). */
export interface Unplaced {
  readonly kind: 'Claim Adjustments' | 'Adjustments';
  readonly row: number;
  readonly cents: number;
  /** NO_MOMENT where the row has no date. */
  readonly moment: number;
}

export interface LineReductions {
  /** For each charge. */
  readonly cents: CentsColumn;
  /** For each claim what is taken off it as a whole. */
  readonly ofClaims: Map<string, number>;
  readonly findings: readonly Finding[];
  readonly unplaced: readonly Unplaced[];
}

/** Rows between two pauses. */
const ROWS_A_STEP = 2_500;

export function* lineReductions(
  allocated: AllocatedLedger,
  named: ChargeNamed,
): Steps<LineReductions> {
  const { charges } = allocated.ledger;
  const found: Found = {
    cents: new Float64Array(charges.length),
    hasSource: new Uint8Array(charges.length),
    ofClaims: new Map(),
    claims: new Set(),
    findings: [],
    unplaced: [],
  };
  yield* claimAdjustments(allocated, named, found);
  yield;
  const lines = yield* linesOfCharges(allocated, named);
  yield;
  yield* asTotalWriteOffs(allocated, found);
  for (let charge = 0; charge < charges.length; charge++) {
    if (charge % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (allocated.lookup.stands[charge]! === 1) settle(allocated, charge, { found, lines });
  }
  return found;
}

interface Found extends LineReductions {
  /** 1 for a charge that has Claim Adjustments of its own, whatever their group. */
  readonly hasSource: Uint8Array;
  /** Claims that Claim Adjustments name. */
  readonly claims: Set<string>;
  readonly findings: Finding[];
  readonly unplaced: Unplaced[];
}

/** Rows of lines first: a row of the claim that stands on a line too is counted there, once (Z-15). */
function* claimAdjustments(
  allocated: AllocatedLedger,
  named: ChargeNamed,
  found: Found,
): Steps<undefined> {
  const rows = allocated.ledger.tables['Claim Adjustments'];
  const ofClaims: number[] = [];
  const onLines = new Map<string, number>();
  for (let row = 0; row < rows.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (rows.chargeId.codes[row]! === 0) {
      ofClaims.push(row);
      continue;
    }
    const adjustment = adjustmentOf(allocated, row);
    const { claim, cents, key } = adjustment;
    const charge = named(textAt(rows.chargeId, row), { claim, invoice: NONE });
    found.claims.add(claim);
    if (charge === NONE) {
      pushUnplaced(adjustment, found);
      continue;
    }
    if (!onLines.has(key)) onLines.set(key, charge);
    found.cents[charge] = found.cents[charge]! + cents;
    found.hasSource[charge] = 1;
  }
  yield;
  for (const [place, row] of ofClaims.entries()) {
    if (place % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    claimAdjustment(allocated, row, { found, onLines });
  }
  return undefined;
}

/** A row of the whole claim. */
function claimAdjustment(
  allocated: AllocatedLedger,
  row: number,
  { found, onLines }: { readonly found: Found; readonly onLines: ReadonlyMap<string, number> },
): void {
  const adjustment = adjustmentOf(allocated, row);
  const { claim, cents, key } = adjustment;
  const charge = onLines.get(key);
  found.claims.add(claim);
  if (charge !== undefined) {
    found.findings.push({ charge, problem: atBothLevels(allocated.ledger.tables, row) });
  } else if (allocated.lookup.ofClaim(claim).length === 0) {
    pushUnplaced(adjustment, found);
  } else if (cents !== 0) {
    found.ofClaims.set(claim, (found.ofClaims.get(claim) ?? 0) + cents);
  }
}

type Tables = AllocatedLedger['ledger']['tables'];

interface AdjustmentRow {
  readonly row: number;
  readonly claim: string;
  /** Off income; 0 where its group does not reduce. */
  readonly cents: number;
  /** Claim, group, reason and amount: what makes two rows one adjustment. */
  readonly key: string;
  readonly moment: number;
}

function adjustmentOf({ ledger }: AllocatedLedger, row: number): AdjustmentRow {
  const rows = ledger.tables['Claim Adjustments'];
  const claim = textAt(rows.claimNumber, row);
  const code = groupReason(rows.group[row]!, textAt(rows.reason, row));
  const amount = rows.amount[row]!;
  return {
    row,
    claim,
    cents: reducesIncome(code) ? amount : 0,
    key: JSON.stringify([claim, code.group, code.reason, amount]),
    moment: rows.date[row]!,
  };
}

function pushUnplaced({ row, cents, moment }: AdjustmentRow, found: Found): void {
  if (cents !== 0) found.unplaced.push({ kind: 'Claim Adjustments', row, cents, moment });
}

function atBothLevels(tables: Tables, row: number): Problem {
  const { amount, reason } = tables['Claim Adjustments'];
  const code = textAt(reason, row);
  return {
    code: 'ADJUSTMENT_AT_BOTH_LEVELS',
    severity: 'warned',
    ...rowPlace(tables, 'Claim Adjustments', { row, field: 'amount' }),
    found: `${centsText(amount[row]!)}${code === '' ? '' : `, reason ${code},`} of the whole claim, which stands on one of its lines too`,
    done: 'counted once, on the line',
    fix: 'keep the adjustment on the line or on the claim, not on both',
    count: 1,
    cents: amount[row]!,
  };
}

/** Claim lines of each charge, by Claim Line ID. */
function* linesOfCharges({ ledger }: AllocatedLedger, named: ChargeNamed): Steps<GroupedRows> {
  const lines = ledger.tables['Claim Lines'];
  const charge = new Int32Array(lines.length).fill(NONE);
  for (let line = 0; line < lines.length; line++) {
    if (line % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (lines.chargeId.codes[line]! === 0) continue;
    const claim = textAt(lines.claimNumber, line);
    charge[line] = named(textAt(lines.chargeId, line), { claim, invoice: NONE });
  }
  return yield* groupInSteps(
    charge,
    ledger.charges.length,
    (a, b) =>
      byId(textAt(lines.id, a), textAt(lines.id, b)) ||
      lines.source[a]! - lines.source[b]! ||
      lines.sheetRow[a]! - lines.sheetRow[b]!,
  );
}

/** Statuses whose write-off and allowed fee say what is earned. */
const counted: readonly ClaimStatus[] = ['Received', 'Supplemental', 'Not Received'];

function isCounted({ tables }: AllocatedLedger['ledger'], line: number): boolean {
  const status = claimStatuses[tables['Claim Lines'].status[line]!];
  return status !== undefined && counted.includes(status);
}

/** A write-off of an as-total line is one of the whole claim, unless Claim Adjustments tell of it. */
function* asTotalWriteOffs({ ledger, lookup }: AllocatedLedger, found: Found): Steps<void> {
  const lines = ledger.tables['Claim Lines'];
  for (let line = 0; line < lines.length; line++) {
    if (line % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const claim = textAt(lines.claimNumber, line);
    if (lines.chargeId.codes[line]! !== 0 || claim === '' || found.claims.has(claim)) continue;
    const cents = isCounted(ledger, line) ? (writeOffOf(ledger, line) ?? 0) : 0;
    if (cents === 0 || lookup.ofClaim(claim).length === 0) continue;
    found.ofClaims.set(claim, (found.ofClaims.get(claim) ?? 0) + cents);
  }
}

/** Takes the first source that exists, and tells where it differs from the allowed fee (Z-19). */
function settle(
  { ledger }: AllocatedLedger,
  charge: number,
  { found, lines }: { readonly found: Found; readonly lines: GroupedRows },
): void {
  let hasSource = found.hasSource[charge]! === 1;
  const own = lines.rows
    .subarray(lines.starts[charge], lines.starts[charge + 1])
    .filter((line) => isCounted(ledger, line));
  for (const line of hasSource ? [] : own) {
    const cents = writeOffOf(ledger, line);
    if (cents === undefined) continue;
    hasSource = true;
    found.cents[charge] = found.cents[charge]! + cents;
  }
  const allowed = allowedReduction(ledger, charge, own);
  if (allowed === undefined) return;
  if (!hasSource) found.cents[charge] = allowed.cents;
  else if (found.cents[charge]! !== allowed.cents) {
    found.findings.push({ charge, problem: allowedDiffers(found.cents[charge]!, allowed) });
  }
}

interface AllowedReduction {
  readonly cents: number;
  readonly place: ReturnType<typeof rowPlace>;
}

/** Billed − allowed, never the other way round; the charge's own fee, else its first claim line's. */
function allowedReduction(
  { charges, tables }: AllocatedLedger['ledger'],
  charge: number,
  own: Int32Array,
): AllowedReduction | undefined {
  const lines = tables['Claim Lines'];
  const line = own.find((one) => lines.allowed.given[one]! === 1);
  const isOwn = charges.allowed.given[charge]! === 1;
  if (!isOwn && line === undefined) return undefined;
  const allowed = isOwn ? charges.allowed.cents[charge]! : lines.allowed.cents[line ?? NONE]!;
  const billed = charges.amount[charge]!;
  const cents = billed < 0 ? Math.min(billed - allowed, 0) : Math.max(billed - allowed, 0);
  const place = isOwn
    ? rowPlace(tables, 'Charges', { row: charge, field: 'allowed' })
    : rowPlace(tables, 'Claim Lines', { row: line ?? NONE, field: 'allowed' });
  return { cents, place };
}

function allowedDiffers(adjusted: number, { cents, place }: AllowedReduction): Problem {
  return {
    code: 'ALLOWED_DIFFERS',
    severity: 'warned',
    ...place,
    found: `billed − allowed is ${centsText(cents)}, but the adjustments of the line are ${centsText(adjusted)}`,
    done: 'the adjustments are off earned income, the allowed fee is not',
    fix: 'check the adjustments and the allowed fee of the charge',
    count: 1,
    cents: cents - adjusted,
  };
}
