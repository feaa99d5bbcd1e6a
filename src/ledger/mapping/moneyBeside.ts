/** Columns of money beside a charge or a payment → further rows of the ledger, one for each filled cell. */
import type { ReadKind } from '../kinds';
import { enteredDate } from '../commonColumns';
import { fieldsOfKind, headerKey, type HeaderMatch } from '../recognise';
import { type BesideRole, besideRole, ownDateKeys } from './besideWords';
import { headerNames } from './fingerprint';
import { refAt, viewOfMatch } from './mappingOfMatch';
import type {
  ColumnSource,
  FieldSource,
  HeaderRef,
  MappedView,
  RowCondition,
} from './tableMapping';

/**
 * What the amounts of a column should be like. `received`: with a plus. `given back`, `lowers`: the word
 * says that money goes out or less is owed, with or without a minus. `reduces`: a positive one lowers what
 * is owed, as on an 835. `either`: the word says neither. `said`: the view says the sign itself.
 */
export type Sense = 'received' | 'given back' | 'lowers' | 'reduces' | 'either' | 'said';

/** A column of money beside the row. */
export interface BesideColumn {
  readonly header: string;
  /** Place in the header row, from 0. */
  readonly index: number;
  readonly role: BesideRole;
  readonly sense: Sense;
  /** Its rows; the sign of their amounts is still to be said. */
  readonly views: readonly MappedView[];
  /** Why it is not read without a question; empty where it is sure. */
  readonly doubt: string;
}

/** The row itself and the money beside it. */
export interface MoneyBeside {
  readonly main: MappedView;
  readonly columns: readonly BesideColumn[];
}

/**
 * The view of the row itself. A payment with money beside it is one only where it was paid: a row with
 * nothing but a refund is that refund.
 */
export function mainView({ main, columns }: MoneyBeside): MappedView {
  const amount = main.fields['Amount'];
  const isPayment = main.kind === 'Payments' && columns.length > 0;
  if (!isPayment || amount === undefined || !('columns' in amount)) return main;
  return { ...main, rows: [{ money: amount.columns }] };
}

/** A header that says what the amount of a payment is, unlike `Amount`, which may be the net of all columns. */
function saysPaid(header: string): boolean {
  return besideRole(header) === 'payment' || headerKey(header) === headerKey('Receipts');
}

/** The money beside a row of Charges, or beside a payment that its header calls paid. */
export function moneyBeside(cells: readonly unknown[], found: HeaderMatch): MoneyBeside {
  const main = viewOfMatch(cells, found.kind, found.fields);
  const none = { main, columns: [] };
  const amount = found.fields.get('amount');
  if (found.kind !== 'Charges' && found.kind !== 'Payments') return none;
  if (found.kind === 'Payments' && (amount === undefined || !saysPaid(amount.header))) return none;
  const used = new Set([...found.fields.values()].map(({ index }) => index));
  const roles = headerNames(cells).flatMap(({ header, index }) => {
    const role = used.has(index) ? undefined : besideRole(header);
    const isPaid = role === 'payment' || role === 'insurance payment' || role === 'patient payment';
    return role === undefined || (found.kind === 'Payments' && isPaid)
      ? []
      : [{ header, index, role }];
  });
  const columns = roles.map((one) => {
    const row: WideRow = { cells, kind: found.kind === 'Charges' ? 'Charges' : 'Payments', main };
    return { ...one, ...viewsOf(one, row), doubt: doubtOf(one, roles, cells) };
  });
  return { main, columns };
}

interface Beside {
  readonly header: string;
  readonly index: number;
  readonly role: BesideRole;
}

/** Why a column's meaning is not sure: never guessed. */
function doubtOf(
  { header, role }: Beside,
  roles: readonly Beside[],
  cells: readonly unknown[],
): string {
  const isTwice = roles.filter((one) => headerKey(one.header) === headerKey(header)).length > 1;
  if (isTwice) return 'two columns bear this header';
  if (role !== 'payment') return '';
  const named = roles.filter((one) => /^(?:insurance|patient) payment$/.test(one.role));
  if (named.length > 0) {
    return `it may hold the money of '${named.map((one) => one.header).join("' and '")}' again`;
  }
  if (roles.filter((one) => one.role === 'payment').length > 1)
    return 'two columns hold what was paid';
  const fields = fieldsOfKind('Payments', cells);
  if (fields.has('payer')) return '';
  const isInsured = fields.has('claimNumber') || fieldsOfKind('Charges', cells).has('allowed');
  return isInsured ? 'it does not say whether the insurer or the patient paid' : '';
}

/** The row that the money stands beside. */
interface WideRow {
  readonly cells: readonly unknown[];
  readonly kind: 'Charges' | 'Payments';
  readonly main: MappedView;
}

function viewsOf(beside: Beside, row: WideRow): { sense: Sense; views: MappedView[] } {
  switch (beside.role) {
    case 'insurance payment':
      return { sense: 'received', views: [paymentView(beside, row, ['Payment', 'Insurance'])] };
    case 'patient payment':
      return { sense: 'received', views: [paymentView(beside, row, ['Payment', 'Patient'])] };
    case 'payment':
      return { sense: 'received', views: [paymentView(beside, row, ['Payment', ''])] };
    case 'insurance refund':
      return { sense: 'given back', views: [paymentView(beside, row, ['Refund', 'Insurance'])] };
    case 'patient refund':
      return { sense: 'given back', views: [paymentView(beside, row, ['Refund', 'Patient'])] };
    case 'refund':
      return { sense: 'given back', views: [paymentView(beside, row, ['Refund', ''])] };
    case 'write-off':
    case 'adjustment':
      return adjustmentViews(beside, row);
  }
}

/** The fields of a header row by kind: an export of hundreds of columns asks for them with each one. */
const fieldsKnown = new WeakMap<readonly unknown[], Map<ReadKind, MappedView['fields']>>();

/** Columns of the row that its further rows share, by canonical header. */
function shared(
  kind: ReadKind,
  { cells }: WideRow,
  headers: readonly string[],
): MappedView['fields'] {
  const ofRow = fieldsKnown.get(cells) ?? new Map<ReadKind, MappedView['fields']>();
  fieldsKnown.set(cells, ofRow);
  const fields = ofRow.get(kind) ?? viewOfMatch(cells, kind, fieldsOfKind(kind, cells)).fields;
  ofRow.set(kind, fields);
  return Object.fromEntries(Object.entries(fields).filter(([header]) => headers.includes(header)));
}

const paymentShares = [
  'Payer',
  'Method',
  'Invoice Number',
  'Claim Number',
  'Provider',
  'Account ID',
  'Patient ID',
  'Guarantor ID',
  'Entered Date',
  'Location',
];

function paymentView(
  beside: Beside,
  row: WideRow,
  [type, payer]: readonly [string, string],
): MappedView {
  const voided = voidColumn(row);
  const check = payer === 'Insurance' ? shared('Payments', row, ['Check Date']) : {};
  return {
    kind: 'Payments',
    rows: moneyRows(beside, row),
    fields: {
      ...shared('Payments', row, paymentShares),
      ...check,
      ...identity('Payments', beside, row),
      'Payment Date': dateOf(beside, row),
      Type: { constant: type },
      Amount: { columns: [refOfBeside(beside, row)] },
      ...(payer === '' ? {} : { Payer: { constant: payer } }),
      ...(voided === undefined ? {} : { Voided: { columns: [voided], filled: 'Yes' } }),
    },
  };
}

const adjustmentShares = [
  'Invoice Number',
  'Claim Number',
  'Account ID',
  'Provider',
  'Patient ID',
  'Guarantor ID',
  'Entered Date',
  'Location',
];

/** With a claim on the row: Claim Adjustments. Without one: Adjustments (imports, wide rows). */
function adjustmentViews(beside: Beside, row: WideRow): { sense: Sense; views: MappedView[] } {
  const claim = shared('Claim Adjustments', row, ['Claim Number'])['Claim Number'];
  const ref = claim !== undefined && 'columns' in claim ? claim.columns[0] : undefined;
  const plain: MappedView = {
    kind: 'Adjustments',
    rows: [...standingRows(beside, row), ...(ref === undefined ? [] : [{ blank: ref }])],
    fields: {
      ...shared('Adjustments', row, adjustmentShares),
      ...identity('Adjustments', beside, row),
      Date: dateOf(beside, row),
      Type: { constant: beside.header },
      Amount: { columns: [refOfBeside(beside, row)] },
    },
  };
  const lowers = beside.role === 'write-off' ? 'lowers' : 'either';
  if (claim === undefined || ref === undefined) return { sense: lowers, views: [plain] };
  const ofClaim: MappedView = {
    kind: 'Claim Adjustments',
    rows: [...standingRows(beside, row), { filled: ref }],
    fields: {
      Group: { constant: 'CO' },
      ...shared('Claim Adjustments', row, ['Group', 'Reason']),
      'Claim Number': claim,
      ...chargeNamed(row),
      Date: dateOf(beside, row),
      Amount: { columns: [refOfBeside(beside, row)] },
    },
  };
  return { sense: 'reduces', views: [ofClaim, plain] };
}

function refOfBeside({ header, index }: Beside, { cells }: WideRow): HeaderRef {
  return refAt(cells, index) ?? header;
}

function moneyRows(beside: Beside, row: WideRow): RowCondition[] {
  return [{ money: [refOfBeside(beside, row)] }];
}

/** Adjustments have no column Voided: those of a voided row are no rows of theirs. */
function standingRows(beside: Beside, row: WideRow): RowCondition[] {
  const voided = voidColumn(row);
  const standing =
    voided === undefined ? [] : [{ column: voided, is: ['', 'No', 'N', 'False', '0'] }];
  return [...moneyRows(beside, row), ...standing];
}

/** The row's id and the column's name, and the charge or nothing that it names. */
function identity(
  kind: 'Payments' | 'Adjustments',
  beside: Beside,
  row: WideRow,
): MappedView['fields'] {
  const id = kind === 'Payments' ? 'Payment ID' : 'Adjustment ID';
  return { [id]: { ...ownId(row), and: beside.header }, ...chargeNamed(row) };
}

function ownId({ main, kind }: WideRow): ColumnSource | { readonly address: true } {
  const source = main.fields[kind === 'Charges' ? 'Charge ID' : 'Payment ID'];
  return source !== undefined && 'columns' in source ? source : { address: true };
}

/** A row beside a charge names that charge; one beside a payment what the payment names. */
function chargeNamed(row: WideRow): MappedView['fields'] {
  if (row.kind === 'Charges') return { 'Charge ID': ownId(row) };
  return shared('Payments', row, ['Charge ID']);
}

/**
 * The column's own date, else the posting date; without either the rows are held. Beside a payment money
 * moves with the transaction, whose date is that of all its columns.
 */
function dateOf({ header, role }: Beside, { cells, kind, main }: WideRow): FieldSource {
  const names = headerNames(cells);
  const refOfKey = (key: string): HeaderRef[] =>
    names
      .filter((one) => headerKey(one.header) === key)
      .slice(0, 1)
      .map((one) => one.header);
  const [own] = ownDateKeys(header, role).flatMap(refOfKey);
  const [posted] = [enteredDate.header, ...enteredDate.synonyms].map(headerKey).flatMap(refOfKey);
  const paid = main.fields['Payment Date'];
  const ofRow = kind === 'Payments' && paid !== undefined && 'columns' in paid ? paid.columns : [];
  const isMoved = role.endsWith('refund');
  const columns = [own, isMoved && ofRow.length > 0 ? undefined : posted, ...ofRow];
  const there = columns.filter((ref) => ref !== undefined);
  return there.length === 0 ? { constant: '' } : { columns: there };
}

const voidWords = ['Voided', 'Void', 'Deleted'].map(headerKey);

/** The column that says that a row is voided, where it is no field of its kind. */
export function voidColumn({
  cells,
  main,
}: Pick<WideRow, 'cells' | 'main'>): HeaderRef | undefined {
  const found = headerNames(cells).find(({ header }) => voidWords.includes(headerKey(header)));
  return found === undefined || Object.hasOwn(main.fields, 'Voided') ? undefined : found.header;
}
