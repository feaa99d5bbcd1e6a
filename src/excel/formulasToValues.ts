/** Turns formulas that call the add-in's functions into the values they show. */
import { surveySheets } from './ownership';
import { type Context } from './session';

export interface Converted {
  /** Formulas that are values now. */
  readonly cells: number;
  /** Formulas that show an error or wait for a figure: they stay, so that nobody takes them for a figure. */
  readonly left: number;
}

/** Cells of a block: formulas and values of each make about a megabyte. */
const BLOCK_CELLS = 20_000;

/** The selected cells, or those of all sheets that are not reports. */
export async function formulasToValues(
  context: Context,
  scope: 'selection' | 'workbook',
  isOurs: (formula: string) => boolean,
): Promise<Converted> {
  const ranges = await rangesOf(context, scope);
  let [cells, left] = [0, 0];
  for (const range of ranges) {
    const converted = await convert(context, range, isOurs);
    cells += converted.cells;
    left += converted.left;
  }
  return { cells, left };
}

async function rangesOf(context: Context, scope: 'selection' | 'workbook'): Promise<Excel.Range[]> {
  const whole =
    scope === 'selection'
      ? [context.workbook.getSelectedRange().getUsedRangeOrNullObject()]
      : (await surveySheets(context)).ledgers.map((sheet) => sheet.getUsedRangeOrNullObject());
  for (const range of whole) {
    range.load('rowIndex,columnIndex,rowCount,columnCount');
  }
  await context.sync();
  return whole.filter((range) => !range.isNullObject);
}

async function convert(
  context: Context,
  range: Excel.Range,
  isOurs: (formula: string) => boolean,
): Promise<Converted> {
  const { rowCount, columnCount } = range;
  const rows = Math.max(Math.floor(BLOCK_CELLS / columnCount), 1);
  let [cells, left] = [0, 0];
  for (let row = 0; row < rowCount; row += rows) {
    const last = Math.min(row + rows, rowCount) - 1;
    const block = range.getCell(row, 0).getBoundingRect(range.getCell(last, columnCount - 1));
    // Each block waits for the one before it: together they are beyond what Excel hands over.
    await readCells(context, block);
    const found = oursIn(block, isOurs);
    left += found.left;
    cells += found.places.length;
    if (found.places.length > 0) await writeValues(context, block, found.places);
  }
  return { cells, left };
}

async function readCells(context: Context, block: Excel.Range): Promise<void> {
  block.load('formulas,values');
  await context.sync();
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function oursIn(
  block: Excel.Range,
  isOurs: (formula: string) => boolean,
): { readonly places: Place[]; readonly left: number } {
  const places: Place[] = [];
  let left = 0;
  for (const [row, line] of block.formulas.entries()) {
    for (const [column, formula] of (line as unknown[]).entries()) {
      if (typeof formula !== 'string' || !formula.startsWith('=') || !isOurs(formula)) continue;
      const value: unknown = block.values[row]?.[column];
      if (typeof value === 'string' && value.startsWith('#')) left += 1;
      else places.push({ row, column });
    }
  }
  return { places, left };
}

/** A formula that fills cells beside its own takes them with it: their values are written too. */
async function writeValues(
  context: Context,
  block: Excel.Range,
  places: readonly Place[],
): Promise<void> {
  const found = places.map(({ row, column }) => {
    const cell = block.getCell(row, column);
    const spill = cell.getSpillingToRangeOrNullObject();
    cell.load('values');
    spill.load('values');
    return { cell, spill };
  });
  await context.sync();
  for (const { cell, spill } of found) {
    const target = spill.isNullObject ? cell : spill;
    const values = target.values.map((row: unknown[]) => row.map(plain));
    if (!spill.isNullObject) cell.clear(Excel.ClearApplyTo.contents);
    target.values = values;
  }
  await context.sync();
}

/** Text is written as text, whatever it looks like. */
function plain(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}
