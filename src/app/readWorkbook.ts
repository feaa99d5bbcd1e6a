/** Reads what a workbook holds: its ledger, linked, and what lacks a column to be part of it. */
import type { Context } from '../excel/session';
import { readLedger } from '../excel/readLedger';
import type { NearTable, SheetToRead, Watch } from '../excel/reading';
import { surveySheets, type WorkbookSheets } from '../excel/ownership';
import { practiceName } from '../excel/workbookFacts';
import { ledgerSteps } from '../ledger/buildLedger';
import type { Ledger } from '../ledger/ledger';
import type { TableMapping } from '../ledger/mapping/tableMapping';
import { inSlices } from './inSlices';
import { noteRead } from './ledgerEdits';
import { loadMappings } from './mappings';
import { readCloses } from './readCloses';

export interface WorkbookRead {
  readonly sheets: WorkbookSheets;
  readonly practice: string;
  readonly date1904: boolean;
  readonly ledger: Ledger;
  readonly readSheets: readonly SheetToRead[];
  readonly nearly: readonly NearTable[];
}

/**
 * Nothing is changed. `watch` and `pause` may throw to give up. A mapping that was handed over goes before
 * the one that the workbook keeps for the same headers.
 */
export async function readWorkbook(
  context: Context,
  watch: Watch,
  pause: () => void,
  given: readonly TableMapping[] = [],
): Promise<WorkbookRead> {
  watch('read');
  const sheets = await surveySheets(context);
  const practice = await practiceName(context);
  const kept = await loadMappings(context);
  const mappings = [...kept.mappings, ...given];
  const { tables, ...found } = await readLedger(context, sheets.ledgers, { watch, mappings });
  const problems = [...kept.problems, ...tables.problems];
  const closes = await readCloses(context, { sheets, date1904: found.date1904 });
  const ledger = await inSlices(ledgerSteps({ ...tables, problems }, closes), pause);
  noteRead(ledger, found.nearly);
  return { ...found, sheets, practice, ledger };
}

/** True where a problem would make every figure wrong. */
export function isStopped({ problems }: Ledger): boolean {
  return problems.some(({ severity }) => severity === 'stopped');
}
