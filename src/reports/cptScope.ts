/** What the CPT reports read and how they count: period, locations, codes and units. */
import { NONE } from '../core/brand';
import type { Period } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { cptCodes } from '../engine/cptCode';
import type { CptCollections } from '../engine/cptPieces';
import { places } from '../engine/places';
import type { ReportRequest } from './request';

export interface CptScope {
  readonly period: Period;
  codeOf(charge: number): string;
  /** Hundredths of a unit; a line is one use with cpt-used=lines. */
  usedOf(charge: number): number;
  isChargeIn(charge: number): boolean;
  /** By the location of a piece of money: its row's own, else its charge's or invoice's. */
  isPieceIn(pieces: CptCollections, piece: number): boolean;
}

const ONE_USE = 100;

export function cptScope(
  allocated: AllocatedLedger,
  { period, options, locations }: ReportRequest,
): CptScope {
  const { charges } = allocated.ledger;
  const at = places(allocated);
  const byUnits = options['cpt-used'] === 'units';
  return {
    period,
    codeOf: cptCodes(allocated.ledger, options['cpt-modifiers'] === 'keep'),
    // A blank is read as 1; a 0 means the same (Z-A1).
    usedOf: (charge) => (byUnits ? charges.units[charge]! || ONE_USE : ONE_USE),
    isChargeIn: (charge) => locations === undefined || locations.has(at.ofCharge(charge)),
    isPieceIn({ row, firstLine, charge }, piece) {
      if (locations === undefined) return true;
      const of = charge[piece]!;
      if (row[piece]! < firstLine) return locations.has(at.ofPayment(row[piece]!, of));
      return of !== NONE && locations.has(at.ofCharge(of));
    },
  };
}
