/** Brings a place of the workbook to the front. */

/** Shows a sheet; false where it is gone. */
export async function showSheet(context: Excel.RequestContext, name: string): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return false;
  sheet.activate();
  await context.sync();
  return true;
}

/** Shows a sheet and selects a cell of it; false where the sheet is gone. */
export async function showCell(
  context: Excel.RequestContext,
  of: { readonly sheet: string; readonly cell: string },
): Promise<boolean> {
  if (!(await showSheet(context, of.sheet))) return false;
  context.workbook.worksheets.getItem(of.sheet).getRange(of.cell).select();
  await context.sync();
  return true;
}
