/** A sheet that a write which failed, or was taken back, has left without a cell. */

/** The one that a write which failed has left; a sheet is never deleted, which would take Excel's undo away. */
export async function emptySheet(
  context: Excel.RequestContext,
  name: string,
): Promise<Excel.Worksheet | undefined> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  worksheet.load('name');
  await context.sync();
  if (worksheet.isNullObject) return undefined;
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('address');
  worksheet.tables.load('count');
  await context.sync();
  return used.isNullObject && worksheet.tables.count === 0 ? worksheet : undefined;
}
