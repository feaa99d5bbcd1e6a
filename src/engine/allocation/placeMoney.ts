/**
 * Patients' money: on the charge or adjustment it reached, in a pool of unearned or unallocated money, or
 * new. Money that names what the ledger does not have stays where it is.
 */
import { NONE } from '../../core/brand';
import { textAt, type TextColumn, type TextPool } from '../../core/column';
import type { Steps } from '../../core/steps';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import { insurerChecks } from '../insuranceMoney';
import { isHidden } from '../moneyPostings';
import { insuranceOnWork } from './claimTotals';
import { type Entries, type EntryKey, UNALLOCATED_TYPE } from './entries';
import type { Unnamed, UnnamedRows } from './newMoney';
import type { AccountParts } from './parts';
import type { AdjustmentLookup } from './placeAdjustments';
import { movesCredit, typeMoved, unearnedTypeOf } from './unearnedTypes';

/** Unearned money that names the charge it is for (T13). */
export interface Prepaid {
  readonly row: number;
  /** Its pool; ordinary unearned is in it, hidden is not until it is moved. */
  readonly entry: number;
  /** NONE for hidden money that left, cents below 0. */
  readonly charge: number;
  readonly cents: number;
  readonly isHidden: boolean;
  /** The charge is completed. */
  readonly isDone: boolean;
}

/** Rows and cents that are in no entry. */
export interface Unplaced {
  readonly rows: number;
  readonly cents: number;
}

interface Placed {
  readonly unnamed: UnnamedRows;
  readonly prepaid: Prepaid[];
  readonly nobodys: Unplaced;
  readonly unknown: Unplaced;
}

export function* placeMoney(parts: AccountParts, adjustment: AdjustmentLookup): Steps<Placed> {
  const { allocated, applied, asOf, families } = parts;
  const { ledger } = allocated;
  const isCheck = insurerChecks(ledger);
  const isInsurance = insuranceOnWork(ledger);
  const into: Into = {
    pool: poolMaker(parts),
    patientOf: codesIn(ledger.payments.patientId, parts.entries.patients),
    locationOf: codesIn(ledger.payments.location, parts.entries.locations),
    adjustment,
    hasId: idsOf(ledger.charges.id),
    payments: [],
    refunds: [],
    transfers: [],
    prepaid: [],
    nobodys: nothing,
    unknown: nothing,
  };
  for (let at = 0; at < applied.length; at++) {
    if (at % 2_000 === 1_999) yield;
    const row = applied.payment[at]!;
    if (ledger.payments.date[row]! > asOf || isCheck(row) || isInsurance(row)) continue;
    if (moneyTypes[typeOf(ledger.payments.type, row)].collection === 'none') continue;
    const piece: Piece = {
      row,
      charge: applied.charge[at]!,
      provider: applied.provider[at]!,
      cents: applied.cents[at]!,
      family: families.ofPayment[row]!,
    };
    placePiece(parts, piece, into);
  }
  const { payments, refunds, transfers, prepaid, nobodys, unknown } = into;
  return { unnamed: { payments, refunds, transfers }, prepaid, nobodys, unknown };
}

interface Piece {
  readonly row: number;
  readonly charge: number;
  readonly provider: number;
  readonly cents: number;
  readonly family: number;
}

interface Into {
  /** The pool of a row for a provider and type. */
  readonly pool: (piece: Piece, provider: number, type: string) => number;
  /** What a payments row names, as the entries have it; 0 is blank. */
  readonly patientOf: (row: number) => number;
  readonly locationOf: (row: number) => number;
  readonly adjustment: AdjustmentLookup;
  /** True for an id that any charge has, a voided one too. */
  readonly hasId: (id: string) => boolean;
  readonly payments: Unnamed[];
  readonly refunds: Unnamed[];
  readonly transfers: Unnamed[];
  readonly prepaid: Prepaid[];
  nobodys: Unplaced;
  /** What names a charge, claim or invoice that is not there. */
  unknown: Unplaced;
}

const nothing: Unplaced = { rows: 0, cents: 0 };

function and({ rows, cents }: Unplaced, piece: Piece): Unplaced {
  return { rows: rows + 1, cents: cents + piece.cents };
}

function poolMaker({ allocated, entries }: AccountParts): Into['pool'] {
  const { payments } = allocated.ledger;
  return ({ row, family }, provider, type) =>
    entries.of({
      kind: 'pool',
      row: NONE,
      family,
      provider,
      patient: entries.patients.code(textAt(payments.patientId, row)),
      location: entries.locations.code(textAt(payments.location, row)),
      type: type === '' ? UNALLOCATED_TYPE : entries.types.code(type),
    });
}

function codesIn({ codes, texts }: TextColumn, pool: TextPool): (row: number) => number {
  const ofCode = texts.map((text) => pool.code(text));
  return (row) => ofCode[codes[row]!] ?? 0;
}

function idsOf({ texts }: TextColumn): (id: string) => boolean {
  let ids: Set<string> | undefined;
  return (id) => (ids ??= new Set(texts)).has(id);
}

function placePiece(parts: AccountParts, piece: Piece, into: Into): void {
  const { allocated, entries, families } = parts;
  const { ledger } = allocated;
  const { row, charge } = piece;
  const hasCredit = movesCredit(ledger, row) && !isHidden(ledger, row);
  const type = hasCredit ? '' : unearnedTypeOf(ledger, row);
  const family = piece.family === NONE && charge >= 0 ? families.ofCharge[charge]! : piece.family;
  if (family === NONE) {
    // What is on a charge or on tax is where it belongs, whoever's it is.
    if (charge !== NONE) return;
    into.nobodys = and(into.nobodys, piece);
    return;
  }
  const own = { ...piece, family };
  if (hasCredit) {
    const credit = into.pool(own, ledger.providers.noProvider, typeMoved(ledger, row));
    entries.add('money', credit, -piece.cents);
    entries.see(credit, row);
  }
  if (type !== '') placeUnearned(parts, own, { type, into });
  else if (charge >= 0) placeOnCharge(parts, charge, own, into);
  else if (charge === NONE) placeOnNone(parts, own, into);
}

/** On a charge it is explicit, whoever's it is; work that is not done yet keeps its money (A13). */
function placeOnCharge(parts: AccountParts, charge: number, piece: Piece, into: Into): void {
  const { entries, worth } = parts;
  if (worth.takesPart[charge]! === 0) return;
  const own = entries.ofCharge(charge);
  const { row, provider } = piece;
  const isOwn = entries.isOf(own, provider, into.patientOf(row), into.locationOf(row));
  if (!isOwn) {
    placeOn(entries, entries.keyOf(own), piece, into);
    return;
  }
  entries.add('money', own, piece.cents);
  entries.see(own, row);
}

/** The entry of a document for a provider, and for the patient and location that the row names. */
function placeOn(entries: Entries, document: EntryKey, piece: Piece, into: Into): void {
  const { row, provider, cents } = piece;
  const patient = into.patientOf(row) || document.patient;
  // Money of a patient of another family is that family's, and goes back to it.
  const family = patient === document.patient ? document.family : piece.family;
  const location = into.locationOf(row) || document.location;
  const entry = entries.of({ ...document, provider, patient, location, family });
  entries.add('money', entry, cents);
  entries.see(entry, row);
}

function placeUnearned(
  parts: AccountParts,
  piece: Piece,
  { type, into }: { readonly type: string; readonly into: Into },
): void {
  const { entries, allocated } = parts;
  const { row, cents } = piece;
  const hidden = isHidden(allocated.ledger, row);
  // What is hidden goes back to its own provider, who may be nobody (T13).
  const provider = hidden ? allocated.ledger.providers.ofPayment[row]! : piece.provider;
  const entry = into.pool(piece, provider, type);
  const { charge, isDone } = prepaidCharge(parts, piece);
  const isFor = charge !== NONE;
  // Hidden money that left names no procedure: whose it was is told when prepayments are used.
  const isGone = hidden && !isFor && cents < 0;
  if (isFor || isGone) into.prepaid.push({ row, entry, charge, cents, isHidden: hidden, isDone });
  // Money that waits for work which is not done yet is not to be moved (T9, U1).
  if (isFor && !isDone) return;
  entries.see(entry, row);
  // Nor is hidden money in a pool until its procedure takes it.
  const isPooled = isFor ? !hidden : !isGone;
  if (isPooled) entries.add('money', entry, cents);
}

/** The charge that unearned money names, if that stands; and whether it is completed work of the family. */
function prepaidCharge(
  { allocated, families, worth }: AccountParts,
  { charge, family }: Piece,
): { readonly charge: number; readonly isDone: boolean } {
  if (charge < 0 || allocated.lookup.stands[charge]! === 0) return { charge: NONE, isDone: false };
  const isOwn = families.ofCharge[charge]! === family;
  return { charge, isDone: isOwn && worth.takesPart[charge]! === 1 };
}

/** Money on no line: on an adjustment, above an invoice, or naming nothing. */
function placeOnNone(parts: AccountParts, piece: Piece, into: Into): void {
  const { allocated, entries, families } = parts;
  const { payments, providers } = allocated.ledger;
  const { row, provider, cents } = piece;
  const adjustmentId = textAt(payments.adjustmentId, row);
  if (adjustmentId !== '' && payments.chargeId.codes[row]! === 0) {
    const found = into.adjustment(adjustmentId);
    if (found?.takesPart !== true) return;
    if (found.charge !== NONE) {
      placeOnCharge(parts, found.charge, piece, into);
      return;
    }
    const { Adjustments: rows } = allocated.ledger.tables;
    const document: EntryKey = {
      kind: 'adjustment',
      row: found.row,
      family: families.ofAdjustment[found.row]!,
      provider,
      patient: entries.patients.code(textAt(rows.patientId, found.row)),
      location: entries.locations.code(textAt(rows.location, found.row)),
      type: UNALLOCATED_TYPE,
    };
    placeOn(entries, document, piece, into);
    return;
  }
  const named = whatIsNamed(parts, row, into);
  if (named === 'unknown') {
    into.unknown = and(into.unknown, piece);
    return;
  }
  const entry = into.pool(piece, provider, '');
  const isUnnamed = named === 'nothing' && provider === providers.noProvider;
  const { cash } = moneyTypes[typeOf(payments.type, row)];
  if (isUnnamed && cash) {
    if (cents !== 0) (cents > 0 ? into.payments : into.refunds).push({ row, entry, cents });
    return;
  }
  entries.add('money', entry, cents);
  entries.see(entry, row);
  if (isUnnamed && payments.refundOf.codes[row]! !== 0) into.transfers.push({ row, entry, cents });
}

/** What a row names that reached no line. Unknown: a charge, claim or invoice that is not in the ledger. */
function whatIsNamed(
  { allocated }: AccountParts,
  row: number,
  { hasId }: Into,
): 'nothing' | 'known' | 'unknown' {
  const { ledger, lookup } = allocated;
  const { payments, paid } = ledger;
  if (payments.invoiceNumber.codes[row]! !== 0)
    return paid.invoice[row]! === NONE ? 'unknown' : 'known';
  const id = textAt(payments.chargeId, row);
  // Several charges of one id: which one is meant cannot be told. None that stands: it was voided.
  if (id !== '') {
    return lookup.ofId(id).length === 0 && hasId(id) ? 'known' : 'unknown';
  }
  const claim = textAt(payments.claimNumber, row);
  if (claim !== '') return lookup.ofClaim(claim).length > 0 ? 'known' : 'unknown';
  return 'nothing';
}
