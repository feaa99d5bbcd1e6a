/** The pane's services on the open workbook. */
import { centsText } from '../core/cents';
import { periodFromText, periodToText } from '../core/period';
import { HostFailure } from '../excel/hostFailure';
import { showCell, showSheet } from '../excel/navigate';
import type { Stage, StagePart, Watch } from '../excel/reading';
import { inExcel } from '../excel/session';
import { reportSpecs } from '../reports/catalogue';
import { today } from './clock';
import { finishRun } from './finishRun';
import { onLedgerEdit, watchLedger } from './ledgerEdits';
import { liveServices } from './live/liveServices';
import { settingsKept } from './live/liveState';
import { counted, foundTable, inspectionOf } from './inspection';
import { optionEffectTexts } from './optionEffectTexts';
import type { InspectOutcome, PaneServices, Progress, RefreshOutcome, Settings } from './pane';
import { readWorkbook } from './readWorkbook';
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
  };
}

/** Thrown to give a run up; nothing was written then. */
class Cancelled extends Error {}

type Tell = (progress: Progress) => void;

/** Watches a run for the pane: tells what goes on, and gives up when that is asked for. */
function watchFor(tell: Tell, signal: AbortSignal): { watch: Watch; pause: () => void } {
  const pause = (): void => {
    if (signal.aborted) throw new Cancelled();
  };
  const watch: Watch = (stage, part) => {
    // From the first sheet on a run goes to its end: half a set of reports helps nobody.
    const isCancellable = stage !== 'write';
    if (isCancellable) pause();
    else if (part?.done === 0) pause();
    tell({ stage, text: stageText(stage, part), share: shareOfStage(stage, part), isCancellable });
  };
  return { watch, pause };
}

function stageText(stage: Stage, part: StagePart | undefined): string {
  switch (stage) {
    case 'read':
    case 'ingest':
      return part === undefined
        ? 'Looking through the workbook'
        : `Reading ${part.sheet}, ${counted(part.all)} rows`;
    case 'allocate':
      return 'Allocating the money';
    case 'report':
      return 'Making the reports';
    case 'compare':
      return part === undefined ? 'Comparing the options' : `Comparing the option ${part.sheet}`;
    case 'write':
      return part === undefined ? 'Writing' : `Writing ${part.sheet}`;
  }
}

/** Where each stage begins and ends in the whole run: reading and writing are most of it. */
const stretches: Readonly<Record<Stage, readonly [from: number, to: number]>> = {
  read: [0, 0.4],
  ingest: [0, 0.4],
  allocate: [0.4, 0.45],
  report: [0.45, 0.48],
  compare: [0.48, 0.55],
  write: [0.55, 1],
};

function shareOfStage(stage: Stage, part: StagePart | undefined): number | undefined {
  if (stage === 'ingest' || (stage === 'read' && part === undefined)) return undefined;
  const [from, to] = stretches[stage];
  const done = part === undefined || part.all === 0 ? 0 : part.done / part.all;
  return from + (to - from) * done;
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

function failed(error: unknown): { kind: 'failed'; message: string; fix: string } {
  if (error instanceof HostFailure) {
    return { kind: 'failed', message: error.message, fix: error.fix };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: 'failed',
    message,
    fix: 'Press Refresh again; if it stays, save the workbook, reopen it and tell us this sentence.',
  };
}
