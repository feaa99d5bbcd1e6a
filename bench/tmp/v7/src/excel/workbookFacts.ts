/** What the workbook says of itself: the practice it belongs to. */

/** The company in the workbook's properties, else the workbook's name without its ending. */
export async function practiceName(context: Excel.RequestContext): Promise<string> {
  const { workbook } = context;
  workbook.load('name');
  workbook.properties.load('company');
  await context.sync();
  const company = workbook.properties.company.trim();
  return company === '' ? workbook.name.replace(/\.[^.]{1,5}$/, '') : company;
}
