/** Tables of cells → the tables of a ledger, through the reader of the add-in. */
import { recogniseHeader } from '../src/ledger/recognise';
import { type BlockColumn, ledgerReader } from '../src/ledger/tableReader';
import type { SourceField, Tables } from '../src/ledger/tables';
import type { CellTable } from './fullLedger';

/** Each table on a sheet of its kind's name, header in row 1. */
export function readTables(tables: readonly CellTable[]): Tables {
  const reader = ledgerReader({ date1904: false });
  for (const { kind, headers, rows } of tables) {
    const { found } = recogniseHeader(headers);
    if (found?.kind !== kind) throw new Error(`the headers are not read as ${kind}`);
    const fields = new Map<string, SourceField>();
    const columns = new Map<string, BlockColumn>();
    for (const [field, { header, index, reversed }] of found.fields) {
      fields.set(field, { header, sheetColumn: index, reversed });
      columns.set(field, { values: rows, column: index });
    }
    if (fields.size !== headers.length) throw new Error(`a column of ${kind} is not read`);
    const table = reader.open({ kind, sheet: kind, table: kind, headerRow: 1, fields });
    table.add({ firstSheetRow: 2, rowCount: rows.length, columns });
    table.close();
  }
  return reader.finish();
}
