/**
 * Earned income: what is billed for each charge less what insurers and write-offs take off it, by service
 * date and whether or not it was paid (Z-5, Z-6, Z-15 to Z-20). The report's Total Income and the
 * anchor `Income` of the bridge are sums of these columns.
 */
import { at } from '../core/assert';
import { NONE, type CentsColumn } from '../core/brand';
import { centsText } from '../core/cents';
import { byId } from '../core/order';
import { sortInSteps } from '../core/sortInSteps';
import { onceFor, type Steps } from '../core/steps';
import { chargesColumns } from '../ledger/kinds';
import type { Problem } from '../ledger/problem';
import { rowPlace } from '../ledger/tables';
import { adjustmentReductions } from './adjustmentReductions';
import type { AllocatedLedger } from './allocateLedger';
import { chargeNamed } from './chargeNamed';
import { type ClaimSpread, claimSpread } from './claimSpread';
import { type Finding, lineReductions, type Unplaced } from './lineReductions';
import type { Options } from './options';

/** Columns are by charge and hold 0 for one that is not earned; reductions are positive. */
export interface EarnedIncome {
  /** 1 for a charge that was performed and billed: Complete, and neither it nor its invoice Voided (Z-A9). */
  readonly isEarned: Uint8Array;
  readonly billed: CentsColumn;
  /** Contractual adjustments and allowed-amount reductions of the line itself. */
  readonly contractual: CentsColumn;
  /** Its part of what is taken off the whole claim. */
  readonly claimLevel: CentsColumn;
  /** Rows of Adjustments in the bucket write-off. */
  readonly writeOffAdjustments: CentsColumn;
  /** Courtesy discounts and bad debt: off income only with cpt-discounts=deduct (Z-A6). */
  readonly discounts: CentsColumn;
  /** What is taken off beyond what was billed, and left on (Z-A10). */
  readonly overadjusted: CentsColumn;
  /** billed − contractual − claimLevel − writeOffAdjustments (− discounts) + overadjusted. */
  readonly income: CentsColumn;
  /** What no line of a claim could take: the rows of the pseudo code `Claim`. */
  readonly claimRests: readonly ClaimRest[];
  /** cpt-discounts=deduct. */
  readonly deductsDiscounts: boolean;
  /** Spreads by cpt-spread, for money of whole claims (Z-17). */
  readonly spreadOverClaim: ClaimSpread;
  readonly findings: readonly Finding[];
  readonly unplaced: {
    readonly reductions: readonly Unplaced[];
    readonly discounts: readonly Unplaced[];
  };
}

export interface ClaimRest {
  readonly claim: string;
  /** The first earned line of the claim: its service date and location are those of the rest. */
  readonly charge: number;
  /** The provider of all earned lines of the claim, or `No provider` where they have several. */
  readonly provider: number;
  /** Off income. */
  readonly cents: number;
  readonly part: Part;
}

type Part = 'claimLevel' | 'writeOffAdjustments' | 'discounts';

type EarnedChoice = Pick<Options, 'cpt-spread' | 'cpt-discounts'>;

/** Made once for a ledger and its choice: the CPT reports and the bridge read the same columns. */
export const earnedIncome = onceFor(
  (options: EarnedChoice) => `${options['cpt-spread']} ${options['cpt-discounts']}`,
  makeEarnedIncome,
);

function* makeEarnedIncome(allocated: AllocatedLedger, options: EarnedChoice): Steps<EarnedIncome> {
  const { charges } = allocated.ledger;
  const named = chargeNamed(allocated);
  const lines = yield* lineReductions(allocated, named);
  yield;
  const rows = yield* adjustmentReductions(allocated, named);
  yield;
  const deducts = options['cpt-discounts'] === 'deduct';
  const parts: Parts = {
    contractual: lines.cents,
    claimLevel: new Float64Array(charges.length),
    writeOffAdjustments: rows.writeOff.cents,
    discounts: rows.discount.cents.map((cents, charge) => cents + charges.discount[charge]!),
  };
  const off = new Float64Array(charges.length);
  for (let charge = 0; charge < off.length; charge++) {
    const discount = deducts ? parts.discounts[charge]! : 0;
    off[charge] = parts.contractual[charge]! + parts.writeOffAdjustments[charge]! + discount;
  }
  const ofClaims: ReadonlyMap<string, number>[] = [
    lines.ofClaims,
    rows.writeOff.ofClaims,
    rows.discount.ofClaims,
  ];
  const spreadOverClaim = claimSpread(allocated, options['cpt-spread'], off.slice());
  const isEarned = earnedCharges(allocated);
  const claimRests: ClaimRest[] = [];
  yield* spreadClaims(allocated, {
    parts,
    off,
    ofClaims,
    deducts,
    spreadOverClaim,
    isEarned,
    claimRests,
  });
  yield;
  return {
    isEarned,
    ...(yield* settleIncome(allocated, { parts, off, isEarned, findings: lines.findings })),
    claimRests,
    deductsDiscounts: deducts,
    spreadOverClaim,
    unplaced: {
      reductions: [...lines.unplaced, ...rows.writeOff.unplaced],
      discounts: rows.discount.unplaced,
    },
  };
}

interface Parts {
  readonly contractual: CentsColumn;
  readonly claimLevel: CentsColumn;
  readonly writeOffAdjustments: CentsColumn;
  readonly discounts: CentsColumn;
}

/** 1 for each standing charge that is Complete. */
function earnedCharges({ ledger, lookup }: AllocatedLedger): Uint8Array {
  const complete = chargesColumns.status.choices.indexOf('Complete');
  return ledger.charges.status.map((status, charge) =>
    Number(status === complete && lookup.stands[charge]! === 1),
  );
}

/** In place of a part by its order in `ofClaims`. */
const claimParts: readonly Part[] = ['claimLevel', 'writeOffAdjustments', 'discounts'];

/** Claims between two pauses. */
const CLAIMS_A_STEP = 500;

/** Spreads what names whole claims, claim by claim; a charge may be on two of them. */
function* spreadClaims(
  { ledger, lookup }: AllocatedLedger,
  of: {
    readonly parts: Parts;
    /** What is off each charge so far: it grows here. */
    readonly off: Float64Array;
    readonly ofClaims: readonly ReadonlyMap<string, number>[];
    readonly deducts: boolean;
    readonly spreadOverClaim: ClaimSpread;
    readonly isEarned: Uint8Array;
    readonly claimRests: ClaimRest[];
  },
): Steps<undefined> {
  const { amount } = ledger.charges;
  const claims = yield* claimsInOrder(of.ofClaims);
  for (const [place, claim] of claims.entries()) {
    if (place % CLAIMS_A_STEP === CLAIMS_A_STEP - 1) yield;
    const lines = lookup.ofClaim(claim);
    for (const [which, sums] of of.ofClaims.entries()) {
      const cents = sums.get(claim) ?? 0;
      if (cents === 0) continue;
      const part = at(claimParts, which);
      const counts = part !== 'discounts' || of.deducts;
      const rooms = lines.map((charge) => roomOf(amount[charge]!, of.off[charge]!, cents));
      const { shares, rest } = of.spreadOverClaim(cents, lines, counts ? rooms : undefined);
      for (const [line, charge] of lines.entries()) {
        const share = at(shares, line);
        of.parts[part][charge] = of.parts[part][charge]! + share;
        if (counts) of.off[charge] = of.off[charge]! + share;
      }
      const earned = lines.filter((charge) => of.isEarned[charge]! === 1);
      if (rest !== 0) addRest(ledger, earned, { claim, cents: rest, part, into: of.claimRests });
    }
  }
  return undefined;
}

/** The claims that anything is taken off, by their numbers. */
function* claimsInOrder(ofClaims: readonly ReadonlyMap<string, number>[]): Steps<string[]> {
  const claims = [...new Set(ofClaims.flatMap((sums) => [...sums.keys()]))];
  const places = new Int32Array(claims.length).map((_, place) => place);
  yield;
  const order = yield* sortInSteps(places, (a, b) => byId(at(claims, a), at(claims, b)));
  return Array.from(order, (place) => at(claims, place));
}

/** What can still be taken off a line: it ends at 0. What goes the other way has no bound. */
function roomOf(billed: number, off: number, cents: number): number {
  if (billed < 0 !== cents < 0) return Infinity;
  return Math.max(billed < 0 ? off - billed : billed - off, 0);
}

function addRest(
  { providers }: AllocatedLedger['ledger'],
  earned: readonly number[],
  of: Pick<ClaimRest, 'claim' | 'cents' | 'part'> & { readonly into: ClaimRest[] },
): void {
  const [charge] = earned;
  if (charge === undefined) return;
  const { into, ...rest } = of;
  into.push({ ...rest, charge, provider: soleProvider(providers, earned) });
}

/** The provider of all these charges; `No provider` where they have several. */
export function soleProvider(
  { ofCharge, names }: AllocatedLedger['ledger']['providers'],
  charges: readonly number[],
): number {
  const found = new Set(charges.map((charge) => ofCharge[charge]!));
  const [provider = NONE] = found;
  return found.size === 1 ? provider : names.length - 1;
}

/** Income of each earned charge, never past 0 (Z-A10); columns of the others are emptied. */
function* settleIncome(
  { ledger }: AllocatedLedger,
  of: {
    readonly parts: Parts;
    readonly off: Float64Array;
    readonly isEarned: Uint8Array;
    readonly findings: readonly Finding[];
  },
): Steps<Parts & Pick<EarnedIncome, 'billed' | 'overadjusted' | 'income' | 'findings'>> {
  const { charges } = ledger;
  const billed = new Float64Array(charges.length);
  const income = new Float64Array(charges.length);
  const overadjusted = new Float64Array(charges.length);
  const findings = of.findings.filter(({ charge }) => of.isEarned[charge]! === 1);
  const columns = Object.values(of.parts) as CentsColumn[];
  for (let charge = 0; charge < charges.length; charge++) {
    if (charge % 10_000 === 9_999) yield;
    if (of.isEarned[charge]! === 0) {
      for (const column of columns) column[charge] = 0;
      continue;
    }
    const amount = charges.amount[charge]!;
    const left = amount - of.off[charge]!;
    const isPast = amount < 0 ? left > 0 : left < 0;
    billed[charge] = amount;
    income[charge] = isPast ? 0 : left;
    overadjusted[charge] = isPast ? -left : 0;
    if (isPast) findings.push({ charge, problem: overadjustedProblem(ledger, charge, left) });
  }
  return { ...of.parts, billed, income, overadjusted, findings };
}

function overadjustedProblem(
  { tables, charges }: AllocatedLedger['ledger'],
  charge: number,
  left: number,
): Problem {
  const billed = charges.amount[charge]!;
  return {
    code: 'CHARGE_OVERADJUSTED',
    severity: 'warned',
    ...rowPlace(tables, 'Charges', { row: charge, field: 'amount' }),
    found: `${centsText(billed)} billed and ${centsText(billed - left)} taken off it (W-OVERADJ)`,
    done: 'earned income of the charge is 0.00',
    fix: 'check whether two insurers posted the same contractual adjustment',
    count: 1,
    cents: left,
  };
}
