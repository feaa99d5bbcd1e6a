/** Cells that call the add-in's functions, on the stand-in for Excel, with the code that Excel loads for them. */
import { CellError, ExcelHost, type HostOptions, type HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { ResultJson } from '../runner/spawnRunner';
import type * as Result from '../../src/reports/resultJson';
import type * as Functions from '../../src/functions/metadata';

/** A workbook that was opened with the add-in, whose code starts anew: it knows nothing of another one. */
export interface LiveBook {
  readonly host: ExcelHost;
  readonly workbook: HostWorkbook;
  /** The result of a run of all reports as the runner prints it, whose ledger the cells read from now on. */
  compute(): Promise<ResultJson>;
  /** Waits until every cell has its value. */
  settle(): Promise<void>;
  /** Values of cells, an error as its code. */
  shown(sheet: string, address: string): unknown[][];
  /** What the function said of the error in a cell. */
  said(sheet: string, cell: string): string | undefined;
}

export async function openLive(workbook: HostWorkbook, options?: HostOptions): Promise<LiveBook> {
  const host = new ExcelHost(workbook, { name: 'ledger.xlsx', ...options });
  await startOffice(host);
  jest.resetModules();
  await import('../../src/functions/index');
  const { functionsMetadata }: typeof Functions = await import('../../src/functions/metadata');
  host.registerFunctions(functionsMetadata());
  return {
    host,
    compute,
    workbook,
    settle: () => host.settleFunctions(60_000),
    shown: (sheet, address) =>
      workbook
        .sheet(sheet)
        .values(address)
        .map((row) => row.map((cell) => (cell instanceof CellError ? cell.code : cell))),
    said: (sheet, cell) => workbook.errorMessage(workbook.sheet(sheet), cell),
  };
}

async function compute(): Promise<ResultJson> {
  const { runReports } = await import('../../src/app/runReports');
  const { resultJson }: typeof Result = await import('../../src/reports/resultJson');
  const stamp = { created: '2024-04-01 08:00', timeZone: 'UTC', version: '0.0.0' };
  const none = { options: [], providers: [], locations: [], controls: [] };
  const asked = { reports: ['all'], from: undefined, to: undefined, ...none, write: false, stamp };
  const outcome = await runReports(asked, () => undefined);
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.reasons.join('; ')}`);
  return JSON.parse(JSON.stringify(resultJson(outcome))) as ResultJson;
}
