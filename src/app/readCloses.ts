/** The closed periods of a workbook, read from their sheets and held against their records (INV-28). */
import type { OwnSheet, WorkbookSheets } from '../excel/ownership';
import { readOwnSheet } from '../excel/readOwnSheet';
import type { Context } from '../excel/session';
import { type ClosedPeriod, type Closes, noCloses } from '../ledger/closedPeriod';
import { closeReader } from '../reports/commission/closeCells';
import { type KeptClose, type KeptCloses, loadCloseRecords, standing } from './closeRecords';

/** By which the sheets of closes are known among ours. */
export const CLOSE = 'Close ';

/** What stands in the workbook; where a sheet was changed, why nothing can be told of what was paid. */
export async function readCloses(
  context: Context,
  of: { readonly sheets: WorkbookSheets; readonly date1904: boolean },
): Promise<Closes> {
  const kept = await loadCloseRecords(context);
  if (kept === undefined) {
    return { ...noCloses, broken: 'the list of closed periods in this workbook cannot be read' };
  }
  const broken = recordsBroken(kept, of.sheets);
  const history = kept.closes.map(({ name, from, to, created, payable, reopened }) => ({
    ...{ name, created, payable, reopened },
    period: { from, to },
  }));
  const all = { periods: [], salt: kept.salt, history };
  if (broken !== '') return { ...all, broken };
  const periods: ClosedPeriod[] = [];
  for (const record of standing(kept)) {
    const read = await readClose(context, record, of);
    if (typeof read === 'string') return { ...all, broken: read };
    periods.push(read);
  }
  return { ...all, periods, broken: '' };
}

/** Sheets without a record, and records that do not follow each other. */
function recordsBroken(kept: KeptCloses, { own }: WorkbookSheets): string {
  const known = new Set(kept.closes.map(({ name }) => name));
  const lost = [...own.keys()].find((name) => name.startsWith(CLOSE) && !known.has(name));
  if (lost !== undefined) {
    return `the workbook has the sheet '${lost}' and no record that it was closed; delete the sheet and close the period again`;
  }
  let previous = '';
  for (const record of standing(kept)) {
    if (record.previous !== previous) return `the record of '${record.name}' was changed`;
    previous = record.digest;
  }
  return '';
}

async function readClose(
  context: Context,
  record: KeptClose,
  { sheets, date1904 }: { readonly sheets: WorkbookSheets; readonly date1904: boolean },
): Promise<ClosedPeriod | string> {
  const { name, from, to, by } = record;
  const own: readonly OwnSheet[] = sheets.own.get(name) ?? [];
  const [sheet] = own;
  const mend = 'or re-open the period';
  if (sheet === undefined) {
    return `the sheet '${name}' of a closed period is gone; bring it back, ${mend}`;
  }
  if (own.length > 1) return `several sheets are '${name}'; delete the copies, ${mend}`;
  const reader = closeReader({ date1904 });
  const isSame = await readOwnSheet(context, sheet, (rows) => {
    reader.add(rows);
  });
  const lines = reader.finish();
  if (!isSame || sheet.digest !== record.digest || lines === undefined) {
    return `'${name}' was edited after the period was closed; undo the edit, ${mend}`;
  }
  return { name, period: { from, to }, by, lines };
}
