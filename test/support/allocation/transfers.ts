/** What is proposed for each family: splits of its new money, and the income transfer (A20 to A31, T0 to T14). */
import {
  byOrder,
  type Facts,
  inOrder,
  isHidden,
  type Money,
  type Order,
  type Place,
  placeText,
  total,
  whoseText,
} from './facts';
import {
  byDocument,
  type Group,
  groupsOf,
  lowerCharges,
  negativeProduction,
  openOf,
  overOf,
  overpaidByPatient,
} from './groups';
import type { Insurance } from './insurance';
import { type Field, type Item, LAYERS, link } from './link';
import {
  type Fresh,
  newMoney,
  type SuggestedSplit,
  suggestPayment,
  suggestRefund,
  suggestUnallocated,
} from './splits';

export interface TransferRow extends Place {
  family: string;
  date: string;
  /** From 1 in each family; the offset and all supplementals of A43 are one. */
  pair: number;
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
  cents: number;
  rule: 'A43' | 'A45' | 'T13' | 'T4' | 'T6' | 'T8' | 'T7' | 'T9';
  /** A43 moves insurance money of this claim. */
  claim: string;
  /** It stands under the providers of the claim's lines (Z-17), not under nobody. */
  isOfLines: boolean;
}

export interface Notice {
  family: string;
  rule: 'T3' | 'A44';
  cents: number;
}

/** Money that is not on production, of one place and type (T4, 2). */
interface Pool extends Item {
  type: string;
}

/** One side of a pair. */
interface Side extends Place {
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
}

interface Pair {
  from: Side;
  to: Side;
  cents: number;
  rule: TransferRow['rule'];
}

/** Money that can be moved: in a pool, all of it or what a step made. */
interface Source extends Item {
  pool: Pool;
  /** The claim it is to stay on, if it can (A45). */
  claim: string;
}

interface Target extends Item {
  at: Group | Pool;
  claim: string;
}

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

function sideAt(at: Group | Pool): Side {
  return 'type' in at ? sideOf(at, { unearnedType: at.type }) : sideOfGroup(at);
}

interface Choices {
  isEnforced: boolean;
  isFully: boolean;
  isToProviders: boolean;
  isNegativeIncome: boolean;
  isFifo: boolean;
}

type Options = Readonly<Record<string, string>>;

function choicesOf(options: Options): Choices {
  return {
    isEnforced: options['paysplit-enforcement'] !== 'none',
    isFully: !['auto', 'none'].includes(options['paysplit-enforcement'] ?? ''),
    isToProviders: options['prepay-to-providers'] === 'yes',
    isNegativeIncome: options['negative-production-as-income'] !== 'no',
    isFifo: options['transfer'] === 'fifo',
  };
}

/** A family while its steps are walked. */
interface Walk {
  facts: Facts;
  family: string;
  insurance: Insurance;
  choices: Choices;
  pools: Pool[];
  groups: Group[];
  fresh: Fresh[];
  pairs: Pair[];
  splits: SuggestedSplit[];
}

/* ---- unearned and unallocated money ---- */

/** Without a row of its own it is of today, behind all that has one. */
const TODAY: Order = { moment: '9999', kind: 2, id: '', row: 0, part: '' };

function poolFor(
  pools: Pool[],
  at: { place: Place; type: string; order?: Order | undefined },
): Pool {
  const { place, type, order } = at;
  const found = pools.find((pool) => pool.type === type && placeText(pool) === placeText(place));
  if (found !== undefined) {
    if (order !== undefined && byOrder(order, { ...found.order, part: order.part }) < 0)
      found.order = { ...order, part: found.order.part };
    return found;
  }
  const { patient, provider, location } = place;
  const part = `${whoseText(place)}\n${type}`;
  const made = { patient, provider, location, order: { ...(order ?? TODAY), part }, left: 0, type };
  pools.push(made);
  return made;
}

function unearnedFor({ pools, facts }: Walk, place: Place): Pool {
  return poolFor(pools, { place, type: facts.unearnedType });
}

/** T4 (2): combined per patient, provider, location and type; hidden money of a charge is not in them. */
function poolsOf(money: readonly Money[]): Pool[] {
  const pools: Pool[] = [];
  for (const one of money) {
    const { type, order, charge, adjustment, isReserved, isNew, cents } = one;
    const isOnProduction = type === '' && (charge !== undefined || adjustment !== undefined);
    if (isReserved || isNew || isOnProduction) continue;
    const pool = poolFor(pools, { place: one, type, order });
    if (!isHidden(type) || (charge === undefined && cents > 0)) pool.left += cents;
  }
  return pools;
}

/** The oldest money of a provider, patient and location stands for all of it (T4, 2). */
function sourcesOf(pools: readonly Pool[]): Source[] {
  const inTurn = inOrder(pools);
  const first = (pool: Pool): number =>
    inTurn.findIndex((one) => placeText(one) === placeText(pool));
  return inTurn
    .filter(({ left }) => left > 0)
    .sort((a, b) => first(a) - first(b))
    .map((pool): Source => ({ ...pool, pool, claim: '' }));
}

function targetsOf(
  { insurance }: Walk,
  groups: readonly Group[],
  pools: readonly Pool[],
): Target[] {
  const open = groups
    .filter((group) => openOf(group) > 0)
    .map((group): Target => {
      const { patient, provider, location, order, charge } = group;
      const claim = charge === undefined ? '' : insurance.claimOf(charge);
      return { patient, provider, location, order, left: openOf(group), at: group, claim };
    });
  const short = pools
    .filter(({ left, type }) => left < 0 && !isHidden(type))
    .map((pool): Target => ({ ...pool, left: 0 - pool.left, at: pool, claim: '' }));
  return inOrder([...open, ...short]);
}

function move(walk: Walk, from: Pool, to: Group | Pool, of: Pick<Pair, 'cents' | 'rule'>): void {
  from.left -= of.cents;
  if ('type' in to) to.left += of.cents;
  else to.paid += of.cents;
  walk.pairs.push({ from: sideAt(from), to: sideAt(to), ...of });
}

/** T5, T7: layer by layer, each target in order takes from each source in order. */
function match(walk: Walk, sources: Source[], targets: Target[]): void {
  const layers: readonly (readonly Field[])[] = walk.choices.isFifo ? [[]] : LAYERS;
  for (const layer of layers) {
    link(inTurnOf(sources), targets, layer, (cents, { source }, { at }) => {
      source.left -= cents;
      move(walk, source.pool, at, { cents, rule: 'type' in at ? 'T4' : 'T7' });
    });
  }
}

/** Sources stand in their turn, whatever their dates. */
function inTurnOf(sources: Source[]): (Item & { source: Source })[] {
  return sources.map((source, row) => ({ ...source, order: { ...TODAY, row }, source }));
}

/* ---- the steps ---- */

/**
 * What is left of hidden money on charges: less what was given back of it; and what left without naming a
 * charge was that of the oldest charges, then of what names none.
 */
function hiddenLeft(pools: Pool[], money: readonly Money[]): Map<Money, number> {
  const hidden = money.filter(({ type, isReserved }) => isHidden(type) && !isReserved);
  const poolOf = (one: Money): Pool => poolFor(pools, { place: one, type: one.type });
  const back = hidden.filter(({ cents }) => cents < 0).map((one) => ({ one, left: 0 - one.cents }));
  const left = new Map<Money, number>();
  for (const one of hidden.filter(({ charge, cents }) => charge !== undefined && cents > 0)) {
    let rest = one.cents;
    for (const charge of [one.charge, undefined]) {
      const of = back.filter((row) => row.one.charge === charge && poolOf(row.one) === poolOf(one));
      for (const row of of) {
        const used = Math.min(row.left, rest);
        row.left -= used;
        rest -= used;
      }
    }
    left.set(one, rest);
  }
  for (const { one, left: gone } of back.filter((row) => row.one.charge === undefined)) {
    const pool = poolOf(one);
    pool.left -= Math.min(gone, Math.max(pool.left, 0));
  }
  return left;
}

/** T13: hidden money on a charge that is complete goes to it; other money for it as far as it is open. */
function usePrepayments(walk: Walk, money: readonly Money[]): void {
  const { pools, groups } = walk;
  const hidden = hiddenLeft(pools, money);
  for (const one of money) {
    const { charge, type, isReserved } = one;
    if (charge === undefined || type === '' || isReserved) continue;
    const own = groups.find((group) => group.charge === charge && group.isOwn)!;
    const pool = poolFor(pools, { place: one, type });
    const cents = isHidden(type)
      ? (hidden.get(one) ?? 0)
      : Math.min(one.cents, openOf(own), pool.left);
    if (cents <= 0) continue;
    if (isHidden(type)) pool.left += cents;
    move(walk, pool, own, { cents, rule: 'T13' });
  }
}

interface Left extends Source {
  pair: Pair;
}

function leave(walk: Walk, group: Group, cents: number, rule: 'T6' | 'T8'): Left {
  const pool = unearnedFor(walk, group);
  const lacked = Math.max(0 - pool.left, 0);
  group.paid -= cents;
  pool.left += cents;
  const pair: Pair = { from: sideOfGroup(group), to: sideAt(pool), cents, rule };
  walk.pairs.push(pair);
  const { charge, isOwn } = group;
  const { insurance } = walk;
  const isOfClaim = rule === 'T6' && isOwn && charge !== undefined && insurance.isAnswered(charge);
  const claim = isOfClaim ? insurance.claimOf(charge) : '';
  return { ...pool, left: Math.max(cents - lacked, 0), pool, claim, pair };
}

interface TakenOut {
  left: Left[];
  /** What T8 forbids to move, and what insurers paid too much. */
  forbidden: number;
  kept: number;
}

/** T6, T8, A44: overpaid money and money of a wrong provider becomes unearned of the same provider. */
function takeOut(walk: Walk): TakenOut {
  const { groups, choices } = walk;
  const found: TakenOut = { left: [], forbidden: 0, kept: 0 };
  const units = byDocument(groups).flatMap((document) =>
    choices.isFifo ? [document] : document.map((group) => [group]),
  );
  for (const unit of units) {
    // T12 asks not whose money is on a charge: all of it is one.
    const own = unit[0]!;
    const add = (of: (group: Group) => number): number => total(unit, of);
    const whole: Group = {
      ...own,
      production: add(({ production }) => production),
      paid: add(({ paid }) => paid),
      insurance: add(({ insurance }) => insurance),
    };
    const negative = negativeProduction(whole);
    const out = Math.min(
      overOf(whole),
      overpaidByPatient(whole) + (choices.isNegativeIncome ? negative : 0),
    );
    const stuck = overOf(whole) - out;
    const forbidden = choices.isNegativeIncome ? 0 : Math.min(stuck, negative);
    found.forbidden += forbidden;
    found.kept += stuck - forbidden;
    const rule = whole.production < 0 ? 'T8' : 'T6';
    let rest = out;
    for (const group of [...unit].reverse()) {
      const cents = group === own ? rest : Math.min(rest, Math.max(group.paid, 0));
      rest -= cents;
      if (cents > 0) found.left.push(leave(walk, group, cents, rule));
    }
    for (const group of unit.slice(1)) {
      own.production += group.production;
      own.paid += group.paid;
      group.production = 0;
      group.paid = 0;
    }
  }
  return found;
}

/** A45: what was overpaid on an answered claim goes to other procedures of that claim. */
function withinClaims(walk: Walk, sources: Left[], targets: Target[]): void {
  for (const target of targets) {
    for (const source of sources) {
      const cents = Math.min(source.left, target.left);
      if (cents <= 0 || source.claim === '' || source.claim !== target.claim) continue;
      source.left -= cents;
      target.left -= cents;
      move(walk, source.pool, target.at, { cents, rule: 'A45' });
    }
  }
}

/** A4, T9: what nobody needs stands without a provider, unless providers may be prepaid. */
function leaveUnearned(walk: Walk, made: readonly Left[]): void {
  if (walk.choices.isToProviders) return;
  for (const { pool, pair, left } of made) {
    if (left <= 0 || pool.provider === '') continue;
    const to = unearnedFor(walk, { ...pool, provider: '' });
    pool.left -= left;
    to.left += left;
    pair.cents -= left;
    walk.pairs.push({ ...pair, to: sideAt(to), cents: left });
  }
  walk.pairs = walk.pairs.filter(({ cents }) => cents > 0);
}

/** T4 (8), T9: unallocated money becomes unearned. */
function sweep(walk: Walk, sources: readonly Source[]): void {
  for (const { pool, left } of sources) {
    if (pool.type !== '' || left <= 0) continue;
    const provider = walk.choices.isToProviders ? pool.provider : '';
    move(walk, pool, unearnedFor(walk, { ...pool, provider }), { cents: left, rule: 'T9' });
  }
}

function transferIncome(walk: Walk, movable: () => Pool[]): TakenOut {
  match(walk, sourcesOf(movable()), targetsOf(walk, [], walk.pools));
  const old = sourcesOf(movable());
  const out = takeOut(walk);
  const targets = targetsOf(walk, walk.groups, walk.pools);
  if (walk.choices.isFully) withinClaims(walk, out.left, targets);
  match(walk, [...old, ...out.left], targets);
  leaveUnearned(walk, out.left);
  sweep(walk, old);
  return out;
}

/** What is still in any pool, to what is still owed. */
function useTheRest(walk: Walk): void {
  match(walk, sourcesOf(walk.pools), targetsOf(walk, walk.groups, walk.pools));
}

/* ---- a family ---- */

function post(walk: Walk, splits: readonly SuggestedSplit[], order?: Order): void {
  walk.splits.push(...splits);
  for (const split of splits) {
    if (!['A1', 'A23', 'A24'].includes(split.rule)) continue;
    poolFor(walk.pools, { place: split, type: split.unearnedType, order }).left += split.cents;
  }
}

function walkOf(facts: Facts, family: string, insurance: Insurance, options: Options): Walk {
  const money = facts.money.filter((one) => one.family === family);
  const pools = poolsOf(money);
  const places = [...new Set(money.filter(({ isNew }) => isNew).map(placeText))];
  const fresh = places.flatMap((text) => {
    const place = money.find((one) => one.isNew && placeText(one) === text)!;
    const pool = pools.find((one) => one.type === '' && placeText(one) === text);
    return newMoney(money, pool ?? { ...place, left: 0 });
  });
  const rows = money.map((one) => fresh.find((some) => some.money === one));
  return {
    ...{ facts, family, insurance, pools },
    choices: choicesOf(options),
    groups: groupsOf(facts, family, insurance.on),
    fresh: rows.filter((one) => one !== undefined && one.left !== 0) as Fresh[],
    ...{ pairs: [], splits: [] },
  };
}

export interface FamilyResult {
  splits: SuggestedSplit[];
  rows: TransferRow[];
  notices: Notice[];
}

export function allocateFamily(
  facts: Facts,
  family: string,
  has: { insurance: Insurance; options: Options; date: string },
): FamilyResult {
  const { insurance, options, date } = has;
  const walk = walkOf(facts, family, insurance, options);
  const { choices, fresh, groups } = walk;
  const type = facts.unearnedType;
  if (!choices.isEnforced) {
    for (const one of fresh) {
      const splits = suggestUnallocated(facts, one);
      const { order } = one.money;
      if (splits.length > 0) post(walk, splits, order);
      else poolFor(walk.pools, { place: one.money, type: '', order }).left += one.left;
    }
  }
  if (!choices.isFifo) lowerCharges(groups);
  usePrepayments(
    walk,
    facts.money.filter((one) => one.family === family),
  );
  const received = choices.isEnforced ? fresh.filter(({ left }) => left > 0) : [];
  // A30: hidden money never covers what new money finds open.
  const out = transferIncome(walk, () =>
    walk.pools.filter((pool) => received.length === 0 || !isHidden(pool.type)),
  );
  for (const one of received) post(walk, suggestPayment(one, groups, { options, type }));
  useTheRest(walk);
  for (const one of choices.isEnforced ? fresh.filter(({ left }) => left < 0) : []) {
    post(walk, suggestRefund(one, groups, type));
  }
  useTheRest(walk);

  const notices: Notice[] = [];
  if (out.kept > 0) notices.push({ family, rule: 'A44', cents: out.kept });
  if (out.forbidden > 0) notices.push({ family, rule: 'T3', cents: out.forbidden });
  const rows = out.forbidden > 0 ? [] : rowsOfPairs(walk, date);
  return { splits: walk.splits, rows, notices };
}

/** A43 first: the claim's total goes back, and is paid again line by line. */
function rowsOfPairs({ pairs, insurance, family }: Walk, date: string): TransferRow[] {
  const respreads = insurance.respreads.filter(({ shares }) => shares[0]!.charge.family === family);
  const ofClaims = respreads.flatMap(({ lump, place, shares }, at): TransferRow[] => {
    const of = { family, date, pair: at + 1, claim: lump.claim };
    const about = { ...of, rule: 'A43' as const, isOfLines: false };
    const isOfLines = place.provider === '';
    const offset = { ...about, ...sideOf(place), cents: 0 - lump.cents, isOfLines };
    const on = shares.map(({ place: to, charge, cents }) => ({
      ...about,
      ...sideOf(to, { chargeId: charge.id }),
      cents,
    }));
    return [offset, ...on];
  });
  const ofPairs = pairs.flatMap(({ from, to, cents, rule }, at): TransferRow[] => {
    const pair = respreads.length + at + 1;
    const about = { family, date, pair, rule, claim: '', isOfLines: false };
    return [
      { ...about, ...from, cents: 0 - cents },
      { ...about, ...to, cents },
    ];
  });
  return [...ofClaims, ...ofPairs];
}
