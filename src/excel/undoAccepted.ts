/** Deletes the rows of the last acceptance, and no other row. */
import { type FoundAccepted, findAccepted, lastAccepted, type LastRows } from './acceptedTable';
import { HostFailure } from './hostFailure';

/** Returns what was deleted; undefined where nothing that was accepted stands in the workbook. */
export async function undoAccepted(context: Excel.RequestContext): Promise<LastRows | undefined> {
  const found = await findAccepted(context);
  const last = lastAccepted(found);
  if (last === undefined) return undefined;
  for (const one of found) deleteRows(one, last.acceptance);
  await context.sync();
  const left = lastAccepted(await findAccepted(context));
  if (left?.acceptance !== last.acceptance) return last;
  throw new HostFailure(
    'RowsNotDeleted',
    `${left.rows} of ${last.rows} rows still stand on '${left.sheet}'`,
    'Clear the filter of the table, then press Undo again.',
  );
}

/** From the bottom up, so that no row moves before it is deleted. */
function deleteRows({ worksheet, body, acceptances }: FoundAccepted, acceptance: number): void {
  let end = acceptances.length;
  while (end > 0) {
    if (acceptances[end - 1] !== acceptance) {
      end -= 1;
      continue;
    }
    let first = end - 1;
    while (first > 0 && acceptances[first - 1] === acceptance) first -= 1;
    worksheet
      .getRangeByIndexes(body.row + first, body.column, end - first, body.columns)
      .delete('Up');
    end = first;
  }
}
