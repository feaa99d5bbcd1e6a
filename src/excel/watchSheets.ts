/** Tells when a person edits a sheet that may hold ledger tables. */
import { surveySheets } from './ownership';
import { type Context, inExcel } from './session';

/** Calls `changed` at every edit of a sheet that is not a report. Returns how to stop. */
export async function watchLedgerSheets(
  context: Context,
  changed: () => void,
): Promise<() => Promise<void>> {
  const reports = new Set<string>();
  const ledgers = new Set<string>();
  const look = async (of: Context): Promise<void> => {
    const { worksheets } = of.workbook;
    worksheets.load('items/id,items/name');
    const survey = await surveySheets(of);
    const names = new Set(survey.ledgers.map(({ name }) => name));
    for (const { id, name } of worksheets.items) (names.has(name) ? ledgers : reports).add(id);
  };
  await look(context);
  const { worksheets } = context.workbook;
  const onEdit = worksheets.onChanged.add(async ({ worksheetId: id }) => {
    if (reports.has(id)) return;
    // A new sheet: ours, if we are writing a report. Where Excel is busy it is taken for a ledger.
    if (!ledgers.has(id)) await inExcel(look).catch(() => ledgers.add(id));
    if (!reports.has(id)) changed();
  });
  const onDelete = worksheets.onDeleted.add(({ worksheetId }) => {
    if (ledgers.has(worksheetId)) changed();
    return Promise.resolve();
  });
  await context.sync();
  return async () => {
    onEdit.remove();
    onDelete.remove();
    await onEdit.context.sync();
  };
}
