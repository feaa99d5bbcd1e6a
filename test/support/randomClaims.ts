/** Small nasty ledgers of claims: reversals, several claims, splits, refunds of every kind, strange codes. */
import * as fc from 'fast-check';
import type { PlainLedger, PlainRow } from './plainLedger';

const days = [
  '2024-01-31',
  '2024-02-01',
  '2024-02-15',
  '2024-02-15T09:00',
  '2024-02-29',
  '2024-03-01',
];
const day = fc.constantFrom(...days);
/** Charges are `c0` to `c7`; `c9` is in no ledger. */
const chargeId = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c9');
const claim = fc.constantFrom('C1', 'C1', 'C2', '');
const small = fc.constantFrom(0, 1, 5, 100, 250, 333, 1000, 1001, 4000);
const cents = fc.oneof(small, fc.integer({ min: 0, max: 6000 }));
const signed = fc.tuple(cents, fc.nat(4)).map(([amount, one]) => (one === 0 ? -amount : amount));
const orBlank = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<''>('') }, { weight: 1, arbitrary: some });
const dollars = (some: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  some.map((amount) => amount / 100 || 0);

const charge = fc.record({
  'Service Date': day,
  Provider: fc.constantFrom('Adams', 'Baker', ''),
  Amount: dollars(fc.oneof({ weight: 6, arbitrary: cents }, { weight: 1, arbitrary: signed })),
  Code: fc.constantFrom('99213', '99213-25', '9921325', '97140-59-GP', 'EXAM', '', 'D1110'),
  Modifiers: fc.constantFrom('', '', '25', 'GP, 59'),
  Units: fc.constantFrom('', 0, 1, 2, 1.5, -1),
  Discount: dollars(fc.constantFrom(0, 0, 0, 150)),
  Allowed: orBlank(dollars(cents)),
  Status: fc.constantFrom('', 'Complete', 'Complete', '', 'Unbilled', 'Voided', 'Scheduled'),
  'Claim Number': claim,
});

const claimAdjustment = fc.record({
  'Claim Number': fc.constantFrom('C1', 'C1', 'C2', 'C3'),
  'Charge ID': fc.oneof(fc.constant(''), chargeId),
  Group: fc.constantFrom('CO', 'CO', 'PR', 'OA', 'PI', 'CR', ''),
  Reason: fc.constantFrom('45', '23', '253', 'CO-45', 'PR-2', ''),
  Amount: dollars(signed),
});

const claimLine = fc.record({
  'Claim Number': claim,
  'Charge ID': fc.oneof(
    { weight: 4, arbitrary: chargeId },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  Status: fc.constantFrom('Received', 'Received', 'Supplemental', 'Not Received', 'Preauth'),
  'Write-off': orBlank(dollars(cents)),
  'Write-off Estimate': orBlank(dollars(cents)),
  Allowed: orBlank(dollars(cents)),
  'Insurance Paid': orBlank(dollars(signed)),
  'Payment Date': day,
  'Check Date': orBlank(day),
});

const adjustment = fc.record({
  Date: day,
  Type: fc.constantFrom('Ins write off', 'Courtesy discount', 'Bad debt', 'Fee correction'),
  Amount: dollars(signed.map((amount) => -amount)),
  'Charge ID': fc.oneof(fc.constant(''), chargeId),
  'Claim Number': claim,
});

const payment = fc.record({
  'Payment ID': fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5', 'P6'),
  'Payment Date': day,
  type: fc.constantFrom(
    'Payment',
    'Payment',
    'Payment',
    'Payment',
    'Refund',
    'Refund',
    'Returned Check',
    'Reversal',
    'Redeposit',
    'Deposit',
    'Deposit Refund',
    'Credit Applied',
    'Unapplied',
  ),
  cents: fc.constantFrom(0, 100, 100, 250, 1000, 333),
  isNegative: fc.nat(5).map((one) => one === 0),
  /** A give-back row is often one of an earlier row: its charge, payer and amount. */
  mirror: fc.nat(6),
  Payer: fc.constantFrom('', 'Patient', 'Insurance', 'Insurance'),
  'Charge ID': fc.oneof(
    { weight: 3, arbitrary: chargeId },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  'Claim Number': fc.constantFrom('', '', 'C1', 'C2', 'C3'),
  'Refund Of': fc.constantFrom('', '', 'P1', 'P2', 'P3', 'P9'),
  'Unearned Type': fc.constantFrom('', '', '', '', '', 'Prepayment'),
  Voided: fc.constantFrom('', '', '', '', '', '', 'Yes'),
});

const givesBack = new Set(['Refund', 'Returned Check', 'Reversal', 'Deposit Refund', 'Unapplied']);

type PaymentSpec = typeof payment extends fc.Arbitrary<infer Spec> ? Spec : never;

/** Give-back rows are negative, so that no type is read as absolute amounts. */
function paymentRow(spec: PaymentSpec, place: number, all: readonly PaymentSpec[]): PlainRow {
  const { type, cents: amount, isNegative, mirror, ...rest } = spec;
  const isBack = givesBack.has(type) || (isNegative && type === 'Payment');
  const of = isBack && mirror < place ? all[mirror] : undefined;
  const sign = isBack ? -1 : 1;
  if (of === undefined) return { ...rest, Type: type, Amount: (sign * amount) / 100 || 0 };
  return {
    ...rest,
    'Payment ID': `R${place}`,
    'Payment Date': mirror % 2 === 0 ? of['Payment Date'] : rest['Payment Date'],
    Type: type,
    Amount: (sign * of.cents) / 100 || 0,
    Payer: of.Payer,
    'Charge ID': of['Charge ID'],
    'Claim Number': of['Claim Number'],
  };
}

const map: PlainRow[] = [{ Tab: 'Adjustments', Pattern: 'Ins write off', Bucket: 'write-off' }];

/** Ledgers of at most eight charges on two claims and what happened to them. */
export const claims: fc.Arbitrary<Partial<PlainLedger>> = fc
  .record({
    charges: fc.array(charge, { maxLength: 8, size: 'medium' }),
    claimAdjustments: fc.array(claimAdjustment, { maxLength: 8 }),
    lines: fc.array(claimLine, { maxLength: 6 }),
    hasLines: fc.boolean(),
    adjustments: fc.array(adjustment, { maxLength: 4 }),
    payments: fc.array(payment, { maxLength: 12, size: 'medium' }),
  })
  .map((spec) => ({
    Charges: spec.charges.map((row, place) => ({ 'Charge ID': `c${place}`, ...row })),
    'Claim Adjustments': spec.claimAdjustments,
    'Claim Lines': (spec.hasLines ? spec.lines : []).map((row, place) => ({
      'Claim Line ID': `L${place}`,
      ...row,
    })),
    Adjustments: spec.adjustments.map((row, place) => ({ 'Adjustment ID': `A${place}`, ...row })),
    Payments: spec.payments.map(paymentRow),
    'Type Map': map,
  }));

export const cptOptions = fc.record({
  'cpt-used': fc.constantFrom('units', 'lines'),
  'cpt-spread': fc.constantFrom('charge', 'remaining', 'equal', 'none'),
  'cpt-refunds': fc.constantFrom('exclude-refunded', 'ignore-refund-rows'),
  'cpt-modifiers': fc.constantFrom('merge', 'keep'),
  'cpt-discounts': fc.constantFrom('keep', 'deduct'),
});
