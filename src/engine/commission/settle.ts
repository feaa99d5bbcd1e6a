/**
 * Settlement with the closed periods: each pays what was paid when it was closed, and what has changed in
 * it since is carried into the first period that is open (C20, INV-28 to INV-31).
 */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { dayOfMoment, startOfDay } from '../../core/day';
import { contains, type Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import { type ComputedBy, openFrom, type PaidLine } from '../../ledger/closedPeriod';
import { bases } from '../../ledger/planKinds';
import type { AllocatedLedger } from '../allocateLedger';
import { type Options, optionsOf } from '../options';
import { sourceKinds } from './baseLines';
import { type Change, changesOf } from './changes';
import type { Commission } from './commission';
import { paidNow } from './paidNow';
import { plansDigest, rowDigests, rowId } from './rowDigests';
import { type BasisFigures, settlement, type Settlement } from './settlement';

/** Money of a closed period that another one pays or takes back; it stands once in each, with both signs. */
export interface Carried {
  /** Place in the ledger's provider names, and in `bases`. */
  readonly provider: number;
  readonly basis: number;
  /** The closed period, and a moment in it; NaN for what that period keeps, which is taken from nowhere. */
  readonly about: string;
  readonly takenAt: number;
  /** The first moment of the period that pays it, and that period's name where it is closed itself. */
  readonly paidAt: number;
  readonly paidIn: string;
  readonly cents: number;
  /** The open change, or the line as the later close kept it. */
  readonly of: { readonly change: Change } | { readonly line: PaidLine };
}

export interface ClosedSettlement extends Settlement {
  /** What is carried out of a period (negative) or into it, for one provider. */
  carried(provider: number, period: Period): readonly CarriedInto[];
  /** What has changed since, and is in no close yet. */
  readonly changes: readonly Change[];
  /** What only seems to have changed, because a plan cannot be computed meanwhile: what was paid stays. */
  readonly held: readonly Change[];
  /** Without the closed periods: what each line pays as the ledger stands. */
  readonly restated: Settlement;
}

/** `cents` with the sign that it has in the period that was asked for. */
export interface CarriedInto {
  readonly carried: Carried;
  readonly cents: number;
}

export interface SettleBy {
  readonly options: Options;
  /** Empty where causes are told to nobody. */
  readonly version: string;
}

export function* settle(
  { ledger }: Pick<AllocatedLedger, 'ledger'>,
  commission: Commission,
  { options, version }: SettleBy,
): Steps<ClosedSettlement> {
  const restated = settlement(ledger, commission, options);
  const { periods } = ledger.closes;
  const opens = openFrom(ledger.closes);
  if (opens === undefined) {
    return { ...restated, restated, changes: [], held: [], carried: () => [] };
  }
  const by = computedBy(ledger, options, version);
  const digests = yield* rowDigests(ledger);
  const later = periods.flatMap(({ name, period, lines }) =>
    lines.flatMap((line) => (line.about === '' ? [] : [{ line, name, period }])),
  );
  const places = new Map(ledger.providers.names.map((name, place) => [name, place]));
  const isUnknown = notComputed(ledger, commission);
  const changes: Change[] = [];
  const held: Change[] = [];
  const carried: Carried[] = [];
  for (const closed of periods) {
    yield;
    const takenAt = startOfDay(dayOfMoment(closed.period.to));
    const add = (
      of: Change | PaidLine,
      into: Omit<Carried, 'provider' | 'basis' | 'about' | 'takenAt'> & { takenAt?: number },
    ): void => {
      const provider = places.get(of.provider);
      if (provider === undefined) return;
      const basis = bases.indexOf(of.basis);
      carried.push({ provider, basis, about: closed.name, takenAt, ...into });
    };
    const carriedLater = later.filter(({ line }) => line.about === closed.name);
    for (const { line, name, period } of carriedLater) {
      add(line, { paidAt: period.from, paidIn: name, cents: line.cents, of: { line } });
    }
    const now = yield* paidNow({ ledger, commission, settled: restated }, closed.period);
    const own = closed.lines.filter(({ about }) => about === '');
    const paid = [...own, ...carriedLater.map(({ line }) => line)];
    const all = yield* changesOf({ ledger, digests, by }, closed, { paid, now });
    const isHeld = heldOf(
      all,
      (provider) => isRefused(places.get(provider), commission),
      isUnknown,
    );
    const found = all.filter((change) => !isHeld(change));
    for (const change of all.filter(isHeld)) {
      held.push(change);
      const cents = change.before - change.after;
      add(change, { takenAt: NaN, paidAt: takenAt, paidIn: closed.name, cents, of: { change } });
    }
    changes.push(...found);
    for (const change of found) {
      const cents = change.after - change.before;
      add(change, { paidAt: opens, paidIn: '', cents, of: { change } });
    }
  }
  return { ...withCarried(restated, carried), restated, changes, held };
}

const keyOf = ({ basis, kind, id, charge }: Pick<Change, 'basis' | 'kind' | 'id' | 'charge'>) =>
  JSON.stringify([basis, kind, id, charge]);

/** Tells of a row and charge whether its pay is not known, because its provider's plan cannot be computed. */
function notComputed(
  ledger: AllocatedLedger['ledger'],
  commission: Commission,
): (change: Change) => boolean {
  const keys = new Set<string>();
  for (const { basis, lines, notPaid } of commission.bases) {
    for (const { line, provider } of notPaid) {
      // What a refused payee would be credited with is his own affair.
      if (!isRefused(provider, commission)) continue;
      const kind = at(sourceKinds, lines.kind[line]!);
      const of = lines.charge[line]!;
      const charge = of === NONE ? '' : textAt(ledger.charges.id, of);
      keys.add(keyOf({ basis, kind, id: rowId(ledger, kind, lines.row[line]!), charge }));
    }
  }
  return (change) => keys.has(keyOf(change));
}

/**
 * Who is paid by a plan that cannot be computed keeps what he was paid, and so does who was credited by it;
 * of the latter guarantees and deficits are not known either.
 */
function heldOf(
  changes: readonly Change[],
  isPayeeRefused: (provider: string) => boolean,
  isUnknown: (change: Change) => boolean,
): (change: Change) => boolean {
  const own = new Set(changes.filter((one) => isPayeeRefused(one.provider)).map(keyOf));
  // Work that was only reassigned to who is refused is not his who had it any more.
  const isCredit = (one: Change): boolean =>
    isUnknown(one) &&
    ((one.cause !== 'edited' && one.cause !== 'reassigned') || own.has(keyOf(one)));
  const payees = new Set(changes.filter(isCredit).map(({ provider }) => provider));
  return (change) =>
    isPayeeRefused(change.provider) ||
    isCredit(change) ||
    (change.kind === '' && payees.has(change.provider));
}

/** True for a provider whose plan cannot be computed. */
export function isRefused(provider: number | undefined, { picker }: Commission): boolean {
  return provider === undefined || picker.planOf(provider) === 'plan refused';
}

/** What the figures of a ledger come from, besides its rows. */
export function computedBy(
  ledger: AllocatedLedger['ledger'],
  options: Options,
  version: string,
): ComputedBy {
  const words = optionsOf('commission', options).map(([name, value]) => `${name}: ${value}`);
  return { plans: plansDigest(ledger), options: words.join(', '), version };
}

function withCarried(
  restated: Settlement,
  carried: readonly Carried[],
): Settlement & Pick<ClosedSettlement, 'carried'> {
  const byProvider = new Map<number, Carried[]>();
  for (const one of carried) {
    const own = byProvider.get(one.provider);
    if (own === undefined) byProvider.set(one.provider, [one]);
    else own.push(one);
  }
  const into = (provider: number, period: Period): CarriedInto[] =>
    (byProvider.get(provider) ?? []).flatMap((one) => {
      const [isTaken, isPaid] = [contains(period, one.takenAt), contains(period, one.paidAt)];
      if (isTaken === isPaid) return [];
      return [{ carried: one, cents: isPaid ? one.cents : 0 - one.cents }];
    });
  const figures = (provider: number, period: Period): BasisFigures[] => {
    const own = restated.figures(provider, period);
    const sums = new Map<number, number>();
    for (const { carried: one, cents } of into(provider, period)) {
      sums.set(one.basis, (sums.get(one.basis) ?? 0) + cents);
    }
    const known = new Set(own.map(({ basis }) => basis));
    const added = [...sums.keys()].filter((basis) => !known.has(basis));
    const nothing = { base: 0, commission: 0, adjustments: 0, carryForward: 0, payable: 0 };
    return [...own, ...added.map((basis) => ({ provider, basis, ...nothing }))]
      .sort((a, b) => a.basis - b.basis)
      .map((one) => {
        const cents = sums.get(one.basis) ?? 0;
        return {
          ...one,
          carryForward: one.carryForward + cents,
          payable: one.payable + cents,
        };
      });
  };
  const all = [...byProvider.keys()];
  return {
    ...restated,
    carried: into,
    figures,
    providers(period) {
      const more = all.filter((provider) => into(provider, period).length > 0);
      return [...new Set([...restated.providers(period), ...more])].sort((a, b) => a - b);
    },
    payable: (provider, period) =>
      figures(provider, period).reduce((sum, one) => sum + one.payable, 0),
  };
}
