/** Production & Income: what was produced, adjusted, written off and received (P, W, U, R). */
import { NONE } from '../../core/brand';
import { centsText } from '../../core/cents';
import { contains, type Period, startOfText } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { adjustmentBuckets } from '../../engine/adjustmentPostings';
import {
  finalisedOn,
  insurerChecks,
  isInsuranceIncome,
  isPaidLine,
} from '../../engine/insuranceMoney';
import { isHidden } from '../../engine/moneyPostings';
import { type MissingDate, missingDates } from '../../engine/payrollDates';
import type { Ledger } from '../../ledger/ledger';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import { placeOfMeasure } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import { infoBlock } from '../infoBlock';
import type { ReportRequest } from '../request';
import type { Check, Report, Sheet, SheetTable } from '../sheet';
import { dailyTable, paymentsTable } from './daily';
import { byItemOrder } from './itemOrder';
import { payrollTable } from './payroll';
import { payrollBlanks } from './payrollBlanks';
import { itemWords } from './people';
import {
  kindOf,
  type MeasureSums,
  POSTINGS_A_STEP,
  selectedPostings,
  sumOf,
  sumsOf,
} from './selection';
import { annualTable, monthlyTable, providerTable, type SummaryInput } from './summaries';

const basis =
  'Production by service date, adjustments by their date, write-offs by the chosen date, patient income by payment date, insurance income by check date';
const payrollBasis =
  'Dates that cannot be set back: completed, entered and first received; bad debt left out';

/** Rows between two pauses. */
const ROWS_A_STEP = 10_000;

export function* productionIncome(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<Report> {
  const { ledger } = allocated;
  const postings = yield* allocated.posted();
  const rows = yield* selectedPostings(allocated, postings, request);
  yield;
  const input: SummaryInput = { postings, rows, request, ledger };
  const words = yield* itemWords(allocated, postings);
  const { missing, isTold } = missingDates(ledger);
  const leftOut =
    missing.length === 0 ? [] : [['Provider Payroll', payrollLeftOut(missing)] as const];
  const sheet = (name: string, question: string, table: SheetTable, of = basis): Sheet => ({
    name,
    report: 'production-income',
    info: [...infoBlock('production-income', request, { question, basis: of }), ...leftOut],
    tables: [table],
  });
  const title = 'Production & Income -';
  const daily = yield* dailyTable(input, words);
  yield;
  const monthly = yield* monthlyTable(input);
  const annual = yield* annualTable(input);
  yield;
  const byProvider = yield* providerTable(input);
  const payments = yield* paymentsTable(input, words);
  yield;
  const payroll =
    missing.length > 0
      ? []
      : [
          sheet(
            'Provider Payroll',
            'What did each provider produce and bring in, by dates that cannot be set back?',
            yield* payrollTable(input),
            payrollBasis,
          ),
        ];
  const question = 'What was produced, adjusted, written off and received';
  return {
    sheets: [
      sheet(`${title} Daily`, `${question}, item by item?`, daily),
      sheet(`${title} Monthly`, `${question} on each day, with what is scheduled?`, monthly),
      sheet(`${title} Annual`, `${question} in each month?`, annual),
      sheet(`${title} Provider`, `${question}, by whom?`, byProvider),
      ...payroll,
      sheet('Daily Payments', 'Which payments make up the income?', payments),
    ],
    checks: [
      ...sameTotals({ annual, byProvider, monthly, payments }),
      // With a filter of locations the rows of the others are on neither side: nothing to compare.
      ...(request.locations === undefined
        ? [yield* incomeCheck(ledger, request, yield* sumsOf(postings, rows))]
        : []),
    ],
    problems: [
      ...(isTold ? missing.map(payrollMissing) : []),
      ...(missing.length === 0 ? yield* payrollBlanks(ledger, { postings, rows }) : []),
      ...(yield* scheduledPast(allocated, request, { postings, rows })),
    ],
  };
}

/** The total of a column, by its head. */
function totalIn({ columns, total = [] }: SheetTable, head: string): number {
  return Number(total[columns.findIndex((column) => column.head === head)] ?? 0);
}

function rowsIn({ columns, rows }: SheetTable, head: string): number {
  const column = columns.findIndex((one) => one.head === head);
  return rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
}

/** Days, months and providers are three ways to the same totals. */
function sameTotals(of: {
  readonly annual: SheetTable;
  readonly byProvider: SheetTable;
  readonly monthly: SheetTable;
  readonly payments: SheetTable;
}): Check[] {
  const checks: Check[] = [];
  for (const head of ['Production', 'Tot Prod', 'Total Income']) {
    checks.push({
      id: `production-income.months.${head.toLowerCase().replace(/ /g, '-')}`,
      label: `${head}: the rows by month add up to the total of the providers`,
      differenceCents: rowsIn(of.annual, head) - totalIn(of.byProvider, head),
    });
  }
  checks.push({
    id: 'production-income.days',
    label: 'Total Income: the rows by day add up to the rows by month',
    differenceCents: rowsIn(of.monthly, 'Total Income') - rowsIn(of.annual, 'Total Income'),
  });
  return checks;
}

/**
 * Income with unearned = payments of patients, final money of insurers and moved credit, less what is
 * hidden (K4): counted from the rows, not from their postings.
 */
function* incomeCheck(ledger: Ledger, { period }: ReportRequest, sums: MeasureSums): Steps<Check> {
  yield;
  const ofPayments = yield* paymentsReceived(ledger, period);
  const ofClaims = yield* claimsPaid(ledger, period);
  const received = ofPayments + ofClaims - (yield* adjustedMoney(ledger, period));
  const income = sumOf(sums, ['patientIncome', 'unearned', 'insuranceIncome']);
  return {
    id: 'production-income.income',
    label: 'Total Income with unearned = payments + final insurance money − hidden prepayments',
    differenceCents: income - received,
  };
}

function* paymentsReceived(ledger: Ledger, period: Period): Steps<number> {
  const { payments, paid } = ledger;
  const isCheck = insurerChecks(ledger);
  let received = 0;
  for (let row = 0; row < payments.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (paid.counts[row]! === 0 || isHidden(ledger, row)) continue;
    if (isCheck(row)) continue;
    const isInsurance = isInsuranceIncome(ledger, row);
    const moment = isInsurance ? finalisedOn(ledger, 'Payments', row) : payments.date[row]!;
    const type = typeOf(payments.type, row);
    // Credit that is applied or given back leaves or joins what is unearned: 0 in all.
    const isIncome = moneyTypes[type].cash || type === 'Transfer';
    if (isIncome && contains(period, moment)) received += paid.cents[row]!;
  }
  return received;
}

function* claimsPaid(ledger: Ledger, period: Period): Steps<number> {
  const { 'Claim Lines': lines } = ledger.tables;
  let received = 0;
  for (let line = 0; line < lines.length; line++) {
    if (line % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (!isPaidLine(ledger, line)) continue;
    if (!contains(period, finalisedOn(ledger, 'Claim Lines', line))) continue;
    received += lines.insurancePaid.cents[line]!;
  }
  return received;
}

/** Adjustments that a Type Map counts as money, with the opposite sign. */
function* adjustedMoney(ledger: Ledger, period: Period): Steps<number> {
  const { Adjustments: adjustments } = ledger.tables;
  const buckets = adjustmentBuckets(ledger);
  let cents = 0;
  for (let row = 0; row < adjustments.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const isMoney = buckets.bucketOf(row) === 'collection';
    if (isMoney && contains(period, adjustments.date[row]!)) cents += buckets.centsOf(row);
  }
  return cents;
}

/** Appointments of days gone by that are still Scheduled: the sheet by day counts them (P20). */
function* scheduledPast(
  { ledger }: AllocatedLedger,
  { stamp }: ReportRequest,
  { postings, rows }: { readonly postings: Postings; readonly rows: Int32Array },
): Steps<Problem[]> {
  const today = startOfText(stamp.created.slice(0, 'YYYY-MM-DD'.length));
  if (today === undefined) return [];
  const scheduled = placeOfMeasure('scheduled');
  const inOrder = byItemOrder(ledger, postings);
  let [first, count, cents] = [NONE, 0, 0];
  for (let place = 0; place < rows.length; place++) {
    if (place % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const posting = rows[place]!;
    if (postings.measure[posting]! !== scheduled || kindOf(postings, posting) !== 'Charges')
      continue;
    if (postings.moment[posting]! >= today) continue;
    count += 1;
    cents += postings.cents[posting]!;
    if (first === NONE || inOrder(posting, first) < 0) first = posting;
  }
  if (first === NONE) return [];
  return [
    {
      code: 'SCHEDULED_PAST',
      severity: 'warned',
      ...rowPlace(ledger.tables, 'Charges', { row: postings.row[first]!, field: 'status' }),
      found: `${count} charge(s) of ${centsText(cents)} still Scheduled on a day gone by, the oldest one here`,
      done: 'counted in Sched and Tot Prod of the sheet by day, and in no other figure',
      fix: 'set them to Complete if they were done, else delete or move the appointment',
      count,
      cents,
    },
  ];
}

function payrollLeftOut(missing: readonly MissingDate[]): string {
  const columns = missing.map(({ kind, header }) => `${kind} have no column '${header}'`);
  return `left out: ${[...new Set(columns)].join('; ')}`;
}

function payrollMissing({
  sheet,
  kind,
  header,
}: {
  sheet: string;
  kind: string;
  header: string;
}): Problem {
  return {
    code: 'PAYROLL_COLUMN_MISSING',
    severity: 'noted',
    sheet,
    cell: '',
    column: header,
    found: `${kind} without a column '${header}'`,
    done: 'Provider Payroll was left out: it goes by dates that cannot be set back',
    fix: `add the column '${header}' to the export if you pay by this report`,
    count: 1,
  };
}
