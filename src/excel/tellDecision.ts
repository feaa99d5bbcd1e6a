/** What a header row was taken for → what is told of it. */
import { cellAddress } from '../ledger/tables';
import type { DecidedHeader, Reading } from './reading';

/** Notes a header row, its problems, and the kind that it nearly is. */
export function tellDecision(
  reading: Pick<Reading, 'problems' | 'nearly' | 'headers'>,
  header: DecidedHeader,
): void {
  const { decision, place } = header;
  const { problems, near, tables, mapping } = decision;
  reading.problems.push(...problems);
  if (tables.length > 0 || near !== undefined || mapping !== undefined) {
    reading.headers.push(header);
  }
  if (near === undefined) return;
  const { sheet, row, column } = place;
  const { kind, missing, fields } = near;
  const first = Math.min(...[...fields.values()].map(({ index }) => index));
  const cell = cellAddress(column + first, row + 1);
  reading.nearly.push({ kind, sheet, headerRow: row + 1, cell, missing });
}
