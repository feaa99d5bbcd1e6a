/**
 * Families: whose charges money may pay (A20). A guarantor's patients are one; where nothing names a
 * guarantor, those of an account; else a patient alone.
 */
import { NONE } from '../../core/brand';
import { textAt, type TextColumn } from '../../core/column';
import { byId } from '../../core/order';
import type { Steps } from '../../core/steps';
import { paymentTypes } from '../../ledger/kinds';
import { byLineOrder } from '../invoiceBook';
import type { LedgerParts } from '../ledgerParts';

export interface Families {
  /** For each charge; NONE where nobody is named, and such a charge takes no part. */
  readonly ofCharge: Int32Array;
  readonly ofPayment: Int32Array;
  readonly ofAdjustment: Int32Array;
  /** Families in an order that the order of the rows cannot change. */
  readonly inOrder: Int32Array;
  /** How a row names a family that it has to be found in again. */
  readonly named: readonly FamilyName[];
  /** Nothing in the ledger names a person: all of it is one family. */
  readonly isWhole: boolean;
}

export interface FamilyName {
  readonly guarantor: string;
  readonly account: string;
}

/** The columns by which a row says whose it is. */
interface Person {
  readonly length: number;
  readonly guarantorId: TextColumn;
  readonly accountId: TextColumn;
  readonly patientId: TextColumn;
}

export function* families(parts: LedgerParts): Steps<Families> {
  const { charges, payments, invoices, tables } = parts.ledger;
  const { Adjustments: adjustments } = tables;
  const keys = keyReader(yield* relations(parts));
  const isWhole =
    [charges, payments, adjustments].every(namesNobody) && isBlank(invoices.accountId);
  const book = familyBook(isWhole);
  const ofRows = function* (rows: Person, other: (row: number) => number): Steps<Int32Array> {
    const found = new Int32Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      if (row % 10_000 === 9_999) yield;
      const own = book.code(keys(rows, row));
      found[row] = own === NONE ? other(row) : own;
    }
    return found;
  };
  const ofInvoice = (invoice: number): number =>
    invoice < 0 ? NONE : book.code(keys.ofAccount(textAt(invoices.accountId, invoice)));
  const ofCharge = yield* ofRows(charges, (row) => ofInvoice(parts.ledger.chargeInvoice[row]!));
  const ofCharges = (rows: readonly number[]): number =>
    rows[0] === undefined ? NONE : ofCharge[rows[0]]!;
  const named = (id: string, claim: string): number => {
    const byCharge = ofCharges(id === '' ? [] : parts.lookup.ofId(id));
    return byCharge !== NONE || claim === '' ? byCharge : ofCharges(parts.lookup.ofClaim(claim));
  };
  const ofAdjustment = yield* ofRows(adjustments, (row) =>
    named(textAt(adjustments.chargeId, row), textAt(adjustments.claimNumber, row)),
  );
  const byAdjustment = adjustmentFamilies(adjustments.id, ofAdjustment);
  const ofPayment = yield* ofRows(payments, (row) => {
    const id = textAt(payments.chargeId, row);
    const byId = id === '' ? byAdjustment(textAt(payments.adjustmentId, row)) : NONE;
    const found = byId === NONE ? named(id, textAt(payments.claimNumber, row)) : byId;
    const invoice = parts.ledger.paid.invoice[row]!;
    if (found !== NONE || invoice < 0) return found;
    const byAccount = ofInvoice(invoice);
    const { starts, rows } = parts.book.lines;
    return byAccount !== NONE || starts[invoice] === starts[invoice + 1]
      ? byAccount
      : ofCharge[rows[starts[invoice]!]!]!;
  });
  return { ofCharge, ofPayment, ofAdjustment, ...book.finish(), isWhole };
}

/** The family of an adjustment by its id; NONE for an id that stands twice or nowhere. */
function adjustmentFamilies(ids: TextColumn, families: Int32Array): (id: string) => number {
  let known: Map<string, number> | undefined;
  return (id) => {
    if (id === '') return NONE;
    if (known === undefined) {
      known = new Map();
      for (const [row, family] of families.entries()) {
        const text = textAt(ids, row);
        known.set(text, known.has(text) ? NONE : family);
      }
    }
    return known.get(id) ?? NONE;
  };
}

function isBlank({ texts }: TextColumn): boolean {
  return texts.length === 1;
}

function namesNobody({ guarantorId, accountId, patientId }: Person): boolean {
  return isBlank(guarantorId) && isBlank(accountId) && isBlank(patientId);
}

const TRANSFER = paymentTypes.indexOf('Transfer');

/** Who belongs to whom, as the rows say it that name two of them. */
interface Relations {
  readonly guarantorOfPatient: ReadonlyMap<string, string>;
  readonly guarantorOfAccount: ReadonlyMap<string, string>;
  readonly accountOfPatient: ReadonlyMap<string, string>;
}

/** Charges say it first, the newest one before others; other tables where no charge does. */
function* relations({ ledger }: LedgerParts): Steps<Relations> {
  const { charges, payments, tables } = ledger;
  const learn = function* (
    from: 'patientId' | 'accountId',
    to: 'guarantorId' | 'accountId',
  ): Steps<Map<string, string>> {
    const known = new Map<string, string>();
    yield* learnFrom(charges, { from, to, inOrder: byLineOrder(ledger), says: () => true }, known);
    yield;
    for (const rows of [tables.Adjustments, payments]) {
      const { date, id } = rows;
      const inOrder = (a: number, b: number): number =>
        date[a]! - date[b]! ||
        byId(textAt(id, a), textAt(id, b)) ||
        rows.sheetRow[a]! - rows.sheetRow[b]!;
      const learned = new Map<string, string>();
      // A transfer may move money of one family to another: it says of nobody whose he is.
      const says = (row: number): boolean => rows !== payments || payments.type[row]! !== TRANSFER;
      yield* learnFrom(rows, { from, to, inOrder, says }, learned);
      for (const [one, other] of learned) if (!known.has(one)) known.set(one, other);
      yield;
    }
    return known;
  };
  return {
    guarantorOfPatient: yield* learn('patientId', 'guarantorId'),
    guarantorOfAccount: yield* learn('accountId', 'guarantorId'),
    accountOfPatient: yield* learn('patientId', 'accountId'),
  };
}

function* learnFrom(
  rows: Person,
  of: {
    readonly from: 'patientId' | 'accountId';
    readonly to: 'guarantorId' | 'accountId';
    readonly inOrder: (a: number, b: number) => number;
    readonly says: (row: number) => boolean;
  },
  into: Map<string, string>,
): Steps<undefined> {
  const [one, other] = [rows[of.from], rows[of.to]];
  if (isBlank(one) || isBlank(other)) return undefined;
  const rowOf = new Int32Array(one.texts.length).fill(NONE);
  for (let row = 0; row < rows.length; row++) {
    if (row % 10_000 === 9_999) yield;
    const code = one.codes[row]!;
    if (code === 0 || other.codes[row]! === 0 || !of.says(row)) continue;
    const known = rowOf[code]!;
    if (known === NONE || of.inOrder(known, row) < 0) rowOf[code] = row;
  }
  for (const [code, row] of rowOf.entries()) {
    if (row !== NONE) into.set(one.texts[code] ?? '', textAt(other, row));
  }
  return undefined;
}

interface KeyReader {
  /** Empty where the row names nobody. */
  (rows: Person, row: number): string;
  ofAccount(account: string): string;
}

/** A guarantor is a patient too, so that both have one kind of key; accounts have their own. */
function keyReader(of: Relations): KeyReader {
  const read = (guarantor: string, account: string, patient: string): string => {
    const person =
      guarantor || of.guarantorOfPatient.get(patient) || of.guarantorOfAccount.get(account) || '';
    if (person !== '') return `person ${person}`;
    const known = account || of.accountOfPatient.get(patient) || '';
    if (known !== '') return `account ${known}`;
    return patient === '' ? '' : `person ${patient}`;
  };
  return Object.assign(
    (rows: Person, row: number) =>
      read(textAt(rows.guarantorId, row), textAt(rows.accountId, row), textAt(rows.patientId, row)),
    { ofAccount: (account: string) => read('', account, '') },
  );
}

interface FamilyBook {
  code(key: string): number;
  finish(): Pick<Families, 'inOrder' | 'named'>;
}

function familyBook(isWhole: boolean): FamilyBook {
  const codes = new Map<string, number>();
  const keys: string[] = [];
  return {
    code(key) {
      if (key === '' && !isWhole) return NONE;
      const known = codes.get(key);
      if (known !== undefined) return known;
      codes.set(key, keys.length);
      keys.push(key);
      return keys.length - 1;
    },
    finish: () => ({
      inOrder: Int32Array.from(keys.keys()).sort((a, b) => byId(keys[a] ?? '', keys[b] ?? '')),
      named: keys.map((key) => ({
        guarantor: key.startsWith('person ') ? key.slice('person '.length) : '',
        account: key.startsWith('account ') ? key.slice('account '.length) : '',
      })),
    }),
  };
}
