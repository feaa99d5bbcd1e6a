/** What each charge puts under its code: the rows that the CPT sheets and the CPT functions add up. */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { CLAIM_CODE, cptCodes } from './cptCode';
import { type CptCollections, fateOf } from './cptPieces';
import type { ClaimRest, EarnedIncome } from './earnedIncome';
import type { Options } from './options';

/** Uses of a charge, in hundredths. */
const ONE_USE = 100;

/** How the options have charges counted and named. */
export interface CodeRules {
  /** The code it stands under, with its modifiers or without (Z-A7). */
  readonly codeOf: (charge: number) => string;
  /** Hundredths of a use: its units, where blank and 0 are 1, or one a line (Z-A1). */
  readonly usedOf: (charge: number) => number;
}

export function codeRules(ledger: Ledger, options: Options): CodeRules {
  const { units } = ledger.charges;
  const byUnits = options['cpt-used'] === 'units';
  return {
    codeOf: cptCodes(ledger, options['cpt-modifiers'] === 'keep'),
    usedOf: (charge) => (byUnits ? units[charge]! || ONE_USE : ONE_USE),
  };
}

/** One element for each earned charge, then one for each rest of a claim; by service date. */
export interface BilledRows {
  readonly length: number;
  /** Elements before this one are charges; behind it stand these, in their order. */
  readonly firstRest: number;
  readonly rests: readonly ClaimRest[];
  /** The charge; of a rest the first earned line of its claim. */
  readonly charge: RowColumn<'Charges'>;
  readonly moment: MomentColumn;
  readonly provider: Int32Array;
  readonly used: Float64Array;
  readonly value: CentsColumn;
  readonly income: CentsColumn;
  codeOf(row: number): string;
}

/** What was performed and billed, and what is earned of it (Z-2 to Z-6, Z-16). */
export function* billedRows(
  ledger: Ledger,
  earned: EarnedIncome,
  { codeOf, usedOf }: CodeRules,
): Steps<BilledRows> {
  const { charges, providers } = ledger;
  const charge = charges.provider.codes
    .map((_, row) => row)
    .filter((row) => earned.isEarned[row]! === 1);
  yield;
  // Discounts that no line takes are off income only where discounts are.
  const rests = earned.claimRests.filter(
    ({ part }) => part !== 'discounts' || earned.deductsDiscounts,
  );
  const of = Int32Array.from([...charge, ...rests.map((rest) => rest.charge)]);
  const firstRest = charge.length;
  const column = (
    ofCharge: (one: number) => number,
    ofRest: (cents: number) => number,
  ): Float64Array =>
    Float64Array.from(of, (one, row) =>
      row < firstRest ? ofCharge(one) : ofRest(rests[row - firstRest]!.cents),
    );
  yield;
  return {
    length: of.length,
    firstRest,
    rests,
    charge: of,
    moment: Float64Array.from(of, (one) => charges.service[one]!),
    provider: of.map((one, row) =>
      row < firstRest ? providers.ofCharge[one]! : rests[row - firstRest]!.provider,
    ),
    used: column(usedOf, () => 0),
    value: column(
      (one) => earned.billed[one]!,
      () => 0,
    ),
    income: column(
      (one) => earned.income[one]!,
      (cents) => 0 - cents,
    ),
    codeOf: (row) => (row < firstRest ? codeOf(of[row]!) : CLAIM_CODE),
  };
}

/** Pieces of money that are in Collected Amount. */
export function isCollected({ fate }: CptCollections, piece: number): boolean {
  return fate[piece]! === fateOf('collected');
}

/** The code that a piece of money reached. */
export function codeOfPiece(
  { isClaim, charge }: CptCollections,
  codeOf: (charge: number) => string,
): (piece: number) => string {
  return (piece) =>
    isClaim[piece]! === 1 || charge[piece]! === NONE ? CLAIM_CODE : codeOf(charge[piece]!);
}
