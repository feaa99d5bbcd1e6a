/** Makes a table of commission plans, on a sheet of its own, in a workbook that has none. */
import { createSheet } from './createSheet';
import { emptySheet } from './emptySheet';
import type { ColumnSpec } from '../ledger/columnSpec';
import { hostCode } from './hostFailure';
import type { CellValue } from './layOut';
import { pointsOfCharacters, sameFormat } from './looks';
import { freeName } from './ownership';
import { planSent } from './planFormats';
import type { WrittenPlans } from './undoPlans';

const SHEET = 'Commission Plans';
const TABLE_NAME = 'CommissionPlans';
/** Characters to a column. */
const WIDTH = 17;

export async function newPlans(
  context: Excel.RequestContext,
  of: {
    readonly columns: readonly { readonly head: string; readonly type: ColumnSpec['type'] }[];
    /** Cells as the reader takes them. */
    readonly rows: readonly (readonly (string | number)[])[];
    /** Names of all sheets, in lower case. */
    readonly names: ReadonlySet<string>;
  },
): Promise<WrittenPlans> {
  const { columns, rows, names } = of;
  const empty = await emptySheet(context, SHEET);
  const sheet = empty?.name ?? freeName(SHEET, names);
  const worksheet = empty ?? (await createSheet(context.workbook, sheet));
  const blank = { value: '', numberFormat: 'General' };
  const sent = rows.map((row) =>
    columns.map(({ type }, column) => planSent(type, row[column] ?? '', blank)),
  );
  const all = worksheet.getRangeByIndexes(0, 0, rows.length + 1, columns.length);
  all.format.columnWidth = pointsOfCharacters(WIDTH);
  for (const [row, cells] of sent.entries()) {
    for (const [column, { numberFormat }] of cells.entries()) {
      if (numberFormat === undefined) continue;
      const cell = worksheet.getRangeByIndexes(row + 1, column, 1, 1);
      cell.numberFormat = sameFormat(numberFormat);
    }
  }
  all.values = [
    columns.map(({ head }) => head),
    ...sent.map((cells) => cells.map((cell): CellValue => cell.sent)),
  ];
  worksheet.tables.add(all, true);
  worksheet.freezePanes.freezeRows(1);
  await context.sync();
  await nameTable(context, worksheet);
  return {
    sheet,
    cells: sent.flatMap((cells, row) =>
      cells.map(({ held }, column) => ({
        ...{ row: row + 1, column, held },
        formula: '',
        numberFormat: 'General',
      })),
    ),
    table: '',
    rows: { first: 0, count: 0 },
    heads: [],
    headCells: [],
    added: { row: 0, rows: 0, column: 0, columns: 0 },
    isNew: true,
  };
}

/** A name is for people: where another table has it, Excel's own is as good. */
async function nameTable(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<void> {
  try {
    worksheet.tables.getItemAt(0).name = TABLE_NAME;
    await context.sync();
  } catch (error) {
    if (hostCode(error) === '') throw error;
  }
}
