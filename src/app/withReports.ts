/** The code that makes the reports, which is loaded when the first run is asked for. */
import { HostFailure } from '../excel/hostFailure';
import type * as Reports from './runReports';

export async function withReports(): Promise<typeof Reports> {
  try {
    return await import(/* webpackChunkName: "reports" */ './runReports');
  } catch (error) {
    throw notLoaded(error);
  }
}

/** A part that is loaded behind the reports, when it is asked for. */
export async function withPart<Part>(
  load: (reports: typeof Reports) => Promise<Part>,
): Promise<Part> {
  const reports = await withReports();
  try {
    return await load(reports);
  } catch (error) {
    throw notLoaded(error);
  }
}

/** A page that stood open while a new version was put in its place does not find its own code any more. */
export function notLoaded(error: unknown): HostFailure {
  return new HostFailure(
    'ReportsNotLoaded',
    `the part of Practice Ledger that makes the reports could not be loaded (${String(error)})`,
    'Check the connection, close the pane, open it again and press Refresh.',
  );
}
