/** The pane's services on the open workbook. */
import { counted } from '../core/counted';
import { centsText } from '../core/cents';
import { periodFromText, periodToText } from '../core/period';
import { showCell, showSheet } from '../excel/navigate';
import { inExcel } from '../excel/session';
import { reportSpecs } from '../reports/catalogue';
import { today } from './clock';
import { finishRun } from './finishRun';
import { onLedgerEdit, watchLedger } from './ledgerEdits';
import { liveServices } from './live/liveServices';
import { settingsKept } from './live/liveState';
import { foundTable, inspectionOf } from './inspection';
import { optionEffectTexts } from './optionEffectTexts';
import type { InspectOutcome, PaneServices, RefreshOutcome, Settings } from './pane';
import { Cancelled, failed, type Tell, watchFor } from './paneRun';
import { payServices } from './pay/payServices';
import { readWorkbook } from './readWorkbook';
import { reviewServices } from './review/reviewServices';
import { requestOf } from './requestOf';
import type { RunOutcome } from './runReports';
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
    return refreshOutcome(outcome, note);
  } catch (error) {
    return error instanceof Cancelled ? { kind: 'cancelled' } : failed(error);
  }
}

function refreshOutcome(outcome: RunOutcome, busy: string): RefreshOutcome {
  const { problems } = outcome;
  if (outcome.kind === 'refused') return { kind: 'refused', reasons: outcome.reasons, problems };
  const { allocated, period, heldRows, checks, sources, written, sheets, effects } = outcome;
  const { ledger } = allocated;
  const titles = new Map<string, string>(reportSpecs.map(({ name, title }) => [name, title]));
  const reportOf = new Map(sheets.map(({ name, report }) => [name, titles.get(report)]));
  const from = periodFromText(period);
  const to = periodToText(period);
  return {
    kind: 'done',
    period: `${from} to ${to}`,
    sheets: written.map(({ sheet, writtenAs }) => ({
      sheet,
      writtenAs,
      report: reportOf.get(sheet) ?? 'About this run',
    })),
    tieOuts: checks.map(({ label, differenceCents }) => ({
      label,
      difference: centsText(differenceCents),
      isOk: differenceCents === 0,
    })),
    effects: optionEffectTexts(effects),
    problems,
    tables: sources.map((source, place) => foundTable(ledger, source, place)),
    held: heldText(heldRows),
    note: [hasRows(outcome) ? '' : 'No row of the ledger lies in this period.', busy]
      .join(' ')
      .trim(),
  };
}

function heldText(rows: number): string {
  if (rows === 0) return '';
  return rows === 1 ? '1 row was held back' : `${counted(rows)} rows were held back`;
}

/** Whether anything was collected or invoiced in the period: an empty report is worth a word. */
function hasRows({ allocated, period }: Extract<RunOutcome, { kind: 'done' }>): boolean {
  const { charges, invoices, payments } = allocated.ledger;
  return [charges.service, invoices.closed, payments.date].some((column) =>
    column.some((moment) => moment >= period.from && moment <= period.to),
  );
}
