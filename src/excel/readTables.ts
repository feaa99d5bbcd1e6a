/** Reads the rows under one header into their tables; money in columns beside them waits for later. */
import type { Decision } from '../ledger/mapping/decideHeader';
import { resolveMapping } from '../ledger/mapping/resolveMapping';
import { mappingOf } from '../ledger/mapping/mappingOfMatch';
import { mainView } from '../ledger/mapping/moneyBeside';
import type { Reading, RowsToRead, SheetToRead } from './reading';
import { readRegion } from './readRegion';

/**
 * Reads the rows under a header. Returns the row (0-based) at which another table begins, or the end of
 * the rows.
 */
export async function readTables(
  reading: Reading,
  sheet: SheetToRead,
  rows: RowsToRead,
  isMasked: (row: number, column: number) => boolean = () => false,
): Promise<number> {
  const { decision, table, place, firstRow, endRow } = rows;
  const { beside } = decision;
  const tables = tablesOf(rows);
  const isWide = beside !== undefined;
  for (const { kind } of tables) reading.opened.push({ kind, isWide });
  const region = { tables, table, headerRow: place.row + 1, firstRow, endRow };
  const next = await readRegion(reading, sheet, region, isMasked);
  if (beside !== undefined) {
    reading.moneyBeside.push({ ...rows, endRow: next, sheet, beside, isMasked });
  }
  return next;
}

/** A row with money given back and nothing paid is no payment: its views know that of each other. */
function tablesOf({ decision, cells, place }: RowsToRead): Decision['tables'] {
  const { beside, tables } = decision;
  if (beside?.main.kind !== 'Payments') return tables;
  const views = [mainView(beside), ...beside.columns.flatMap((one) => one.views)];
  return resolveMapping(mappingOf(cells, '', views), cells, place).slice(0, 1);
}
