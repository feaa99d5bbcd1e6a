/** Refresh with the period, reports and options that the workbook keeps. */
import { inExcel } from '../excel/session';
import { finishRun } from './finishRun';
import { requestOf } from './requestOf';
import type { RunOutcome } from './runReports';
import { loadSettings } from './settings';
import { withReports } from './withReports';

export async function refreshAsKept(): Promise<RunOutcome> {
  const settings = await inExcel(loadSettings);
  const { runReports } = await withReports();
  const outcome = await runReports(requestOf(settings, { write: true }), () => undefined);
  if (outcome.kind === 'done') await finishRun(undefined);
  return outcome;
}
