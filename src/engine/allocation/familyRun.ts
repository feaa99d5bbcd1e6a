/** One family: its entries in order, and how money moves between them. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import { isHiddenType } from '../moneyPostings';
import type { Accounts } from './accounts';
import type { AllocationChoices } from './choices';
import { type EntryKey, openCents, overCents, UNALLOCATED_TYPE } from './entries';
import type { EntryOrder } from './entryOrder';
import type { Pair, Source, Target } from './layers';
import type { NewMoney } from './newMoney';
import type {
  InsuranceOverpaid,
  PairOf,
  PairRule,
  Pairs,
  Refused,
  SuggestedSplit,
} from './proposals';

/** What the steps of a family read and write. */
export interface FamilyRun {
  readonly accounts: Accounts;
  readonly choices: AllocationChoices;
  readonly order: EntryOrder;
  readonly family: number;
  /** Entries of charges and adjustments, in their order (A11). */
  readonly documents: readonly number[];
  /** Pools in their order; made ones join at the end. */
  readonly pools: Set<number>;
  readonly fresh: readonly NewMoney[];
  readonly pairs: Pairs;
  readonly splits: SuggestedSplit[];
  readonly overpaid: InsuranceOverpaid[];
  readonly refused: Refused[];
}

/** Moves cents in memory and proposes the pair. */
export function propose(run: FamilyRun, pair: Omit<PairOf, 'family'>): number {
  const { entries } = run.accounts;
  entries.add('money', pair.from, -pair.cents);
  entries.add('money', pair.to, pair.cents);
  return run.pairs.push({ ...pair, family: run.family });
}

/** Where no layer was walked and the money stood in the entry itself. */
export const plain = { layer: 0, origin: NONE } as const;

/** A `Pair` that proposes every match under one rule. */
export function pairsBy(run: FamilyRun, rule: PairRule): Pair {
  return (source, target, cents, layer) => {
    const { entry: from, origin } = source;
    propose(run, { from, to: target.entry, cents, rule, layer, origin });
  };
}

/** The pool of a family for new money of a provider, patient and location. */
export function poolOf(
  run: FamilyRun,
  of: Pick<EntryKey, 'provider' | 'patient' | 'location' | 'type'>,
): number {
  const { entries } = run.accounts;
  const key: EntryKey = { ...of, kind: 'pool', row: NONE, family: run.family };
  const pool = entries.of(key);
  run.pools.add(pool);
  return pool;
}

/** The unearned pool that money of an entry goes to; `provider` is its own or nobody. */
export function unearnedOf(run: FamilyRun, entry: number, provider: number): number {
  const { patient, location } = run.accounts.entries.keyOf(entry);
  return poolOf(run, { provider, patient, location, type: run.accounts.unearnedType });
}

/** Whose unearned money is that nothing needs (T9). */
export function providerOfRest({ accounts, choices }: FamilyRun, provider: number): number {
  return choices.prepaysProviders ? provider : accounts.allocated.ledger.providers.noProvider;
}

export function isHiddenPool({ accounts: { entries } }: FamilyRun, pool: number): boolean {
  const { type } = entries.keyOf(pool);
  return isHiddenType(entries.types.texts[type] ?? '');
}

export function isUnallocated({ accounts: { entries } }: FamilyRun, pool: number): boolean {
  return entries.keyOf(pool).type === UNALLOCATED_TYPE;
}

/** The claim that a charge is on; empty for other entries. */
export function claimOf({ accounts }: FamilyRun, entry: number): string {
  const { entries } = accounts;
  return entries.kindOf(entry) === 'charge' ? accounts.claimOf(entries.rowOf(entry)) : '';
}

/** Entries of one family between two pauses: a ledger that names nobody is one. */
export const DOCUMENTS_A_STEP = 2_000;

/** What is owed: charges and adjustments that are open, and pools below 0, in order (A11). */
export function* targetsOf(run: FamilyRun, pools: Iterable<number>): Steps<Target[]> {
  const { entries } = run.accounts;
  const isOpen = (entry: number): boolean => openCents(entries, entry) > 0;
  const below = [...pools].filter(isOpen).sort(run.order);
  const open: Target[] = [];
  const push = (entry: number): void => {
    open.push({ entry, open: openCents(entries, entry), claim: claimOf(run, entry) });
  };
  // The documents stand in order: what is below 0 is set between them.
  let next = 0;
  for (const [place, entry] of run.documents.entries()) {
    if (place % DOCUMENTS_A_STEP === DOCUMENTS_A_STEP - 1) yield;
    if (!isOpen(entry)) continue;
    while (next < below.length && run.order(at(below, next), entry) < 0) push(at(below, next++));
    push(entry);
  }
  below.slice(next).forEach(push);
  return open;
}

/** Money in pools: by the oldest of a provider, patient and location, which stands for all of them (T4). */
export function moneyIn(run: FamilyRun, pools: Iterable<number>): Source[] {
  const { entries } = run.accounts;
  const all = [...pools];
  const full = all.filter((pool) => overCents(entries, pool) > 0);
  const inOrder =
    full.length > 1 ? byOldest(run, all).filter((pool) => overCents(entries, pool) > 0) : full;
  return inOrder.map((entry) => ({
    entry,
    left: overCents(entries, entry),
    claim: '',
    origin: NONE,
  }));
}

function byOldest(run: FamilyRun, pools: readonly number[]): number[] {
  const { entries } = run.accounts;
  const groupOf = (pool: number): string => {
    const { provider, patient, location } = entries.keyOf(pool);
    return `${provider} ${patient} ${location}`;
  };
  const first = new Map<string, number>();
  const inOrder = [...pools].sort(run.order);
  for (const [place, pool] of inOrder.entries()) {
    if (!first.has(groupOf(pool))) first.set(groupOf(pool), place);
  }
  return inOrder
    .map((pool, place) => ({ pool, place, group: first.get(groupOf(pool)) ?? 0 }))
    .sort((a, b) => a.group - b.group || a.place - b.place)
    .map(({ pool }) => pool);
}

/** The patient's own text of a payments row, as the entries have it. */
export function patientOfRow({ accounts }: FamilyRun, row: number): number {
  const { payments } = accounts.allocated.ledger;
  return accounts.entries.patients.code(textAt(payments.patientId, row));
}
