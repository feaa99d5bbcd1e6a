/** Income transfer, step by step, within one family (T4 to T9, T12, T13, A44, A45). */
import { NONE } from '../../core/brand';
import type { Steps } from '../../core/steps';
import { openCents, overCents } from './entries';
import {
  claimOf,
  DOCUMENTS_A_STEP,
  type FamilyRun,
  isHiddenPool,
  isUnallocated,
  moneyIn,
  pairsBy,
  plain,
  propose,
  providerOfRest,
  targetsOf,
  unearnedOf,
} from './familyRun';
import { type Pair, type Source, type Target, throughLayers, withinClaims } from './layers';
import type { NewMoney } from './newMoney';
import type { Prepaid } from './placeMoney';
import type { PairRule } from './proposals';

/** Prepayments whose procedure is completed go to it: hidden ones whole, others as far as it is open. */
export function usePrepayments(run: FamilyRun, prepaid: readonly Prepaid[]): void {
  const { entries } = run.accounts;
  for (const { entry, charge, cents, isHidden, isDone } of unused(run, prepaid)) {
    if (!isDone || charge === NONE) continue;
    const to = entries.ofCharge(charge);
    if (isHidden) {
      if (cents <= 0) continue;
      entries.add('money', entry, cents);
      propose(run, { from: entry, to, cents, rule: 'hidden prepayment', ...plain });
      continue;
    }
    const part = Math.min(cents, openCents(entries, to), overCents(entries, entry));
    if (part > 0) propose(run, { from: entry, to, cents: part, rule: 'prepayment', ...plain });
  }
}

/**
 * Hidden money that left was that of the oldest completed procedures, then what names none (T13). What was
 * given back of a procedure's is off the oldest of it.
 */
function unused({ accounts: { entries } }: FamilyRun, prepaid: readonly Prepaid[]): Prepaid[] {
  const gone = new Map<number, number>();
  const back = new Map<string, number>();
  const keyOf = ({ entry, charge }: Prepaid): string => `${entry} ${charge}`;
  for (const one of prepaid) {
    const { entry, charge, cents, isHidden } = one;
    if (charge === NONE) gone.set(entry, (gone.get(entry) ?? 0) - cents);
    else if (isHidden && cents < 0) back.set(keyOf(one), (back.get(keyOf(one)) ?? 0) - cents);
  }
  const left = prepaid.map((one) => {
    const { entry, charge, cents, isHidden, isDone } = one;
    if (!isHidden || !isDone || charge === NONE) return one;
    if (cents <= 0) return { ...one, cents: 0 };
    const taken = Math.min(back.get(keyOf(one)) ?? 0, cents);
    back.set(keyOf(one), (back.get(keyOf(one)) ?? 0) - taken);
    const used = Math.min(gone.get(entry) ?? 0, cents - taken);
    if (used > 0) gone.set(entry, (gone.get(entry) ?? 0) - used);
    return { ...one, cents: cents - taken - used };
  });
  for (const [entry, cents] of gone) {
    // The rest was given back of what still waits for its procedure, which is in no pool.
    entries.add('money', entry, -Math.min(cents, Math.max(entries.cents('money', entry), 0)));
  }
  return left;
}

/** Everything in its place: overpaid and misallocated money, and all pools, to what is owed (T4 to T7). */
export function* transferIncome(run: FamilyRun): Steps<undefined> {
  const { isFifo, enforcement } = run.choices;
  const shown = (): number[] => [...run.pools].filter((pool) => !isHiddenPool(run, pool));
  // New money is for all that hidden money does not cover (A30).
  const isNewMoney = ({ left }: NewMoney): boolean => enforcement !== 'none' && left > 0;
  const movable = run.fresh.some(isNewMoney) ? shown : (): number[] => [...run.pools];
  const alone = moneyIn(run, movable());
  if (alone.length > 0) {
    yield* match(run, alone, yield* targetsOf({ ...run, documents: [] }, shown()));
  }
  const old = moneyIn(run, movable());
  const made = isFifo ? yield* surplus(run) : yield* misallocated(run);
  const sources = [...old, ...made];
  // Without money there is no need to look what is owed.
  if (sources.length === 0) return undefined;
  const targets = yield* targetsOf(run, shown());
  if (enforcement === 'fully') yield* withinClaims(made, targets, pairsBy(run, 'same claim'));
  yield* match(run, sources, targets);
  leaveUnearned(run, made);
  sweep(run, old);
  return undefined;
}

/** What is still in any pool, hidden ones too, to what is still owed. */
export function* useTheRest(run: FamilyRun): Steps<undefined> {
  const sources = moneyIn(run, run.pools);
  if (sources.length === 0) return undefined;
  const shown = [...run.pools].filter((pool) => !isHiddenPool(run, pool));
  yield* match(run, sources, yield* targetsOf(run, shown));
  return undefined;
}

function* match(
  run: FamilyRun,
  sources: readonly Source[],
  targets: readonly Target[],
): Steps<undefined> {
  const { entries } = run.accounts;
  const { isFifo } = run.choices;
  yield* throughLayers({ sources, targets }, { entries, isFifo }, pairsOf(run));
  return undefined;
}

/** To what is owed, or to a pool below 0. */
function pairsOf(run: FamilyRun): Pair {
  const { entries } = run.accounts;
  const [owed, balance] = [pairsBy(run, 'owed'), pairsBy(run, 'balance')];
  return (source, target, cents, layer) => {
    const isPool = entries.keyOf(target.entry).kind === 'pool';
    (isPool ? balance : owed)(source, target, cents, layer);
  };
}

/**
 * Attached adjustments count on their charge, whoever's they are (A12): what another provider's lower is
 * set against the charge itself, in memory, before anything counts as overpaid.
 */
export function offsetInside(run: FamilyRun): void {
  const { entries } = run.accounts;
  const isLowered = (entry: number): boolean =>
    entries.cents('production', entry) < 0 &&
    entries.kindOf(entry) === 'charge' &&
    entries.ofCharge(entries.rowOf(entry)) !== entry;
  if (!run.documents.some(isLowered)) return;
  for (const group of byDocument(run)) {
    for (const lowered of group.filter(isLowered)) {
      for (const other of group) {
        const below = -entries.cents('production', lowered);
        const cents = Math.min(below, entries.cents('production', other));
        if (other === lowered || cents <= 0) continue;
        entries.add('production', other, -cents);
        entries.add('production', lowered, cents);
      }
    }
  }
}

/** Charge by charge, then adjustment by adjustment (T6). */
function chargesFirst({ accounts: { entries }, documents }: FamilyRun): number[] {
  const isCharge = (entry: number): boolean => entries.kindOf(entry) === 'charge';
  return [...documents.filter(isCharge), ...documents.filter((entry) => !isCharge(entry))];
}

/** The entries of each charge, then of each adjustment, its own first. */
function byDocument(run: FamilyRun): number[][] {
  const { entries } = run.accounts;
  const groups: number[][] = [];
  for (const entry of chargesFirst(run)) {
    const group = groups[groups.length - 1];
    const before = group?.[0] ?? NONE;
    const isSame =
      before !== NONE &&
      entries.kindOf(before) === entries.kindOf(entry) &&
      entries.rowOf(before) === entries.rowOf(entry);
    if (isSame) group?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** In each entry what is above its worth leaves it, to unearned of the same provider (T6, T8, A44). */
function* misallocated(run: FamilyRun): Steps<Source[]> {
  const { entries } = run.accounts;
  const made: Source[] = [];
  for (const [place, entry] of chargesFirst(run).entries()) {
    if (place % DOCUMENTS_A_STEP === DOCUMENTS_A_STEP - 1) yield;
    const over = overCents(entries, entry);
    if (over <= 0) continue;
    const production = entries.cents('production', entry);
    const money = entries.cents('money', entry);
    const cents = movable(run, entry, { over, money, production });
    if (cents > 0) made.push(leave(run, entry, { cents, rule: ruleOf(run, entry, production) }));
  }
  return made;
}

/** How much of what is above its worth may be moved; what may not is told. */
function movable(
  run: FamilyRun,
  entry: number,
  of: { readonly over: number; readonly money: number; readonly production: number },
): number {
  const isIncome = run.choices.negativeIsIncome;
  const paid = Math.max(of.money, 0);
  // Negative production that has not left it yet.
  const below = Math.max(Math.min(of.money, 0) - of.production, 0);
  const cents = Math.min(of.over, paid + (isIncome ? below : 0));
  const stuck = of.over - cents;
  const forbidden = isIncome ? 0 : Math.min(stuck, below);
  if (forbidden > 0) run.refused.push({ family: run.family, entry, cents: forbidden });
  const { kind, row } = run.accounts.entries.keyOf(entry);
  const insurers = stuck - forbidden;
  if (insurers > 0 && kind === 'charge') run.overpaid.push({ charge: row, cents: insurers });
  return cents;
}

function ruleOf(run: FamilyRun, entry: number, production: number): PairRule {
  if (production < 0) return 'negative production';
  const { entries } = run.accounts;
  const { kind, row } = entries.keyOf(entry);
  return kind === 'charge' && entries.ofCharge(row) !== entry ? 'misallocated' : 'overpaid';
}

/** Takes cents off an entry; they are unearned money of the same provider until somebody needs them. */
function leave(
  run: FamilyRun,
  entry: number,
  { cents, rule }: { readonly cents: number; readonly rule: PairRule },
): Source {
  const { entries, worth } = run.accounts;
  const { kind, row, provider } = entries.keyOf(entry);
  const pool = unearnedOf(run, entry, provider);
  const before = entries.cents('money', pool);
  const origin = propose(run, { from: entry, to: pool, cents, rule, ...plain });
  // Only what is overpaid stays on its claim; what another provider has there is his to use first.
  const isOfClaim = rule === 'overpaid' && kind === 'charge' && worth.isAnswered[row]! === 1;
  return {
    entry: pool,
    origin,
    // What the pool itself lacked stays there.
    left: Math.max(Math.min(cents, before + cents), 0),
    claim: isOfClaim ? claimOf(run, entry) : '',
  };
}

/** FIFO asks not whose money is on a charge: only what is above its whole worth leaves it (T12). */
function* surplus(run: FamilyRun): Steps<Source[]> {
  const { entries } = run.accounts;
  const made: Source[] = [];
  for (const [place, group] of byDocument(run).entries()) {
    if (place % DOCUMENTS_A_STEP === DOCUMENTS_A_STEP - 1) yield;
    const own = group[0] ?? NONE;
    const sum = (of: (entry: number) => number): number =>
      group.reduce((all, one) => all + of(one), 0);
    const over = sum((entry) => overCents(entries, entry));
    const production = sum((entry) => entries.cents('production', entry));
    const money = sum((entry) => entries.cents('money', entry));
    let left = over <= 0 ? 0 : movable(run, own, { over, money, production });
    for (const entry of [...group].reverse()) {
      const held = entry === own ? left : Math.max(entries.cents('money', entry), 0);
      const cents = Math.min(left, held);
      left -= cents;
      if (cents > 0) made.push(leave(run, entry, { cents, rule: ruleOf(run, own, production) }));
    }
    for (const other of group.slice(1)) mergeInto(run, own, other);
  }
  return made;
}

/** From here on all of a charge is told by its own entry. */
function mergeInto({ accounts: { entries } }: FamilyRun, own: number, other: number): void {
  for (const column of ['production', 'money'] as const) {
    const cents = entries.cents(column, other);
    entries.add(column, own, cents);
    entries.add(column, other, -cents);
  }
}

/** What nobody needed is nobody's in particular, unless providers may be prepaid (T9). */
function leaveUnearned(run: FamilyRun, made: readonly Source[]): void {
  const { entries } = run.accounts;
  for (const { entry, origin, left } of made) {
    const { provider } = entries.keyOf(entry);
    const whose = providerOfRest(run, provider);
    if (left <= 0 || whose === provider) continue;
    const to = unearnedOf(run, entry, whose);
    const whole = run.pairs.get(origin);
    entries.add('money', entry, -left);
    entries.add('money', to, left);
    if (left === whole.cents) {
      run.pairs.set(origin, to, left);
      continue;
    }
    run.pairs.set(origin, whole.to, whole.cents - left);
    run.pairs.push({ ...whole, to, cents: left });
  }
}

/** Unallocated money that nothing needs becomes unearned; its patient and location stay (T4, T9). */
function sweep(run: FamilyRun, sources: readonly Source[]): void {
  for (const { entry, left } of sources) {
    if (left <= 0 || !isUnallocated(run, entry)) continue;
    const whose = providerOfRest(run, run.accounts.entries.keyOf(entry).provider);
    const to = unearnedOf(run, entry, whose);
    propose(run, { from: entry, to, cents: left, rule: 'left over', ...plain });
  }
}
