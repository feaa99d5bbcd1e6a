/** CPT Billed Services: by code, how often it was performed, what was billed and what is earned (Z-2 to Z-6). */
import { at } from '../core/assert';
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { billedRows } from '../engine/codeRows';
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
  const charges: number[] = [];
  const rests: ClaimRest[] = [];
  const rows = yield* billedRows(ledger, earned, scope);
  for (let row = 0; row < rows.length; row++) {
    if (row % 10_000 === 9_999) yield;
    const charge = rows.charge[row]!;
    if (!isPerformed(ledger, scope, charge)) continue;
    if (row < rows.firstRest) charges.push(charge);
    else rests.push(at(rows.rests, row - rows.firstRest));
    sums.add(rows.provider[row]!, rows.codeOf(row), {
      used: rows.used[row]!,
      first: rows.value[row]!,
      second: rows.income[row]!,
    });
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
