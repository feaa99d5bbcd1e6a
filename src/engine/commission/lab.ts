/** Laboratory costs: whose they are, and how much of one the money or the work so far has to bear (C4, C5). */
import { NONE } from '../../core/brand';
import { exactShare, roundExact } from '../../core/exact';
import type { Ledger } from '../../ledger/ledger';
import type { AllocatedLedger } from '../allocateLedger';
import { isProduced } from '../chargePostings';
import type { LabCharges } from './basisLines';

/** Charges with a laboratory cost that were done: their cost counts on the day of the work. */
export function labCharges(allocated: AllocatedLedger): LabCharges {
  const { charges } = allocated.ledger;
  const found: number[] = [];
  for (let charge = 0; charge < charges.length; charge++) {
    if (charges.labCost[charge]! !== 0 && isProduced(allocated, charge)) found.push(charge);
  }
  return found;
}

/** Tells for a part of a line how many cents of laboratory cost go with it; each part once, in order. */
export type LabOfPart = (
  of: { readonly charge: number; readonly provider: number; readonly cents: number },
  share: number,
) => number;

/**
 * With lab-date=collection the cost comes off the first money or work of the case, never more than there
 * is of it: what was not collected yet bears no cost, and what is given back gets it back.
 */
export function labByBase({ charges, providers }: Ledger): LabOfPart {
  const booked = new Map<number, number>();
  return ({ charge, provider, cents }, share) => {
    if (charge === NONE || providers.ofCharge[charge]! !== provider) return 0;
    const cost = charges.labCost[charge]!;
    if (cost === 0) return 0;
    const before = booked.get(charge) ?? 0;
    booked.set(charge, before + cents);
    return labShare(borne(cost, before + cents), share) - labShare(borne(cost, before), share);
  };
}

/** The part of a cost that so much money bears. */
function borne(cost: number, booked: number): number {
  return cost > 0 ? Math.min(Math.max(booked, 0), cost) : Math.max(Math.min(booked, 0), cost);
}

/** The provider's share of a cost, in whole cents. */
export function labShare(cost: number, share: number): number {
  return roundExact(exactShare(cost, share), 'half-up');
}
