/** Tells when a person edits what the ledger is read from. */
import { surveySheets } from './ownership';
import { type Context, inExcel } from './session';

/** What is known of the ledger by those who read it. */
export interface KnownLedger {
  /** Sheets whose rows were read, or would have been but for a problem; undefined before the first reading. */
  sheets(): ReadonlySet<string> | undefined;
  /** Whether a table of the ledger may begin in one of these rows. */
  hasHeader(context: Context, rows: readonly (readonly unknown[])[]): Promise<boolean>;
}

/** Rows of an edit that are looked through for a header: those of a pasted table stand near its top. */
const FIRST_ROWS = 40;

/** Calls `changed` at every edit that may change the ledger. Returns how to stop. */
export async function watchLedgerSheets(
  context: Context,
  known: KnownLedger,
  changed: () => void,
): Promise<() => Promise<void>> {
  const kinds = new Map<string, 'report' | 'other'>();
  const names = new Map<string, string>();
  const look = async (of: Context): Promise<void> => {
    const { worksheets } = of.workbook;
    worksheets.load('items/id,items/name');
    const survey = await surveySheets(of);
    const others = new Set(survey.ledgers.map(({ name }) => name));
    for (const { id, name } of worksheets.items) {
      kinds.set(id, others.has(name) ? 'other' : 'report');
      names.set(id, name);
    }
  };
  const holdsLedger = async (id: string): Promise<boolean> => {
    const sheets = known.sheets();
    if (sheets === undefined) return true;
    const isKnown = (): boolean => {
      const present = new Set(names.values());
      return [...sheets].every((name) => present.has(name));
    };
    // A sheet was renamed: until it is read again, any sheet may be it.
    if (!isKnown()) await inExcel(look);
    return !isKnown() || sheets.has(names.get(id) ?? '');
  };
  await look(context);
  const { worksheets } = context.workbook;
  const onEdit = worksheets.onChanged.add(async (edit) => {
    const { worksheetId: id } = edit;
    if (kinds.get(id) === 'report') return;
    // A new sheet is ours, if we are writing a report. Where Excel is busy it is taken for a ledger.
    if (!kinds.has(id)) await inExcel(look).catch(() => kinds.set(id, 'other'));
    if (kinds.get(id) === 'report') return;
    const counts = async (): Promise<boolean> =>
      (await holdsLedger(id)) || (await inExcel((of) => bringsHeader(of, edit, known)));
    if (await counts().catch(() => true)) changed();
  });
  const onDelete = worksheets.onDeleted.add(async ({ worksheetId: id }) => {
    if (kinds.get(id) === 'other' && (await holdsLedger(id).catch(() => true))) changed();
  });
  await context.sync();
  return async () => {
    onEdit.remove();
    onDelete.remove();
    await onEdit.context.sync();
  };
}

/** Whether a header row stands among the edited rows of a sheet that had none. */
async function bringsHeader(
  context: Context,
  { worksheetId, address }: Excel.WorksheetChangedEventArgs,
  known: KnownLedger,
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  const edited = sheet.getRange(address);
  edited.load('rowIndex,rowCount');
  await context.sync();
  if (used.isNullObject) return false;
  const first = Math.max(edited.rowIndex, used.rowIndex);
  const end = Math.min(edited.rowIndex + edited.rowCount, used.rowIndex + used.rowCount);
  const rows = Math.min(end - first, FIRST_ROWS);
  if (rows <= 0) return false;
  const cells = sheet.getRangeByIndexes(first, used.columnIndex, rows, used.columnCount);
  cells.load('values');
  await context.sync();
  return known.hasHeader(context, cells.values);
}
