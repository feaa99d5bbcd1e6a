/** Cells of rates as they are shown: 0.3 in a cell formatted as a percentage is the text `30 %` (A12). */
import type { ColumnSpec } from '../ledger/columnSpec';
import { readKinds } from '../ledger/kinds';
import type { SourceTable } from '../ledger/tables';
import type { Matrix, Rectangle } from './readRows';

/** Columns on the sheet of a region's fields that hold rates. */
export function rateColumns({ kind, fields }: Pick<SourceTable, 'kind' | 'fields'>): number[] {
  return Object.entries<ColumnSpec>(readKinds[kind]).flatMap(([field, { type }]) => {
    const source = fields.get(field);
    return type === 'rate' && source !== undefined ? [source.sheetColumn] : [];
  });
}

/**
 * The matrices of some rectangles, numbers of the given columns as the per cents that their cells show.
 * Only the number format tells 30 % from 0.3 %, and only plans have rates: nobody else pays for it.
 */
export async function asShown(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  of: { readonly rectangles: readonly Rectangle[]; readonly columns: readonly number[] },
  matrices: readonly Matrix[],
): Promise<Matrix[]> {
  const [first] = of.rectangles;
  if (first === undefined || of.columns.length === 0) return [...matrices];
  const formats = of.columns.map((column) => {
    const range = worksheet.getRangeByIndexes(first.row, column, first.rows, 1);
    range.load('numberFormat');
    return { column, range };
  });
  await context.sync();
  return matrices.map((matrix, place) => {
    const left = of.rectangles[place]?.column ?? 0;
    const inside = formats.filter(({ column }) => column >= left);
    return matrix.map((cells, row) => {
      const shown = [...cells];
      for (const { column, range } of inside) {
        const cell = shown[column - left];
        const format: unknown = range.numberFormat[row]?.[0];
        if (typeof cell === 'number' && isPercent(format)) shown[column - left] = percentText(cell);
      }
      return shown;
    });
  });
}

/** A format with a per cent sign that is not between quotes: there Excel only shows the sign. */
export function isPercent(format: unknown): boolean {
  if (typeof format !== 'string') return false;
  return format.replace(/"[^"]*"|\\.|_.|\*./g, '').includes('%');
}

/** 0.3 is `30 %`; the digits that a binary fraction adds behind the twelfth are none of the user's. */
function percentText(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(12))} %`;
}
