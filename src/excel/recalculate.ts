/** Makes Excel call the add-in's functions again. */

/**
 * Asks for a full calculation. Functions have no arguments on the ledger's cells, and Excel calls a
 * function again only when an argument changed or everything is calculated.
 */
export async function recalculate(context: Excel.RequestContext): Promise<void> {
  context.workbook.application.calculate(Excel.CalculationType.full);
  await context.sync();
}
