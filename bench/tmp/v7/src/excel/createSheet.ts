/** The one place that uses office-js-helpers: adding a sheet that is known not to exist. */
import { ExcelUtilities } from '@microsoft/office-js-helpers';

/**
 * Adds an empty sheet of this name. The name must be free: with `clearOnly` the helper would clear
 * the grid of a sheet that is there, and without it, delete the sheet and every reference to it.
 */
export async function createSheet(
  workbook: Excel.Workbook,
  name: string,
): Promise<Excel.Worksheet> {
  return ExcelUtilities.forceCreateSheet(workbook, name, true);
}
