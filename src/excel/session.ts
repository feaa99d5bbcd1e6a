/** The one place that starts a session with Excel. */
import { hostFailure } from './hostFailure';

/** A session with the open workbook. */
export type Context = Excel.RequestContext;

/** Runs `work` against the open workbook; errors of Excel come out as HostFailure. */
export async function inExcel<T>(work: (context: Context) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw hostFailure(error);
  }
}
