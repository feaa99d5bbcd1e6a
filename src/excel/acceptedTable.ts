/** The tables of accepted proposals in a workbook: found by their headers, whatever they are called now. */
import { ACCEPTANCE } from '../reports/allocation/acceptedTable';
import { type Rectangle, readBlock } from './readRows';

/** A table that has the columns of accepted rows. */
export interface FoundAccepted {
  readonly worksheet: Excel.Worksheet;
  readonly sheet: string;
  readonly table: Excel.Table;
  readonly headers: readonly string[];
  readonly body: Rectangle;
  readonly hasTotals: boolean;
  /** For each row the acceptance that it is of; undefined where the cell holds no number. */
  readonly acceptances: readonly (number | undefined)[];
}

/** By these a table is known as ours: the first is what makes its rows Payments, the others are our own. */
const HEADERS = ['Payment ID', ACCEPTANCE, 'Reason'] as const;

export async function findAccepted(context: Excel.RequestContext): Promise<FoundAccepted[]> {
  const { tables } = context.workbook;
  tables.load('items/name,items/showHeaders,items/showTotals');
  await context.sync();
  const shown = tables.items.filter(({ showHeaders }) => showHeaders);
  const asked = shown.map((table) => {
    const header = table.getHeaderRowRange();
    const body = table.getDataBodyRange();
    header.load('values');
    body.load('rowIndex,columnIndex,rowCount,columnCount');
    table.worksheet.load('name');
    return { table, header, body };
  });
  await context.sync();
  const found: FoundAccepted[] = [];
  for (const { table, header, body } of asked) {
    const headers = (header.values[0] ?? []).map(String);
    if (!HEADERS.every((one) => headers.includes(one))) continue;
    const rectangle = {
      row: body.rowIndex,
      column: body.columnIndex,
      rows: body.rowCount,
      columns: body.columnCount,
    };
    found.push({
      worksheet: table.worksheet,
      sheet: table.worksheet.name,
      table,
      headers,
      body: rectangle,
      hasTotals: table.showTotals,
      acceptances: await numbersIn(context, table.worksheet, {
        ...rectangle,
        column: rectangle.column + headers.indexOf(ACCEPTANCE),
        columns: 1,
      }),
    });
  }
  return found;
}

async function numbersIn(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  cells: Rectangle,
): Promise<(number | undefined)[]> {
  const [values = []] = await readBlock(context, worksheet, [cells]);
  return values.map(([value]) => (typeof value === 'number' ? value : undefined));
}

/** The rows that were accepted last. */
export interface LastRows {
  readonly acceptance: number;
  readonly sheet: string;
  readonly rows: number;
}

/** Undefined where nothing that was accepted stands in the workbook any more. */
export function lastAccepted(found: readonly FoundAccepted[]): LastRows | undefined {
  let last: LastRows | undefined;
  for (const { sheet, acceptances } of found) {
    for (const acceptance of acceptances) {
      if (acceptance === undefined || acceptance < (last?.acceptance ?? 0)) continue;
      const isSame = last?.acceptance === acceptance;
      last = { acceptance, sheet, rows: isSame && last !== undefined ? last.rows + 1 : 1 };
    }
  }
  return last;
}
