/** Cases of the gallery: one cell, or one column of cells, that cannot be taken as it stands. */
import { CellError } from '../../host/index';
import type { Grid } from '../support/hostRun';
import {
  clean,
  cleanCollected,
  heldPayment,
  ledgerWith,
  ledgerWithCells,
  type ProblemCase,
  withColumn,
} from './problemCase';

/** Twenty payments of 1.00 pasted with day and month exchanged: what could be converted was. */
const swappedPayments: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
  ...Array.from({ length: 20 }, (_, place) => [
    `P${place + 1}`,
    place < 12 ? 45352 + place : `${place + 1}/3/2024`,
    'Payment',
    1,
    5001,
  ]),
];

export const cellCases: readonly ProblemCase[] = [
  heldPayment('AMOUNT_NOT_A_NUMBER', { cell: 'D3', value: '12..50', found: '"12..50"' }),
  heldPayment('AMOUNT_AMBIGUOUS', { cell: 'D3', value: '1.234', found: '"1.234"' }),
  heldPayment('AMOUNT_TOO_LARGE', { cell: 'D3', value: 1e14, found: '100000000000000' }),
  {
    code: 'AMOUNT_ROUNDED',
    what: 'an amount with fractions of a cent',
    workbook: () => ledgerWithCells({ 'Payments!D3': 39.9951 }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'D3',
      column: 'Amount',
      found: '39.9951',
    },
    collected: cleanCollected,
  },
  {
    code: 'AMOUNT_AS_TEXT',
    what: 'an amount that is text',
    workbook: () => ledgerWithCells({ 'Payments!D3': ' $40.00 ' }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'D3',
      column: 'Amount',
      found: '40.00',
    },
    collected: cleanCollected,
  },
  {
    code: 'AMOUNT_CURRENCIES',
    what: 'dollars and euros in one column',
    workbook: () => ledgerWithCells({ 'Payments!D2': '$150.00', 'Payments!D3': '€40.00' }),
    problem: {
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'D3',
      column: 'Amount',
      found: '$ and €',
    },
    also: ['AMOUNT_AS_TEXT'],
    collected: 'stopped',
  },
  {
    code: 'AMOUNT_THOUSANDS',
    what: 'a lone comma with three digits behind it',
    workbook: () => ledgerWithCells({ 'Charges!D4': '1,500', 'Payments!D3': 1500 }),
    problem: { severity: 'noted', sheet: 'Charges', cell: 'D4', column: 'Amount', found: 'comma' },
    also: ['AMOUNT_AS_TEXT'],
    collected: { Adams: '1600.00', Baker: '50.00' },
  },
  {
    code: 'AMOUNT_ZERO_MARK',
    what: 'a dash for no amount',
    workbook: () => ledgerWithCells({ 'Payments!D3': '$ -' }),
    problem: { severity: 'noted', sheet: 'Payments', cell: 'D3', column: 'Amount', found: 'dash' },
    collected: { Adams: '100.00', Baker: '50.00' },
  },
  heldPayment('CELL_BLANK', { cell: 'B3', value: '', found: 'nothing, in a row of 40.00' }),
  heldPayment('CELL_ERROR', { cell: 'E3', value: CellError.of('#REF!'), found: '"#REF!"' }),
  heldPayment('DATE_AMBIGUOUS', { cell: 'B3', value: '3/5/2024', found: '"3/5/2024"' }),
  heldPayment('DATE_NOT_A_DATE', { cell: 'B3', value: '2024-02-30', found: '"2024-02-30"' }),
  {
    code: 'DATE_AS_TEXT',
    what: 'a date that is text',
    workbook: () => ledgerWithCells({ 'Payments!B3': '2024-03-07' }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'B3',
      column: 'Payment Date',
      found: '2024-03-07',
    },
    collected: cleanCollected,
  },
  {
    code: 'DATE_SWAPPED',
    what: 'a paste that exchanged day and month',
    workbook: () => ledgerWith({ Payments: swappedPayments }),
    problem: {
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'B14',
      column: 'Payment Date',
      count: 12,
      found: '12 dates with days 1 to 12, 8 texts with days 13 to 31',
    },
    also: ['DATE_AS_TEXT'],
    collected: 'stopped',
  },
  {
    code: 'DATE_SHORT_YEAR',
    what: 'a year of two digits',
    workbook: () => ledgerWithCells({ 'Payments!B3': '7-Mar-24' }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'B3',
      column: 'Payment Date',
      found: '2024-03-07',
    },
    also: ['DATE_AS_TEXT'],
    collected: cleanCollected,
  },
  {
    code: 'DATE_ZONE_IGNORED',
    what: 'a time zone behind a time of the last day of the month',
    workbook: () => ledgerWithCells({ 'Payments!B3': '2024-03-31T23:30:00-05:00' }),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'B3',
      column: 'Payment Date',
      found: '2024-03-31T23:30',
    },
    also: ['DATE_AS_TEXT'],
    collected: cleanCollected,
  },
  {
    code: 'FLAG_NOT_UNDERSTOOD',
    what: 'neither Yes nor No; the money of the held line is unallocated',
    workbook: () =>
      ledgerWith({ Charges: withColumn(clean.Charges, 'Commissionable', 'Yes', '', 'maybe') }),
    problem: {
      severity: 'held',
      sheet: 'Charges',
      cell: 'F4',
      column: 'Commissionable',
      found: '"maybe"',
    },
    collected: { Adams: '100.00', Baker: '50.00' },
    rows: { Charges: '3 = 2 + 0 + 1' },
  },
  heldPayment('ID_DIGITS_LOST', {
    cell: 'A3',
    value: 1234567890123456,
    found: '1234567890123456',
  }),
  heldPayment('TYPE_UNKNOWN', { cell: 'C3', value: 'Gift card', found: '"Gift card"' }),
  {
    code: 'VALUE_UNKNOWN',
    what: 'a Status that is not listed',
    workbook: () =>
      ledgerWith({ Charges: withColumn(clean.Charges, 'Status', '', 'Complete', 'Posted') }),
    problem: {
      severity: 'held',
      sheet: 'Charges',
      cell: 'F4',
      column: 'Status',
      found: '"Posted"',
    },
    collected: { Adams: '100.00', Baker: '50.00' },
    rows: { Charges: '3 = 2 + 0 + 1' },
  },
];
