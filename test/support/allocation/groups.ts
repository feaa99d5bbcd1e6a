/** Production and patient money that meet: on one charge or adjustment, for one patient, provider and location. */
import {
  type Adjustment,
  type Charge,
  type Facts,
  inOrder,
  type Money,
  type Order,
  type Place,
  placeText,
  whoseText,
} from './facts';

export interface Group extends Place {
  charge: Charge | undefined;
  adjustment: Adjustment | undefined;
  order: Order;
  /** The group of the charge or adjustment itself; others stand beside it. */
  isOwn: boolean;
  production: number;
  insurance: number;
  /** What insurers are expected to pay and write off. */
  expected: number;
  paid: number;
}

/** What insurers did to a charge, and what they will do. */
export interface Insured {
  paid: number;
  writtenOff: number;
  expected: number;
}

/** A12: what is open, insurance that is only expected taken off. */
export function openOf({ production, insurance, expected, paid }: Group): number {
  return production - insurance - expected - paid;
}

/** P42: what was really paid above the production. */
export function overOf({ production, insurance, paid }: Group): number {
  return Math.max(paid + insurance - production, 0);
}

/** A44: what patients paid too much here; insurance money is not among it. */
export function overpaidByPatient(group: Group): number {
  return Math.min(overOf(group), Math.max(group.paid, 0));
}

/** T8: production below 0 that was not given out as money before. */
export function negativeProduction(group: Group): number {
  return Math.max(Math.max(0 - group.production, 0) + Math.min(group.paid, 0), 0);
}

interface On {
  charge?: Charge | undefined;
  adjustment?: Adjustment | undefined;
}

export function groupsOf(
  facts: Facts,
  family: string,
  insuranceOn: (charge: Charge) => Insured,
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
    const { patient, provider, location } = place;
    const isOwn = placeText(place) === placeText((on.charge ?? on.adjustment)!);
    const made: Group = {
      ...{ patient, provider, location },
      charge: on.charge,
      adjustment: on.adjustment,
      // Beside the charge, and behind it.
      order: isOwn ? order : { ...order, part: whoseText(place) },
      isOwn,
      ...{ production: 0, insurance: 0, expected: 0, paid: 0 },
    };
    groups.push(made);
    return made;
  };
  const pay = (isHere: (money: Money) => boolean, here: On, order: Order): void => {
    for (const money of facts.money) {
      if (!isHere(money) || money.type !== '' || money.isReserved) continue;
      find(money, here, order).paid += money.cents;
    }
  };
  for (const charge of facts.charges) {
    if (charge.family !== family || !charge.isComplete) continue;
    const own = find(charge, { charge }, charge.order);
    const { paid, writtenOff, expected } = insuranceOn(charge);
    own.production += charge.value - writtenOff;
    own.insurance += paid;
    own.expected += expected;
    for (const adjustment of facts.adjustments.filter((one) => one.charge === charge)) {
      // A14, T11: with the provider of the charge it is part of the charge, else it stands beside it.
      const { provider } = adjustment;
      const group = find({ ...charge, provider }, { charge }, charge.order);
      group.production += adjustment.cents;
    }
    pay((money) => money.charge === charge, { charge }, charge.order);
  }
  for (const adjustment of facts.adjustments) {
    if (adjustment.family !== family || adjustment.charge !== undefined) continue;
    const own = find(adjustment, { adjustment }, adjustment.order);
    own.production += adjustment.cents;
    pay((money) => money.adjustment === adjustment, { adjustment }, adjustment.order);
  }
  return inOrder(groups);
}

/** The groups of each charge, then of each adjustment, its own first (T6). */
export function byDocument(groups: readonly Group[]): Group[][] {
  const documents = new Map<Charge | Adjustment, Group[]>();
  const isAlone = ({ charge }: Group): boolean => charge === undefined;
  const inTurn = [...groups.filter((one) => !isAlone(one)), ...groups.filter(isAlone)];
  for (const group of inTurn) {
    const document = (group.charge ?? group.adjustment)!;
    documents.set(document, [...(documents.get(document) ?? []), group]);
  }
  return [...documents.values()];
}

/** A12: attached adjustments lower their charge in full, whoever's they are. */
export function lowerCharges(groups: readonly Group[]): void {
  for (const document of byDocument(groups)) {
    for (const lowered of document.filter(({ isOwn, production }) => !isOwn && production < 0)) {
      for (const other of document) {
        const cents = Math.min(0 - lowered.production, other.production);
        if (cents <= 0) continue;
        other.production -= cents;
        lowered.production += cents;
      }
    }
  }
}
