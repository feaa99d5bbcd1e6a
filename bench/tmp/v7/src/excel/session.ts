/** The one place that starts a session with Excel. */
import { hostFailure } from './hostFailure';

/** Runs `work` against the open workbook; errors of Excel come out as HostFailure. */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw hostFailure(error);
  }
}
