/** Options of the CPT reports, and what they move in the bridge. */
import { type OptionCase, rows } from './optionCase';

const march = { from: '2024-03-01', to: '2024-03-31' };

/** Two units and a blank cell of 97110, 0 units of an exam; money reached all three lines. */
export const cptUsed: OptionCase = {
  rule: 'Z-A1',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Units',
      '1 | 2024-03-04 | A | 97110 | 80.00 | 2',
      '2 | 2024-03-05 | A | 97110 | 40.00 | -',
      '3 | 2024-03-06 | A | EXAM | 30.00 | 0',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID',
      'P1 | 2024-03-04 | Payment | 80.00 | 1',
      'P2 | 2024-03-05 | Payment | 10.00 | 2',
      'P3 | 2024-03-06 | Payment | 30.00 | 3',
    ),
  },
  ...march,
  values: {
    units: {
      'CPT Billed Services': [
        'CPT Code | Used | Total Value',
        '97110 | 3 | 120.00',
        'EXAM | 1 | 30.00',
      ],
      'CPT Collections (Gross)': [
        'CPT Code | Used | Collected Amount',
        '97110 | 3 | 90.00',
        'EXAM | 1 | 30.00',
      ],
    },
    lines: {
      'CPT Billed Services': [
        'CPT Code | Used | Total Value',
        '97110 | 2 | 120.00',
        'EXAM | 1 | 30.00',
      ],
      'CPT Collections (Gross)': [
        'CPT Code | Used | Collected Amount',
        '97110 | 2 | 90.00',
        'EXAM | 1 | 30.00',
      ],
    },
  },
};

/**
 * A claim of 100.00 and 50.00, CO-45 of 10.00 on each line, CO-253 of 30.00 on the claim, and a check of 90.00 for
 * all of it. The weights are 100 : 50, what is left of the charges 90 : 40, or 1 : 1. The bridge sets the check on
 * the lines by their charges, 60.00 and 30.00.
 */
export const cptSpread: OptionCase = {
  rule: 'Z-16',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Claim Number',
      '1 | 2024-03-04 | A | 98941 | 100.00 | C1',
      '2 | 2024-03-04 | A | 97110 | 50.00 | C1',
    ),
    'Claim Adjustments': rows(
      'Claim Number | Charge ID | Group | Reason | Amount',
      'C1 | 1 | CO | 45 | 10.00',
      'C1 | 2 | CO | 45 | 10.00',
      'C1 | - | CO | 253 | 30.00',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Payer | Amount | Claim Number',
      'P1 | 2024-03-20 | Payment | Insurance | 90.00 | C1',
    ),
    'Commission Plans': rows(
      'Provider | Basis | Rate | Applies To',
      'A | cpt-collections | 10% | 98941',
    ),
  },
  ...march,
  values: {
    charge: {
      'Commission Summary': ['Provider | Base | Commission', 'A | 60.00 | 6.00'],
      'CPT Billed Services': ['CPT Code | Total Income', '97110 | 30.00', '98941 | 70.00'],
      'CPT Collections (Gross)': ['CPT Code | Collected Amount', '97110 | 30.00', '98941 | 60.00'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 150.00',
        'Contractual adjustments and allowed-amount reductions | -20.00',
        'Claim-level adjustments | -30.00',
        'Income | 100.00',
        'Not paid | -10.00',
        'Collections | 90.00',
        'Cash | 90.00',
        'Residual | 0.00',
      ],
    },
    remaining: {
      'Commission Summary': ['Provider | Base | Commission', 'A | 62.31 | 6.23'],
      // 30.00 × 90/130 = 20.769…, 90.00 × 90/130 = 62.307…
      'CPT Billed Services': ['CPT Code | Total Income', '97110 | 30.77', '98941 | 69.23'],
      'CPT Collections (Gross)': ['CPT Code | Collected Amount', '97110 | 27.69', '98941 | 62.31'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 150.00',
        'Contractual adjustments and allowed-amount reductions | -20.00',
        'Claim-level adjustments | -30.00',
        'Income | 100.00',
        // 69.23 − 60.00 and 30.77 − 30.00
        'Not paid | -10.00',
        'Collections | 90.00',
        'Cash | 90.00',
        'Residual | 0.00',
      ],
    },
    equal: {
      'Commission Summary': ['Provider | Base | Commission', 'A | 45.00 | 4.50'],
      'CPT Billed Services': ['CPT Code | Total Income', '97110 | 25.00', '98941 | 75.00'],
      'CPT Collections (Gross)': ['CPT Code | Collected Amount', '97110 | 45.00', '98941 | 45.00'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 150.00',
        'Contractual adjustments and allowed-amount reductions | -20.00',
        'Claim-level adjustments | -30.00',
        'Income | 100.00',
        'Not paid | -15.00',
        'Paid above what was earned | 5.00',
        'Collections | 90.00',
        'Cash | 90.00',
        'Residual | 0.00',
      ],
    },
    none: {
      'Commission Summary': ['Provider | Base | Commission'],
      'CPT Billed Services': [
        'CPT Code | Total Income',
        '97110 | 40.00',
        '98941 | 90.00',
        'Claim | -30.00',
      ],
      'CPT Collections (Gross)': ['CPT Code | Collected Amount', 'Claim | 90.00'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 150.00',
        'Contractual adjustments and allowed-amount reductions | -20.00',
        'Claim-level adjustments that fit no line | -30.00',
        'Income | 100.00',
        'Claim-level adjustments that fit no line, owed by no charge | 30.00',
        'Not paid | -40.00',
        'Collections | 90.00',
        'Cash | 90.00',
        'Residual | 0.00',
      ],
    },
  },
};

/** 40.00 given back in full, and 10.00 of 50.00: refunds never subtract, and a full one takes its payment out. */
export const cptRefunds: OptionCase = {
  rule: 'Z-A3',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount',
      '1 | 2024-03-04 | A | 98940 | 40.00',
      '2 | 2024-03-04 | A | 97112 | 60.00',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID | Refund Of',
      'P1 | 2024-03-04 | Payment | 40.00 | 1 | -',
      'P2 | 2024-03-04 | Payment | 50.00 | 2 | -',
      'P3 | 2024-03-20 | Refund | -40.00 | 1 | P1',
      'P4 | 2024-03-21 | Refund | -10.00 | 2 | P2',
    ),
    'Commission Plans': rows('Provider | Basis | Rate', 'A | cpt-collections | 10%'),
  },
  ...march,
  values: {
    'exclude-refunded': {
      'Commission Summary': ['Provider | Base | Commission', 'A | 50.00 | 5.00'],
      'CPT Collections (Gross)': ['CPT Code | Used | Collected Amount', '97112 | 1 | 50.00'],
      'Reconciliation Bridge / Billed against collected': [
        'Line | Amount',
        'Total Value of CPT Billed Services | 100.00',
        'Earned by these services and not collected in the period | -50.00',
        'Collected Amount of CPT Collections (Gross) | 50.00',
        'Residual | 0.00',
      ],
    },
    'ignore-refund-rows': {
      'Commission Summary': ['Provider | Base | Commission', 'A | 90.00 | 9.00'],
      'CPT Collections (Gross)': [
        'CPT Code | Used | Collected Amount',
        '97112 | 1 | 50.00',
        '98940 | 1 | 40.00',
      ],
      'Reconciliation Bridge / Billed against collected': [
        'Line | Amount',
        'Total Value of CPT Billed Services | 100.00',
        'Earned by these services and not collected in the period | -10.00',
        'Collected Amount of CPT Collections (Gross) | 90.00',
        'Residual | 0.00',
      ],
    },
  },
};

/** One code three times: plain, with its modifier behind it, and with the modifier in a column of its own. */
export const cptModifiers: OptionCase = {
  rule: 'Z-A7',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Modifiers | Amount',
      '1 | 2024-03-04 | A | 97140 | - | 45.00',
      '2 | 2024-03-05 | A | 97140-59 | - | 50.00',
      '3 | 2024-03-06 | A | 97140 | 59 | 40.00',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID',
      'P1 | 2024-03-04 | Payment | 45.00 | 1',
      'P2 | 2024-03-05 | Payment | 20.00 | 2',
      'P3 | 2024-03-06 | Payment | 10.00 | 3',
    ),
  },
  ...march,
  values: {
    merge: {
      'CPT Billed Services': ['CPT Code | Used | Total Value', '97140 | 3 | 135.00'],
      'CPT Collections (Gross)': ['CPT Code | Used | Collected Amount', '97140 | 3 | 75.00'],
    },
    keep: {
      'CPT Billed Services': [
        'CPT Code | Used | Total Value',
        '97140 | 1 | 45.00',
        '97140-59 | 2 | 90.00',
      ],
      'CPT Collections (Gross)': [
        'CPT Code | Used | Collected Amount',
        '97140 | 1 | 45.00',
        '97140-59 | 2 | 30.00',
      ],
    },
  },
};

/** 10.00 off on the line itself, 15.00 of courtesy and 20.00 of bad debt among the adjustments; nothing was paid. */
export const cptDiscounts: OptionCase = {
  rule: 'Z-A6',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Discount',
      '1 | 2024-03-04 | A | 98940 | 100.00 | 10.00',
      '2 | 2024-03-05 | A | 97112 | 80.00 | -',
    ),
    Adjustments: rows(
      'Adjustment ID | Date | Type | Amount | Charge ID | Provider',
      'A1 | 2024-03-20 | Courtesy discount | -15.00 | 2 | A',
      'A2 | 2024-03-28 | Bad debt | -20.00 | 2 | A',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID',
      'P1 | 2024-02-01 | Deposit | 5.00 | -',
    ),
  },
  ...march,
  values: {
    keep: {
      'CPT Billed Services': ['CPT Code | Total Income', '97112 | 80.00', '98940 | 100.00'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 180.00',
        'Income | 180.00',
        'Discounts, courtesy and bad debt on these services | -45.00',
        'Not paid | -135.00',
        'Collections | 0.00',
        'Cash | 0.00',
        'Residual | 0.00',
      ],
    },
    deduct: {
      'CPT Billed Services': ['CPT Code | Total Income', '97112 | 45.00', '98940 | 90.00'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 180.00',
        'Discounts and bad debt taken off income | -45.00',
        'Income | 135.00',
        'Not paid | -135.00',
        'Collections | 0.00',
        'Cash | 0.00',
        'Residual | 0.00',
      ],
    },
  },
};
