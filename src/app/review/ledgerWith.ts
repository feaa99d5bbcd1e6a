/** A ledger as it would be read with some rows more: the same reader takes the cells that would be written. */
import { assert, at } from '../../core/assert';
import type { Steps } from '../../core/steps';
import { acceptedCells } from '../../excel/acceptedCells';
import { ledgerSteps } from '../../ledger/buildLedger';
import { joinPayments } from '../../ledger/joinPayments';
import type { Ledger } from '../../ledger/ledger';
import { decideHeader } from '../../ledger/mapping/decideHeader';
import { keptMappings } from '../../ledger/mapping/keptMappings';
import { ledgerReader } from '../../ledger/tableReader';
import { ACCEPTED_SHEET, type AcceptedTable } from '../../reports/allocation/acceptedTable';

/** Rows read between two pauses. */
const ROWS_A_STEP = 1_000;

export function* ledgerWith(
  ledger: Ledger,
  table: AcceptedTable,
  date1904: boolean,
): Steps<Ledger> {
  const place = { sheet: ACCEPTED_SHEET, row: 0, column: 0 };
  const headers = table.columns.map(({ head }) => head);
  const [view] = decideHeader(headers, place, keptMappings([])).tables;
  assert(view?.kind === 'Payments', 'accepted rows are read as Payments');
  const reader = ledgerReader({ date1904 });
  const open = reader.open({ ...view, sheet: ACCEPTED_SHEET, table: '', headerRow: 1 });
  const { fields } = view;
  for (let first = 0; first < table.rows.length; first += ROWS_A_STEP) {
    const rows = table.rows.slice(first, first + ROWS_A_STEP);
    const values = rows.map((row) => acceptedCells(row, table.columns, date1904));
    const columns = new Map(
      [...fields].map(([field, { sheetColumn }]) => [field, { values, column: sheetColumn }]),
    );
    open.add({ firstSheetRow: first + 2, rowCount: rows.length, columns });
    yield;
  }
  open.close();
  const more = reader.finish();
  const { rows } = at(more.sources, 0);
  assert(rows.used === rows.read && rows.read === table.rows.length, 'every accepted row is used');
  return yield* ledgerSteps(yield* joinPayments(ledger.tables, more));
}
