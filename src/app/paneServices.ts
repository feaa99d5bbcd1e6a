/** The pane's services on the open workbook. */
import { showCell, showSheet } from '../excel/navigate';
import { inExcel } from '../excel/session';
import { today } from './clock';
import { finishRun } from './finishRun';
import { onLedgerEdit, watchLedger } from './ledgerEdits';
import { liveServices } from './live/liveServices';
import { settingsKept } from './live/liveState';
import { inspectionOf } from './inspection';
import type { InspectOutcome, PaneServices, RefreshOutcome, Settings } from './pane';
import { Cancelled, failed, type Tell, watchFor } from './paneRun';
import { mappingServices } from './mapping/mappingServices';
import { payServices } from './pay/payServices';
import { planServices } from './plans/planServices';
import { readWorkbook } from './readWorkbook';
import { reviewServices } from './review/reviewServices';
import { requestOf } from './requestOf';
import { withReports } from './withReports';
import { loadSettings, saveSettings } from './settings';

/** Everything the pane can do, done in Excel. */
export function excelPaneServices(): PaneServices {
  return {
    inspect,
    refresh,
    loadSettings: () => inExcel(loadSettings).catch(() => undefined),
    saveSettings: async (settings) => {
      await inExcel((context) => saveSettings(context, settings));
      settingsKept();
    },
    openSheet: (name) => inExcel((context) => showSheet(context, name)).catch(() => false),
    selectCell: (sheet, cell) =>
      inExcel((context) => showCell(context, { sheet, cell })).catch(() => false),
    onLedgerChanged: async (changed) => {
      await watchLedger();
      return onLedgerEdit(changed);
    },
    live: liveServices,
    review: reviewServices,
    pay: payServices,
    mapping: mappingServices,
    plans: planServices,
  };
}

async function inspect(tell: Tell, signal: AbortSignal): Promise<InspectOutcome> {
  try {
    const { watch, pause } = watchFor(tell, signal);
    const read = await inExcel((context) => readWorkbook(context, watch, pause));
    return { kind: 'done', inspection: inspectionOf(read, today()) };
  } catch (error) {
    return error instanceof Cancelled ? { kind: 'cancelled' } : failed(error);
  }
}

async function refresh(
  settings: Settings,
  tell: Tell,
  signal: AbortSignal,
): Promise<RefreshOutcome> {
  try {
    const { watch, pause } = watchFor(tell, signal);
    const { runReports } = await withReports();
    const outcome = await runReports(requestOf(settings, { write: true }), watch, pause);
    const note = outcome.kind === 'done' ? await finishRun(settings) : '';
    const { refreshOutcome } = await import(/* webpackChunkName: "reports" */ './refreshOutcome');
    return refreshOutcome(outcome, note);
  } catch (error) {
    return error instanceof Cancelled ? { kind: 'cancelled' } : failed(error);
  }
}
