/** A practice with every kind of table, as cells: what the slices of a run are measured on. */
import type { ReadKind } from '../src/ledger/kinds';
import { type Random, random } from '../samples/random';
import { providerName } from './tables';
import { OPEN, PROVIDERS, workload, type Workload } from './workload';

const SEED = 20260102;
const CHARGES = 100_000;
const PAYMENTS = 100_000;
const CLAIM_LINES = 50_000;
const CLAIM_ADJUSTMENTS = 20_000;
const ADJUSTMENTS = 20_000;
const TRAIL_ROWS = 50_000;
const PATIENTS = 5_000;

export type Cell = string | number;

/** A table of a kind: headers of the ledger format and the rows below them. */
export interface CellTable {
  readonly kind: ReadKind;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** From the first visit to the last payment: nothing is out of the period. */
export const WHOLE_TIME = { from: '2024-01-01', to: '2026-04-30' } as const;

/** Two locations, so that a filter leaves about half. */
export const LOCATIONS = ['Main', 'North'] as const;

/** What the tables share: who a charge is for, and the claim it is billed on. */
interface Practice {
  readonly draw: Random;
  readonly work: Workload;
  /** The charges whose invoice is billed to an insurer. */
  readonly insured: readonly number[];
}

/** Every table, always the same; rows in the order in which systems list them. */
export function fullLedger(): CellTable[] {
  const draw = random(SEED);
  const work = workload(CHARGES);
  const insured = Array.from(work.lines.invoice, (_, charge) => charge).filter((charge) =>
    isInsured(work.lines.invoice[charge]!),
  );
  const practice = { draw, work, insured };
  return [
    charges(practice),
    invoices(practice),
    payments(practice),
    claimLines(practice),
    claimAdjustments(practice),
    adjustments(practice),
    trail(practice),
    providers(),
    typeMap(),
  ];
}

function isInsured(invoice: number): boolean {
  return invoice % 5 < 3;
}

function chargeId(charge: number): string {
  return `C-${1_000_001 + charge}`;
}

function invoiceNumber(invoice: number): number {
  return 500_001 + invoice;
}

function claimNumber(invoice: number): string {
  return `CLM-${70_001 + invoice}`;
}

function patient(invoice: number): number {
  return (invoice * 7) % PATIENTS;
}

function patientId(invoice: number): string {
  return `PT-${patient(invoice)}`;
}

const lastNames = 'Abbott Baker Castillo Dawson Ellis Foster Garcia Hughes Ito Jensen Keller'.split(
  ' ',
);

function patientName(invoice: number): string {
  const one = patient(invoice);
  return `${lastNames[one % lastNames.length]!}, Patient ${one}`;
}

/** A time of the day, in steps of five minutes. */
function timeOf(draw: Random, day: number): number {
  return day + draw.whole(96, 216) / 288;
}

/** One of the words, each as likely as the number behind it says. */
function drawWord(draw: Random, words: readonly (readonly [string, number])[]): string {
  let left = draw.next();
  for (const [word, share] of words) {
    if (left < share) return word;
    left -= share;
  }
  return words[0]![0];
}

const chargeStatuses = [
  ['Complete', 0.94],
  ['Scheduled', 0.03],
  ['Planned', 0.01],
  ['Unbilled', 0.01],
  ['Voided', 0.01],
] as const;

function charges({ draw, work: { lines, invoices: closed } }: Practice): CellTable {
  const rows = Array.from(lines.day, (day, row): Cell[] => {
    const invoice = lines.invoice[row]!;
    const amount = lines.cents[row]! / 100;
    const status = drawWord(draw, chargeStatuses);
    const isOnInvoice = closed.closedDay[invoice]! !== OPEN || draw.chance(0.3);
    return [
      chargeId(row),
      timeOf(draw, day),
      draw.chance(0.01) ? '' : providerName(lines.provider[row]!),
      `9${String(9000 + lines.product[row]!)}`,
      `Treatment ${lines.product[row]!}`,
      draw.chance(0.1) ? '25' : '',
      draw.chance(0.05) ? '' : `Category ${lines.product[row]! % 20}`,
      `Tag ${lines.tag[row]!}`,
      draw.chance(0.1) ? 2 : 1,
      amount,
      draw.chance(0.1) ? Math.floor(amount * 10) / 100 : 0,
      status,
      status === 'Complete' ? day : '',
      isOnInvoice ? invoiceNumber(invoice) : '',
      isInsured(invoice) ? claimNumber(invoice) : '',
      `A-${patient(invoice)}`,
      patientId(invoice),
      patientName(invoice),
      draw.chance(0.5) ? LOCATIONS[invoice % 2]! : '',
    ];
  });
  return table('Charges', rows, [
    ...['Charge ID', 'Service Date', 'Provider', 'Code', 'Description', 'Modifiers', 'Category'],
    ...['Invoice Tag', 'Units', 'Amount', 'Discount', 'Status', 'Completed Date'],
    ...['Invoice Number', 'Claim Number', 'Account ID', 'Patient ID', 'Patient Name', 'Location'],
  ]);
}

function invoices({ work }: Practice): CellTable {
  const rows = Array.from(work.invoices.closedDay, (day, invoice): Cell[] => [
    invoiceNumber(invoice),
    day === OPEN ? '' : day + 0.75,
    work.invoices.taxCents[invoice]! / 100,
    invoice % 200 === 7 ? 'Voided' : day === OPEN ? 'Open' : 'Closed',
    `A-${patient(invoice)}`,
    LOCATIONS[invoice % 2]!,
  ]);
  return table('Invoices', rows, [
    ...['Invoice Number', 'Closed Date', 'Tax', 'Status', 'Account ID', 'Location'],
  ]);
}

const methods = ['Card', 'Cash', 'Check', 'Transfer', 'Financing', ''];

/** What names an invoice comes from the workload; the rest name claims and charges, or nothing. */
function payments(practice: Practice): CellTable {
  const { draw, work } = practice;
  const ofInvoices = Math.min(work.payments.day.length, PAYMENTS);
  const rows = Array.from({ length: PAYMENTS }, (_, row): Cell[] => {
    const id = `R-${1_000_001 + row}`;
    if (row >= ofInvoices) return otherPayment(practice, id);
    const invoice = work.payments.invoice[row]!;
    const day = work.payments.day[row]!;
    const cents = work.payments.cents[row]!;
    const type = cents < 0 ? 'Refund' : draw.chance(0.05) ? 'Credit Applied' : 'Payment';
    const names = { invoice: invoiceNumber(invoice), patient: patientId(invoice) };
    return paymentRow(draw, { id, day: timeOf(draw, day), type, cents }, names);
  });
  rows.sort((a, b) => Number(a[1]) - Number(b[1]));
  return table('Payments', rows, [
    ...['Payment ID', 'Payment Date', 'Type', 'Amount', 'Payer', 'Method', 'Invoice Number'],
    ...['Claim Number', 'Charge ID', 'Account ID', 'Patient ID', 'Unearned Type', 'Entered Date'],
    ...['Check Date', 'Voided', 'Refund Of', 'Location'],
  ]);
}

/** What a payment names; a blank names nothing. */
interface Names {
  readonly invoice: Cell;
  readonly claim: string;
  readonly charge: string;
  readonly patient: string;
  readonly unearned: string;
  readonly refundOf: string;
}

const namesNothing: Names = {
  invoice: '',
  claim: '',
  charge: '',
  patient: '',
  unearned: '',
  refundOf: '',
};

interface Paid {
  readonly id: string;
  readonly day: number;
  readonly type: string;
  readonly cents: number;
}

function paymentRow(draw: Random, { id, day, type, cents }: Paid, some: Partial<Names>): Cell[] {
  const names = { ...namesNothing, ...some };
  const isInsurance = names.claim !== '';
  return [
    id,
    day,
    type,
    cents / 100,
    isInsurance ? 'Insurance' : 'Patient',
    isInsurance ? 'Check' : draw.pick(methods),
    names.invoice,
    names.claim,
    names.charge,
    names.patient.replace('PT', 'A'),
    names.patient,
    names.unearned,
    Math.floor(day) + (draw.chance(0.9) ? 0 : 2),
    isInsurance ? Math.floor(day) : '',
    draw.chance(0.01) ? 'Yes' : '',
    names.refundOf,
    draw.chance(0.3) ? draw.pick(LOCATIONS) : '',
  ];
}

function otherPayment({ draw, work, insured }: Practice, id: string): Cell[] {
  const charge = draw.pick(insured);
  const invoice = work.lines.invoice[charge]!;
  const day = timeOf(draw, work.lines.day[charge]! + draw.whole(0, 60));
  const cents = Math.max(100, Math.floor(work.lines.cents[charge]! * draw.next()));
  const of = { id, day, type: 'Payment', cents };
  const names = { patient: patientId(invoice) };
  const chance = draw.next();
  if (chance < 0.4) return paymentRow(draw, of, { ...names, claim: claimNumber(invoice) });
  if (chance < 0.7) return paymentRow(draw, of, { ...names, charge: chargeId(charge) });
  if (chance < 0.8) {
    const refund = { ...of, type: 'Refund', cents: -cents };
    const refundOf = draw.chance(0.5) ? `R-${draw.whole(1_000_001, 1_060_000)}` : '';
    return paymentRow(draw, refund, { ...names, charge: chargeId(charge), refundOf });
  }
  if (chance < 0.9) return paymentRow(draw, { ...of, type: 'Deposit' }, names);
  if (chance < 0.95) return paymentRow(draw, of, { ...names, unearned: 'Prepayment' });
  return paymentRow(draw, of, {});
}

function partOf(amount: number, share: number): number {
  return Math.floor(amount * share * 100) / 100;
}

const claimLineStatuses = [
  ['Received', 0.8],
  ['Not Received', 0.1],
  ['Supplemental', 0.05],
  ['CapComplete', 0.02],
  ['Estimate', 0.03],
] as const;

/** One line for each of the first insured charges; one in ten is paid as a total of its claim. */
function claimLines({ draw, work: { lines }, insured }: Practice): CellTable {
  const rows = insured.slice(0, CLAIM_LINES).map((charge, line): Cell[] => {
    const status = drawWord(draw, claimLineStatuses);
    const amount = lines.cents[charge]! / 100;
    const day = lines.day[charge]!;
    const isTotal = draw.chance(0.1);
    const paidOn = day + draw.whole(7, 60);
    const isFinal = draw.chance(0.95);
    const writeOff = draw.chance(0.8) ? partOf(amount, 0.3 * draw.next()) : '';
    const said: Cell[] = [
      `CLN-${2_000_001 + line}`,
      claimNumber(lines.invoice[charge]!),
      isTotal ? '' : chargeId(charge),
      isTotal ? '' : providerName(lines.provider[charge]!),
      status,
      day,
      draw.chance(0.9) ? partOf(amount, 0.2) : -1,
      day,
      draw.chance(0.2) ? partOf(amount, 0.8) : '',
      isTotal ? 'Yes' : 'No',
    ];
    const isPaid = status === 'Received' || status === 'Supplemental';
    return isPaid
      ? [...said, writeOff, partOf(amount, 0.6), paidOn, isFinal ? paidOn : '', paidOn]
      : [...said, '', '', '', '', ''];
  });
  return table('Claim Lines', rows, [
    ...['Claim Line ID', 'Claim Number', 'Charge ID', 'Provider', 'Status', 'Procedure Date'],
    ...['Write-off Estimate', 'Estimate Date', 'Allowed', 'As Total', 'Write-off'],
    ...['Insurance Paid', 'Payment Date', 'Check Date', 'Received Date'],
  ]);
}

const groups = ['CO', 'CO', 'CO', 'PR', 'OA', 'PI', 'CR'];
const reasons = ['45', '97', '1', '2', '23', '253'];

function claimAdjustments({ draw, work: { lines }, insured }: Practice): CellTable {
  const rows = Array.from({ length: CLAIM_ADJUSTMENTS }, (): Cell[] => {
    const charge = draw.pick(insured);
    return [
      claimNumber(lines.invoice[charge]!),
      Math.floor(lines.cents[charge]! * draw.next() * 0.3) / 100,
      draw.chance(0.6) ? chargeId(charge) : '',
      draw.pick(groups),
      draw.pick(reasons),
      lines.day[charge]! + draw.whole(7, 60),
    ];
  });
  const headers = ['Claim Number', 'Amount', 'Charge ID', 'Group', 'Reason', 'Date'];
  return table('Claim Adjustments', rows, headers);
}

const adjustmentTypes = [
  ...['Courtesy Discount', 'Professional Discount', 'Insurance Write-off', 'Bad Debt'],
  ...['Finance Charge', 'Senior Discount', 'Correction', 'Small Balance'],
];

function adjustments({ draw, work: { lines }, insured }: Practice): CellTable {
  const rows = Array.from({ length: ADJUSTMENTS }, (_, row): Cell[] => {
    const charge = draw.pick(insured);
    const invoice = lines.invoice[charge]!;
    const day = lines.day[charge]! + draw.whole(0, 30);
    const chance = draw.next();
    return [
      `J-${3_000_001 + row}`,
      day,
      draw.pick(adjustmentTypes),
      Math.floor(lines.cents[charge]! * draw.next() * 0.2) / -100,
      day + (draw.chance(0.9) ? 0 : 2),
      chance < 0.7 ? chargeId(charge) : '',
      chance > 0.7 && chance < 0.8 ? claimNumber(invoice) : '',
      chance > 0.8 && chance < 0.95 ? invoiceNumber(invoice) : '',
      providerName(draw.whole(0, PROVIDERS - 1)),
      patientId(invoice),
    ];
  });
  return table('Adjustments', rows, [
    ...['Adjustment ID', 'Date', 'Type', 'Amount', 'Entered Date', 'Charge ID', 'Claim Number'],
    ...['Invoice Number', 'Provider', 'Patient ID'],
  ]);
}

const trailTypes: readonly (readonly [tab: string, types: readonly string[]])[] = [
  ['Production', ['Adult Comprehensive', 'Phase I', 'Retainer', 'Records']],
  ['Payments', ['Check', 'Visa', 'Cash', 'ACH', 'Insurance Check']],
  ['[+] Contract Adj', ['Increase', 'Reschedule Contract Fee']],
  ['[-] Contract Adj', ['Decrease', 'Reschedule Contract Fee']],
  ['[+] Adjustments', ['Refund', 'NSF Returned Check', 'Late Fee', 'Transfer Charge']],
  ['[-] Adjustments', ['Courtesy Discount', 'Write Off', 'ReDeposit Check', 'Sibling 5%']],
];

function trail({ draw, work: { lines } }: Practice): CellTable {
  const rows = Array.from({ length: TRAIL_ROWS }, (): Cell[] => {
    const charge = draw.whole(0, lines.day.length - 1);
    const [tab, types] = trailTypes[Math.floor(trailTypes.length * draw.next() ** 2)]!;
    return [
      tab,
      lines.day[charge]!,
      draw.pick(types),
      lines.cents[charge]! / 100,
      draw.chance(0.02) ? 'ReDeposit Check' : '',
      patientName(lines.invoice[charge]!),
      providerName(lines.provider[charge]!),
      draw.chance(0.02) ? 'Yes' : '',
    ];
  });
  return table('Audit Trail', rows, [
    ...['Tab', 'Date', 'Type', 'Amount', 'Description', 'Patient Name', 'Provider', 'Voided'],
  ]);
}

function providers(): CellTable {
  const rows = Array.from({ length: PROVIDERS }, (_, place): Cell[] => [
    providerName(place),
    `Provider${String(place + 1).padStart(2, '0')}`,
  ]);
  return table('Providers', rows, ['Provider', 'Last Name']);
}

function typeMap(): CellTable {
  const rows = [
    ['Adjustments', '*write*off*', 'write-off', ''],
    ['Adjustments', '*discount*', 'discount', ''],
    ['Adjustments', 'bad debt', 'bad-debt', ''],
    ['Adjustments', 'finance charge', 'production', ''],
    ['[-] Adjustments', 'sibling*', 'discount', ''],
  ];
  return table('Type Map', rows, ['Tab', 'Pattern', 'Bucket', 'Sign']);
}

function table(
  kind: ReadKind,
  rows: readonly (readonly Cell[])[],
  headers: readonly string[],
): CellTable {
  return { kind, headers, rows };
}
