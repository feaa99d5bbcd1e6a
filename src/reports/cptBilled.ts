/** CPT Billed Services: by code, how often it was performed, what was billed and what is earned (Z-2 to Z-6). */
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { CLAIM_CODE } from '../engine/cptCode';
import type { ClaimRest, EarnedIncome } from '../engine/earnedIncome';
import { type CodeSums, codeSums } from './cptSums';
import type { CptScope } from './cptScope';

export interface BilledFigures extends CodeSums {
  /** The earned charges of the period and its locations. */
  readonly charges: readonly number[];
  /** What no line of a claim takes, of those charges. */
  readonly rests: readonly ClaimRest[];
}

/** Sums of the charges whose service date lies in the period. */
export function* billedFigures(
  { ledger }: AllocatedLedger,
  earned: EarnedIncome,
  scope: CptScope,
): Steps<BilledFigures> {
  const sums = codeSums();
  const { providers } = ledger;
  const charges: number[] = [];
  for (let charge = 0; charge < ledger.charges.length; charge++) {
    if (charge % 10_000 === 9_999) yield;
    if (earned.isEarned[charge]! === 0 || !isPerformed(ledger, scope, charge)) continue;
    charges.push(charge);
    sums.add(providers.ofCharge[charge]!, scope.codeOf(charge), {
      used: scope.usedOf(charge),
      first: earned.billed[charge]!,
      second: earned.income[charge]!,
    });
  }
  const rests = earned.claimRests.filter(
    ({ charge, part }) =>
      isPerformed(ledger, scope, charge) && (part !== 'discounts' || earned.deductsDiscounts),
  );
  for (const { provider, cents } of rests) {
    sums.add(provider, CLAIM_CODE, { used: 0, first: 0, second: 0 - cents });
  }
  return { ...sums.finish(), charges, rests };
}

/** True for a charge of the locations whose service date lies in the period. */
export function isPerformed(
  { charges }: AllocatedLedger['ledger'],
  scope: CptScope,
  charge: number,
): boolean {
  return contains(scope.period, charges.service[charge]!) && scope.isChargeIn(charge);
}
