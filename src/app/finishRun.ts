/** What follows a run whose sheets stand: nothing of it may make a finished run look failed. */
import { inExcel } from '../excel/session';
import { showLive } from './live/liveState';
import type { Settings } from './pane';
import { saveSettings } from './settings';

/**
 * Keeps the settings of the run, because ribbon and functions without dates mean the period of the sheets
 * that stand there now, and has the functions calculated. Tells what could not be done; empty for nothing.
 */
export async function finishRun(settings: Settings | undefined): Promise<string> {
  try {
    if (settings !== undefined) await inExcel((context) => saveSettings(context, settings));
    await showLive();
    return '';
  } catch {
    return 'Excel was busy: cells with functions are brought up to date by the next Refresh.';
  }
}
