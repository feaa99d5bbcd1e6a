/** CPT Collections (Gross): by code, the units that money reached and the money, by payment date (Z-7 to Z-10). */
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { isCollected } from '../engine/codeRows';
import { CLAIM_CODE } from '../engine/cptCode';
import { type CptCollections, type Fate, fates } from '../engine/cptPieces';
import { type CodeSums, codeSums } from './cptSums';
import type { CptScope } from './cptScope';

export interface CollectedFigures extends CodeSums {
  /** Money of the period and its locations by what became of it. */
  readonly piles: Readonly<Record<Fate, MoneyPile>>;
}

/** Cents of payments that are cash, of credit moved about and of claim lines; rows of both tables. */
export interface MoneyPile {
  readonly rows: number;
  readonly cash: number;
  readonly moved: number;
  readonly onLines: number;
}

/** Sums of the money dated in the period; a line that money reached counts its units once (Z-A2). */
export function* collectedFigures(
  { ledger }: AllocatedLedger,
  pieces: CptCollections,
  scope: CptScope,
): Steps<CollectedFigures> {
  const piles = pileMaker(pieces);
  const sums = codeSums();
  const grossOfCharge = new Map<number, number>();
  const grossOfClaims = new Map<number, number>();
  for (let piece = 0; piece < pieces.length; piece++) {
    if (piece % 10_000 === 9_999) yield;
    if (!contains(scope.period, pieces.moment[piece]!) || !scope.isPieceIn(pieces, piece)) continue;
    piles.add(piece);
    if (!isCollected(pieces, piece)) continue;
    const isClaim = pieces.isClaim[piece]! === 1;
    const into = isClaim ? grossOfClaims : grossOfCharge;
    const key = isClaim ? pieces.provider[piece]! : pieces.charge[piece]!;
    into.set(key, (into.get(key) ?? 0) + pieces.cents[piece]!);
  }
  yield;
  for (const [charge, gross] of grossOfCharge) {
    // Money that left the line again as much as it reached it is on no unit.
    if (gross === 0) continue;
    const used = gross > 0 ? scope.usedOf(charge) : 0;
    const provider = ledger.providers.ofCharge[charge]!;
    sums.add(provider, scope.codeOf(charge), { used, first: gross, second: 0 });
  }
  for (const [provider, gross] of grossOfClaims) {
    if (gross !== 0) sums.add(provider, CLAIM_CODE, { used: 0, first: gross, second: 0 });
  }
  return { ...sums.finish(), piles: piles.finish() };
}

type GrowingPile = { -readonly [Part in keyof MoneyPile]: MoneyPile[Part] };

/** Rows are counted once for each fate, however many pieces they have. */
function pileMaker(pieces: CptCollections): {
  add(piece: number): void;
  finish(): Record<Fate, MoneyPile>;
} {
  const piles = fates.map((): GrowingPile => ({ rows: 0, cash: 0, moved: 0, onLines: 0 }));
  const last = fates.map(() => -1);
  return {
    add(piece) {
      const fate = pieces.fate[piece]!;
      const row = pieces.row[piece]!;
      const pile = piles[fate];
      if (pile === undefined) return;
      if (last[fate] !== row) pile.rows += 1;
      last[fate] = row;
      const isLine = row >= pieces.firstLine;
      const part = isLine ? 'onLines' : pieces.isCash[piece]! === 1 ? 'cash' : 'moved';
      pile[part] += pieces.cents[piece]!;
    },
    finish: () =>
      Object.fromEntries(fates.map((fate, place) => [fate, piles[place]])) as Record<
        Fate,
        MoneyPile
      >,
  };
}

export function pileCents({ cash, moved, onLines }: MoneyPile): number {
  return cash + moved + onLines;
}
