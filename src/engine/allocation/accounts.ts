/**
 * The accounts as they stand at a moment: every entry with what it is worth and the money on it, what is
 * new, and prepayments that wait for a procedure.
 */
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { byId } from '../../core/order';
import { onceFor, type Steps } from '../../core/steps';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import type { AllocatedLedger } from '../allocateLedger';
import type { Applications } from '../applications';
import { isCash } from '../cash';
import { byLineOrder } from '../invoiceBook';
import { earnedIncome } from '../earnedIncome';
import { places } from '../places';
import { type ChargeWorth, chargeWorth } from './chargeWorth';
import { type ClaimTotal, claimTotals, claimTotalRows, insuranceOnWork } from './claimTotals';
import { type Entries, entryBook, UNALLOCATED_TYPE } from './entries';
import { type Families, families } from './families';
import { newMoney, type NewMoney } from './newMoney';
import type { AccountParts } from './parts';
import { placeAdjustments } from './placeAdjustments';
import { placeMoney, type Prepaid, type Unplaced } from './placeMoney';
import { defaultUnearnedType } from './unearnedTypes';

export interface Accounts {
  readonly allocated: AllocatedLedger;
  readonly asOf: number;
  readonly families: Families;
  readonly worth: ChargeWorth;
  readonly entries: Entries;
  readonly totals: readonly ClaimTotal[];
  readonly fresh: readonly NewMoney[];
  readonly prepaid: readonly Prepaid[];
  /** The claim that a charge is on; empty where it is on none. */
  readonly claimOf: (charge: number) => string;
  /** Code of the type that new unearned money gets. */
  readonly unearnedType: number;
  /** Money of nobody known, which takes no part. */
  readonly nobodys: Unplaced;
  /** Money that names a charge, claim or invoice that is not in the ledger: it stays where it is. */
  readonly unknown: Unplaced;
}

/** The accounts, with entries of their own: no choice of an option changes how they stand. */
export function* accountsAt(allocated: AllocatedLedger, asOf: number): Steps<Accounts> {
  const made = yield* accountsOnce(allocated, asOf);
  return { ...made, entries: made.entries.copy() };
}

const accountsOnce = onceFor((asOf: number) => String(asOf), makeAccounts);

function* makeAccounts(made: AllocatedLedger, asOf: number): Steps<Accounts> {
  const applied = yield* made.applied();
  // What the CPT reports read, so that it is made once; the default of cpt-spread, which moves nothing here.
  const earned = yield* earnedIncome(made, { 'cpt-spread': 'charge', 'cpt-discounts': 'keep' });
  const allocated = { ...made, ...applied.of };
  const { ledger } = allocated;
  const of = { asOf, applied, earned, families: yield* families(allocated) };
  const worth = yield* chargeWorth(allocated, of);
  yield* addInsurance(allocated, worth, of);
  const totals = yield* claimTotals(allocated, worth, asOf);
  const entries = entryBook(ledger.charges.length, byPaymentOrder(ledger.payments));
  const unearnedType = entries.types.code(defaultUnearnedType(ledger));
  yield* addCharges({ allocated, entries, worth, families: of.families });
  const parts = { ...of, allocated, worth, entries };
  const adjustments = yield* placeAdjustments(parts);
  const placed = yield* placeMoney(parts, adjustments);
  yield;
  const fresh = yield* newMoney(ledger, entries, placed.unnamed);
  const [inPayments, inLines] = [byPaymentOrder(ledger.payments), byLineOrder(ledger)];
  // What names no procedure is behind the pieces of its row that do.
  const byCharge = (a: number, b: number): number =>
    a === NONE || b === NONE ? b - a : inLines(a, b);
  const prepaid = placed.prepaid.sort(
    (a, b) => inPayments(a.row, b.row) || byCharge(a.charge, b.charge),
  );
  const { nobodys, unknown } = placed;
  return {
    ...parts,
    totals,
    claimOf: claimReader(allocated),
    unearnedType,
    fresh,
    prepaid,
    nobodys,
    unknown,
  };
}

/** Insurance money that Payments rows have on charges; totals of claims with procedures come later. */
function* addInsurance(
  allocated: AllocatedLedger,
  { takesPart, insurance, insuranceRows, isAnswered, estimate }: ChargeWorth,
  { asOf, applied }: { readonly asOf: number; readonly applied: Applications },
): Steps<undefined> {
  const { ledger } = allocated;
  const { payments } = ledger;
  const isOnWork = insuranceOnWork(ledger);
  const isTotal = claimTotalRows(allocated);
  for (let piece = 0; piece < applied.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const row = applied.payment[piece]!;
    const charge = applied.charge[piece]!;
    if (charge < 0 || takesPart[charge]! === 0 || payments.date[row]! > asOf) continue;
    if (!isOnWork(row) || isTotal(row)) continue;
    const cents = applied.cents[piece]!;
    insurance[charge] = insurance[charge]! + cents;
    // What another claim brought by its fees is nothing that this one has paid.
    const names = textAt(payments.chargeId, row) === textAt(ledger.charges.id, charge);
    if (names) insuranceRows[charge] = insuranceRows[charge]! + cents;
    isAnswered[charge] = 1;
    // Paid by a row of Payments while its claim line still waits: it is not expected a second time.
    if (isCash(ledger, row)) estimate[charge] = estimate[charge]! - Math.max(cents, 0);
  }
  return undefined;
}

/** An entry for each charge, under its own provider, patient and location. */
function* addCharges({
  allocated,
  entries,
  worth,
  families: { ofCharge },
}: Pick<AccountParts, 'allocated' | 'entries' | 'worth' | 'families'>): Steps<undefined> {
  const { charges, providers } = allocated.ledger;
  const where = places(allocated);
  const patientOf = charges.patientId.texts.map((text) => entries.patients.code(text));
  for (let charge = 0; charge < charges.length; charge++) {
    if (charge % 10_000 === 9_999) yield;
    if (worth.takesPart[charge]! === 0) continue;
    const entry = entries.addCharge({
      kind: 'charge',
      row: charge,
      family: ofCharge[charge]!,
      provider: providers.ofCharge[charge]!,
      patient: patientOf[charges.patientId.codes[charge]!] ?? NONE,
      location: entries.locations.code(where.ofCharge(charge)),
      type: UNALLOCATED_TYPE,
    });
    entries.add('production', entry, worth.production[charge]!);
    entries.add('insurance', entry, worth.insurance[charge]!);
    const expected = Math.max(worth.estimate[charge]!, 0);
    const writtenOff = Math.max(worth.writeOffEstimate[charge]!, 0);
    entries.add('estimate', entry, expected + writtenOff);
  }
  return undefined;
}

/** Its own Claim Number, else that of its first claim line. */
function claimReader({ ledger }: AllocatedLedger): (charge: number) => string {
  const { charges, tables } = ledger;
  const lines = tables['Claim Lines'];
  let ofLines: Map<string, string> | undefined;
  return (charge) => {
    const own = textAt(charges.claimNumber, charge);
    if (own !== '' || lines.length === 0) return own;
    ofLines ??= firstClaims(lines);
    return ofLines.get(textAt(charges.id, charge)) ?? '';
  };
}

/** For each Charge ID the claim of its first line by id. */
function firstClaims({
  length,
  id,
  chargeId,
  claimNumber,
}: AllocatedLedger['ledger']['tables']['Claim Lines']): Map<string, string> {
  const first = new Map<string, number>();
  for (let line = 0; line < length; line++) {
    if (chargeId.codes[line]! === 0 || claimNumber.codes[line]! === 0) continue;
    const charge = textAt(chargeId, line);
    const known = first.get(charge);
    if (known === undefined || byId(textAt(id, line), textAt(id, known)) < 0)
      first.set(charge, line);
  }
  return new Map([...first].map(([charge, line]) => [charge, textAt(claimNumber, line)]));
}
