/**
 * Allocation and income transfer as of a moment: what the money that names nothing should be for, and which
 * money stands in the wrong place (A10 to A60, T0 to T14). Family by family; the ledger is not changed.
 */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../allocateLedger';
import { type GroupedRows, groupRows } from '../groupRows';
import { type Accounts, accountsAt } from './accounts';
import type { AllocationChoices } from './choices';
import { proposeTotals } from './claimSplits';
import type { ClaimTotal } from './claimTotals';
import { overCents } from './entries';
import { entryOrder } from './entryOrder';
import type { FamilyRun } from './familyRun';
import type { NewMoney } from './newMoney';
import type { Prepaid } from './placeMoney';
import {
  type InsuranceOverpaid,
  pairBook,
  type Pairs,
  type Refused,
  type SuggestedSplit,
} from './proposals';
import { sortInSteps } from './sortInSteps';
import { suggestPayments, suggestRefunds, suggestUnallocated } from './suggestSplits';
import { offsetInside, transferIncome, usePrepayments, useTheRest } from './transferSteps';

export interface Allocated {
  readonly accounts: Accounts;
  readonly pairs: Pairs;
  readonly splits: readonly SuggestedSplit[];
  readonly overpaid: readonly InsuranceOverpaid[];
  readonly refused: readonly Refused[];
}

/** Entries of families between two pauses. */
const ENTRIES_A_STEP = 500;

export function* allocateAccounts(
  allocated: AllocatedLedger,
  asOf: number,
  choices: AllocationChoices,
): Steps<Allocated> {
  const accounts = yield* accountsAt(allocated, asOf);
  const { entries, families } = accounts;
  const found: Found = { pairs: pairBook(), splits: [], overpaid: [], refused: [] };
  const order = entryOrder(allocated.ledger, entries, asOf);
  const parts = yield* partsOfFamilies(accounts);
  let work = 0;
  for (const family of families.inOrder) {
    const part = parts(family);
    work += part.entries.length;
    if (work > ENTRIES_A_STEP) {
      work = 0;
      yield;
    }
    if (!hasWork(accounts, part)) continue;
    const isPool = (entry: number): boolean => entries.kindOf(entry) === 'pool';
    const documents = part.entries.filter((entry) => !isPool(entry));
    const run: FamilyRun = {
      ...found,
      accounts,
      choices,
      order,
      family,
      documents: [...(yield* sortInSteps(documents, order))],
      pools: new Set(part.entries.filter(isPool)),
      fresh: part.fresh,
    };
    yield* allocateFamily(run, part);
  }
  return { accounts, ...found };
}

interface Found {
  readonly pairs: Pairs;
  readonly splits: SuggestedSplit[];
  readonly overpaid: InsuranceOverpaid[];
  readonly refused: Refused[];
}

interface FamilyPart {
  readonly entries: Int32Array;
  readonly fresh: readonly NewMoney[];
  readonly prepaid: readonly Prepaid[];
  readonly totals: readonly ClaimTotal[];
}

function* partsOfFamilies(accounts: Accounts): Steps<(family: number) => FamilyPart> {
  const { entries, families, fresh, prepaid, totals } = accounts;
  const group = (length: number, familyOf: (item: number) => number): GroupedRows =>
    groupRows(
      Int32Array.from({ length }, (_, item) => familyOf(item)),
      families.named.length,
    );
  const familyOf = (entry: number): number => entries.familyOf(entry);
  const ofEntries = group(entries.length(), familyOf);
  yield;
  const ofFresh = group(fresh.length, (one) => familyOf(at(fresh, one).entry));
  const ofPrepaid = group(prepaid.length, (one) => familyOf(at(prepaid, one).entry));
  const ofTotals = group(totals.length, (one) => {
    const [first] = at(totals, one).shares;
    return first === undefined ? NONE : families.ofCharge[first.charge]!;
  });
  const rows = ({ starts, rows: all }: GroupedRows, family: number): Int32Array =>
    all.slice(starts[family], starts[family + 1]);
  return (family) => ({
    entries: rows(ofEntries, family),
    fresh: [...rows(ofFresh, family)].map((one) => at(fresh, one)),
    prepaid: [...rows(ofPrepaid, family)].map((one) => at(prepaid, one)),
    totals: [...rows(ofTotals, family)].map((one) => at(totals, one)),
  });
}

/** False for most families: every split stands where it belongs and no money waits. */
function hasWork({ entries }: Accounts, part: FamilyPart): boolean {
  if (part.fresh.some(({ left }) => left !== 0)) return true;
  if (part.prepaid.length > 0 || part.totals.length > 0) return true;
  return part.entries.some((entry) => {
    const isPool = entries.kindOf(entry) === 'pool';
    return isPool ? entries.cents('money', entry) !== 0 : overCents(entries, entry) > 0;
  });
}

/**
 * Transfers first: money that is on the account already is matched before new money is, so that nothing is
 * paid twice (A25). New money then pays what is left, and the rest of all of it what is left then.
 */
function* allocateFamily(
  run: FamilyRun,
  { totals, prepaid }: Pick<FamilyPart, 'totals' | 'prepaid'>,
): Steps<undefined> {
  const start = run.pairs.length();
  const before = run.refused.length;
  if (run.choices.splitsClaimTotals) proposeTotals(run, totals);
  const isEnforced = run.choices.enforcement !== 'none';
  if (!isEnforced) suggestUnallocated(run);
  if (!run.choices.isFifo) offsetInside(run);
  usePrepayments(run, prepaid);
  yield* transferIncome(run);
  if (isEnforced) yield* suggestPayments(run);
  yield* useTheRest(run);
  // Only now is it known whether anything stays open.
  if (isEnforced) suggestRefunds(run);
  yield* useTheRest(run);
  // An error blocks the transfers of its family before anything (T3).
  if (run.refused.length > before) run.pairs.cut(start);
  return undefined;
}
