/** Writes formulas at the selection, over nothing. */
import { surveySheets } from './ownership';
import { type Context } from './session';

export interface BlockToInsert {
  readonly formulas: readonly (readonly string[])[];
  /** Number formats of the same cells; undefined leaves them. */
  readonly formats: readonly (readonly string[])[] | undefined;
}

/** Where the selection begins; both from 0. */
export interface SelectedPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The last row and column of a sheet, from 0. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

export async function selectedPlace(context: Context): Promise<SelectedPlace> {
  const cell = context.workbook.getSelectedRange().getCell(0, 0);
  cell.load('rowIndex,columnIndex,worksheet/name');
  await context.sync();
  return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
}

/** Writes and selects the block; or why it was not written, with nothing changed. */
export async function insertBlock(
  context: Context,
  place: SelectedPlace,
  { formulas, formats }: BlockToInsert,
): Promise<{ readonly address: string } | { readonly refusal: string }> {
  const [rows, columns] = [formulas.length, formulas[0]?.length ?? 0];
  if (place.row + rows - 1 > LAST_ROW || place.column + columns - 1 > LAST_COLUMN) {
    return { refusal: 'There are not enough rows and columns below and beside the selected cell' };
  }
  const { ledgers } = await surveySheets(context);
  if (!ledgers.some(({ name }) => name === place.sheet)) {
    return { refusal: `‘${place.sheet}’ is a report sheet, which the next Refresh writes over` };
  }
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const block = sheet.getRangeByIndexes(place.row, place.column, rows, columns);
  block.load('address,formulas');
  sheet.tables.load('items/name');
  await context.sync();
  const tables = sheet.tables.items.map((table) => {
    const shared = table.getRange().getIntersectionOrNullObject(block);
    shared.load('address');
    return { name: table.name, shared };
  });
  await context.sync();
  const table = tables.find(({ shared }) => !shared.isNullObject);
  if (table !== undefined) return { refusal: `The cells belong to the table ${table.name}` };
  const filled = countFilled(block.formulas);
  if (filled > 0) {
    const cells = filled === 1 ? '1 cell of it is' : `${String(filled)} cells of it are`;
    return { refusal: `${addressIn(block.address)} is not free: ${cells} not empty` };
  }
  if (formats !== undefined) block.numberFormat = formats.map((row) => [...row]);
  block.formulas = formulas.map((row) => [...row]);
  block.select();
  await context.sync();
  return { address: block.address };
}

function countFilled(cells: readonly (readonly unknown[])[]): number {
  return cells.reduce((count, row) => count + row.filter((cell) => cell !== '').length, 0);
}

/** `'My sheet'!A1:B2` → `A1:B2`. */
function addressIn(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
