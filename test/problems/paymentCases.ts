/** Cases of the gallery: payments whose invoice, charge, sign or other half is not what it should be. */
import type { HostWorkbook } from '../../host/index';
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

/** The clean ledger and a payment P3 on 2024-03-08. */
function withPayment(...cells: Grid[number]): ProblemCase['workbook'] {
  const payments = withRows(clean.Payments, ['P3', 45359, ...cells]);
  return () => ledgerWith({ Payments: payments });
}

/** Payments with a column more, its value in the row of P3. */
function withPaymentAnd(header: string, value: string, ...cells: Grid[number]): Grid {
  return withColumn(withRows(clean.Payments, ['P3', 45359, ...cells]), header, null, null, value);
}

const three = { Payments: '3 = 3 + 0 + 0' };
const onInvoice = { sheet: 'Payments', column: 'Invoice Number' } as const;
const inAmount = { sheet: 'Payments', column: 'Amount' } as const;

export const paymentCases: readonly ProblemCase[] = [
  {
    code: 'PAYMENT_TWICE',
    what: 'a row that was pasted twice: the same in every column that is read',
    workbook: () => ledgerWith({ Payments: [...clean.Payments, clean.Payments[2] ?? []] }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'A4',
      column: 'Payment ID',
      found: "the same in every column that is read as 'Payments' A3",
    },
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'PAYMENT_EQUAL',
    what: 'two payments of one day that differ in nothing but their id',
    workbook: () =>
      ledgerWith({
        Payments: withRows(
          clean.Payments,
          ['P3', 45358, 'Payment', 5, 5002],
          ['P4', 45358, 'Payment', 5, 5002],
        ),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'A5',
      column: 'Payment ID',
      found: "payment P4 of 5.00, alike in all but its ID to payment P3 in 'Payments' A4",
    },
    collected: cleanCollected,
    rows: { Payments: '4 = 4 + 0 + 0' },
  },
  {
    code: 'PAYMENT_INVOICE_UNKNOWN',
    what: 'money for an invoice that is not there',
    workbook: withPayment('Payment', 10, 5009),
    problem: { severity: 'warned', ...onInvoice, cell: 'E4', found: 'invoice 5009' },
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'PAYMENT_CHARGE_UNKNOWN',
    what: 'money for a charge that is not there',
    workbook: () =>
      ledgerWith({ Payments: withPaymentAnd('Charge ID', 'L9', 'Payment', 10, null) }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'F4',
      column: 'Charge ID',
      found: 'charge L9',
    },
    also: ['PAYMENT_WITHOUT_INVOICE'],
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'PAYMENT_CHARGE_AMBIGUOUS',
    what: 'money for a Charge ID that stands on two invoices',
    workbook: () =>
      ledgerWith({
        Charges: withRows(clean.Charges, ['L1', 45355, 'Baker', 5, 5002]),
        Payments: withPaymentAnd('Charge ID', 'L1', 'Payment', 5, null),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'F4',
      column: 'Charge ID',
      found: 'charge L1',
    },
    also: ['PAYMENT_WITHOUT_INVOICE'],
    collected: cleanCollected,
    rows: { ...three, Charges: '4 = 4 + 0 + 0' },
  },
  {
    code: 'PAYMENT_WITHOUT_INVOICE',
    what: 'money that names nothing',
    workbook: withPayment('Payment', 10, null),
    problem: { severity: 'noted', ...onInvoice, cell: 'E4', found: '1 payment row(s) of 10.00' },
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'PAYROLL_COLUMN_MISSING',
    what: 'charges say when they were completed, payments not when they were entered',
    workbook: () =>
      ledgerWith({
        Charges: clean.Charges.map((row, place) => [
          ...row,
          place === 0 ? 'Completed Date' : (row[1] ?? null),
        ]),
      }),
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: '',
      column: 'Entered Date',
      found: "Payments without a column 'Entered Date'",
    },
    collected: cleanCollected,
  },
  {
    code: 'PAYROLL_DATE_BLANK',
    what: 'the first charge does not say when it was completed, so that payroll cannot count it',
    workbook: () =>
      ledgerWith({
        Charges: clean.Charges.map((row, place) => [
          ...row,
          place === 0 ? 'Completed Date' : place === 1 ? null : (row[1] ?? null),
        ]),
        Payments: clean.Payments.map((row, place) => [
          ...row,
          place === 0 ? 'Entered Date' : (row[1] ?? null),
        ]),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Charges',
      cell: 'F2',
      column: 'Completed Date',
      found: '1 row(s) of 100.00 in Charges without a Completed Date, the first one here',
    },
    collected: cleanCollected,
  },
  {
    code: 'PAYMENT_SPLIT_INFERRED',
    what: 'one payment over two invoices, 40.00 of 190.00 short: the later one waits for it',
    workbook: () =>
      ledgerWith({
        Payments: [...clean.Payments.slice(0, 1), ['P1', 45357, 'Payment', 150, '5001; 5002']],
      }),
    problem: { severity: 'warned', ...onInvoice, cell: 'E2', found: '5001; 5002' },
    collected: { Adams: '100.00', Baker: '50.00' },
    rows: { Payments: '1 = 1 + 0 + 0' },
  },
  {
    code: 'REFUND_ABOVE_PAID',
    what: '50.00 given back where 40.00 were paid',
    workbook: withPayment('Refund', -50, 5002),
    problem: { severity: 'warned', ...inAmount, cell: 'D4', found: 'on invoice 5002 by 10.00' },
    collected: { Adams: '100.00', Baker: '50.00' },
    rows: three,
  },
  {
    code: 'VOIDED_INVOICE_PAID',
    what: 'money on a voided invoice',
    workbook: () => ledgerWith({ Invoices: withColumn(clean.Invoices, 'Status', '', 'Voided') }),
    problem: { severity: 'warned', ...onInvoice, cell: 'E3', found: '40.00 on invoice 5002' },
    collected: { Adams: '100.00', Baker: '50.00' },
  },
  {
    code: 'TYPE_SIGN',
    what: 'a negative Payment: used',
    workbook: withPayment('Payment', -10, 5002),
    problem: { severity: 'warned', ...inAmount, cell: 'D4', found: 'Payment of -10.00' },
    collected: { Adams: '130.00', Baker: '50.00' },
    rows: three,
  },
  {
    code: 'TYPE_ABSOLUTE',
    what: 'refunds that are all positive: read as given back',
    workbook: withPayment('Refund', 10, 5002),
    problem: { severity: 'noted', ...inAmount, cell: 'D4', found: 'every Refund is positive' },
    collected: { Adams: '130.00', Baker: '50.00' },
    rows: three,
  },
  {
    code: 'TRANSFER_HALF',
    what: 'the other half of a credit that was applied',
    workbook: (): HostWorkbook => {
      const rows = withColumn(clean.Payments, 'Account ID', 'A1', 'A1');
      const half = ['P3', 45358, 'Transfer', -40, null, 'A1'];
      const credit = ['P2', 45358, 'Credit Applied', 40, 5002, 'A1'];
      return ledgerWith({ Payments: [...rows.slice(0, 2), credit, half] });
    },
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'C4',
      column: 'Type',
      found: '1 Transfer row(s)',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 1 + 0' },
  },
  {
    code: 'TRANSFER_NOT_ZERO',
    what: 'half of a transfer: it pays what it names',
    workbook: () =>
      ledgerWith({
        Payments: [
          ...clean.Payments.slice(0, 2),
          ['P2', 45358, 'Payment', 30, 5002],
          ['P3', 45359, 'Transfer', 10, 5002],
        ],
      }),
    problem: { severity: 'warned', ...inAmount, cell: 'D4', found: 'sum to 10.00' },
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'VOID_NAMES_NOTHING',
    what: 'a Void that does not say which payment it cancels',
    workbook: () => ledgerWith({ Payments: withPaymentAnd('Refund Of', '', 'Void', -40, 5002) }),
    problem: {
      severity: 'held',
      sheet: 'Payments',
      cell: 'F4',
      column: 'Refund Of',
      found: 'a Void that names no payment',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 0 + 1' },
  },
  {
    code: 'VOID_UNKNOWN_PAYMENT',
    what: 'a Void of a payment that is not there',
    workbook: () => ledgerWith({ Payments: withPaymentAnd('Refund Of', 'P9', 'Void', -40, 5002) }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'F4',
      column: 'Refund Of',
      found: 'payment P9',
    },
    collected: cleanCollected,
    rows: three,
  },
  {
    code: 'TYPE_SIGN',
    what: 'a Deposit of the wrong sign, which stands on no invoice',
    workbook: () => ledgerWithCells({ 'Payments!C3': 'Deposit', 'Payments!D3': -40 }),
    problem: { severity: 'warned', ...inAmount, cell: 'D3', found: 'Deposit of -40.00' },
    collected: { Adams: '100.00', Baker: '50.00' },
  },
];
