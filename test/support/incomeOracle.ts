/**
 * Production and income a second time, written from the rules and slowly: every row of the ledger becomes
 * the amounts it puts into columns, each with its day and provider. Ids of charges are unique here.
 */
import { deal } from './cptOracle';
import { momentOf, readInvoices, readMovements, shownProvider, spread, standing } from './oracle';
import { centsOf, type PlainLedger, type PlainRow, textOf } from './plainLedger';

/** One amount in one column of a sheet. */
export interface Posted {
  readonly column: string;
  /** `2024-02-01T00:00`, or `2024-02-01T09:00` where the row has a time. */
  readonly moment: string;
  readonly provider: string;
  readonly cents: number;
}

/** A row of Daily Payments. */
export interface Received extends Posted {
  readonly payer: string;
  readonly method: string;
  readonly type: string;
}

type Choices = Readonly<Record<string, string>>;
type Tables = Partial<PlainLedger>;

const NOBODY = 'No provider';

function table(ledger: Tables, kind: keyof PlainLedger): PlainRow[] {
  return ledger[kind] ?? [];
}

/** A column that no row has does not exist. */
function hasColumn(ledger: Tables, kind: keyof PlainLedger, header: string): boolean {
  return table(ledger, kind).some((row) => Object.hasOwn(row, header));
}

function momentIn(row: PlainRow, ...headers: string[]): string {
  const found = headers.map((header) => textOf(row, header)).find((text) => text !== '');
  return found === undefined ? '' : momentOf(found);
}

/* ---- charges (P1, P9, P10) ---- */

interface Charge {
  readonly row: PlainRow;
  readonly id: string;
  readonly provider: string;
  readonly moment: string;
  readonly completed: string;
  readonly amount: number;
  readonly discount: number;
  /** Complete, Scheduled, Planned, Unbilled; Voided also on a voided invoice. */
  readonly status: string;
}

function chargesOf(ledger: Tables): Charge[] {
  const voided = table(ledger, 'Invoices')
    .filter((row) => textOf(row, 'Status') === 'Voided')
    .map((row) => textOf(row, 'Invoice Number'));
  return table(ledger, 'Charges').map((row) => {
    const isVoided = voided.includes(textOf(row, 'Invoice Number'));
    return {
      row,
      id: textOf(row, 'Charge ID'),
      provider: shownProvider(ledger as PlainLedger, textOf(row, 'Provider')),
      moment: momentIn(row, 'Service Date'),
      completed: momentIn(row, 'Completed Date'),
      amount: centsOf(row, 'Amount') ?? 0,
      discount: centsOf(row, 'Discount') ?? 0,
      status: isVoided ? 'Voided' : textOf(row, 'Status') || 'Complete',
    };
  });
}

/* ---- claim lines (W1 to W4, P8, P30, P41) ---- */

interface ClaimLine {
  readonly row: PlainRow;
  readonly status: string;
  readonly charge: Charge | undefined;
  readonly provider: string;
  /** -1 is blank, also of the current one while it is an estimate (P9, P40). */
  readonly first: number | undefined;
  readonly current: number | undefined;
}

function blankIfMinusOne(cents: number | undefined): number | undefined {
  return cents === -100 ? undefined : cents;
}

const isOpen = /^(Not Received|Estimate|CapEstimate|InsHist)$/;

function claimLinesOf(ledger: Tables, charges: readonly Charge[]): ClaimLine[] {
  return table(ledger, 'Claim Lines').map((row) => {
    const id = textOf(row, 'Charge ID');
    const charge = charges.find((one) => id !== '' && one.id === id);
    const named = textOf(row, 'Provider');
    const writeOff = centsOf(row, 'Write-off');
    return {
      row,
      status: textOf(row, 'Status'),
      charge,
      provider:
        named === '' ? (charge?.provider ?? NOBODY) : shownProvider(ledger as PlainLedger, named),
      first: blankIfMinusOne(centsOf(row, 'Write-off Estimate')),
      current: isOpen.test(textOf(row, 'Status')) ? blankIfMinusOne(writeOff) : writeOff,
    };
  });
}

/** Work that is Scheduled feeds Sched only; Planned, Unbilled and Voided work feeds nothing. */
const isOfProduction = ({ charge }: ClaimLine): boolean =>
  charge === undefined || charge.status === 'Complete';
const isSent = (line: ClaimLine): boolean =>
  ['Not Received', 'Received', 'Supplemental'].includes(line.status) && isOfProduction(line);
const isReceived = ({ status }: ClaimLine): boolean =>
  ['Received', 'Supplemental'].includes(status);

/** On an insurance check: all that is done, capitation too (P8, P40). */
const isPaid = ({ status }: ClaimLine): boolean =>
  ['Received', 'Supplemental', 'CapClaim', 'CapComplete'].includes(status);

/** The estimate until receipt, then the actual (W2). */
function writeOffNow(line: ClaimLine): number {
  return line.current ?? (isReceived(line) ? 0 : (line.first ?? 0));
}

/** What was first estimated; without its date there is no snapshot (W3, W6). */
function snapshotOf(line: ClaimLine): number {
  return textOf(line.row, 'Estimate Date') === '' ? 0 : (line.first ?? 0);
}

/** The insurance payment date, which is the check's date once it is attached (P12, P43). */
function paidOn({ row }: ClaimLine): string {
  return momentIn(row, 'Payment Date', 'Check Date');
}

function checkOn(ledger: Tables, kind: 'Payments' | 'Claim Lines', row: PlainRow): string {
  return momentIn(row, hasColumn(ledger, kind, 'Check Date') ? 'Check Date' : 'Payment Date');
}

/* ---- adjustments (P3, R12) ---- */

const isBadDebt = (type: string): boolean => type.toLowerCase().includes('bad debt');

/** The bucket of a type by the Type Map, whose patterns are plain words here; `production` otherwise. */
function bucketOf(ledger: Tables, row: PlainRow): string {
  const type = textOf(row, 'Type');
  const mapped = table(ledger, 'Type Map').find(
    (one) => textOf(one, 'Tab') === 'Adjustments' && textOf(one, 'Pattern') === type,
  );
  if (mapped !== undefined) return textOf(mapped, 'Bucket');
  return isBadDebt(type) ? 'bad-debt' : 'production';
}

/* ---- money ---- */

/** A part of a row of money: whose it is, and whether it stands on a charge (P30). */
interface Share {
  readonly provider: string;
  readonly cents: number;
  readonly isOnCharge: boolean;
}

const givenBack = ['Refund', 'Returned Check', 'Reversal', 'Unapplied', 'Deposit Refund'];
const known = [...givenBack, 'Payment', 'Redeposit', 'Deposit', 'Credit Applied', 'Transfer'];

/** Rows of Payments that count, with their cents; not voided, not cancelled, no mirrored half (E4, E16). */
export function countingPayments(
  ledger: Tables,
): { row: PlainRow; cents: number; place: number }[] {
  const rows = table(ledger, 'Payments');
  const typeOf = (row: PlainRow): string => textOf(row, 'Type');
  const voids = rows.filter((row) => typeOf(row) === 'Void' && textOf(row, 'Voided') === '');
  const cancelled = voids.map((row) => textOf(row, 'Refund Of'));
  const absolute = givenBack.filter((type) =>
    rows.filter((row) => typeOf(row) === type).every((row) => centsOf(row, 'Amount')! > 0),
  );
  const movesCredit = (row: PlainRow): boolean =>
    ['Credit Applied', 'Unapplied'].includes(typeOf(row));
  const isMirror = (row: PlainRow): boolean =>
    typeOf(row) === 'Transfer' &&
    ['Invoice Number', 'Charge ID', 'Claim Number', 'Provider'].every(
      (header) => textOf(row, header) === '',
    ) &&
    rows.some(
      (other) =>
        movesCredit(other) &&
        textOf(other, 'Payment Date') === textOf(row, 'Payment Date') &&
        textOf(other, 'Account ID') === textOf(row, 'Account ID') &&
        Math.abs(centsOf(other, 'Amount')!) === Math.abs(centsOf(row, 'Amount')!),
    );
  return rows.flatMap((row, place) => {
    const isIn = known.includes(typeOf(row)) && textOf(row, 'Voided') === '' && !isMirror(row);
    if (!isIn || cancelled.includes(textOf(row, 'Payment ID'))) return [];
    const amount = centsOf(row, 'Amount')!;
    return [{ row, place, cents: absolute.includes(typeOf(row)) ? -amount : amount }];
  });
}

/** By I-9 on payment dates, open invoices too: the shares of each row of Payments, by its place. */
function sharesByInvoice(ledger: Tables, choices: Choices): Map<number, Share[]> {
  const charges = table(ledger, 'Charges');
  const invoices = [...table(ledger, 'Invoices')];
  for (const number of charges.map((row) => textOf(row, 'Invoice Number'))) {
    const isNew = invoices.every((row) => textOf(row, 'Invoice Number') !== number);
    if (number !== '' && isNew) invoices.push({ 'Invoice Number': number });
  }
  const whole = { ...ledger, Charges: charges, Invoices: invoices } as PlainLedger;
  const read = readInvoices({ ...whole, Payments: table(ledger, 'Payments') });
  const movements = readMovements({ ...whole, Payments: table(ledger, 'Payments') }, read);
  const shares = new Map<number, Share[]>();
  for (const [invoice, parts] of spread(movements)) {
    const way = choices['negative-lines'] ?? 'chronological';
    let paid = 0;
    for (const { movement, cents } of parts) {
      const before = standing(invoice, paid, way);
      paid += cents;
      const after = standing(invoice, paid, way);
      const onLines = invoice.lines.map((line, place) => ({
        provider: line.provider,
        cents: after.lines[place]! - before.lines[place]!,
        isOnCharge: true,
      }));
      const rest = cents - onLines.reduce((sum, share) => sum + share.cents, 0);
      const list = shares.get(movement.sheetRow) ?? [];
      list.push(...onLines, { provider: NOBODY, cents: rest, isOnCharge: false });
      shares.set(movement.sheetRow, list);
    }
  }
  return shares;
}

/** The lines of a claim: its charges that are not Voided, in line order (Z-16, Z-17). */
function linesOfClaim(ledger: Tables, charges: readonly Charge[], claim: string): Charge[] {
  if (claim === '') return [];
  const byLines = table(ledger, 'Claim Lines')
    .filter((row) => textOf(row, 'Claim Number') === claim)
    .map((row) => textOf(row, 'Charge ID'));
  return charges
    .filter(({ status }) => status !== 'Voided')
    .filter(({ row, id }) => textOf(row, 'Claim Number') === claim || byLines.includes(id))
    .sort((a, b) =>
      a.moment === b.moment ? (a.id < b.id ? -1 : 1) : a.moment < b.moment ? -1 : 1,
    );
}

function spreadOverClaim(lines: readonly Charge[], cents: number): Share[] {
  const amounts = lines.map(({ amount }) => amount);
  let weights = amounts;
  if (weights.every((weight) => weight === 0)) weights = weights.map(() => 1);
  if (weights.every((weight) => weight <= 0)) weights = weights.map((weight) => -weight);
  const rooms = lines.map(() => Infinity);
  return deal(cents, weights, amounts, rooms).map((share, place) => ({
    provider: lines[place]!.provider,
    cents: share,
    isOnCharge: true,
  }));
}

interface World {
  readonly ledger: Tables;
  readonly charges: readonly Charge[];
  readonly lines: readonly ClaimLine[];
  readonly byInvoice: ReadonlyMap<number, readonly Share[]>;
  /** Insurance money is read once: from the claim lines where any has Insurance Paid. */
  readonly isPaidByLines: boolean;
}

function worldOf(ledger: Tables, choices: Choices): World {
  const charges = chargesOf(ledger);
  const lines = claimLinesOf(ledger, charges);
  return {
    ledger,
    charges,
    lines,
    byInvoice: sharesByInvoice(ledger, choices),
    isPaidByLines: lines.some(({ row }) => textOf(row, 'Insurance Paid') !== ''),
  };
}

/** Whose a row of money is: the first of these that it names and that is there. */
function sharesOf(world: World, row: PlainRow, cents: number, place = -1): readonly Share[] {
  const { ledger } = world;
  const own = textOf(row, 'Provider');
  const nobodys: Share[] = [{ provider: NOBODY, cents, isOnCharge: false }];
  // A deposit is on nothing that it names (I-A10); whose it is, its charge or adjustment says.
  const isDeposit = ['Deposit', 'Deposit Refund'].includes(textOf(row, 'Type'));
  const inside = isDeposit ? { ...row, 'Claim Number': '' } : row;
  const found =
    namedShares(world, inside, cents) ?? (isDeposit ? undefined : world.byInvoice.get(place));
  const shares = (found ?? nobodys).map((share) => ({
    ...share,
    isOnCharge: share.isOnCharge && !isDeposit,
  }));
  return own === ''
    ? shares
    : shares.map((share) => ({ ...share, provider: shownProvider(ledger as PlainLedger, own) }));
}

/** By Charge ID or Adjustment ID, else over the lines of the claim. */
function namedShares(
  { ledger, charges }: World,
  row: PlainRow,
  cents: number,
): Share[] | undefined {
  const id = textOf(row, 'Charge ID');
  const charge = charges.find((one) => id !== '' && one.id === id && one.status !== 'Voided');
  if (charge !== undefined) return [{ provider: charge.provider, cents, isOnCharge: true }];
  const adjustmentId = textOf(row, 'Adjustment ID');
  const adjustment = table(ledger, 'Adjustments').find(
    (one) => adjustmentId !== '' && textOf(one, 'Adjustment ID') === adjustmentId,
  );
  // An adjustment names itself, which says nothing about whose money it is.
  if (adjustment !== undefined && adjustment !== row) {
    const provider = shownProvider(ledger as PlainLedger, textOf(adjustment, 'Provider'));
    return [{ provider, cents, isOnCharge: false }];
  }
  const ofClaim = linesOfClaim(ledger, charges, textOf(row, 'Claim Number'));
  return ofClaim.length > 0 ? spreadOverClaim(ofClaim, cents) : undefined;
}

interface Money extends Share {
  readonly column: 'Pt Income' | 'Unearned Pt Income' | 'Ins Income';
  /** When it is income; '' where it never is. */
  readonly moment: string;
  /** When it was entered or first received. */
  readonly entered: string;
  readonly payer: string;
  readonly method: string;
  readonly type: string;
}

function moneyOfPayments(world: World): Money[] {
  const { ledger } = world;
  return countingPayments(ledger).flatMap(({ row, cents, place }): Money[] => {
    const type = textOf(row, 'Type');
    const isInsurer = textOf(row, 'Payer') === 'Insurance';
    const unearned = textOf(row, 'Unearned Type');
    const movesCredit = ['Credit Applied', 'Unapplied', 'Transfer'].includes(type);
    // The insurers' checks, which are cash: credit that is moved about is none.
    if (isInsurer && world.isPaidByLines && !movesCredit) return [];
    if (unearned.toLowerCase().startsWith('hidden')) return [];
    const isUnearned = unearned !== '' || ['Deposit', 'Deposit Refund'].includes(type);
    const about = {
      moment: momentIn(row, 'Payment Date'),
      entered: momentIn(row, 'Entered Date'),
      payer: isInsurer ? 'Insurance' : 'Patient',
      method: textOf(row, 'Method') || (isInsurer ? 'Insurance' : 'No method'),
      type,
    };
    const shares = sharesOf(world, row, cents, place);
    if (movesCredit && type !== 'Transfer') {
      const taken: Share = { provider: NOBODY, cents: -cents, isOnCharge: false };
      return [
        ...shares.map((share): Money => ({ ...about, ...share, column: 'Pt Income' })),
        { ...about, ...taken, column: 'Unearned Pt Income' },
      ];
    }
    if (isUnearned) {
      return shares.map((share) => ({ ...about, ...share, column: 'Unearned Pt Income' }));
    }
    if (!isInsurer || movesCredit) {
      return shares.map((share) => ({ ...about, ...share, column: 'Pt Income' }));
    }
    const moment = checkOn(ledger, 'Payments', row);
    return shares.map((share) => ({ ...about, ...share, moment, column: 'Ins Income' }));
  });
}

function moneyOfLines(world: World, leftOut: readonly PlainRow[]): Money[] {
  const paid = world.lines.filter((line) => isPaid(line) && !leftOut.includes(line.row));
  return paid.flatMap((line): Money[] => {
    const cents = centsOf(line.row, 'Insurance Paid') ?? 0;
    // Only money that names no charge is the claim's as a whole.
    const isTotal = textOf(line.row, 'Charge ID') === '';
    const row = isTotal ? line.row : { ...line.row, 'Claim Number': '' };
    return sharesOf(world, row, cents).map((share) => ({
      ...share,
      column: 'Ins Income',
      moment: checkOn(world.ledger, 'Claim Lines', line.row),
      entered: momentIn(line.row, 'Received Date'),
      payer: 'Insurance',
      method: 'Insurance',
      type: 'Payment',
    }));
  });
}

/** Adjustments that the Type Map calls collection are money with the opposite sign. */
function moneyOfAdjustments(world: World): Money[] {
  return table(world.ledger, 'Adjustments')
    .filter((row) => bucketOf(world.ledger, row) === 'collection')
    .flatMap((row) =>
      sharesOf(world, row, -centsOf(row, 'Amount')!).map((share): Money => ({
        ...share,
        column: 'Pt Income',
        moment: momentIn(row, 'Date'),
        entered: momentIn(row, 'Entered Date'),
        payer: 'Patient',
        method: 'No method',
        type: textOf(row, 'Type'),
      })),
    );
}

function moneyOf(world: World, leftOut: readonly PlainRow[] = []): Money[] {
  return [
    ...moneyOfPayments(world),
    ...(world.isPaidByLines ? moneyOfLines(world, leftOut) : []),
    ...moneyOfAdjustments(world),
  ];
}

/* ---- the sheets ---- */

const onSheet = ({ moment, cents }: Posted): boolean => moment !== '' && cents !== 0;

function adjustmentProvider(world: World, row: PlainRow): string {
  return shownProvider(world.ledger as PlainLedger, textOf(row, 'Provider'));
}

const producing = ['production', 'bad-debt', 'write-off', 'discount'];

function production(world: World): Posted[] {
  const ofCharges = world.charges
    .filter(({ status }) => status === 'Complete')
    .flatMap(({ provider, moment, amount, discount }) => [
      { column: 'Production', moment, provider, cents: amount },
      { column: 'Adjustments', moment, provider, cents: -discount },
    ]);
  const capitation = world.lines
    .filter((line) => line.status === 'CapComplete' && isOfProduction(line))
    .map(({ row, charge, provider, current }) => ({
      column: 'Production',
      moment: charge?.moment ?? momentIn(row, 'Procedure Date'),
      provider: charge?.provider ?? provider,
      cents: -(current ?? 0),
    }));
  const adjustments = table(world.ledger, 'Adjustments')
    .filter((row) => producing.includes(bucketOf(world.ledger, row)))
    .map((row) => ({
      column: 'Adjustments',
      moment: momentIn(row, 'Date'),
      provider: adjustmentProvider(world, row),
      cents: centsOf(row, 'Amount')!,
    }));
  return [...ofCharges, ...capitation, ...adjustments];
}

function writeOffs(world: World, mode: string): Posted[] {
  return world.lines.filter(isSent).flatMap((line): Posted[] => {
    const { provider } = line;
    const change = snapshotOf(line) - writeOffNow(line);
    if (mode === 'procedure') {
      const moment = momentIn(line.row, 'Procedure Date') || (line.charge?.moment ?? '');
      return [{ column: 'Writeoff', moment, provider, cents: -writeOffNow(line) }];
    }
    if (mode === 'insurance-payment') {
      const cents = isReceived(line) ? -writeOffNow(line) : 0;
      return [{ column: 'Writeoff', moment: paidOn(line), provider, cents }];
    }
    const sentOn = momentIn(line.row, 'Estimate Date');
    return [
      { column: 'Writeoff Est', moment: sentOn, provider, cents: -snapshotOf(line) },
      {
        column: 'Writeoff Adj',
        moment: paidOn(line),
        provider,
        cents: isReceived(line) ? change : 0,
      },
    ];
  });
}

/** Scheduled work, and its discounts, which stand among the adjustments of Monthly alone (P9). */
function scheduled(world: World, isLessWriteOff: boolean): Posted[] {
  return world.charges
    .filter(({ status }) => status === 'Scheduled')
    .flatMap((charge) => {
      const { moment, provider } = charge;
      const off = world.lines
        .filter((line) => line.charge === charge)
        .filter(
          ({ status }) =>
            status === 'CapEstimate' ||
            (isLessWriteOff && ['Estimate', 'Not Received'].includes(status)),
        )
        .reduce((sum, { current, first }) => sum + (current ?? first ?? 0), 0);
      return [
        { column: 'Sched', moment, provider, cents: charge.amount - off },
        { column: 'Sched Discounts', moment, provider, cents: -charge.discount },
      ];
    });
}

/** Production, Adjustments, Writeoff (or Est and Adj), Sched, Sched Discounts and the three incomes. */
export function incomeOracle(ledger: Tables, choices: Choices): Posted[] {
  const world = worldOf(ledger, choices);
  const isUnearnedIn = choices['include-unearned'] !== 'no';
  const income = moneyOf(world).filter(
    ({ column }) => isUnearnedIn || column !== 'Unearned Pt Income',
  );
  return [
    ...production(world),
    ...writeOffs(world, choices['write-off-date'] ?? 'insurance-payment'),
    ...scheduled(world, choices['scheduled-less-write-off'] === 'yes'),
    ...income,
  ].filter(onSheet);
}

/** Daily Payments: all income, whatever include-unearned says (U6). */
export function receivedOracle(ledger: Tables, choices: Choices): Received[] {
  return moneyOf(worldOf(ledger, choices)).filter(onSheet);
}

/** The columns of Provider Payroll but its two sums (P30, P33). */
export function payrollOracle(ledger: Tables, choices: Choices): Posted[] {
  const world = worldOf(ledger, choices);
  const ofCharges = world.charges
    .filter(({ status }) => status === 'Complete')
    .flatMap(({ provider, completed, amount, discount }) => [
      { column: 'UCR Production', moment: completed, provider, cents: amount },
      { column: 'Prod Adj', moment: completed, provider, cents: -discount },
    ]);
  const ofLines = world.lines.filter(isSent).flatMap((line): Posted[] => {
    const { provider } = line;
    const completed = line.charge?.completed ?? '';
    // What was never shown as an estimate does not change.
    const estimate = completed === '' ? 0 : (line.first ?? 0);
    const cents = isReceived(line) ? estimate - writeOffNow(line) : 0;
    const moment = momentIn(line.row, 'Received Date');
    return [
      { column: 'Est Write-off', moment: completed, provider, cents: -estimate },
      { column: 'Change in Write-off', moment, provider, cents },
    ];
  });
  const adjustments = table(ledger, 'Adjustments')
    .filter((row) => ['production', 'write-off', 'discount'].includes(bucketOf(ledger, row)))
    .map((row) => ({
      column: 'Prod Adj',
      moment: momentIn(row, 'Entered Date'),
      provider: adjustmentProvider(world, row),
      cents: centsOf(row, 'Amount')!,
    }));
  const capitation = world.lines.filter((line) => !isReceived(line)).map(({ row }) => row);
  const money = moneyOf(world, capitation).map((one): Posted => {
    const { provider, cents, entered: moment } = one;
    if (one.column !== 'Ins Income') {
      const column = one.isOnCharge ? 'Pat Inc Alloc' : 'Pat Inc Unalloc';
      return { column, moment, provider, cents };
    }
    const column = one.moment === '' ? 'Ins Not Final' : 'Ins Income';
    return { column, moment, provider, cents };
  });
  return [...ofCharges, ...ofLines, ...adjustments, ...money].filter(onSheet);
}
