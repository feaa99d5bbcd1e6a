/** The income transfer that is proposed for each family (T0-T14, A43, A44). */
import {
  DEFAULT_UNEARNED,
  type Facts,
  inOrder,
  isHidden,
  type Money,
  type Order,
  type Place,
  placeText,
  total,
} from './facts';
import {
  byCharge,
  type Extra,
  type Group,
  groupsOf,
  negativeProduction,
  openOf,
  overpaidByPatient,
} from './groups';
import type { Insurance } from './insurance';
import { type Item, LAYERS, link } from './link';

export interface TransferRow extends Place {
  family: string;
  date: string;
  /** From 1 in each family; the offset and all supplementals of A43 are one. */
  pair: number;
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
  cents: number;
  rule: 'A43' | 'T13' | 'T4' | 'T6' | 'T8' | 'T7' | 'T9';
  /** A43 moves insurance money of this claim. */
  claim: string;
}

export interface Notice {
  family: string;
  rule: 'T3' | 'T12' | 'A44';
  cents: number;
}

/** Money that is not on production, of one place and type (T4, 2). */
interface Pool extends Item {
  type: string;
}

interface Target extends Item {
  at: Side;
}

/** One side of a pair. */
interface Side extends Place {
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
}

type Options = Readonly<Record<string, string>>;

function sideOf(place: Place, more: Partial<Side> = {}): Side {
  const { patient, provider, location } = place;
  const nowhere = { chargeId: '', adjustmentId: '', unearnedType: '' };
  return { patient, provider, location, ...nowhere, ...more };
}

function sideOfGroup(group: Group): Side {
  return sideOf(group, {
    chargeId: group.charge?.id ?? '',
    adjustmentId: group.adjustment?.id ?? '',
  });
}

function sideOfPool(pool: Pool): Side {
  return sideOf(pool, { unearnedType: pool.type });
}

type Pair = (cents: number, from: Side, to: Side, rule: TransferRow['rule']) => void;

/* ---- hidden prepayments of finished work ---- */

interface Hidden {
  /** T13: hidden money that stands on a charge that is complete now. */
  freed: { money: Money; cents: number }[];
  /** Taken out before, from where the ledger still shows it. */
  returned: { money: Money; cents: number }[];
}

/**
 * T13 takes hidden money out without naming the charge and removes the link of the deposit; a ledger whose rows stay
 * as they are keeps that link. So what was taken out of unattached hidden money was taken out of this money first.
 */
function hiddenOf(money: readonly Money[]): Hidden {
  const hidden = money.filter(({ type, isReserved }) => isHidden(type) && !isReserved);
  const key = (one: Money): string => `${placeText(one)} ${one.type}`;
  const found: Hidden = { freed: [], returned: [] };
  for (const name of new Set(hidden.map(key))) {
    const ofKey = hidden.filter((one) => key(one) === name);
    let taken = total(ofKey, ({ charge, cents }) =>
      charge === undefined ? Math.max(0 - cents, 0) : 0,
    );
    const charges = inOrder([...new Set(ofKey.flatMap(({ charge }) => charge ?? []))]);
    for (const charge of charges) {
      const set = ofKey.filter((one) => one.charge === charge);
      const cents = total(set, (one) => one.cents);
      const gone = Math.min(taken, Math.max(cents, 0));
      taken -= gone;
      if (gone > 0) found.returned.push({ money: set[0]!, cents: gone });
      if (cents > gone) found.freed.push({ money: set[0]!, cents: cents - gone });
    }
  }
  const orders = found.freed.map((one) => ({ ...one, order: one.money.charge!.order }));
  return { ...found, freed: inOrder(orders) };
}

/* ---- unearned and unallocated money ---- */

function poolFor(pools: Pool[], at: { place: Place; type: string; order: Order }): Pool {
  const { place, type, order } = at;
  const found = pools.find((pool) => pool.type === type && placeText(pool) === placeText(place));
  if (found !== undefined) return found;
  const { patient, provider, location } = place;
  const part = `${placeText(place)} ${type}`;
  const made = { patient, provider, location, order: { ...order, part }, left: 0, type };
  pools.push(made);
  return made;
}

/** T4 (2): combined per patient, provider, location and type, with the earliest date; `money` is in order. */
function poolsOf(money: readonly Money[], { returned }: Hidden): Pool[] {
  const pools: Pool[] = [];
  for (const one of money) {
    const { type, order, charge, adjustment } = one;
    const isOnProduction = type === '' && (charge !== undefined || adjustment !== undefined);
    const isOnCharge = isHidden(type) && charge !== undefined;
    if (one.isReserved || isOnProduction || isOnCharge) continue;
    poolFor(pools, { place: one, type, order }).left += one.cents;
  }
  for (const { money: one, cents } of returned) {
    poolFor(pools, { place: one, type: one.type, order: one.order }).left += cents;
  }
  return pools;
}

/** Money that this transfer makes is younger than all money of the ledger. */
function newOrder(pools: readonly Pool[]): Order {
  return { moment: '9999', kind: 2, id: '', row: pools.length, part: '' };
}

function overdrawn(pools: readonly Pool[]): (Target & { pool: Pool })[] {
  return pools
    .filter(({ left }) => left < 0)
    .map((pool) => ({ ...pool, left: 0 - pool.left, at: sideOfPool(pool), pool }));
}

/* ---- the steps ---- */

/** A43: the claim's total goes back, and is paid again line by line. */
function respread(
  rows: TransferRow[],
  has: { insurance: Insurance; pools: Pool[]; isToProviders: boolean },
  family: string,
  date: string,
): void {
  const { insurance, pools, isToProviders } = has;
  let pair = 0;
  for (const { lump, shares } of insurance.respreads.filter((one) => one.lump.family === family)) {
    pair += 1;
    const about = { family, date, pair, rule: 'A43' as const, claim: lump.claim };
    rows.push({ ...about, ...sideOf(lump), cents: 0 - lump.cents });
    for (const { place, charge, cents } of shares) {
      if (charge !== undefined) {
        rows.push({ ...about, ...sideOf(place, { chargeId: charge.id }), cents });
        continue;
      }
      const to = { ...place, provider: isToProviders ? place.provider : '' };
      rows.push({ ...about, ...sideOf(to, { unearnedType: DEFAULT_UNEARNED }), cents });
      const order = newOrder(pools);
      poolFor(pools, { place: to, type: DEFAULT_UNEARNED, order }).left += cents;
    }
  }
}

/** T6, T8, A44: overpaid money and money of a wrong provider becomes unearned of the same provider. */
function takeOut(
  groups: readonly Group[],
  has: { pools: Pool[]; isNegativeIncome: boolean },
  pair: Pair,
): number {
  let kept = 0;
  for (const group of byCharge(groups)) {
    const over = Math.max(0 - openOf(group), 0);
    const negative = has.isNegativeIncome ? negativeProduction(group) : 0;
    const cents = Math.min(over, overpaidByPatient(group) + negative);
    kept += over - cents;
    if (cents === 0) continue;
    const to = sideOf(group, { unearnedType: DEFAULT_UNEARNED });
    pair(cents, sideOfGroup(group), to, negative > 0 ? 'T8' : 'T6');
    group.paid -= cents;
    const order = newOrder(has.pools);
    poolFor(has.pools, { place: group, type: DEFAULT_UNEARNED, order }).left += cents;
  }
  return kept;
}

interface Choices {
  isToProviders: boolean;
  isNegativeIncome: boolean;
  isRefusedFifo: boolean;
  layers: typeof LAYERS;
}

/** T12: first in, first out is one layer that asks for nothing, and not available under full enforcement. */
function choicesOf(options: Options): Choices {
  const isFully = !['auto', 'none'].includes(options['paysplit-enforcement'] ?? '');
  const isFifo = options['transfer'] === 'fifo';
  return {
    isToProviders: options['prepay-to-providers'] === 'yes',
    isNegativeIncome: options['negative-production-as-income'] !== 'no',
    isRefusedFifo: isFifo && isFully,
    layers: isFifo && !isFully ? [[]] : LAYERS,
  };
}

export function transferFamily(
  facts: Facts,
  family: string,
  has: { insurance: Insurance; options: Options; date: string },
): { rows: TransferRow[]; notices: Notice[] } {
  const { insurance, options, date } = has;
  const { isToProviders, isNegativeIncome, isRefusedFifo, layers } = choicesOf(options);

  const rows: TransferRow[] = [];
  const notices: Notice[] = [];
  const pair: Pair = (cents, from, to, rule) => {
    const number = (rows[rows.length - 1]?.pair ?? 0) + 1;
    const about = { family, date, pair: number, rule, claim: '' };
    rows.push({ ...about, ...from, cents: 0 - cents }, { ...about, ...to, cents });
  };
  if (isRefusedFifo) notices.push({ family, rule: 'T12', cents: 0 });

  const money = facts.money.filter((one) => one.family === family);
  const hidden = hiddenOf(money);
  const pools = poolsOf(money, hidden);
  respread(rows, { insurance, pools, isToProviders }, family, date);

  const extras = hidden.freed.map(({ money: one, cents }): Extra => {
    const charge = one.charge!;
    pair(
      cents,
      sideOf(one, { unearnedType: one.type }),
      sideOf(charge, { chargeId: charge.id }),
      'T13',
    );
    const { patient, provider, location } = charge;
    return { patient, provider, location, charge, cents };
  });
  const insuranceOn = (charge: Parameters<Insurance['on']>[0]): number =>
    insurance.on(charge, true);
  const groups = groupsOf(facts, family, { insuranceOn, extras });

  const forbidden = isNegativeIncome
    ? 0
    : total(groups, (group) => (openOf(group) < 0 ? negativeProduction(group) : 0));
  if (forbidden > 0) {
    return { rows: [], notices: [...notices, { family, rule: 'T3', cents: forbidden }] };
  }

  // T4 (4): what was taken out of one place too often is put back from another.
  const short = overdrawn(pools);
  for (const layer of layers) {
    link(pools, short, layer, (cents, from, to) => {
      to.pool.left += cents;
      pair(cents, sideOfPool(from), to.at, 'T4');
    });
  }

  // T4 (6): all that is open, layer by layer (T5), after the first layer's preprocessing (T6).
  const kept = takeOut(groups, { pools, isNegativeIncome }, pair);
  if (kept > 0) notices.push({ family, rule: 'A44', cents: kept });
  const open = groups
    .filter((group) => openOf(group) > 0)
    .map((group): Target => {
      const { patient, provider, location, order } = group;
      return { patient, provider, location, order, left: openOf(group), at: sideOfGroup(group) };
    });
  const targets: Target[] = [...open, ...overdrawn(pools)];
  for (const layer of layers) {
    link(pools, targets, layer, (cents, from, to) => {
      pair(cents, sideOfPool(from), to.at, 'T7');
    });
  }

  // T4 (8), T9: what nobody needs becomes unearned.
  for (const pool of inOrder(pools)) {
    if (pool.type !== '' || pool.left <= 0) continue;
    const provider = isToProviders ? pool.provider : '';
    const to = sideOf({ ...pool, provider }, { unearnedType: DEFAULT_UNEARNED });
    pair(pool.left, sideOfPool(pool), to, 'T9');
  }
  return { rows, notices };
}
