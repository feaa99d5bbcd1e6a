/** Payments that were given back in full are taken out of their own date (Z-A3, Z-A4). */
import { NONE } from '../core/brand';
import type { Steps } from '../core/steps';
import type { CptMoney } from './cptMoney';
import { type CptCollections, fateOf, unappliedFates } from './cptPieces';

/**
 * Changes the fate of the pieces of payments that refunds of any date give back in full, and of those
 * refunds. A refund that names its payment is set against it, against one charge of it where it names the
 * charge too; one that names none against the newest earlier payment of exactly its amount.
 */
export function* takenOut(pieces: CptCollections, money: CptMoney): Steps<undefined> {
  const book = yield* refundBook(pieces, money);
  if (book.refunds.length === 0) return undefined;
  yield;
  takeOutNamed(book);
  yield;
  yield* takeOutUnnamed(book);
  return undefined;
}

/** The part of a payment that stands on one charge. */
interface Split {
  readonly group: number;
  readonly charge: number;
  /** All of one payer, else NONE: 1 is insurance, 0 the patient. */
  payer: number;
  cents: number;
  /** The last of its pieces in the order of payments. */
  newest: number;
  isOut: boolean;
  readonly pieces: number[];
}

interface Book {
  readonly pieces: CptCollections;
  readonly money: CptMoney;
  /** Pieces of money given back. */
  readonly refunds: readonly number[];
  /** Splits of every payment that may be taken out, by group. */
  readonly splits: ReadonlyMap<number, readonly Split[]>;
}

function* refundBook(pieces: CptCollections, money: CptMoney): Steps<Book> {
  const back = fateOf('not deducted');
  const received = new Set([fateOf('collected'), ...unappliedFates.map(fateOf)]);
  const refunds: number[] = [];
  for (let piece = 0; piece < pieces.length; piece++) {
    if (pieces.fate[piece]! === back) refunds.push(piece);
  }
  const known = new Map<number, Split>();
  for (let piece = 0; piece < pieces.length && refunds.length > 0; piece++) {
    if (piece % 10_000 === 9_999) yield;
    if (received.has(pieces.fate[piece]!)) addPiece({ pieces, money, known }, piece);
  }
  const splits = new Map<number, Split[]>();
  yield;
  for (const split of known.values()) {
    const ofGroup = splits.get(split.group);
    if (ofGroup === undefined) splits.set(split.group, [split]);
    else ofGroup.push(split);
  }
  return { pieces, money, refunds, splits };
}

function addPiece(
  of: Pick<Book, 'pieces' | 'money'> & { readonly known: Map<number, Split> },
  piece: number,
): void {
  const { pieces, money, known } = of;
  const row = pieces.row[piece]!;
  const group = money.group[row]!;
  // What no line of a claim takes is on no charge, nor is a deposit that names one.
  const isOnCharge = pieces.isClaim[piece]! === 0 && pieces.fate[piece]! === fateOf('collected');
  const charge = isOnCharge ? pieces.charge[piece]! : NONE;
  const payer = money.isInsurance[row]!;
  const cents = pieces.cents[piece]!;
  // Whole numbers far below 2^53: rows of two tables.
  const key = (charge + 1) * money.groups + group;
  const split = known.get(key);
  if (split === undefined) {
    known.set(key, { group, charge, payer, cents, newest: row, isOut: false, pieces: [piece] });
    return;
  }
  split.cents += cents;
  split.pieces.push(piece);
  if (split.payer !== payer) split.payer = NONE;
  if (money.compare(split.newest, row) < 0) split.newest = row;
}

/** Refunds with Refund Of: the whole payment where they come to it, else each charge of it by its own. */
function takeOutNamed({ pieces, money, refunds, splits }: Book): void {
  const ofGroup = new Map<number, number[]>();
  for (const piece of refunds) {
    const row = pieces.row[piece]!;
    const group = row < money.firstLine ? money.refundOf[row]! : NONE;
    if (group < 0) continue;
    const known = ofGroup.get(group);
    if (known === undefined) ofGroup.set(group, [piece]);
    else known.push(piece);
  }
  const sum = (some: readonly number[]): number =>
    some.reduce((cents, piece) => cents - pieces.cents[piece]!, 0);
  for (const [group, named] of ofGroup) {
    const parts = splits.get(group) ?? [];
    const paid = parts.reduce((cents, split) => cents + split.cents, 0);
    if (paid > 0 && sum(named) >= paid) {
      for (const split of parts) takeOut(pieces, split);
      giveBack(pieces, named);
      continue;
    }
    for (const split of parts) {
      const own = named.filter((piece) => pieces.charge[piece]! === split.charge);
      if (split.charge === NONE || split.cents <= 0 || sum(own) < split.cents) continue;
      takeOut(pieces, split);
      giveBack(pieces, own);
    }
  }
}

/** Refunds that name no payment, oldest first: the newest earlier split of exactly their amount. */
function* takeOutUnnamed({ pieces, money, refunds, splits }: Book): Steps<undefined> {
  const unnamed = refunds.filter((piece) => {
    const row = pieces.row[piece]!;
    const isNamed = row < money.firstLine && money.refundOf[row]! !== NONE;
    return !isNamed && pieces.charge[piece]! !== NONE;
  });
  // Only splits that one of them may take out.
  const wanted = new Set(unnamed.map((piece) => refundKey(pieces, money, piece)));
  yield;
  const candidates = new Map<string, Split[]>();
  let seen = 0;
  for (const ofGroup of splits.values()) {
    for (const split of ofGroup) {
      if (++seen % 10_000 === 0) yield;
      if (split.isOut || split.charge === NONE || split.cents <= 0) continue;
      const key = keyOf(split.charge, split.payer, split.cents);
      if (!wanted.has(key)) continue;
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, [split]);
      else known.push(split);
    }
  }
  yield;
  for (const some of candidates.values()) some.sort((a, b) => money.compare(a.newest, b.newest));
  unnamed.sort((a, b) => money.compare(pieces.row[a]!, pieces.row[b]!));
  for (const [place, piece] of unnamed.entries()) {
    if (place % 10_000 === 9_999) yield;
    const moment = money.moment[pieces.row[piece]!]!;
    const earlier = (candidates.get(refundKey(pieces, money, piece)) ?? []).filter(
      (split) => !split.isOut && money.moment[split.newest]! <= moment,
    );
    const split = earlier[earlier.length - 1];
    if (split === undefined) continue;
    takeOut(pieces, split);
    giveBack(pieces, [piece]);
  }
  return undefined;
}

/** What a refund without a name and its payment have in common. */
function keyOf(charge: number, payer: number, cents: number): string {
  return `${charge} ${payer} ${cents}`;
}

function refundKey(pieces: CptCollections, money: CptMoney, piece: number): string {
  const payer = money.isInsurance[pieces.row[piece]!]!;
  return keyOf(pieces.charge[piece]!, payer, 0 - pieces.cents[piece]!);
}

function takeOut({ fate }: CptCollections, split: Split): void {
  split.isOut = true;
  for (const piece of split.pieces) fate[piece] = fateOf('taken out');
}

function giveBack({ fate }: CptCollections, refunds: readonly number[]): void {
  for (const piece of refunds) fate[piece] = fateOf('given back in full');
}
