/** What a case of the gallery is made of: a small ledger, one thing wrong with it, what must be told. */
import { areaAt, type CellInput, type HostWorkbook } from '../../host/index';
import type { RunRequest } from '../../src/app/runRequest';
import type { Problem, ProblemCode } from '../../src/ledger/problem';
import { type Grid, workbookOf } from '../support/hostRun';

export interface ProblemCase {
  readonly code: ProblemCode;
  /** What is wrong, in words. */
  readonly what: string;
  readonly workbook: () => HostWorkbook;
  /** Other than March 2024 and all reports. */
  readonly asked?: Partial<RunRequest>;
  /** Done between a first run, which writes the sheets, and the run that is looked at. */
  readonly between?: (workbook: HostWorkbook) => void;
  readonly problem: Pick<Problem, 'severity' | 'sheet' | 'cell' | 'column'> & {
    /** 1 if it is left out. */
    readonly count?: number;
    /** Part of what the message says was found. */
    readonly found: string;
  };
  /** Codes that the same cells cannot help causing as well. */
  readonly also?: readonly ProblemCode[];
  /** Dollars collected by provider in the period; `stopped`: nothing is computed and written. */
  readonly collected: Readonly<Record<string, string>> | 'stopped';
  /** `read = used + skipped + held` of the kinds that are not as in the clean ledger. */
  readonly rows?: Readonly<Record<string, string>>;
}

const charges: Grid = [
  ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Invoice Number'],
  ['L1', 45352, 'Adams', 100, 5001],
  ['L2', 45353, 'Baker', 50, 5001],
  ['L3', 45354, 'Adams', 40, 5002],
];
const invoices: Grid = [
  ['Invoice Number', 'Closed Date'],
  [5001, 45356],
  [5002, 45356],
];
const payments: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
  ['P1', 45357, 'Payment', 150, 5001],
  ['P2', 45358, 'Payment', 40, 5002],
];

/**
 * The clean ledger: in March 2024 invoice 5001 is paid with 150.00 (Adams 100.00, Baker 50.00) and
 * invoice 5002 with 40.00 (Adams).
 */
export const clean = { Charges: charges, Invoices: invoices, Payments: payments };
export const cleanCollected = { Adams: '140.00', Baker: '50.00' };
export const cleanRows = {
  Charges: '3 = 3 + 0 + 0',
  Invoices: '2 = 2 + 0 + 0',
  Payments: '2 = 2 + 0 + 0',
};

/** The clean ledger with other or more sheets. */
export function ledgerWith(sheets: Readonly<Record<string, Grid>>): HostWorkbook {
  return workbookOf({ ...clean, ...sheets });
}

/** The clean ledger with other cells: `{ 'Payments!D3': '12..50' }`; '' empties a cell. */
export function ledgerWithCells(cells: Readonly<Record<string, CellInput>>): HostWorkbook {
  const workbook = workbookOf(clean);
  for (const [place, value] of Object.entries(cells)) {
    const [sheet = '', address = ''] = place.split('!');
    workbook.sheet(sheet).setValues(address, [[value]]);
  }
  return workbook;
}

/** A grid with more rows at its end. */
export function withRows(grid: Grid, ...rows: Grid): Grid {
  return [...grid, ...rows];
}

/** A grid with another column behind its last; missing cells are blank. */
export function withColumn(grid: Grid, header: string, ...values: Grid[number]): Grid {
  return grid.map((row, place) => [...row, place === 0 ? header : (values[place - 1] ?? null)]);
}

/** A grid with one cell changed; the grid stands from A1. */
export function withCell(grid: Grid, address: string, value: Grid[number][number]): Grid {
  const { row, column } = areaAt(address);
  return grid.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)));
}

/** A problem with the row of payment P2, which is left out: 40.00 less for Adams. */
export function heldPayment(
  code: ProblemCode,
  of: { readonly cell: string; readonly value: CellInput; readonly found: string },
): ProblemCase {
  const { row, column } = areaAt(of.cell);
  return {
    code,
    what: `${of.found} in a cell of Payments`,
    workbook: () => ledgerWithCells({ [`Payments!${of.cell}`]: of.value }),
    problem: {
      severity: 'held',
      sheet: 'Payments',
      cell: of.cell,
      column: String(payments[0]?.[column]),
      found: of.found,
    },
    collected: row === 2 ? { Adams: '100.00', Baker: '50.00' } : cleanCollected,
    rows: { Payments: '2 = 1 + 0 + 1' },
  };
}
