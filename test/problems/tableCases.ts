/** Cases of the gallery: rows and tables that are not what they should be, and the report sheets. */
import type { HostWorkbook } from '../../host/index';
import { workbookOf } from '../support/hostRun';
import {
  clean,
  cleanCollected,
  ledgerWith,
  ledgerWithCells,
  type ProblemCase,
  withCell,
  withColumn,
  withRows,
} from './problemCase';

const withTotal = (total: number): ProblemCase['workbook'] => {
  const rows = withRows(clean.Payments, ['Total', null, null, total, null]);
  return () => ledgerWith({ Payments: rows });
};

export const tableCases: readonly ProblemCase[] = [
  {
    code: 'MONEY_NOT_READ',
    what: 'refunds in a column of their own',
    workbook: (): HostWorkbook =>
      ledgerWith({
        Payments: clean.Payments.map((row, place) => [
          ...row,
          place === 0 ? 'Refunded Amount' : 25,
        ]),
      }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'F1',
      column: 'Refunded Amount',
      found: "a column 'Refunded Amount' beside Payments",
    },
    collected: cleanCollected,
  },
  {
    code: 'TOTAL_ROW',
    what: 'a totals line that the rows confirm',
    workbook: withTotal(190),
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'D4',
      column: 'Amount',
      found: 'a total of 190.00',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 1 + 0' },
  },
  {
    code: 'TOTAL_NOT_CONFIRMED',
    what: 'a totals line that is a cent off',
    workbook: withTotal(190.01),
    problem: {
      severity: 'held',
      sheet: 'Payments',
      cell: 'D4',
      column: 'Amount',
      found: '190.01',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 0 + 1' },
  },
  {
    code: 'HEADER_REPEATED',
    what: 'the header once more between the rows',
    workbook: (): HostWorkbook => {
      const [head = [], first = [], second = []] = clean.Payments;
      return ledgerWith({ Payments: [head, first, head, second] });
    },
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'A3',
      column: 'Payment ID',
      found: 'the header',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 1 + 0' },
  },
  {
    code: 'HEADER_TWICE',
    what: 'two columns called Amount',
    workbook: () => ledgerWith({ Payments: withColumn(clean.Payments, 'Amount', 1, 2) }),
    problem: {
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'D1',
      column: 'Amount',
      found: 'D1 and F1',
    },
    collected: 'stopped',
  },
  {
    code: 'PAGE_LINE',
    what: 'a page number below the rows',
    workbook: () => ledgerWith({ Payments: withRows(clean.Payments, ['Page 1 of 3']) }),
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'A4',
      column: 'Payment ID',
      found: 'a page number',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 1 + 0' },
  },
  {
    code: 'CELLS_NOT_READ',
    what: 'a payment below an Excel table that ended above it',
    workbook: (): HostWorkbook => {
      const workbook = workbookOf({ Charges: clean.Charges, Invoices: clean.Invoices });
      const sheet = workbook.addSheet('Payments');
      workbook.addTable('Money', sheet, 'A1', clean.Payments.slice(0, 2));
      sheet.setValues('A3', clean.Payments.slice(2));
      return workbook;
    },
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'A3',
      column: '',
      found: '1 filled row(s) below the table Money',
    },
    collected: { Adams: '100.00', Baker: '50.00' },
    rows: { Payments: '1 = 1 + 0 + 0' },
  },
  {
    code: 'TABLE_COLUMN_MISSING',
    what: 'payments of another month whose amounts have a header that is not known',
    workbook: () => ledgerWith({ April: withCell(clean.Payments, 'D1', 'Sum') }),
    problem: {
      severity: 'warned',
      sheet: 'April',
      cell: 'A1',
      column: 'Amount',
      found: 'no column Amount',
    },
    collected: cleanCollected,
  },
  {
    code: 'TABLE_EMPTY',
    what: 'the headers of payments with no row below them, not in column A',
    workbook: () => ledgerWith({ April: [[null, ...(clean.Payments[0] ?? [])]] }),
    problem: {
      severity: 'noted',
      sheet: 'April',
      cell: 'B1',
      column: '',
      found: 'the headers of Payments',
    },
    collected: cleanCollected,
  },
  {
    code: 'SHARE_OF_NEGATIVE_TOTAL',
    what: 'a month of refunds only',
    workbook: () =>
      ledgerWith({ Payments: withRows(clean.Payments, ['P3', 45390, 'Refund', -30, 5002]) }),
    asked: { from: '2024-04-01', to: '2024-04-30' },
    problem: {
      severity: 'warned',
      sheet: 'Practice Summary',
      cell: '',
      column: '% of Total Practice Invoicing Collected',
      found: 'a practice total of -30.00',
    },
    collected: { Adams: '-30.00' },
    rows: { Payments: '3 = 3 + 0 + 0' },
  },
  {
    code: 'SHEET_NAME_TAKEN',
    what: 'a sheet of the user with the name of a report',
    workbook: () => ledgerWith({ 'Practice Summary': [['my own figures', 12]] }),
    asked: { write: true },
    problem: {
      severity: 'warned',
      sheet: 'Practice Summary',
      cell: '',
      column: '',
      found: 'a sheet of yours has this name',
    },
    collected: cleanCollected,
  },
  {
    code: 'SHEET_EDITED',
    what: 'a figure of a report sheet that somebody typed over',
    workbook: () => ledgerWithCells({}),
    asked: { write: true },
    between: (workbook: HostWorkbook): void => {
      workbook.sheet('Practice Summary').setValues('C7', [[1]]);
    },
    problem: {
      severity: 'warned',
      sheet: 'Practice Summary',
      cell: '',
      column: '',
      found: 'you changed cells in the report',
    },
    collected: cleanCollected,
  },
];
