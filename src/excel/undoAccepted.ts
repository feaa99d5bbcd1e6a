/** Deletes the rows of the last acceptance, and no other row. */
import { type FoundAccepted, findAccepted, lastAccepted, type LastRows } from './acceptedTable';
import { HostFailure } from './hostFailure';

/**
 * Returns what was deleted; undefined where nothing that was accepted stands in the workbook. Throws where
 * the last acceptance is not the one that was shown: nobody takes back what he has not seen.
 */
export async function undoAccepted(
  context: Excel.RequestContext,
  shown: number,
): Promise<LastRows | undefined> {
  const found = await findAccepted(context);
  const last = lastAccepted(found);
  if (last === undefined) return undefined;
  if (last.acceptance !== shown) {
    throw new HostFailure(
      'AcceptedSince',
      `Other rows were accepted, or taken back, since: the last ones on '${last.sheet}' are not those that were shown`,
      'Review again, then press Undo.',
    );
  }
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
