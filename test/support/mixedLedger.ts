/**
 * Random workbooks of every mix of tables: invoices or claims or an audit trail, with adjustments, claim lines,
 * locations, methods and dates of every kind beside them, some tables left out, and a random question about them.
 */
import * as fc from 'fast-check';
import { optionSpecs } from '../../src/engine/options';
import { centsOf, type PlainLedger, type PlainRow, textOf } from './plainLedger';
import { claims } from './randomClaims';
import { ledgers } from './randomLedger';

export type Tables = Partial<PlainLedger>;

export interface MixedCase {
  readonly tables: Tables;
  readonly from: string;
  readonly to: string;
  readonly options: Readonly<Record<string, string>>;
  /** Locations asked for; empty is all of them. */
  readonly locations: string[];
  /** True where the cells of dates are numbers, as Excel has them, and not texts. */
  readonly hasSerialDates: boolean;
}

const day = fc.constantFrom(
  '2024-01-10',
  '2024-01-31',
  '2024-02-01',
  '2024-02-10T09:00',
  '2024-02-15',
  '2024-02-29',
  '2024-03-01',
  '2024-03-10T12:30',
);
const dayOrBlank = fc.oneof({ weight: 2, arbitrary: day }, fc.constant(''));
const provider = fc.constantFrom('Adams', 'Baker', 'Dr Carl Young', '', '');
const location = fc.constantFrom('East', 'West', '');
const dollars = (min: number): fc.Arbitrary<number> =>
  fc
    .oneof(fc.constantFrom(0, 1, 100, 333, 1000), fc.integer({ min, max: 9000 }))
    .map((cents) => cents / 100);
const claim = fc.constantFrom('C1', 'C2', '');
/** A charge of the ledger by its place, or none. */
const chargePlace = fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, fc.constant(-1));

const chargeWords = fc.record({
  Category: fc.constantFrom('Exam', 'Dental', 'exam', ''),
  Description: fc.constantFrom('Crown', '=1+1', ''),
  Location: location,
  'Completed Date': dayOrBlank,
  'Account ID': fc.constantFrom('77', '78', ''),
  'Patient ID': fc.constantFrom('p1', 'p2', ''),
  'Patient Name': fc.constantFrom('Rex', 'Milo', ''),
  'Claim Number': claim,
  Allowed: fc.oneof({ weight: 3, arbitrary: fc.constant<number | ''>('') }, dollars(0)),
  'Lab Cost': fc.constantFrom<number | ''>('', '', 3.5),
});

const paymentWords = fc.record({
  Method: fc.constantFrom('Visa', 'visa', 'Cash', 'Insurance', ''),
  Payer: fc.constantFrom('', '', 'Patient', 'Insurance'),
  Provider: provider,
  Location: location,
  'Claim Number': fc.constantFrom('', '', '', 'C1', 'C2'),
  'Adjustment ID': fc.constantFrom('', '', '', 'A0', 'A1'),
  'Unearned Type': fc.constantFrom('', '', '', '', 'Prepayment', 'Hidden TP'),
  'Entered Date': dayOrBlank,
  'Patient ID': fc.constantFrom('p1', 'p2', ''),
});

const adjustment = fc.record({
  Date: day,
  Type: fc.constantFrom(
    'Courtesy discount',
    'Ins write off',
    'Bad debt',
    'Fee correction',
    'NSF moved',
    '',
  ),
  Amount: dollars(-9000),
  Provider: provider,
  place: chargePlace,
  'Claim Number': fc.constantFrom('', '', 'C1'),
  'Entered Date': dayOrBlank,
  Location: location,
});

const claimAdjustment = fc.record({
  'Claim Number': fc.constantFrom('C1', 'C2', 'C3'),
  place: chargePlace,
  Group: fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR', ''),
  Reason: fc.constantFrom('45', '23', '253', '2', ''),
  Amount: dollars(-2000),
});

const claimLine = fc.record({
  'Claim Number': claim,
  place: chargePlace,
  Provider: provider,
  Status: fc.constantFrom(
    'Received',
    'Received',
    'Not Received',
    'Supplemental',
    'Preauth',
    'Estimate',
    'CapClaim',
    'CapComplete',
  ),
  'Procedure Date': dayOrBlank,
  'Write-off': fc.oneof(fc.constant<number | ''>(''), dollars(0), fc.constant(-1)),
  'Write-off Estimate': fc.oneof(fc.constant<number | ''>(''), dollars(0), fc.constant(-1)),
  'Estimate Date': dayOrBlank,
  'Insurance Paid': fc.oneof(fc.constant<number | ''>(''), dollars(-3000)),
  Allowed: fc.oneof({ weight: 3, arbitrary: fc.constant<number | ''>('') }, dollars(0)),
  'Payment Date': day,
  'Check Date': dayOrBlank,
  'Received Date': dayOrBlank,
  'As Total': fc.constantFrom('', '', '', 'Yes'),
});

const trailRow = fc.record({
  Tab: fc.constantFrom(
    'Production',
    'Payments',
    '[+] Contract Adj',
    '[-] Contract Adj',
    '[+] Adjustments',
    '[-] Adjustments',
  ),
  Date: day,
  Type: fc.constantFrom(
    'Treatment',
    'Increase Existing Contract',
    'Reschedule Charged Contract Fees',
    'Refund to Patient',
    'NSF-Returned Check',
    'ReDeposit Check #12',
    'Courtesy Discount',
    'Bad Debt Write-off',
    'Mystery',
  ),
  Amount: dollars(0),
  Provider: provider,
  Voided: fc.constantFrom('', '', '', 'Yes', '2024-03-05'),
});

/** One plan a provider, and one for everyone else. */
const plans = fc.uniqueArray(
  fc.record({
    Provider: fc.constantFrom('*', '*', 'Adams', 'Baker', 'Dr Carl Young'),
    Basis: fc.constantFrom(
      'collected-invoicing',
      'cpt-collections',
      'gross-production',
      'net-production',
      'payroll-net-production',
      'net-income',
    ),
    Rate: fc.constantFrom('10%', '33.3%', '5%'),
    'Applies To': fc.constantFrom('', '', '', 'EXAM', 'Dental'),
    'Lab Method': fc.constantFrom('', '', 'after-lab', 'share-of-lab'),
    'Tier From': fc.constantFrom('', '', '', '20.00'),
    'Tier Method': fc.constantFrom('marginal', 'cliff'),
    'Tier Period': fc.constantFrom('day', 'month', 'quarter'),
    Guarantee: fc.constantFrom('', '', '', '7.00'),
    'Guarantee Period': fc.constantFrom('day', 'month'),
    Draw: fc.constantFrom('', '', '', '9.00'),
    'Carry Deficit': fc.constantFrom('', '', 'Yes', 'No'),
  }),
  { minLength: 1, maxLength: 3, selector: (row) => row.Provider },
);

const map: readonly PlainRow[] = [
  { Tab: 'Adjustments', Pattern: 'Ins write off', Bucket: 'write-off', Sign: '' },
  { Tab: 'Adjustments', Pattern: 'NSF*', Bucket: 'collection', Sign: '' },
  { Tab: '[+] Adjustments', Pattern: 'Mystery', Bucket: 'production', Sign: '+' },
];

type Kind = keyof PlainLedger;

/** Columns of dates that an export may lack. */
const lateColumns = ['Completed Date', 'Entered Date', 'Received Date', 'Check Date'] as const;

const beside = fc.record({
  charges: fc.array(chargeWords, { minLength: 8, maxLength: 8 }),
  payments: fc.array(paymentWords, { minLength: 12, maxLength: 12 }),
  adjustments: fc.array(adjustment, { maxLength: 5 }),
  claimAdjustments: fc.array(claimAdjustment, { maxLength: 4 }),
  claimLines: fc.array(claimLine, { maxLength: 5 }),
  trail: fc.array(trailRow, { maxLength: 10 }),
  plans,
  has: fc.record({
    words: fc.boolean(),
    adjustments: fc.boolean(),
    claims: fc.boolean(),
    trail: fc.nat(2).map((one) => one === 0),
    map: fc.boolean(),
    plans: fc.nat(2).map((one) => one === 0),
  }),
  without: fc.subarray([...lateColumns], { maxLength: 2 }),
  leftOut: fc.oneof(
    { weight: 8, arbitrary: fc.constant<Kind[]>([]) },
    fc.constantFrom<Kind[]>(['Invoices'], ['Payments'], ['Charges'], ['Invoices', 'Payments']),
  ),
});
type Beside = typeof beside extends fc.Arbitrary<infer Made> ? Made : never;

const nothing: fc.Arbitrary<Tables> = fc.constant({});

/** Tables with at least one row each; at least one report can be made of them. */
const mixedTables: fc.Arbitrary<Tables> = fc
  .record({
    base: fc.oneof(
      { weight: 6, arbitrary: ledgers({ isSmall: true }) },
      { weight: 3, arbitrary: claims },
      { weight: 1, arbitrary: nothing },
    ),
    beside,
  })
  .map(({ base, beside: made }) => tablesOf(base, made))
  .filter(
    (tables) =>
      ['Charges', 'Payments', 'Audit Trail'].some((kind) => kind in tables) &&
      hasClearSigns(tables),
  );

const received = ['Payment', 'Redeposit', 'Deposit', 'Credit Applied'];

/** Where all that was received is negative the run stops and asks what the sign means. */
function hasClearSigns({ Payments = [] }: Tables): boolean {
  const amounts = Payments.filter((row) => received.includes(textOf(row, 'Type'))).map(
    (row) => centsOf(row, 'Amount') ?? 0,
  );
  return amounts.some((cents) => cents > 0) || amounts.every((cents) => cents === 0);
}

function tablesOf(base: Tables, made: Beside): Tables {
  const { has } = made;
  const charges = base.Charges ?? [];
  const named = ({ place, ...row }: PlainRow & { readonly place: number }): PlainRow => ({
    ...row,
    'Charge ID': charges[place]?.['Charge ID'] ?? '',
  });
  const numbered = (header: string, letter: string, rows: readonly PlainRow[]): PlainRow[] =>
    rows.map((row, place) => ({ [header]: `${letter}${place}`, ...row }));
  const tables: Tables = { ...base };
  if (has.words) {
    tables.Charges = charges.map((row, place) => ({ ...made.charges[place], ...row }));
    tables.Payments =
      base.Payments?.map((row, place) => ({ ...made.payments[place], ...row })) ?? [];
  }
  if (has.adjustments && made.adjustments.length > 0) {
    tables.Adjustments = numbered('Adjustment ID', 'A', made.adjustments.map(named));
  }
  if (has.claims) {
    tables['Claim Adjustments'] = made.claimAdjustments.map(named);
    tables['Claim Lines'] = numbered('Claim Line ID', 'L', made.claimLines.map(named));
  } else if (tables['Claim Lines'] !== undefined) {
    tables['Claim Lines'] = tables['Claim Lines'].map((row) => ({ 'Estimate Date': '', ...row }));
  }
  if (has.trail) tables['Audit Trail'] = made.trail;
  if (has.plans) tables['Commission Plans'] = made.plans;
  if (has.map) tables['Type Map'] = [...map];
  else delete tables['Type Map'];
  return withRows(tables, made);
}

/** Without tables that have no row, those left out, and the columns that the export lacks. */
function withRows(tables: Tables, { leftOut, without }: Beside): Tables {
  const kept: Record<string, PlainRow[]> = {};
  for (const [kind, rows] of Object.entries(tables)) {
    if (rows.length === 0 || leftOut.includes(kind as Kind)) continue;
    kept[kind] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([header]) => !without.some((late) => late === header)),
      ),
    );
  }
  return kept;
}

type Options = Readonly<Record<string, string>>;

const chosenOptions: fc.Arbitrary<Options> = fc
  .tuple(
    ...Object.entries(optionSpecs).map(([name, { values }]) =>
      fc.constantFrom(...values).map((value): [string, string] => [name, value]),
    ),
  )
  .map((pairs): Options => withoutRefusal(Object.fromEntries(pairs)));

/** First in, first out is refused where every split has to be right (T12). */
function withoutRefusal(options: Options): Options {
  const isRefused = options['transfer'] === 'fifo' && options['paysplit-enforcement'] === 'fully';
  return isRefused ? { ...options, transfer: 'layers' } : options;
}

const anyOptions: fc.Arbitrary<Options> = fc.oneof(fc.constant<Options>({}), chosenOptions);

/** The first day, or moment, and the last one; two or three months lie between them. */
const spans = fc.constantFrom<readonly [string, string]>(
  ['2024-01-01', '2024-03-31'],
  ['2024-01-20', '2024-02-29'],
  ['2024-01-31', '2024-03-01T00:00'],
  ['2024-01-10T00:00', '2024-02-10T09:00'],
  ['2024-02-01', '2024-03-10'],
);

export const mixedCases: fc.Arbitrary<MixedCase> = fc
  .record({
    tables: mixedTables,
    span: spans,
    options: anyOptions,
    isOnePlace: fc.nat(4).map((one) => one === 0),
    hasSerialDates: fc.boolean(),
  })
  .map(({ span: [from, to], isOnePlace, ...rest }) => {
    const isThere = rest.tables.Charges?.some((row) => row['Location'] === 'East') === true;
    return { ...rest, from, to, locations: isOnePlace && isThere ? ['East'] : [] };
  });
