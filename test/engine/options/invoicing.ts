/** Options of Collected Invoicing and of the sales summaries. */
import { type OptionCase, rows } from './optionCase';

/**
 * A exam 60.00, A return −40.00, B surgery 100.00 on one invoice of 120.00; 30.00 are paid. Oldest line first puts
 * it on the exam. With the negative line first it funds 70.00: the exam in full and 10.00 of the surgery.
 */
export const negativeLines: OptionCase = {
  rule: 'I-A1',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Invoice Number',
      'L1 | 2024-01-03 | A | EXAM | 60.00 | 1',
      'L2 | 2024-01-04 | A | RETURN | -40.00 | 1',
      'L3 | 2024-01-05 | B | SURGERY | 100.00 | 1',
    ),
    Invoices: rows('Invoice Number | Closed Date', '1 | 2024-01-06'),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Invoice Number',
      'P1 | 2024-01-10 | Payment | 30.00 | 1',
    ),
    'Commission Plans': rows('Provider | Basis | Rate', '* | collected-invoicing | 10%'),
  },
  from: '2024-01-01',
  to: '2024-01-31',
  values: {
    chronological: {
      'Commission Summary': ['Provider | Base | Commission', 'A | 30.00 | 3.00'],
      'Practice Summary': ['Provider | Total Invoicing Collected', 'A | 30.00'],
      'Provider Details': ['Product ID | Total Invoicing Collected', 'EXAM | 30.00'],
      'Production & Income - Provider': [
        'Provider | Production | Pt Income',
        'A | 20.00 | 30.00',
        'B | 100.00 | 0.00',
      ],
      // The return is money: it pays the 30.00 that lack on the exam, and 10.00 of the surgery.
      'Income Transfers': [
        'Charge ID | Provider | Amount',
        'L2 | A | -40.00',
        '- | A | 40.00',
        '- | A | -30.00',
        'L1 | A | 30.00',
        '- | A | -10.00',
        'L3 | B | 10.00',
      ],
      // Of the exam 30.00 and of the surgery 100.00 are open; the return owes 40.00.
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 120.00',
        'Income | 120.00',
        'Not paid | -130.00',
        'Paid above what was earned | 40.00',
        'Collections | 30.00',
        'Cash | 30.00',
        'Residual | 0.00',
      ],
    },
    first: {
      'Commission Summary': [
        'Provider | Base | Commission',
        'A | 20.00 | 2.00',
        'B | 10.00 | 1.00',
      ],
      'Practice Summary': ['Provider | Total Invoicing Collected', 'A | 20.00', 'B | 10.00'],
      'Provider Details': [
        'Product ID | Total Invoicing Collected',
        'EXAM | 60.00',
        'RETURN | -40.00',
        'SURGERY | 10.00',
      ],
      'Production & Income - Provider': [
        'Provider | Production | Pt Income',
        'A | 20.00 | 20.00',
        'B | 100.00 | 10.00',
      ],
      'Income Transfers': ['Charge ID | Provider | Amount'],
      'Reconciliation Bridge': [
        'Line | Amount',
        'Production | 120.00',
        'Income | 120.00',
        'Not paid | -90.00',
        'Collections | 30.00',
        'Cash | 30.00',
        'Residual | 0.00',
      ],
    },
  },
};

/** Two lines of a closed invoice, of which only the older one was paid. */
export const detailRows: OptionCase = {
  rule: 'I-A4',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Invoice Number',
      'L1 | 2024-01-03 | A | EXAM | 60.00 | 1',
      'L2 | 2024-01-04 | A | X-RAY | 40.00 | 1',
    ),
    Invoices: rows('Invoice Number | Closed Date', '1 | 2024-01-06'),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Invoice Number',
      'P1 | 2024-01-10 | Payment | 60.00 | 1',
    ),
  },
  from: '2024-01-01',
  to: '2024-01-31',
  values: {
    touched: {
      'Provider Details': ['Product ID | Total Invoicing Collected', 'EXAM | 60.00'],
    },
    all: {
      'Provider Details': [
        'Product ID | Total Invoicing Collected',
        'EXAM | 60.00',
        'X-RAY | 0.00',
      ],
    },
  },
};

/** An exam of 100.00 with 8.00 of tax, paid in full on the day. */
export const salesTax: OptionCase = {
  rule: 'S-A1',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Category | Amount | Tax | Invoice Number',
      'L1 | 2024-06-03 | A | Exam | 100.00 | 8.00 | 1',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Method | Amount | Invoice Number',
      'P1 | 2024-06-03 | Payment | Visa | 108.00 | 1',
    ),
  },
  from: '2024-06-03',
  to: '2024-06-03',
  values: {
    separate: {
      'Provider Summary': ['Provider | Amount', 'A | 100.00'],
      'Category Summary': [
        'Category | Amount',
        'Account Adjustments | 0.00',
        'Exam | 100.00',
        'Sales Tax | 8.00',
      ],
      'Sales Reconciliation': [
        'Date | Cash | Services | Sales Tax | Account Adjustments',
        '2024-06-03 | 108.00 | 100.00 | 8.00 | 0.00',
      ],
      'Reconciliation Bridge / Cash against Provider Summary': [
        'Line | Amount',
        'Total of Cash Summary | 108.00',
        'Sales tax of the services | -8.00',
        'Total of Provider Summary | 100.00',
        'Residual | 0.00',
      ],
    },
    included: {
      'Provider Summary': ['Provider | Amount', 'A | 108.00'],
      'Category Summary': [
        'Category | Amount',
        'Account Adjustments | 0.00',
        'Exam | 108.00',
        'Sales Tax | 0.00',
      ],
      'Sales Reconciliation': [
        'Date | Cash | Services | Sales Tax | Account Adjustments',
        '2024-06-03 | 108.00 | 108.00 | 0.00 | 0.00',
      ],
      'Reconciliation Bridge / Cash against Provider Summary': [
        'Line | Amount',
        'Total of Cash Summary | 108.00',
        'Total of Provider Summary | 108.00',
        'Residual | 0.00',
      ],
    },
  },
};
