/** Production and patient money that meet: on one charge or adjustment, for one patient, provider and location. */
import {
  type Adjustment,
  byOrder,
  type Charge,
  type Facts,
  inOrder,
  type Money,
  type Order,
  type Place,
  placeText,
} from './facts';

export interface Group extends Place {
  charge: Charge | undefined;
  adjustment: Adjustment | undefined;
  order: Order;
  /** A charge or an adjustment stands here; money of a wrong provider stands alone. */
  hasProduction: boolean;
  production: number;
  insurance: number;
  paid: number;
  /** The newest money here. */
  last: Order;
}

/** Money that is put on a charge before groups are formed (T13). */
export interface Extra extends Place {
  charge: Charge;
  cents: number;
}

/** A12: what is open; below 0 it is overpaid. */
export function openOf({ production, insurance, paid }: Group): number {
  return production - insurance - paid;
}

/** A44: what patients paid too much here; insurance money is not among it. */
export function overpaidByPatient(group: Group): number {
  return Math.min(Math.max(0 - openOf(group), 0), Math.max(group.paid, 0));
}

/** T8: production below 0 that was not given out as money before. */
export function negativeProduction(group: Group): number {
  return Math.max(Math.max(0 - group.production, 0) + Math.min(group.paid, 0), 0);
}

interface On {
  charge?: Charge | undefined;
  adjustment?: Adjustment | undefined;
}

function plain({ patient, provider, location }: Place): Place {
  return { patient, provider, location };
}

export function groupsOf(
  facts: Facts,
  family: string,
  more: { insuranceOn: (charge: Charge) => number; extras: readonly Extra[] },
): Group[] {
  const groups: Group[] = [];
  const find = (place: Place, on: On, order: Order): Group => {
    const found = groups.find(
      (group) =>
        group.charge === on.charge &&
        group.adjustment === on.adjustment &&
        placeText(group) === placeText(place),
    );
    if (found !== undefined) return found;
    const made: Group = {
      ...plain(place),
      charge: on.charge,
      adjustment: on.adjustment,
      order,
      hasProduction: false,
      production: 0,
      insurance: 0,
      paid: 0,
      last: order,
    };
    groups.push(made);
    return made;
  };
  const pay = (isHere: (money: Money) => boolean, here: On, order: Order): void => {
    for (const money of facts.money) {
      if (!isHere(money) || money.type !== '' || money.isReserved) continue;
      const group = find(money, here, { ...order, part: placeText(money) });
      group.paid += money.cents;
      // Money is in order: the last is the newest.
      group.last = money.order;
    }
  };
  for (const charge of facts.charges) {
    if (charge.family !== family || !charge.isComplete) continue;
    const own = find(charge, { charge }, charge.order);
    own.hasProduction = true;
    own.production += charge.value;
    own.insurance += more.insuranceOn(charge);
    const attached = facts.adjustments.filter((adjustment) => adjustment.charge === charge);
    for (const adjustment of attached) {
      // With the provider of the charge it is part of the charge, else it stands beside it (A14, T11).
      const isSame = adjustment.provider === charge.provider;
      const group = isSame ? own : find(adjustment, { charge }, adjustment.order);
      group.hasProduction = true;
      group.production += adjustment.cents;
    }
    pay((money) => money.charge === charge, { charge }, charge.order);
    for (const extra of more.extras.filter((one) => one.charge === charge)) {
      find(extra, { charge }, charge.order).paid += extra.cents;
    }
  }
  for (const adjustment of facts.adjustments) {
    if (adjustment.family !== family || adjustment.charge !== undefined) continue;
    const own = find(adjustment, { adjustment }, adjustment.order);
    own.hasProduction = true;
    own.production += adjustment.cents;
    pay((money) => money.adjustment === adjustment, { adjustment }, adjustment.order);
  }
  return inOrder(groups);
}

/** T6: charge by charge, then adjustment by adjustment; on each its own production first. */
export function byCharge(groups: readonly Group[]): Group[] {
  const stands = (group: Group): Order => (group.charge ?? group.adjustment)!.order;
  return [...groups].sort((a, b) => {
    const [first, second] = [a.charge === undefined ? 1 : 0, b.charge === undefined ? 1 : 0];
    return first - second || byOrder(stands(a), stands(b)) || byOrder(a.order, b.order);
  });
}
