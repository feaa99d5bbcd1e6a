/** What the CPT reports read and how they count: period, locations, codes and units. */
import { NONE } from '../core/brand';
import type { Period } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { type CodeRules, codeRules } from '../engine/codeRows';
import type { CptCollections } from '../engine/cptPieces';
import { places } from '../engine/places';
import type { ReportRequest } from './request';

export interface CptScope extends CodeRules {
  readonly period: Period;
  isChargeIn(charge: number): boolean;
  /** By the location of a piece of money: its row's own, else its charge's or invoice's. */
  isPieceIn(pieces: CptCollections, piece: number): boolean;
}

export function cptScope(
  allocated: AllocatedLedger,
  { period, options, locations }: ReportRequest,
): CptScope {
  const at = places(allocated);
  return {
    period,
    ...codeRules(allocated.ledger, options),
    isChargeIn: (charge) => locations === undefined || locations.has(at.ofCharge(charge)),
    isPieceIn({ row, firstLine, charge }, piece) {
      if (locations === undefined) return true;
      const of = charge[piece]!;
      if (row[piece]! < firstLine) return locations.has(at.ofPayment(row[piece]!, of));
      return of !== NONE && locations.has(at.ofCharge(of));
    },
  };
}
