/**
 * The bridge: Production → Income → Collections → Cash of one range, every step a sum of rows with its
 * reason. Anchors are summed for themselves and steps for themselves, so that the residual is a test.
 */
import { NO_MOMENT, NONE } from '../core/brand';
import { contains, type Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { PaymentType } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import { typeOf } from '../ledger/moneyTypes';
import { TAX } from './allocate';
import type { AllocatedLedger } from './allocateLedger';
import type { EarnedIncome } from './earnedIncome';
import { lineMoney, type MoneyPiece } from './lineMoney';
import { places } from './places';
import { measures, postedKinds } from './posting';

export interface BridgeLine {
  readonly line: string;
  readonly cents: number;
  readonly rows: number;
  readonly isAnchor: boolean;
}

export interface Bridge {
  readonly lines: readonly BridgeLine[];
  readonly anchors: Readonly<Record<'Production' | 'Income' | 'Collections' | 'Cash', number>>;
  /** What the steps leave unexplained: always 0. */
  readonly residual: number;
}

export interface BridgeScope {
  readonly period: Period;
  readonly locations: ReadonlySet<string> | undefined;
  /** Total of Cash Summary: with a filter of locations it goes by invoices, and lines by their own. */
  readonly cashSummary: number;
}

/** Sums by name in the order in which the names are first given. */
class Tally {
  private readonly sums = new Map<string, { cents: number; rows: number }>();

  constructor(names: readonly string[]) {
    for (const name of names) this.sums.set(name, { cents: 0, rows: 0 });
  }

  add(name: string, cents: number): void {
    const sum = this.sums.get(name) ?? { cents: 0, rows: 0 };
    if (cents !== 0) sum.rows += 1;
    sum.cents += cents;
    this.sums.set(name, sum);
  }

  get total(): number {
    return [...this.sums.values()].reduce((all, { cents }) => all + cents, 0);
  }

  /** Steps of nothing are left out: the reader sees what there is. */
  lines(): BridgeLine[] {
    return [...this.sums]
      .filter(([, { rows }]) => rows > 0)
      .map(([line, { cents, rows }]) => ({ line, cents, rows, isAnchor: false }));
  }
}

const produced = [
  'Capitation write-offs inside production',
  'Contractual adjustments and allowed-amount reductions',
  'Claim-level adjustments',
  'Claim-level adjustments that fit no line',
  'Write-offs among the adjustments',
  'Discounts and bad debt taken off income',
  'Reductions beyond what was billed, left on',
] as const;

const toCollections = [
  'Claim-level adjustments that fit no line, owed by no charge',
  'Discounts, courtesy and bad debt on these services',
  'Paid before the period (timing)',
  'Paid after the period (timing)',
  'Not paid',
  'Paid above what was earned',
  'In the period for earlier services (timing)',
  'In the period for later services (timing)',
  'In the period on work that is no production (scheduled, planned, unbilled)',
] as const;

const toCash = [
  'Insurance money on claim lines',
  'Insurance checks received',
  'Sales tax collected',
  'Unallocated: on no charge line',
  'Deposits received',
  'Deposits refunded',
  'Credit applied (no cash)',
  'Credit put back on account (no cash)',
  'Transfers (no cash)',
  'Cash that Cash Summary places by its invoice, and the line elsewhere',
] as const;

/** The walk over the ledger tables. */
export function* ledgerBridge(
  allocated: AllocatedLedger,
  earned: EarnedIncome,
  scope: BridgeScope,
): Steps<Bridge> {
  const isHere = inLocations(allocated, scope);
  const production = yield* productionOf(allocated, scope, isHere);
  const income = new Tally(produced);
  income.add(produced[0], 0 - production.capitation);
  const earnedCents = incomeSteps(allocated, earned, { scope, isHere }, income);
  yield;
  const pieces = (yield* lineMoney(allocated)).filter(
    ({ location }) => scope.locations === undefined || scope.locations.has(location),
  );
  yield;
  const collections = new Tally(toCollections);
  collectionSteps(allocated, earned, { scope, isHere, pieces }, collections);
  yield;
  const cash = new Tally(toCash);
  const anchors = {
    Production: production.cents,
    Income: earnedCents,
    ...cashSteps(allocated, { scope, pieces }, cash),
  };
  const anchor = (line: keyof typeof anchors, rows: number): BridgeLine => ({
    line,
    cents: anchors[line],
    rows,
    isAnchor: true,
  });
  const rowsOf = (isIn: (piece: MoneyPiece) => boolean): number =>
    new Set(
      pieces
        .filter((piece) => contains(scope.period, piece.moment) && isIn(piece))
        .map(({ from, row }) => `${from} ${row}`),
    ).size;
  return {
    lines: [
      anchor('Production', production.rows),
      ...income.lines(),
      anchor('Income', production.rows),
      ...collections.lines(),
      anchor(
        'Collections',
        rowsOf(({ charge }) => charge >= 0),
      ),
      ...cash.lines(),
      anchor(
        'Cash',
        rowsOf((piece) => piece.isCash),
      ),
    ],
    anchors,
    residual: anchors.Production + income.total + collections.total + cash.total - anchors.Cash,
  };
}

type IsHere = (charge: number) => boolean;

function inLocations(allocated: AllocatedLedger, { locations }: BridgeScope): IsHere {
  if (locations === undefined) return () => true;
  const where = places(allocated);
  return (charge) => locations.has(where.ofCharge(charge));
}

/** Gross production of the range from its postings (P1). */
function* productionOf(
  allocated: AllocatedLedger,
  { period, locations }: BridgeScope,
  isHere: IsHere,
): Steps<{ cents: number; rows: number; capitation: number }> {
  const postings = yield* allocated.posted();
  const ofMeasure = measures.indexOf('production');
  const ofCharges = postedKinds.indexOf('Charges');
  const sums = { cents: 0, rows: 0, capitation: 0 };
  for (let posting = 0; posting < postings.length; posting++) {
    if (postings.measure[posting]! !== ofMeasure) continue;
    if (!contains(period, postings.moment[posting]!)) continue;
    const isCharge = postings.kind[posting]! === ofCharges;
    const charge = postings.charge[posting]!;
    if (charge === NONE ? locations !== undefined : !isHere(charge)) continue;
    sums.cents += postings.cents[posting]!;
    if (isCharge) sums.rows += 1;
    else sums.capitation += postings.cents[posting]!;
  }
  return sums;
}

interface Of {
  readonly scope: BridgeScope;
  readonly isHere: IsHere;
}

/** Earned charges of the range; returns their earned income. */
function incomeSteps(
  allocated: AllocatedLedger,
  earned: EarnedIncome,
  { scope, isHere }: Of,
  tally: Tally,
): number {
  const { charges } = allocated.ledger;
  const isIn = (charge: number): boolean =>
    earned.isEarned[charge]! === 1 &&
    contains(scope.period, charges.service[charge]!) &&
    isHere(charge);
  let income = 0;
  for (let charge = 0; charge < charges.length; charge++) {
    if (!isIn(charge)) continue;
    income += earned.income[charge]!;
    tally.add(produced[1], 0 - earned.contractual[charge]!);
    tally.add(produced[2], 0 - earned.claimLevel[charge]!);
    tally.add(produced[4], 0 - earned.writeOffAdjustments[charge]!);
    if (earned.deductsDiscounts) tally.add(produced[5], 0 - earned.discounts[charge]!);
    tally.add(produced[6], earned.overadjusted[charge]!);
  }
  for (const rest of restsIn(earned, isIn)) {
    income -= rest.cents;
    tally.add(produced[3], 0 - rest.cents);
  }
  return income;
}

function restsIn(
  { claimRests, deductsDiscounts }: EarnedIncome,
  isIn: (charge: number) => boolean,
): EarnedIncome['claimRests'] {
  return claimRests.filter(
    ({ charge, part }) => isIn(charge) && (part !== 'discounts' || deductsDiscounts),
  );
}

/** From what the services of the range earned to the money that reached lines in the range. */
function collectionSteps(
  allocated: AllocatedLedger,
  earned: EarnedIncome,
  { scope, isHere, pieces }: Of & { readonly pieces: readonly MoneyPiece[] },
  tally: Tally,
): void {
  const { charges } = allocated.ledger;
  const { period } = scope;
  const isIn = (charge: number): boolean =>
    earned.isEarned[charge]! === 1 && contains(period, charges.service[charge]!) && isHere(charge);
  const left = leftToPay(earned, isIn, charges.length, tally);
  for (const piece of pieces) {
    if (piece.charge < 0) continue;
    const isPeriod = contains(period, piece.moment);
    const known = left.get(piece.charge);
    if (known !== undefined) {
      left.set(piece.charge, known - piece.cents);
      const isBefore = piece.moment < period.from;
      if (!isPeriod) tally.add(toCollections[isBefore ? 2 : 3], 0 - piece.cents);
    } else if (isPeriod) {
      tally.add(otherWork(allocated, earned, period, piece.charge), piece.cents);
    }
  }
  for (const rest of left.values()) tally.add(toCollections[rest > 0 ? 4 : 5], 0 - rest);
  for (const { cents } of restsIn(earned, isIn)) tally.add(toCollections[0], cents);
}

/** What each service of the range earned, less what was never to be paid. */
function leftToPay(
  earned: EarnedIncome,
  isIn: (charge: number) => boolean,
  charges: number,
  tally: Tally,
): Map<number, number> {
  const left = new Map<number, number>();
  for (let charge = 0; charge < charges; charge++) {
    if (!isIn(charge)) continue;
    const off = earned.deductsDiscounts ? 0 : earned.discounts[charge]!;
    tally.add(toCollections[1], 0 - off);
    left.set(charge, earned.income[charge]! - off);
  }
  return left;
}

/** The step of money in the range on a charge that the range did not earn. */
function otherWork(
  { ledger }: AllocatedLedger,
  earned: EarnedIncome,
  period: Period,
  charge: number,
): string {
  if (earned.isEarned[charge]! === 0) return toCollections[8];
  return toCollections[ledger.charges.service[charge]! < period.from ? 6 : 7];
}

/** From money on lines to cash; returns both. */
function cashSteps(
  { ledger }: AllocatedLedger,
  { scope, pieces }: Pick<Of, 'scope'> & { readonly pieces: readonly MoneyPiece[] },
  tally: Tally,
): { Collections: number; Cash: number } {
  const sums = { Collections: 0, Cash: 0 };
  for (const piece of pieces) {
    if (piece.moment === NO_MOMENT || !contains(scope.period, piece.moment)) continue;
    const { charge, cents } = piece;
    if (piece.isCash) sums.Cash += cents;
    if (charge >= 0) sums.Collections += cents;
    const step = cashStep(ledger, piece);
    // Money that is on no line, or no cash, is in neither of the two.
    if (step !== undefined) tally.add(step, (piece.isCash ? cents : 0) - (charge >= 0 ? cents : 0));
  }
  const elsewhere = scope.locations === undefined ? 0 : scope.cashSummary - sums.Cash;
  tally.add(toCash[9], elsewhere);
  return { ...sums, Cash: sums.Cash + elsewhere };
}

/** The step that a piece makes from Collections to Cash; undefined for cash on a line, which is both. */
function cashStep(
  { payments }: Ledger,
  { charge, from, row, isCash }: MoneyPiece,
): string | undefined {
  if (from === 'claim line') return toCash[0];
  if (from === 'check') return toCash[1];
  const type = typeOf(payments.type, row);
  if (!isCash) return creditSteps[type] ?? toCash[8];
  if (charge === TAX) return toCash[2];
  return charge >= 0 ? undefined : (depositSteps[type] ?? toCash[3]);
}

const creditSteps: Partial<Record<PaymentType, string>> = {
  'Credit Applied': toCash[6],
  Unapplied: toCash[7],
};
const depositSteps: Partial<Record<PaymentType, string>> = {
  Deposit: toCash[4],
  'Deposit Refund': toCash[5],
};
