/** Cases of the gallery: charges, invoices and providers that do not agree with each other. */
import type { Grid } from '../support/hostRun';
import {
  clean,
  cleanCollected,
  ledgerWith,
  ledgerWithCells,
  type ProblemCase,
  withColumn,
  withRows,
} from './problemCase';

/** Claim Adjustments rows under their headers. */
function adjusted(...rows: Grid): Grid {
  return [['Claim Number', 'Charge ID', 'Group', 'Amount'], ...rows];
}

export const chargeCases: readonly ProblemCase[] = [
  {
    code: 'ID_TWICE',
    what: 'a line that was pasted twice',
    workbook: () =>
      ledgerWith({ Charges: withRows(clean.Charges, ['L3', 45354, 'Adams', 40, 5002]) }),
    problem: {
      severity: 'stopped',
      sheet: 'Charges',
      cell: 'A5',
      column: 'Charge ID',
      found: 'A4',
    },
    collected: 'stopped',
  },
  {
    code: 'ID_TWICE',
    what: 'an adjustment that stands there again with another amount',
    workbook: () =>
      ledgerWith({
        Adjustments: [
          ['Adjustment ID', 'Date', 'Type', 'Amount'],
          ['A1', 45356, 'Courtesy', -5],
          ['A1', 45356, 'Courtesy', -6],
        ],
      }),
    problem: {
      severity: 'warned',
      sheet: 'Adjustments',
      cell: 'A3',
      column: 'Adjustment ID',
      found: "'Adjustments' A2",
    },
    collected: cleanCollected,
    rows: { Adjustments: '2 = 2 + 0 + 0' },
  },
  {
    code: 'INVOICE_TWICE',
    what: 'an invoice that stands twice and says the same',
    workbook: () => ledgerWith({ Invoices: withRows(clean.Invoices, [5002, 45356]) }),
    problem: {
      severity: 'warned',
      sheet: 'Invoices',
      cell: 'A4',
      column: 'Invoice Number',
      found: "'Invoices' A3",
    },
    collected: cleanCollected,
    rows: { Invoices: '3 = 2 + 1 + 0' },
  },
  {
    code: 'INVOICE_TWICE',
    what: 'an invoice that stands twice with two dates of closing',
    workbook: () => ledgerWith({ Invoices: withRows(clean.Invoices, [5002, 45357]) }),
    problem: {
      severity: 'stopped',
      sheet: 'Invoices',
      cell: 'A4',
      column: 'Invoice Number',
      found: "'Invoices' A3",
    },
    collected: 'stopped',
  },
  {
    code: 'INVOICE_STATUS_CONTRADICTS',
    what: 'an Open invoice with a Closed Date: its money waits',
    workbook: () => ledgerWith({ Invoices: withColumn(clean.Invoices, 'Status', '', 'Open') }),
    problem: {
      severity: 'warned',
      sheet: 'Invoices',
      cell: 'C3',
      column: 'Status',
      found: 'Status Open with Closed Date 2024-03-05',
    },
    collected: { Adams: '100.00', Baker: '50.00' },
  },
  {
    code: 'CHARGE_INVOICE_UNKNOWN',
    what: 'a line on an invoice that is not there',
    workbook: () => ledgerWithCells({ 'Charges!E4': 5009 }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'E4',
      column: 'Invoice Number',
      found: 'invoice 5009',
    },
    collected: { Adams: '100.00', Baker: '50.00' },
  },
  {
    code: 'PROVIDER_BLANK',
    what: 'a line without a provider',
    workbook: () => ledgerWithCells({ 'Charges!C3': '  ' }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'C3',
      column: 'Provider',
      found: '1 line(s)',
    },
    collected: { Adams: '140.00', 'No provider': '50.00' },
  },
  {
    code: 'PROVIDER_ALIAS_TWICE',
    what: 'one alias for two providers',
    workbook: () =>
      ledgerWith({
        Providers: [
          ['Provider', 'Aliases'],
          ['Ada Adams', 'Adams; A. A.'],
          ['Abe Adams', 'A. A.'],
        ],
      }),
    problem: {
      severity: 'stopped',
      sheet: 'Providers',
      cell: 'B3',
      column: 'Aliases',
      found: 'Ada Adams and Abe Adams',
    },
    collected: 'stopped',
  },
  {
    code: 'DISCOUNT_SIGN',
    what: 'a negative discount on a sale: 40.00 becomes 50.00, of which 40.00 are paid',
    workbook: () => ledgerWith({ Charges: withColumn(clean.Charges, 'Discount', 0, '', -10) }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'F4',
      column: 'Discount',
      found: 'a discount',
    },
    collected: cleanCollected,
  },
  {
    code: 'TAX_DIFFERS',
    what: 'a header tax of 4.00 over line taxes of 3.99: the header is paid first',
    workbook: () =>
      ledgerWith({
        Charges: withColumn(clean.Charges, 'Tax', 0, 0, 3.99),
        Invoices: withColumn(clean.Invoices, 'Tax', 0, 4),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Invoices',
      cell: 'C3',
      column: 'Tax',
      found: 'header tax 4.00',
    },
    collected: { Adams: '136.00', Baker: '50.00' },
  },
  {
    code: 'SCHEDULED_PAST',
    what: 'an appointment of March that is still Scheduled in April',
    workbook: () =>
      ledgerWith({
        Charges: [
          ...clean.Charges.map((row, place) => [...row, place === 0 ? 'Status' : 'Complete']),
          ['L4', 45360, 'Adams', 70, null, 'Scheduled'],
        ],
      }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'F5',
      column: 'Status',
      found: '1 charge(s) of 70.00 still Scheduled',
    },
    collected: cleanCollected,
    rows: { Charges: '4 = 4 + 0 + 0' },
  },
  {
    code: 'WRITE_OFF_INVOICE',
    what: 'an unpaid invoice of 60.00 and a negative one that cancels it',
    workbook: () =>
      ledgerWith({
        Charges: withRows(
          clean.Charges,
          ['L4', 45355, 'Adams', 60, 5003],
          ['L5', 45360, 'Adams', -60, 5004],
        ),
        Invoices: withRows(clean.Invoices, [5003, 45356], [5004, 45361]),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Invoices',
      cell: 'A5',
      column: 'Invoice Number',
      found: 'invoice 5004 of -60.00 looks like a write-off of unpaid invoice 5003',
    },
    collected: { Adams: '80.00', Baker: '50.00' },
    rows: { Charges: '5 = 5 + 0 + 0', Invoices: '4 = 4 + 0 + 0' },
  },
  {
    code: 'ADJUSTMENT_AT_BOTH_LEVELS',
    what: 'an adjustment of 10.00 on a line and on its claim',
    workbook: () =>
      ledgerWith({ 'Claim Adjustments': adjusted(['C1', 'L1', 'CO', 10], ['C1', null, 'CO', 10]) }),
    problem: {
      severity: 'warned',
      sheet: 'Claim Adjustments',
      cell: 'D3',
      column: 'Amount',
      found: '10.00 of the whole claim',
    },
    collected: cleanCollected,
    rows: { 'Claim Adjustments': '2 = 2 + 0 + 0' },
  },
  {
    code: 'PROVIDER_LOOK_ALIKE',
    what: 'a name with one letter more than another one',
    workbook: () => ledgerWithCells({ 'Charges!C3': 'Dr. Adamss' }),
    problem: {
      severity: 'noted',
      sheet: 'Charges',
      cell: 'C3',
      column: 'Provider',
      found:
        "'Dr. Adamss' (1 charge(s), 50.00, the first one here) looks like 'Adams' (2 charge(s))",
    },
    collected: { Adams: '140.00', 'Dr. Adamss': '50.00' },
  },
  {
    code: 'CLAIM_LINE_NOT_COUNTED',
    what: '80.00 paid on a claim line that was not received',
    workbook: () =>
      ledgerWith({
        'Claim Lines': [
          [
            'Claim Line ID',
            'Claim Number',
            'Charge ID',
            'Status',
            'Insurance Paid',
            'Payment Date',
          ],
          ['K1', 'C1', 'L1', 'Not Received', 80, 45360],
        ],
      }),
    problem: {
      severity: 'warned',
      sheet: 'Claim Lines',
      cell: 'E2',
      column: 'Insurance Paid',
      found: '80.00 paid on a line of status Not Received',
    },
    collected: cleanCollected,
    rows: { 'Claim Lines': '1 = 1 + 0 + 0' },
  },
  {
    code: 'INSURANCE_DIFFERS',
    what: "80.00 paid on a claim line, and an insurer's check of 75.00",
    workbook: () =>
      ledgerWith({
        'Claim Lines': [
          [
            'Claim Line ID',
            'Claim Number',
            'Charge ID',
            'Status',
            'Insurance Paid',
            'Payment Date',
          ],
          ['K1', 'C1', 'L1', 'Received', 80, 45360],
        ],
        Payments: withColumn(
          [...clean.Payments, ['P3', 45360, 'Payment', 75, null]],
          'Payer',
          null,
          null,
          'Insurance',
        ),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'D4',
      column: 'Amount',
      found:
        "insurers' checks of 75.00 in the period, and Insurance Paid of 80.00 on claim lines: -5.00 apart",
    },
    also: ['PAYMENT_WITHOUT_INVOICE'],
    collected: cleanCollected,
    rows: { 'Claim Lines': '1 = 1 + 0 + 0', Payments: '3 = 3 + 0 + 0' },
  },
  {
    code: 'ALLOWED_DIFFERS',
    what: 'an allowed fee of 80.00 of 100.00 billed, with 10.00 adjusted',
    workbook: () =>
      ledgerWith({
        Charges: withColumn(clean.Charges, 'Allowed', 80),
        'Claim Adjustments': adjusted(['C1', 'L1', 'CO', 10]),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'F2',
      column: 'Allowed',
      found: 'billed − allowed is 20.00, but the adjustments of the line are 10.00',
    },
    collected: cleanCollected,
    rows: { 'Claim Adjustments': '1 = 1 + 0 + 0' },
  },
  {
    code: 'CHARGE_OVERADJUSTED',
    what: 'two insurers that take 60.00 off 100.00 each',
    workbook: () =>
      ledgerWith({
        'Claim Adjustments': adjusted(['C1', 'L1', 'CO', 60], ['C2', 'L1', 'CO', 60]),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'D2',
      column: 'Amount',
      found: '100.00 billed and 120.00 taken off it',
    },
    collected: cleanCollected,
    rows: { 'Claim Adjustments': '2 = 2 + 0 + 0' },
  },
  {
    code: 'INSURANCE_OVERPAID',
    what: '50.00 of insurers on a charge of 40.00',
    workbook: () =>
      ledgerWith({
        Payments: withColumn(
          withColumn(
            withRows(clean.Payments, ['P3', 45359, 'Payment', 10, '']),
            'Charge ID',
            '',
            '',
            'L3',
          ),
          'Payer',
          'Patient',
          'Insurance',
          'Insurance',
        ),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'D4',
      column: 'Amount',
      found: 'insurers paid and wrote off 10.00 above what the charge is worth',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 3 + 0 + 0' },
  },
  {
    code: 'NEGATIVE_PRODUCTION',
    what: 'a courtesy of 20.00 on no charge, where negative production may not move',
    workbook: () =>
      ledgerWith({
        Adjustments: [
          ['Adjustment ID', 'Date', 'Type', 'Amount'],
          ['A1', 45358, 'Courtesy', -20],
        ],
      }),
    asked: { options: [['negative-production-as-income', 'no']] },
    problem: {
      severity: 'warned',
      sheet: 'Adjustments',
      cell: 'D2',
      column: 'Amount',
      found: '20.00 below 0 that nobody paid',
    },
    collected: cleanCollected,
    rows: { Adjustments: '1 = 1 + 0 + 0' },
  },
];
