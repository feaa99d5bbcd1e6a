/** Tells when a person edits a sheet that may hold ledger tables. */
import { surveySheets } from './ownership';
import { inExcel } from './session';

/** Calls `changed` at every edit of a sheet that is not a report. Returns how to stop. */
export async function watchLedgerSheets(
  context: Excel.RequestContext,
  changed: () => void,
): Promise<() => Promise<void>> {
  const { worksheets } = context.workbook;
  const onEdit = worksheets.onChanged.add(async ({ worksheetId }) => {
    if (await isLedgerSheet(worksheetId)) changed();
  });
  const onDelete = worksheets.onDeleted.add(() => {
    changed();
    return Promise.resolve();
  });
  await context.sync();
  return async () => {
    onEdit.remove();
    onDelete.remove();
    await onEdit.context.sync();
  };
}

/** A sheet that is not a report of ours; events of our own writing are of reports. */
async function isLedgerSheet(id: string): Promise<boolean> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return false;
    const { ledgers } = await surveySheets(context);
    return ledgers.some(({ name }) => name === sheet.name);
  });
}
