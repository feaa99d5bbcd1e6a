/** Splits for payments that name nothing (A20 to A24), and for totals of claims that wait for them (A41). */
import type { Steps } from '../../core/steps';
import { openCents, UNALLOCATED_TYPE } from './entries';
import { type FamilyRun, patientOfRow, poolOf, targetsOf } from './familyRun';
import type { Target } from './layers';
import type { NewMoney } from './newMoney';
import type { SplitRule, SuggestedSplit } from './proposals';

/** Payments between two pauses. */
const PAYMENTS_A_STEP = 500;

/** Each payment in order pays the oldest open charge, whoever's it is (A22, A31); its rest is unearned. */
export function* suggestPayments(run: FamilyRun): Steps<undefined> {
  const received = run.fresh.filter(({ cents, left }) => cents > 0 && left > 0);
  if (received.length === 0) return undefined;
  const targets = (yield* targetsOf(run, [])).filter(({ entry }) => isWork(run, entry));
  const queues = openQueues(run, targets);
  for (const [place, one] of received.entries()) {
    if (place % PAYMENTS_A_STEP === PAYMENTS_A_STEP - 1) yield;
    let { left } = one;
    for (
      let next = queues.next(one.row);
      next !== undefined && left > 0;
      next = queues.next(one.row)
    ) {
      const { target, rule } = next;
      const cents = Math.min(left, target.open);
      put(run, one, { to: target.entry, cents, open: target.open, rule });
      target.open -= cents;
      left -= cents;
    }
    if (left > 0) put(run, one, { to: restOf(run, one), cents: left, open: 0, rule: 'rest' });
    const stays = one.cents - one.left;
    if (stays !== 0) tell(run, one, { to: one.entry, cents: stays, open: 0, rule: 'stays' });
  }
  return undefined;
}

/** Money given back: while anything is open it is left as it is, else it lowers unearned (A24). */
export function suggestRefunds(run: FamilyRun): void {
  const { entries } = run.accounts;
  if (run.fresh.length === 0) return;
  const isOpen = run.documents.some((entry) => openCents(entries, entry) > 0 && isWork(run, entry));
  for (const one of run.fresh) {
    if (one.cents >= 0 || one.left >= 0) continue;
    if (isOpen) {
      entries.add('money', one.entry, one.left);
      entries.see(one.entry, one.row);
      run.pools.add(one.entry);
      continue;
    }
    put(run, one, { to: restOf(run, one), cents: one.left, open: 0, rule: 'refund' });
    const stays = one.cents - one.left;
    if (stays !== 0) tell(run, one, { to: one.entry, cents: stays, open: 0, rule: 'stays' });
  }
}

/** Not enforced: one unallocated split, to the provider whom the patient sees most (A1). */
export function suggestUnallocated(run: FamilyRun): void {
  const { entries, allocated } = run.accounts;
  for (const one of run.fresh) {
    if (one.left === 0) continue;
    const { patient, location } = entries.keyOf(one.entry);
    const provider = primaryProvider(run, patient);
    const to = poolOf(run, { provider, patient, location, type: UNALLOCATED_TYPE });
    if (provider === allocated.ledger.providers.noProvider) {
      entries.add('money', to, one.left);
      entries.see(to, one.row);
      continue;
    }
    put(run, one, { to, cents: one.left, open: 0, rule: 'not enforced' });
    entries.see(to, one.row);
    const stays = one.cents - one.left;
    if (stays !== 0) tell(run, one, { to: one.entry, cents: stays, open: 0, rule: 'stays' });
  }
}

/** A charge or adjustment: what was taken off one under a wrong name is made up by a transfer (A20). */
function isWork({ accounts: { entries } }: FamilyRun, entry: number): boolean {
  if (entries.cents('production', entry) !== 0) return true;
  return entries.kindOf(entry) === 'charge' && entries.ofCharge(entries.rowOf(entry)) === entry;
}

interface OpenQueues {
  /** The next open target for a payments row; undefined where nothing is open any more. */
  next(row: number): { readonly target: Target; readonly rule: SplitRule } | undefined;
}

/** What is open, oldest first (A11); with the option the patient's own before all others (A21). */
function openQueues(run: FamilyRun, targets: Target[]): OpenQueues {
  const { entries } = run.accounts;
  const all: Queue = { targets, next: 0 };
  const ofPatient = new Map<number, Queue>();
  for (const target of run.choices.prefersCurrentPatient ? all.targets : []) {
    const { patient } = entries.keyOf(target.entry);
    const known = ofPatient.get(patient);
    if (known === undefined) ofPatient.set(patient, { targets: [target], next: 0 });
    else known.targets.push(target);
  }
  return {
    next(row) {
      const patient = patientOfRow(run, row);
      const own = patient === 0 ? undefined : openIn(ofPatient.get(patient));
      if (own !== undefined) return { target: own, rule: 'current patient' };
      const target = openIn(all);
      return target === undefined ? undefined : { target, rule: 'oldest' };
    },
  };
}

interface Queue {
  readonly targets: Target[];
  next: number;
}

/** The first target that is still open: what is paid never opens again. */
function openIn(queue: Queue | undefined): Target | undefined {
  if (queue === undefined) return undefined;
  while ((queue.targets[queue.next]?.open ?? 1) <= 0) queue.next++;
  return queue.targets[queue.next];
}

/** Unearned of nobody, also where providers may be prepaid; patient and location are the payment's (A23). */
function restOf(run: FamilyRun, { entry }: NewMoney): number {
  const { entries, allocated, unearnedType } = run.accounts;
  const { patient, location } = entries.keyOf(entry);
  const provider = allocated.ledger.providers.noProvider;
  return poolOf(run, { provider, patient, location, type: unearnedType });
}

interface PutOn {
  readonly to: number;
  readonly cents: number;
  readonly open: number;
  readonly rule: SplitRule;
}

/** Puts new money on an entry in memory and suggests it. */
function put(run: FamilyRun, of: NewMoney, on: PutOn): void {
  run.accounts.entries.add('money', on.to, on.cents);
  tell(run, of, on);
}

function tell(run: FamilyRun, { row, entry }: NewMoney, on: PutOn): void {
  const split: SuggestedSplit = { family: run.family, kind: 'Payments', row, from: entry, ...on };
  run.splits.push(split);
}

/** Who did most of the patient's work, else of the family's; ties in the order of the names. */
function primaryProvider(run: FamilyRun, patient: number): number {
  const { entries, allocated } = run.accounts;
  const { ledger, book } = allocated;
  const by = (isAll: boolean): Map<number, number> => {
    const sums = new Map<number, number>();
    for (const entry of run.documents) {
      const { kind, row, provider, patient: whose } = entries.keyOf(entry);
      if (kind !== 'charge' || entries.ofCharge(row) !== entry) continue;
      if (isAll || whose === patient) {
        sums.set(provider, (sums.get(provider) ?? 0) + book.netCents[row]!);
      }
    }
    sums.delete(ledger.providers.noProvider);
    return sums;
  };
  const own = by(false);
  const sums = own.size > 0 ? own : by(true);
  const [most] = [...sums].sort(([a, m], [b, n]) => n - m || a - b);
  return most?.[0] ?? ledger.providers.noProvider;
}
