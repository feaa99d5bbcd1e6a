/** Options of allocation: each on a family whose money an accountant can move by hand. */
import { type OptionCase, rows } from './optionCase';

const march = { from: '2024-03-01', to: '2024-03-31' };
const charges = 'Charge ID | Service Date | Provider | Amount | Patient ID | Guarantor ID';
const splits = 'Payment ID | Charge ID | Unearned Type | Provider | Amount';
const transfers = 'Charge ID | Unearned Type | Provider | Amount';

/**
 * Claim K1 is answered: its visit is overpaid by 20.00, its X-ray lacks 20.00. Under full enforcement they stay
 * on the claim; else they pay A's older crown. The 30.00 of p2 name nothing: the crown is the oldest charge, or
 * they stay unallocated with A, who did most, and are transferred from there.
 */
export const paysplitEnforcement: OptionCase = {
  rule: 'A1',
  ...march,
  tables: {
    Charges: rows(
      charges,
      'crown | 2024-03-01 | A | 500.00 | pat | gua',
      'visit | 2024-03-10 | A | 50.00 | pat | gua',
      'x-ray | 2024-03-10 | B | 100.00 | pat | gua',
    ),
    'Claim Lines': rows(
      'Claim Line ID | Claim Number | Charge ID | Status | Insurance Paid | Payment Date | Check Date',
      'l1 | K1 | visit | Received | 50.00 | 2024-03-20 | 2024-03-20',
      'l2 | K1 | x-ray | Received | 80.00 | 2024-03-20 | 2024-03-20',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID | Provider | Patient ID | Guarantor ID',
      'p1 | 2024-03-10 | Payment | 20.00 | visit | A | pat | gua',
      'p2 | 2024-03-21 | Payment | 30.00 | - | - | pat | gua',
    ),
  },
  values: {
    fully: {
      'Suggested Splits': [splits, 'p2 | crown | - | A | 30.00'],
      'Income Transfers': [
        transfers,
        'visit | - | A | -20.00',
        '- | Unearned | A | 20.00',
        '- | Unearned | A | -20.00',
        'x-ray | - | B | 20.00',
      ],
    },
    auto: {
      'Suggested Splits': [splits, 'p2 | crown | - | A | 30.00'],
      'Income Transfers': [
        transfers,
        'visit | - | A | -20.00',
        '- | Unearned | A | 20.00',
        '- | Unearned | A | -20.00',
        'crown | - | A | 20.00',
      ],
    },
    none: {
      'Suggested Splits': [splits, 'p2 | - | - | A | 30.00'],
      'Income Transfers': [
        transfers,
        'visit | - | A | -20.00',
        '- | Unearned | A | 20.00',
        '- | - | A | -30.00',
        'crown | - | A | 30.00',
        '- | Unearned | A | -20.00',
        'crown | - | A | 20.00',
      ],
    },
  },
};

/** 150.00 for a claim of three lines that wait: the first up to its estimate, the rest to the second. */
export const claimPayTotal: OptionCase = {
  rule: 'A4, A41, A42',
  ...march,
  tables: {
    Charges: rows(
      charges,
      'c1 | 2024-03-01 | A | 100.00 | pat | gua',
      'c2 | 2024-03-01 | B | 200.00 | pat | gua',
    ),
    'Claim Lines': rows(
      'Claim Line ID | Claim Number | Charge ID | Status | Insurance Estimate | Insurance Paid | Payment Date | Check Date | As Total',
      'l1 | K1 | c1 | Not Received | 80.00 | - | - | - | -',
      'l2 | K1 | c2 | Not Received | 120.00 | - | - | - | -',
      'l3 | K1 | - | Received | - | 150.00 | 2024-03-20 | 2024-03-20 | Yes',
    ),
    Payments: rows('Payment ID | Payment Date | Type | Amount'),
  },
  values: {
    auto: {
      'Suggested Splits': [splits, 'l3 | c1 | - | A | 80.00', 'l3 | c2 | - | B | 70.00'],
      'Income Transfers': [transfers],
    },
    off: { 'Suggested Splits': [splits], 'Income Transfers': [transfers] },
  },
};

/** The older charge is that of a sister; 50.00 are paid in the name of the other. */
export const preferCurrentPatient: OptionCase = {
  rule: 'A21',
  ...march,
  tables: {
    Charges: rows(
      charges,
      'c1 | 2024-03-01 | A | 250.00 | ann | gua',
      'c2 | 2024-03-04 | B | 100.00 | bea | gua',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Patient ID | Guarantor ID',
      'p1 | 2024-03-10 | Payment | 50.00 | bea | gua',
    ),
  },
  values: {
    no: { 'Suggested Splits': [splits, 'p1 | c1 | - | A | 50.00'] },
    yes: { 'Suggested Splits': [splits, 'p1 | c2 | - | B | 50.00'] },
  },
};

/** 20.00 too much were paid on a charge of A and nothing else is owed. */
export const prepayToProviders: OptionCase = {
  rule: 'A4, T9',
  ...march,
  tables: {
    Charges: rows(charges, 'c1 | 2024-03-01 | A | 100.00 | pat | gua'),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID | Provider | Patient ID | Guarantor ID',
      'p1 | 2024-03-02 | Payment | 120.00 | c1 | A | pat | gua',
    ),
  },
  values: {
    no: {
      'Income Transfers': [transfers, 'c1 | - | A | -20.00', '- | Unearned | No provider | 20.00'],
    },
    yes: {
      'Income Transfers': [transfers, 'c1 | - | A | -20.00', '- | Unearned | A | 20.00'],
    },
  },
};

/** A's return of 50.00 that nobody paid out, and an open charge of B: the return pays it, or nothing moves. */
export const negativeProduction: OptionCase = {
  rule: 'T8',
  ...march,
  tables: {
    Charges: rows(
      charges,
      'c1 | 2024-03-01 | A | -50.00 | pat | gua',
      'c2 | 2024-03-02 | B | 80.00 | pat | gua',
    ),
    Payments: rows('Payment ID | Payment Date | Type | Amount'),
  },
  values: {
    yes: {
      'Income Transfers': [
        transfers,
        'c1 | - | A | -50.00',
        '- | Unearned | A | 50.00',
        '- | Unearned | A | -50.00',
        'c2 | - | B | 50.00',
      ],
    },
    no: { 'Income Transfers': [transfers] },
  },
};

/** The own money of P2 and P3 pays their own charges; FIFO takes the oldest money to the oldest charge. */
export const transfer: OptionCase = {
  rule: 'T12',
  ...march,
  beside: { 'paysplit-enforcement': 'auto' },
  tables: {
    Charges: rows(
      charges,
      'c1 | 2024-03-01 | P1 | 10.00 | pat | gua',
      'c2 | 2024-03-02 | P2 | 20.00 | pat | gua',
      'c3 | 2024-03-03 | P3 | 30.00 | pat | gua',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Unearned Type | Provider | Patient ID | Guarantor ID',
      'u1 | 2024-01-10 | Payment | 30.00 | Prepaid | P3 | pat | gua',
      'u2 | 2024-02-10 | Payment | 20.00 | Prepaid | P2 | pat | gua',
    ),
  },
  values: {
    layers: {
      'Income Transfers': [
        transfers,
        '- | Prepaid | P2 | -20.00',
        'c2 | - | P2 | 20.00',
        '- | Prepaid | P3 | -30.00',
        'c3 | - | P3 | 30.00',
      ],
    },
    fifo: {
      'Income Transfers': [
        transfers,
        '- | Prepaid | P3 | -10.00',
        'c1 | - | P1 | 10.00',
        '- | Prepaid | P3 | -20.00',
        'c2 | - | P2 | 20.00',
        '- | Prepaid | P2 | -20.00',
        'c3 | - | P3 | 20.00',
      ],
    },
  },
};
