/** What a header row was taken for → what is told of it. */
import type { Decision, RowPlace } from '../ledger/mapping/decideHeader';
import { cellAddress } from '../ledger/tables';
import type { Reading } from './reading';

/** Notes the problems of a header row, and the kind that it nearly is. */
export function tellDecision(
  reading: Pick<Reading, 'problems' | 'nearly'>,
  { problems, near }: Decision,
  { sheet, row, column }: RowPlace,
): void {
  reading.problems.push(...problems);
  if (near === undefined) return;
  const { kind, missing, fields } = near;
  const first = Math.min(...[...fields.values()].map(({ index }) => index));
  const cell = cellAddress(column + first, row + 1);
  reading.nearly.push({ kind, sheet, headerRow: row + 1, cell, missing });
}
