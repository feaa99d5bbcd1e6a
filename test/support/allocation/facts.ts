/** What the plain rows say as of a day: charges, adjustments and patient money of each family, nothing matched yet. */
import { endOf, momentOf } from '../oracle';
import { centsOf, type PlainLedger, type PlainRow, textOf } from '../plainLedger';

export type Tables = Partial<PlainLedger>;

/** For whom, by whom and where; '' is blank. Money pays a charge only where all three agree (A13). */
export interface Place {
  patient: string;
  provider: string;
  location: string;
}

/** A11: day, then charges (0) before adjustments (1) before the rest (2), then time, id and sheet row. */
export interface Order {
  moment: string;
  kind: 0 | 1 | 2;
  id: string;
  row: number;
  /** Parts of one row, such as the two sides of a Credit Applied. */
  part: string;
}

export interface Charge extends Place {
  id: string;
  family: string;
  order: Order;
  /** What insurers are billed. */
  fee: number;
  /** Amount - Discount. */
  net: number;
  /** Amount - Discount + Tax: what is owed before insurance, adjustments and money. */
  value: number;
  claim: string;
  /** Complete and not after the day; money and adjustments on any other charge wait for it. */
  isComplete: boolean;
}

export interface Adjustment extends Place {
  id: string;
  family: string;
  order: Order;
  cents: number;
  charge: Charge | undefined;
  /** It was for a charge that is voided or unknown. */
  isLost: boolean;
  /** Its row names a provider; else money that names it has none (provider of money). */
  isNamed: boolean;
}

/** A movement of patient money, or one side of it. */
export interface Money extends Place {
  family: string;
  order: Order;
  paymentId: string;
  date: string;
  rowType: string;
  cents: number;
  /** Unearned type; '' is money that is not unearned. */
  type: string;
  charge: Charge | undefined;
  adjustment: Adjustment | undefined;
  /** It waits on a charge that is not complete, or on an adjustment of a later day or of such a charge. */
  isReserved: boolean;
  /** A payment or refund that names nothing: the subject of a suggestion. */
  isNew: boolean;
}

export interface Facts {
  charges: Charge[];
  adjustments: Adjustment[];
  money: Money[];
  families: string[];
  familyOf: (row: PlainRow) => string;
  /** The type that new unearned money gets (A23). */
  unearnedType: string;
  /** Whether Claim Lines hold the insurance money; then Payments by Insurance are its checks. */
  isPaidByLines: boolean;
  end: string;
}

/** Deposits and credit on account that bear no type of their own. */
const ACCOUNT_CREDIT = 'Account credit';

const DEPOSITS = ['Deposit', 'Deposit Refund'];
const CREDITS = ['Credit Applied', 'Unapplied'];
const NEW_MONEY = ['Payment', 'Redeposit', 'Refund', 'Returned Check', 'Reversal'];

export function rowsOf(ledger: Tables, table: keyof PlainLedger): PlainRow[] {
  return ledger[table] ?? [];
}

export function total<Row>(rows: readonly Row[], cents: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + cents(row), 0);
}

export function isHidden(type: string): boolean {
  return type.toLowerCase().startsWith('hidden');
}

export function placeText({ patient, provider, location }: Place): string {
  return JSON.stringify([patient, provider, location]);
}

/** By provider, who may be nobody and is the last then, patient and location. */
export function whoseText({ patient, provider, location }: Place): string {
  return `${provider === '' ? 1 : 0}${provider}\n${patient}\n${location}`;
}

/* ---- order ---- */

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whole numbers by value and before text, text by code unit. */
export function byId(a: string, b: string): number {
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return (isNumber ? Number(a) - Number(b) : 0) || byText(a, b);
}

export function byOrder(a: Order, b: Order): number {
  return (
    byText(a.moment.slice(0, 10), b.moment.slice(0, 10)) ||
    a.kind - b.kind ||
    byText(a.moment, b.moment) ||
    byId(a.id, b.id) ||
    a.row - b.row ||
    byText(a.part, b.part)
  );
}

export function inOrder<Item extends { order: Order }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => byOrder(a.order, b.order));
}

/* ---- rows ---- */

export function orderOf(
  row: PlainRow,
  at: { header: string; kind: 0 | 1 | 2; id: string; row: number },
): Order {
  const { header, kind, id, row: place } = at;
  const date = textOf(row, header);
  return {
    moment: date === '' ? '' : momentOf(date),
    kind,
    id: textOf(row, id),
    row: place,
    part: '',
  };
}

/** Who stands for whom: the Guarantor ID that any row of the patient names. */
function guarantorsOf(ledger: Tables): Map<string, string> {
  const known = new Map<string, string>();
  for (const table of ['Charges', 'Payments', 'Adjustments'] as const) {
    for (const row of rowsOf(ledger, table)) {
      const [patient, guarantor] = [textOf(row, 'Patient ID'), textOf(row, 'Guarantor ID')];
      if (patient === '' || guarantor === '') continue;
      const before = known.get(patient);
      if (before === undefined || guarantor < before) known.set(patient, guarantor);
    }
  }
  return known;
}

type FamilyOf = (row: PlainRow) => string;

function familyReader(ledger: Tables): FamilyOf {
  const guarantors = guarantorsOf(ledger);
  return (row) => {
    const patient = textOf(row, 'Patient ID');
    return (
      textOf(row, 'Guarantor ID') ||
      (guarantors.get(patient) ?? '') ||
      textOf(row, 'Account ID') ||
      patient
    );
  };
}

function patientOf(row: PlainRow): string {
  return textOf(row, 'Patient ID') || textOf(row, 'Guarantor ID') || textOf(row, 'Account ID');
}

/** Nobody, where the row says so or says nothing. */
function providerOf(row: PlainRow): string {
  const name = textOf(row, 'Provider');
  return name === 'No provider' ? '' : name;
}

function ownPlace(row: PlainRow): Place {
  return {
    patient: patientOf(row),
    provider: providerOf(row),
    location: textOf(row, 'Location'),
  };
}

/** Blank cells of money or of an adjustment are those of what it names. */
function placeOn(row: PlainRow, named: Place | undefined): Place {
  if (named === undefined) return ownPlace(row);
  return {
    patient: textOf(row, 'Patient ID') || named.patient,
    provider: textOf(row, 'Provider') === '' ? named.provider : providerOf(row),
    location: textOf(row, 'Location') || named.location,
  };
}

interface ChargeRow {
  charge: Charge;
  isVoided: boolean;
}

function chargeRows(ledger: Tables, familyOf: FamilyOf, end: string): ChargeRow[] {
  const voidedInvoices = rowsOf(ledger, 'Invoices')
    .filter((row) => textOf(row, 'Status') === 'Voided')
    .map((row) => textOf(row, 'Invoice Number'));
  return rowsOf(ledger, 'Charges').map((row, place) => {
    const fee = centsOf(row, 'Amount') ?? 0;
    const order = orderOf(row, { header: 'Service Date', kind: 0, id: 'Charge ID', row: place });
    const invoice = textOf(row, 'Invoice Number');
    const status = textOf(row, 'Status');
    const charge: Charge = {
      ...ownPlace(row),
      id: textOf(row, 'Charge ID'),
      family: familyOf(row),
      order,
      fee,
      net: fee - (centsOf(row, 'Discount') ?? 0),
      value: fee - (centsOf(row, 'Discount') ?? 0) + (centsOf(row, 'Tax') ?? 0),
      claim: textOf(row, 'Claim Number'),
      isComplete: ['', 'Complete'].includes(status) && order.moment <= end,
    };
    const isVoided = status === 'Voided' || (invoice !== '' && voidedInvoices.includes(invoice));
    return { charge, isVoided };
  });
}

/** A row names a charge by its id; a voided charge takes no money and lends no blank cells. */
function findCharge(
  row: PlainRow,
  charges: readonly ChargeRow[],
): { isNamed: boolean; charge: Charge | undefined } {
  const id = textOf(row, 'Charge ID');
  const found = charges.find(({ charge, isVoided }) => charge.id === id && !isVoided);
  return { isNamed: id !== '', charge: id === '' ? undefined : found?.charge };
}

function adjustmentsOf(
  ledger: Tables,
  familyOf: FamilyOf,
  charges: readonly ChargeRow[],
): Adjustment[] {
  return rowsOf(ledger, 'Adjustments').map((row, place) => {
    const { isNamed, charge } = findCharge(row, charges);
    return {
      ...placeOn(row, charge),
      id: textOf(row, 'Adjustment ID'),
      family: familyOf(row) || (charge?.family ?? ''),
      order: orderOf(row, { header: 'Date', kind: 1, id: 'Adjustment ID', row: place }),
      cents: centsOf(row, 'Amount') ?? 0,
      charge,
      isLost: isNamed && charge === undefined,
      isNamed: textOf(row, 'Provider') !== '',
    };
  });
}

/** Payments that a Void row names count nowhere, and neither does the Void. */
function standingPayments(ledger: Tables): { row: PlainRow; place: number }[] {
  const rows = rowsOf(ledger, 'Payments').map((row, place) => ({ row, place }));
  const voids = rows.filter(
    ({ row }) => textOf(row, 'Type') === 'Void' && textOf(row, 'Voided') === '',
  );
  const cancelled = new Set(voids.map(({ row }) => textOf(row, 'Refund Of')));
  return rows.filter(
    ({ row }) =>
      textOf(row, 'Voided') === '' &&
      textOf(row, 'Type') !== 'Void' &&
      !cancelled.has(textOf(row, 'Payment ID')),
  );
}

/** Payments by Insurance; where Claim Lines hold the money they are its checks, apart from transfers. */
export function insurancePayments(
  ledger: Tables,
  isPaidByLines: boolean,
): { row: PlainRow; place: number }[] {
  return standingPayments(ledger).filter(
    ({ row }) =>
      textOf(row, 'Payer') === 'Insurance' &&
      (!isPaidByLines || textOf(row, 'Type') === 'Transfer'),
  );
}

interface Known {
  charges: readonly ChargeRow[];
  adjustments: readonly Adjustment[];
  end: string;
}

interface Named {
  /** It names a charge or adjustment that is not in the ledger, or an adjustment of a later day. */
  isUnknown: boolean;
  /** What lends its blank cells. */
  lender: (Place & { family: string }) | undefined;
  charge: Charge | undefined;
  adjustment: Adjustment | undefined;
}

/** The charge counts before the adjustment; money on an attached adjustment is on its charge (A14). */
function namedBy(row: PlainRow, { charges, adjustments, end }: Known): Named {
  const { isNamed, charge } = findCharge(row, charges);
  if (isNamed) {
    const isUnknown = charges.every((one) => one.charge.id !== textOf(row, 'Charge ID'));
    return { lender: charge, charge, adjustment: undefined, isUnknown };
  }
  const id = textOf(row, 'Adjustment ID');
  const adjustment = id === '' ? undefined : adjustments.find((one) => one.id === id);
  const isUnknown = id !== '' && (adjustment === undefined || adjustment.order.moment > end);
  const provider = adjustment?.isNamed === true ? adjustment.provider : '';
  const on = adjustment?.charge;
  const where = on ?? adjustment;
  const lender = where === undefined ? undefined : { ...where, provider };
  return { lender, charge: on, adjustment: on === undefined ? adjustment : undefined, isUnknown };
}

function typeOf(row: PlainRow, rowType: string): string {
  const written = textOf(row, 'Unearned Type');
  if (DEPOSITS.includes(rowType)) return written || ACCOUNT_CREDIT;
  return CREDITS.includes(rowType) ? '' : written;
}

function isWaiting({ charge, adjustment, isUnknown }: Named): boolean {
  return isUnknown || charge?.isComplete === false || adjustment?.isLost === true;
}

/** Unearned money is the row's patient's, where it is; its provider is that of its charge, unless it is hidden (T13). */
function placeOfMoney(row: PlainRow, type: string, { lender }: Named): Place {
  if (type === '' && lender !== undefined) return placeOn(row, lender);
  const { provider } = isHidden(type) ? ownPlace(row) : placeOn(row, lender);
  return { ...ownPlace(row), provider, patient: textOf(row, 'Patient ID') };
}

function movement(row: PlainRow, place: number, has: Known & { familyOf: FamilyOf }): Money {
  const rowType = textOf(row, 'Type');
  const cents = centsOf(row, 'Amount') ?? 0;
  const named = namedBy(row, has);
  const nothing = { charge: undefined, adjustment: undefined };
  const on = DEPOSITS.includes(rowType) ? { ...named, ...nothing } : named;
  const type = typeOf(row, rowType);
  const names = ['Charge ID', 'Adjustment ID', 'Claim Number', 'Invoice Number', 'Provider'];
  const isUnnamed = names.every((header) => textOf(row, header) === '');
  return {
    ...placeOfMoney(row, type, named),
    family: has.familyOf(row) || (named.lender?.family ?? ''),
    order: orderOf(row, { header: 'Payment Date', kind: 2, id: 'Payment ID', row: place }),
    paymentId: textOf(row, 'Payment ID'),
    date: textOf(row, 'Payment Date'),
    rowType,
    cents,
    type,
    charge: on.charge,
    adjustment: on.adjustment,
    isReserved: isWaiting(on),
    isNew: isUnnamed && type === '' && NEW_MONEY.includes(rowType) && cents !== 0,
  };
}

function moneyOf(ledger: Tables, familyOf: FamilyOf, known: Known): Money[] {
  const rows = standingPayments(ledger).filter(
    ({ row }) =>
      textOf(row, 'Payer') !== 'Insurance' && momentOf(textOf(row, 'Payment Date')) <= known.end,
  );
  return rows.flatMap(({ row, place }): Money[] => {
    const money = movement(row, place, { ...known, familyOf });
    if (!CREDITS.includes(money.rowType)) return [money];
    // The other half of a credit: out of unearned without a provider, or back into it.
    const other: Money = {
      ...money,
      ...{ ...ownPlace(row), provider: '', patient: textOf(row, 'Patient ID') },
      order: { ...money.order, part: 'unearned' },
      cents: 0 - money.cents,
      type: textOf(row, 'Unearned Type') || ACCOUNT_CREDIT,
      charge: undefined,
      adjustment: undefined,
      isReserved: false,
      isNew: false,
    };
    return [money, other];
  });
}

/** The type that most rows bear and that is not hidden, ties by name; else what credit is called. */
function mostUsedType(ledger: Tables): string {
  const rows = standingPayments(ledger).map(({ row }) => row);
  const written = rows.map((row) => textOf(row, 'Unearned Type'));
  const shown = written.filter((type) => type !== '' && !isHidden(type));
  const count = (type: string): number => shown.filter((one) => one === type).length;
  const [most] = [...new Set(shown)].sort((a, b) => count(b) - count(a) || byText(a, b));
  const moves = [...DEPOSITS, ...CREDITS];
  const hasCredit = rows.some(
    (row, place) => written[place] === '' && moves.includes(textOf(row, 'Type')),
  );
  return most ?? (hasCredit ? ACCOUNT_CREDIT : 'Unearned');
}

export function readFacts(ledger: Tables, to: string): Facts {
  const end = endOf(to);
  const familyOf = familyReader(ledger);
  const charges = chargeRows(ledger, familyOf, end);
  const allAdjustments = adjustmentsOf(ledger, familyOf, charges);
  const money = moneyOf(ledger, familyOf, { charges, adjustments: allAdjustments, end });
  const standing = charges.filter(({ isVoided }) => !isVoided).map(({ charge }) => charge);
  const adjustments = allAdjustments.filter(
    ({ order, charge, isLost }) =>
      order.moment <= end && !isLost && (charge === undefined || charge.isComplete),
  );
  const names = [...standing, ...adjustments, ...money].map(({ family }) => family);
  return {
    charges: inOrder(standing),
    adjustments: inOrder(adjustments),
    money: inOrder(money),
    // What names nobody is nobody's.
    families: [...new Set(names)].filter((name) => name !== '').sort(byId),
    familyOf,
    unearnedType: mostUsedType(ledger),
    isPaidByLines: rowsOf(ledger, 'Claim Lines').some(
      (row) => textOf(row, 'Insurance Paid') !== '',
    ),
    end,
  };
}
