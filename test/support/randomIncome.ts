/**
 * Small nasty ledgers for production and income: dates around the ends of months in every date column,
 * claim lines of every status, money that names all, some or nothing, prepayments, voids and blanks.
 */
import * as fc from 'fast-check';
import type { PlainLedger, PlainRow } from './plainLedger';

const day = fc.constantFrom(
  '2024-01-31',
  '2024-01-31T23:59',
  '2024-02-01',
  '2024-02-15',
  '2024-02-15T09:00',
  '2024-02-29',
  '2024-03-01',
);

function often<T>(some: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | ''> {
  return fc.oneof({ weight, arbitrary: some }, { weight: 1, arbitrary: fc.constant<''>('') });
}

function seldom<T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | ''> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<''>('') }, { weight: 1, arbitrary: some });
}

/** Cents that are never 0: a give-back row of 0.00 has no sign. */
const cents = fc.oneof(
  fc.constantFrom(1, 2, 100, 250, 333, 1000, 1001),
  fc.integer({ min: 1, max: 4000 }),
);
const dollars = cents.map((amount) => amount / 100);
const signed = fc.tuple(dollars, fc.nat(4)).map(([amount, one]) => (one === 0 ? -amount : amount));
const signedOrZero = fc.oneof(
  { weight: 6, arbitrary: signed },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** `JA` is an alias of Adams where the ledger has a Providers table. */
const provider = fc.constantFrom('Adams', 'Adams', 'Baker', 'Baker', 'JA', 'Young');
/** `c9`, `A9` and `I9` are in no ledger. */
const chargeId = fc.constantFrom('c0', 'c0', 'c1', 'c1', 'c2', 'c3', 'c4', 'c9');
const claim = fc.constantFrom('C1', 'C1', 'C2');
const invoice = fc.constantFrom('I1', 'I1', 'I1', 'I2', 'I3', 'I3');

const charge = fc.record({
  'Service Date': day,
  'Completed Date': often(day),
  Provider: often(provider),
  Amount: signedOrZero,
  Discount: seldom(dollars),
  Tax: seldom(dollars),
  Status: fc.constantFrom('', '', 'Complete', 'Scheduled', 'Scheduled', 'Planned', 'Voided'),
  'Claim Number': seldom(claim),
  'Invoice Number': often(invoice, 2),
});

const claimLine = fc.record({
  'Claim Number': seldom(claim),
  charge: often(chargeId, 7),
  Provider: seldom(provider),
  Status: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('Received', 'Supplemental', 'Not Received') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'Estimate',
        'Preauth',
        'CapClaim',
        'CapComplete',
        'CapEstimate',
        'Adjustment',
        'InsHist',
      ),
    },
  ),
  'Procedure Date': seldom(day),
  'Insurance Estimate': seldom(dollars),
  'Write-off Estimate': often(fc.oneof(dollars, dollars, fc.constantFrom(0, -1))),
  'Estimate Date': often(day, 5),
  'Write-off': often(fc.oneof(dollars, dollars, fc.constantFrom(0, -1))),
  'Insurance Paid': often(signed),
  'Payment Date': often(day, 5),
  'Check Date': often(day),
  'Received Date': often(day),
});

const adjustment = fc.record({
  Date: day,
  'Entered Date': often(day),
  Type: fc.constantFrom(
    'Courtesy discount',
    'Bad debt',
    'Uncollectable',
    'Ins write off',
    'Cheque given back',
    'Sales tax',
    'Moved by mistake',
    'NSF fee',
  ),
  Amount: signed.map((amount) => -amount),
  Provider: often(provider),
  'Charge ID': seldom(chargeId),
  'Claim Number': seldom(claim),
  'Invoice Number': seldom(invoice),
});

const types: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('Payment') },
  { weight: 2, arbitrary: fc.constantFrom('Refund', 'Returned Check', 'Reversal', 'Redeposit') },
  { weight: 2, arbitrary: fc.constantFrom('Deposit', 'Deposit Refund') },
  { weight: 2, arbitrary: fc.constantFrom('Credit Applied', 'Unapplied') },
  { weight: 2, arbitrary: fc.constant('Transfer') },
  { weight: 1, arbitrary: fc.constantFrom('Void', 'Gift of money') },
);

const payment = fc.record({
  id: fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5', 'P6'),
  'Payment Date': day,
  'Entered Date': often(day),
  type: types,
  amount: signed,
  Payer: fc.constantFrom('', 'Patient', 'Insurance', ''),
  Method: fc.constantFrom('', 'Visa', 'Cash'),
  names: fc.oneof(
    { weight: 4, arbitrary: fc.record({ 'Invoice Number': invoice }) },
    { weight: 1, arbitrary: fc.record({ 'Invoice Number': fc.constantFrom('I1; I2', 'I9') }) },
    { weight: 2, arbitrary: fc.record({ 'Charge ID': chargeId }) },
    { weight: 2, arbitrary: fc.record({ 'Claim Number': claim }) },
    // A split is on an adjustment or on something else (A14).
    { weight: 1, arbitrary: fc.record({ 'Adjustment ID': fc.constantFrom('A0', 'A1', 'A9') }) },
    {
      weight: 2,
      arbitrary: fc.record({
        'Invoice Number': seldom(invoice),
        'Claim Number': seldom(claim),
        'Charge ID': seldom(chargeId),
      }),
    },
  ),
  Provider: seldom(provider),
  'Account ID': seldom(fc.constantFrom('77', '78')),
  'Unearned Type': fc.constantFrom('', '', '', '', 'Prepayment', 'Hidden plan'),
  'Check Date': often(day),
  Voided: fc.constantFrom('', '', '', '', '', '', '', 'Yes'),
  refundOf: fc.constantFrom('', 'P1', 'P2', 'P9'),
  /** Written with its other half, a Transfer that names nothing (E4). */
  hasMirror: fc.boolean(),
});
type PaymentSpec = typeof payment extends fc.Arbitrary<infer Spec> ? Spec : never;

const givenBack = ['Refund', 'Returned Check', 'Reversal', 'Unapplied', 'Deposit Refund'];

const blankNames = {
  'Invoice Number': '',
  'Claim Number': '',
  'Charge ID': '',
  'Adjustment ID': '',
};

/** Give-back rows are negative, or in `isAbsolute` ledgers positive throughout. */
function paymentRows(spec: PaymentSpec, place: number, isAbsolute: boolean): PlainRow[] {
  const { id, type, amount, refundOf, hasMirror, names, ...rest } = spec;
  const isOrdinary = type !== 'Void' && type !== 'Gift of money';
  const isBack = givenBack.includes(type);
  const back = isAbsolute ? Math.abs(amount) : -Math.abs(amount);
  const row: PlainRow = {
    'Payment ID': isOrdinary ? id : `V${place}`,
    Type: type,
    Amount: isBack ? back : amount,
    ...blankNames,
    ...names,
    ...rest,
    // A Transfer that is no mirror names somebody.
    Provider: type === 'Transfer' ? rest.Provider || 'Baker' : rest.Provider,
    Voided: type === 'Void' ? '' : rest.Voided,
    'Refund Of': isBack || !isOrdinary ? refundOf : '',
  };
  if (!hasMirror || !['Credit Applied', 'Unapplied'].includes(type)) return [row];
  return [
    row,
    { ...row, ...blankNames, Provider: '', Type: 'Transfer', Amount: -Number(row['Amount']) },
  ];
}

const invoiceRow = fc.record({
  'Closed Date': often(day),
  Status: fc.constantFrom('', '', '', '', 'Open', 'Voided'),
  Tax: seldom(dollars),
});

/** What the types of the random adjustments are. */
const map: PlainRow[] = [
  { Tab: 'Adjustments', Pattern: 'Ins write off', Bucket: 'write-off' },
  { Tab: 'Adjustments', Pattern: 'Uncollectable', Bucket: 'bad-debt' },
  { Tab: 'Adjustments', Pattern: 'Cheque given back', Bucket: 'collection' },
  { Tab: 'Adjustments', Pattern: 'Sales tax', Bucket: 'tax' },
  { Tab: 'Adjustments', Pattern: 'Moved by mistake', Bucket: 'excluded' },
  { Tab: 'Adjustments', Pattern: 'Courtesy discount', Bucket: 'discount' },
];

function without(rows: readonly PlainRow[], header: string): PlainRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key !== header)),
  );
}

/** Ledgers of at most five charges and what happened to them. */
export const incomeLedgers: fc.Arbitrary<Partial<PlainLedger>> = fc
  .record({
    charges: fc.array(charge, { maxLength: 5, size: 'medium' }),
    invoices: fc.tuple(invoiceRow, invoiceRow),
    hasInvoices: fc.boolean(),
    hasLines: fc.nat(3).map((one) => one > 0),
    lines: fc.array(claimLine, { maxLength: 5, size: 'medium' }),
    adjustments: fc.array(adjustment, { maxLength: 4, size: 'medium' }),
    payments: fc.array(payment, { maxLength: 9, size: 'medium' }),
    isAbsolute: fc.nat(4).map((one) => one === 0),
    hasProviders: fc.boolean(),
    hasMap: fc.boolean(),
    /** Which tables have the column Check Date. */
    checks: fc.constantFrom('both', 'both', 'Payments', 'Claim Lines', 'none'),
  })
  .map((spec) => {
    const lines = (spec.hasLines ? spec.lines : []).map(({ charge: on, ...row }, place) => ({
      'Claim Line ID': `L${place}`,
      'Charge ID': on,
      ...row,
      'As Total': on === '' ? 'Yes' : '',
    }));
    const payments = spec.payments.flatMap((row, place) =>
      paymentRows(row, place, spec.isAbsolute),
    );
    const hasChecks = (kind: string): boolean => spec.checks === 'both' || spec.checks === kind;
    const ledger: Partial<PlainLedger> = {
      Charges: spec.charges.map((row, place) => ({ 'Charge ID': `c${place}`, ...row })),
      Adjustments: spec.adjustments.map((row, place) => ({ 'Adjustment ID': `A${place}`, ...row })),
      Payments: hasChecks('Payments') ? payments : without(payments, 'Check Date'),
    };
    if (lines.length > 0) {
      ledger['Claim Lines'] = hasChecks('Claim Lines') ? lines : without(lines, 'Check Date');
    }
    // I3 is named by charges and payments only.
    if (spec.hasInvoices) {
      ledger.Invoices = spec.invoices.map((row, place) => ({
        'Invoice Number': `I${place + 1}`,
        ...row,
      }));
    }
    if (spec.hasMap) ledger['Type Map'] = map;
    if (spec.hasProviders) {
      ledger.Providers = [{ Provider: 'Adams', 'Last Name': 'Zimmer', Aliases: 'JA' }];
    }
    return ledger;
  });

export const incomeOptions = fc.record({
  'write-off-date': fc.constantFrom('insurance-payment', 'procedure', 'claim'),
  'include-unearned': fc.constantFrom('yes', 'no'),
  'scheduled-less-write-off': fc.constantFrom('no', 'yes'),
  // It moves money on invoices between providers.
  'negative-lines': fc.constantFrom('chronological', 'chronological', 'first'),
});

/** A month, a quarter, and ranges that begin or end in the middle of a day. */
export const incomePeriods = fc.constantFrom(
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2024-01-01', to: '2024-03-31' },
  { from: '2024-02-15', to: '2024-03-01' },
  { from: '2024-01-31T12:00', to: '2024-02-15T08:59' },
);
