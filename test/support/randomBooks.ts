/** Small nasty ledgers of two families: wrong names, prepayments, refunds, claims, adjustments, returns. */
import * as fc from 'fast-check';
import type { PlainRow } from './plainLedger';
import type { Book } from './transferBook';

const day = fc.constantFrom(
  '2024-02-20',
  '2024-03-01',
  '2024-03-02',
  '2024-03-02T15:30',
  '2024-03-31',
  '2024-04-02',
);
const provider = fc.constantFrom('A', 'B', 'C', '');
const location = fc.constantFrom('', '', '', 'East', 'West');
const amount = fc
  .oneof(fc.constantFrom(0, 1, 1000, 2000, 5000, 3333), fc.integer({ min: 1, max: 9000 }))
  .map((cents) => cents / 100);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant<''>('') }, { weight: 1, arbitrary: some });
const rarely = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant<''>('') }, { weight: 1, arbitrary: some });

/** Charges are c0 to c6; c9 is in no ledger. */
const charge = fc.constantFrom('c0', 'c0', 'c1', 'c1', 'c2', 'c2', 'c3', 'c4', 'c5', 'c6', 'c9');
const adjustmentId = fc.constantFrom('a0', 'a1', 'a2', 'a9');
const claim = fc.constantFrom('K1', 'K2', 'K9');
const invoice = fc.constantFrom('5001', '5002', '5009');
/** p1 and p2 are one family, p3 another; p4 names an account alone. */
const person = fc.constantFrom(
  { 'Patient ID': 'p1', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p1', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p1', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p2', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p2', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p2', 'Guarantor ID': '' },
  { 'Patient ID': '', 'Guarantor ID': 'g1' },
  { 'Patient ID': 'p3', 'Guarantor ID': '' },
  { 'Patient ID': '', 'Account ID': 'acc' },
  { 'Patient ID': '', 'Guarantor ID': '' },
);

const charges = fc.record({
  'Service Date': day,
  Provider: provider,
  Amount: fc.oneof(
    { weight: 7, arbitrary: amount },
    { weight: 1, arbitrary: amount.map((one) => -one) },
  ),
  Discount: fc.constantFrom(0, 0, 0, 5),
  Tax: fc.constantFrom('', '', 0, 0.83),
  Status: fc.constantFrom('', '', '', '', 'Complete', 'Planned', 'Scheduled', 'Voided'),
  Location: location,
  'Claim Number': maybe(claim),
  'Invoice Number': rarely(invoice),
  person,
});

const adjustments = fc.record({
  Date: day,
  Type: fc.constantFrom('Courtesy', 'Bad debt', 'NSF fee', 'Insurer'),
  Amount: fc.tuple(amount, fc.boolean()).map(([one, isUp]) => (isUp ? one : -one)),
  'Charge ID': maybe(charge),
  'Claim Number': rarely(claim),
  Provider: provider,
  Location: location,
  person,
});

const types = [
  'Payment',
  'Payment',
  'Payment',
  'Refund',
  'Returned Check',
  'Redeposit',
  'Deposit',
  'Deposit Refund',
  'Credit Applied',
  'Unapplied',
  'Transfer',
] as const;
const below: ReadonlySet<string> = new Set([
  'Refund',
  'Returned Check',
  'Deposit Refund',
  'Unapplied',
]);

/** A payment that names nothing it is for. */
const unnamed = fc.record({
  'Payment Date': day,
  Type: fc.constantFrom('Payment', 'Payment', 'Payment', 'Refund', 'Transfer'),
  cents: amount,
  isNegative: fc.boolean(),
  Location: location,
  'Refund Of': rarely(fc.constantFrom('m0', 'm1', 'm2')),
  person,
});

const named = fc.record({
  'Payment Date': day,
  Type: fc.constantFrom(...types),
  cents: amount,
  isNegative: fc.nat(3).map((one) => one === 0),
  Payer: fc.constantFrom('', '', '', 'Insurance'),
  'Charge ID': maybe(charge),
  'Adjustment ID': rarely(adjustmentId),
  'Claim Number': rarely(claim),
  'Invoice Number': rarely(invoice),
  Provider: provider,
  Location: location,
  'Unearned Type': rarely(fc.constantFrom('Prepayment', 'Hidden: plan', 'Gift')),
  'Refund Of': rarely(fc.constantFrom('m0', 'm1', 'm2')),
  person,
});

const payments = fc.oneof({ weight: 2, arbitrary: named }, { weight: 1, arbitrary: unnamed });

const claimLines = fc.record({
  'Claim Number': fc.constantFrom('K1', 'K1', 'K2'),
  charge,
  isTotal: fc.nat(3).map((one) => one === 0),
  Status: fc.constantFrom(
    'Not Received',
    'Received',
    'Received',
    'Supplemental',
    'Estimate',
    'CapComplete',
  ),
  'Insurance Estimate': maybe(amount),
  'Write-off Estimate': rarely(amount),
  'Write-off': rarely(amount),
  'Insurance Paid': maybe(amount),
  'Payment Date': day,
  'Check Date': maybe(day),
});

export const books: fc.Arbitrary<Book> = fc
  .record({
    charges: fc.array(charges, { maxLength: 7, size: 'medium' }),
    adjustments: fc.array(adjustments, { maxLength: 3 }),
    payments: fc.array(payments, { maxLength: 9, size: 'medium' }),
    lines: fc.array(claimLines, { maxLength: 5 }),
    hasLines: fc.boolean(),
    isNobody: fc.nat(5).map((one) => one === 0),
  })
  .map((spec) => {
    const who = (row: PlainRow): PlainRow =>
      spec.isNobody ? { ...row, 'Patient ID': '', 'Guarantor ID': '', 'Account ID': '' } : row;
    return {
      Charges: spec.charges.map(({ person: of, ...row }, place) =>
        who({ 'Charge ID': `c${place}`, ...row, ...of }),
      ),
      Adjustments: spec.adjustments.map(({ person: of, ...row }, place) =>
        who({ 'Adjustment ID': `a${place}`, ...row, ...of }),
      ),
      Payments: spec.payments.map(({ person: of, cents, isNegative, ...row }, place) => {
        const isBelow = below.has(row.Type) || (row.Type === 'Transfer' && isNegative);
        const Amount = isBelow ? 0 - cents : cents;
        return who({ 'Payment ID': `m${place}`, ...row, Amount, ...of });
      }),
      'Claim Lines': (spec.hasLines ? spec.lines : []).map((line, place) => {
        const { charge: of, isTotal, ...row } = line;
        const named = { 'Charge ID': isTotal ? '' : of, 'As Total': isTotal ? 'Yes' : '' };
        return { 'Claim Line ID': `l${place}`, ...named, ...row };
      }),
      'Type Map': [{ Tab: 'Adjustments', Pattern: 'NSF*', Bucket: 'collection' }],
    };
  });

export const allocationOptions = fc
  .record({
    'paysplit-enforcement': fc.constantFrom('fully', 'auto', 'none'),
    'claim-pay-total': fc.constantFrom('auto', 'off'),
    'prefer-current-patient': fc.constantFrom('no', 'yes'),
    'prepay-to-providers': fc.constantFrom('no', 'yes'),
    'negative-production-as-income': fc.constantFrom('yes', 'no'),
    transfer: fc.constantFrom('layers', 'layers', 'fifo'),
  })
  .filter((one) => one.transfer === 'layers' || one['paysplit-enforcement'] !== 'fully');
