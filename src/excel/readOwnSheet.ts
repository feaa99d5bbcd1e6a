/** Reads a sheet of ours back, and whether it still is what was written (INV-28). */
import { digestBlock, type OwnSheet } from './ownership';
import { type Matrix, readRows } from './readRows';

/** True where no cell was changed since the sheet was signed; its rows go to `visit` on the way. */
export async function readOwnSheet(
  context: Excel.RequestContext,
  own: OwnSheet,
  visit: (values: Matrix) => void,
): Promise<boolean> {
  let digest = '';
  await readRows(context, own.worksheet, own, async (values) => {
    digest = await digestBlock(digest, values);
    visit(values);
  });
  return digest === own.digest;
}
