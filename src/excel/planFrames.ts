/** Where tables of plans stand on their sheets: how far they reach, so that rows and columns can follow. */
import type { PlanTable } from '../ledger/planDraft';
import { readBlock } from './readRows';

export interface PlanFrame {
  readonly worksheet: Excel.Worksheet;
  /** Undefined for a plain range. */
  readonly table: Excel.Table | undefined;
  /** From 0: its first column, and the one behind its last. */
  readonly left: number;
  readonly right: number;
  /** From 0: the row behind the last one of an Excel table's body; of a plain range that behind its header. */
  readonly endRow: number;
}

/** One frame for each table. */
export async function planFrames(
  context: Excel.RequestContext,
  tables: readonly PlanTable[],
): Promise<PlanFrame[]> {
  const frames: PlanFrame[] = [];
  for (const one of tables) {
    const worksheet = context.workbook.worksheets.getItem(one.sheet);
    frames.push(
      one.table === ''
        ? await frameOfRange(context, worksheet, one)
        : await frameOfTable(context, worksheet, one),
    );
  }
  return frames;
}

async function frameOfTable(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { table: name }: PlanTable,
): Promise<PlanFrame> {
  const table = worksheet.tables.getItem(name);
  const body = table.getDataBodyRange();
  body.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  return {
    worksheet,
    table,
    left: body.columnIndex,
    right: body.columnIndex + body.columnCount,
    endRow: body.rowIndex + body.rowCount,
  };
}

/** A plain range reaches as far as cells of its header row follow each other. */
async function frameOfRange(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { headerRow, fields }: PlanTable,
): Promise<PlanFrame> {
  const columns = [...fields.values()].map(({ sheetColumn }) => sheetColumn);
  const used = worksheet.getUsedRange(true);
  used.load('columnIndex,columnCount');
  await context.sync();
  const end = used.columnIndex + used.columnCount;
  const header = { row: headerRow - 1, column: 0, rows: 1, columns: end };
  const [[cells = []] = []] = await readBlock(context, worksheet, [header]);
  let [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  while (left > 0 && cells[left - 1] !== '') left -= 1;
  while (right < end && cells[right] !== '') right += 1;
  return { worksheet, table: undefined, left, right, endRow: headerRow };
}
