/** Runs the add-in's own code on the Excel host, in memory, through Microsoft's office.js. */
import { ExcelHost, type FaultHook, HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { RunRequest } from '../../src/app/runRequest';
import type { RunOutcome, RunResult } from '../../src/app/runReports';

export type Grid = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook with a sheet for each entry, its cells from A1. */
export function workbookOf(sheets: Readonly<Record<string, Grid>>): HostWorkbook {
  const workbook = new HostWorkbook();
  for (const [name, grid] of Object.entries(sheets)) workbook.addSheet(name).setValues('A1', grid);
  return workbook;
}

/** Runs reports on a workbook; what is not asked for is the default. */
export async function runOn(
  workbook: HostWorkbook,
  asked: Partial<RunRequest> = {},
  extras: { readonly fault?: FaultHook } = {},
): Promise<{ outcome: RunOutcome; host: ExcelHost }> {
  const host = new ExcelHost(workbook, { name: 'ledger.xlsx' });
  await startOffice(host);
  if (extras.fault !== undefined) host.setFault(extras.fault);
  const { runReports } = await import('../../src/app/runReports');
  const outcome = await runReports(
    {
      reports: ['all'],
      from: undefined,
      to: undefined,
      options: [],
      providers: [],
      locations: [],
      controls: [],
      write: true,
      stamp: { created: '2024-04-01 08:00', timeZone: 'UTC', version: '0.0.0' },
      ...asked,
    },
    () => undefined,
  );
  return { outcome, host };
}

/** The result of a run that must not be refused. */
export function doneOf(outcome: RunOutcome): RunResult {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.reasons.join('; ')}`);
  return outcome;
}

/** A small practice: two providers, two invoices, both paid in part. */
export const charges: Grid = [
  ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Invoice Number', 'Code', 'Tax'],
  ['L1', 45352.375, 'Adams', 65, 5001, 'EXAM', 0],
  ['L2', 45352.395833, 'Baker', 80, 5001, '00123', 6.6],
  ['L3', 45353.416667, 'Adams', 250, 5001, 'SX', 0],
];
export const invoices: Grid = [
  ['Invoice Number', 'Closed Date', 'Tax'],
  [5001, 45356, 6.6],
];
export const payments: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
  ['T1', 45355, 'Payment', 50, 5001],
  ['T2', 45371, 'Payment', 100, 5001],
];

/** March 2024 of worked example E1: Adams 65.00, Baker 78.40, tax 6.60. */
export function smallPractice(): HostWorkbook {
  return workbookOf({ Charges: charges, Invoices: invoices, Payments: payments });
}
