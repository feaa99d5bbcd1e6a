/** Closes a pay period, and opens it again: the use-case that pane, ribbon and runner share (C20). */
import { dayOfMoment, dayText, endOfDay, startOfDay } from '../core/day';
import { type Period, wholeMonths } from '../core/period';
import { surveySheets } from '../excel/ownership';
import type { Watch } from '../excel/reading';
import { type Context, inExcel } from '../excel/session';
import { writeSheet } from '../excel/writeSheet';
import { type Closes, openFrom } from '../ledger/closedPeriod';
import { closeSheet } from '../reports/commission/closeSheet';
import { commissionFigures } from '../reports/commission/figures';
import { checkRequest, choosePeriod } from './checkRequest';
import { chooseReports } from './chooseReports';
import { computeReports } from './computeReports';
import { type KeptCloses, loadCloseRecords, saveCloseRecords, standing } from './closeRecords';
import { inSlices } from './inSlices';
import { planReasons } from './planReasons';
import { isStopped, readWorkbook } from './readWorkbook';
import type { RunRequest } from './runRequest';

/** Of a run's request; commission is all that is made. */
export type CloseRequest = Pick<RunRequest, 'from' | 'to' | 'options' | 'stamp'> & {
  /** A period that is not over is not closed; undefined where nobody knows the day. */
  readonly today: number | undefined;
};

export type CloseOutcome =
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | {
      readonly kind: 'done';
      /** The sheet, and what it is called in the workbook. */
      readonly sheet: string;
      readonly writtenAs: string;
      readonly period: Period;
      readonly payable: number;
    };

/** Writes the sheet of the close and keeps its record. A refusal writes nothing. */
export async function closePeriod(
  request: CloseRequest,
  watch: Watch,
  pause: () => void = () => undefined,
): Promise<CloseOutcome> {
  const { today, ...run } = request;
  const of = { reports: ['commission'], providers: [], locations: [], controls: [], write: true };
  const asked = checkRequest({ ...run, ...of });
  if ('reasons' in asked) return { kind: 'refused', reasons: asked.reasons };
  return inExcel(async (context) => {
    const read = await readWorkbook(context, watch, pause);
    const { ledger, nearly, sheets, date1904 } = read;
    if (isStopped(ledger)) {
      return refused('the ledger has problems that would make every figure wrong');
    }
    const { specs, reasons } = chooseReports(asked, ledger.sources, nearly);
    const period = choosePeriod(asked, ledger);
    const all = [
      ...reasons,
      ...planReasons(asked, ledger),
      ...periodReasons(period, ledger.closes, today),
    ];
    if (all.length > 0) return { kind: 'refused', reasons: all };
    const kept = await loadCloseRecords(context);
    if (kept === undefined) return refused('the list of closed periods cannot be read');
    const stamp = { ...request.stamp, practice: read.practice };
    const computed = await inSlices(computeReports(ledger, { asked, specs, stamp }, watch), pause);
    const figures = await inSlices(commissionFigures(computed.allocated, computed.request), pause);
    const name = closeName(period, kept);
    const previous = standing(kept).at(-1)?.digest ?? '';
    const words = { name, created: request.stamp.created, previous };
    const { sheet, by, payable } = await inSlices(closeSheet(figures, words), pause);
    watch('write', { sheet: name, done: 0, all: 1 });
    const written = await writeSheet(context, sheet, { sheets, date1904 });
    const digest = await digestOfClose(context, name);
    const { created } = words;
    const record = { ...period, name, created, digest, previous, by, payable, reopened: undefined };
    // The salt of the rows' digests on the sheet: the first close makes it.
    const { salt } = ledger.closes;
    await saveCloseRecords(context, { salt, closes: [...kept.closes, record] });
    return { kind: 'done', sheet: name, writtenAs: written.writtenAs, period, payable };
  });
}

function refused(reason: string): CloseOutcome {
  return { kind: 'refused', reasons: [reason] };
}

/** Periods are closed one after the other, in whole days that are over. */
function periodReasons(period: Period, closes: Closes, today: number | undefined): string[] {
  const [first, last] = [dayOfMoment(period.from), dayOfMoment(period.to)];
  if (period.from !== startOfDay(first) || period.to !== endOfDay(last)) {
    return ['a period is closed in whole days'];
  }
  if (today !== undefined && last > today) {
    return [`the period is not over: it ends on ${dayText(last)}`];
  }
  const opens = openFrom(closes);
  if (opens === undefined || opens === period.from) return [];
  const day = dayText(dayOfMoment(opens));
  return period.from < opens
    ? [`the days before ${day} are closed: the period has to begin on ${day}`]
    : [`the days from ${day} on are not closed yet: close them first`];
}

/** `Close 2024-03` for a month, else with its days; a number behind it where it was closed before. */
function closeName({ from, to }: Period, { closes }: KeptCloses): string {
  const [first, last] = [from, to].map((moment) => dayText(dayOfMoment(moment)));
  const month = wholeMonths(from, from);
  const isMonth = month.from === from && month.to === to;
  const days = isMonth ? (first ?? '').slice(0, 7) : `${first ?? ''} ${last ?? ''}`;
  const name = `Close ${days}`;
  const taken = closes.filter(
    (one) => one.name === name || one.name.startsWith(`${name} (`),
  ).length;
  return taken === 0 ? name : `${name} (${taken + 1})`;
}

async function digestOfClose(context: Context, name: string): Promise<string> {
  const { own } = await surveySheets(context);
  return own.get(name)?.at(-1)?.digest ?? '';
}

export type ReopenOutcome =
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'done'; readonly sheet: string };

/** Opens the last closed period again. Its sheet stays as it is, and the record says when and why. */
export async function reopenPeriod(of: {
  readonly reason: string;
  readonly created: string;
}): Promise<ReopenOutcome> {
  const reason = of.reason.trim();
  if (reason === '') return { kind: 'refused', reasons: ['say why the period is opened again'] };
  return inExcel(async (context): Promise<ReopenOutcome> => {
    const kept = await loadCloseRecords(context);
    const last = kept === undefined ? undefined : standing(kept).at(-1);
    if (kept === undefined || last === undefined) {
      return { kind: 'refused', reasons: ['no period of this workbook is closed'] };
    }
    const closes = kept.closes.map((one) =>
      one === last ? { ...one, reopened: { created: of.created, reason } } : one,
    );
    await saveCloseRecords(context, { ...kept, closes });
    return { kind: 'done', sheet: last.name };
  });
}
