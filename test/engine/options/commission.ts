/** Options of Commission. */
import { type OptionCase, rows } from './optionCase';

/**
 * A crown of 1,000.00 with a laboratory cost of 200.00, done in March; 150.00 of it are collected by the end of
 * April, of which 30 % after the laboratory are A's. The cost comes off what was collected, 150.00 − 150.00, or in
 * full on the day of the work: 30 % of 150.00 less 30 % of 200.00.
 */
export const labDate: OptionCase = {
  rule: 'C5',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount | Lab Cost',
      '1 | 2024-03-05 | A | D2740 | 1000.00 | 200.00',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID',
      'P1 | 2024-04-05 | Payment | 150.00 | 1',
      'P2 | 2024-05-05 | Payment | 850.00 | 1',
    ),
    'Commission Plans': rows(
      'Provider | Basis | Rate | Lab Method',
      'A | cpt-collections | 30% | after-lab',
    ),
  },
  from: '2024-03-01',
  to: '2024-04-30',
  values: {
    collection: {
      'Commission Summary': ['Provider | Base | Commission | Payable', 'A | 150.00 | 0.00 | 0.00'],
    },
    service: {
      'Commission Summary': [
        'Provider | Base | Commission | Payable',
        'A | 150.00 | -15.00 | -15.00',
      ],
    },
  },
};

/** 5 % of 2.50 are 12.5 cents. */
export const roundCommission: OptionCase = {
  rule: 'E20',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Code | Amount',
      '1 | 2024-03-05 | A | EXAM | 2.50',
    ),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Charge ID',
      'P1 | 2024-03-05 | Payment | 2.50 | 1',
    ),
    'Commission Plans': rows('Provider | Basis | Rate', 'A | cpt-collections | 5%'),
  },
  from: '2024-03-01',
  to: '2024-03-31',
  values: {
    'half-up': { 'Commission Summary': ['Provider | Base | Commission', 'A | 2.50 | 0.13'] },
    'half-even': { 'Commission Summary': ['Provider | Base | Commission', 'A | 2.50 | 0.12'] },
  },
};

/** Three lines of 10.05 at 15 %: 4.5225 of all of them, or three times 1.5075. */
export const roundCommissionAt: OptionCase = {
  rule: 'E20',
  tables: {
    Charges: rows(
      'Charge ID | Service Date | Provider | Amount | Invoice Number',
      '1 | 2024-03-05 | A | 10.05 | 1',
      '2 | 2024-03-05 | A | 10.05 | 1',
      '3 | 2024-03-05 | A | 10.05 | 1',
    ),
    Invoices: rows('Invoice Number | Closed Date', '1 | 2024-03-06'),
    Payments: rows(
      'Payment ID | Payment Date | Type | Amount | Invoice Number',
      'P1 | 2024-03-07 | Payment | 30.15 | 1',
    ),
    'Commission Plans': rows('Provider | Basis | Rate', 'A | collected-invoicing | 15%'),
  },
  from: '2024-03-01',
  to: '2024-03-31',
  values: {
    total: { 'Commission Summary': ['Provider | Base | Commission', 'A | 30.15 | 4.52'] },
    line: { 'Commission Summary': ['Provider | Base | Commission', 'A | 30.15 | 4.53'] },
  },
};
