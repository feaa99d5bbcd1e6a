/**
 * The review of allocation suggestions: proposes, shows what accepting would do, writes what is accepted
 * and takes it back. Every figure comes of the engine, from the ledger as it is and as it would be read.
 */
import { assert } from '../../core/assert';
import { startOfDay } from '../../core/day';
import { periodText, periodToText } from '../../core/period';
import type { Steps } from '../../core/steps';
import { counted } from '../../core/counted';
import { allocateLedger, type AllocatedLedger } from '../../engine/allocateLedger';
import { type Allocated, allocateAccounts } from '../../engine/allocation/allocateAccounts';
import { allocationChoices } from '../../engine/allocation/choices';
import { findAccepted, lastAccepted, type LastRows } from '../../excel/acceptedTable';
import { HostFailure, hostFailure } from '../../excel/hostFailure';
import type { Watch } from '../../excel/reading';
import { decideHeader } from '../../ledger/mapping/decideHeader';
import { keptMappings } from '../../ledger/mapping/keptMappings';
import { type Context, inExcel } from '../../excel/session';
import { undoAccepted } from '../../excel/undoAccepted';
import { writeAccepted } from '../../excel/writeAccepted';
import {
  ACCEPTED_SHEET,
  acceptedTable,
  type AcceptedTable,
} from '../../reports/allocation/acceptedTable';
import {
  type ByProvider,
  commissionByProvider,
  compareEffects,
  incomeByProvider,
} from '../../reports/allocation/effect';
import { allocationWords, type AllocationWords } from '../../reports/allocation/words';
import type { ReportRequest } from '../../reports/request';
import { type Asked, checkRequest, choosePeriod } from '../checkRequest';
import { chooseReports } from '../chooseReports';
import { today } from '../clock';
import { inSlices } from '../inSlices';
import { inTurn } from '../inTurn';
import { loadMappings } from '../mappings';
import type { Settings } from '../paneBasics';
import { failed } from '../paneRun';
import { isStopped, readWorkbook, type WorkbookRead } from '../readWorkbook';
import { requestOf } from '../requestOf';
import { commissionTable, incomeTable } from './effectTables';
import { ledgerWith } from './ledgerWith';
import { notesOf } from './notes';
import { type Proposed, proposalsOf } from './proposals';
import { reach } from './reach';
import type { ChangeOutcome, EffectOutcome, Review, ReviewOutcome } from './types';

/** How a run is watched and given up. */
interface Watched {
  readonly watch: Watch;
  readonly pause: () => void;
}

/** A review that was made: what accepting and its effect are about. */
interface Session {
  readonly settings: Settings;
  readonly asked: Asked;
  readonly request: ReportRequest;
  readonly read: Pick<WorkbookRead, 'ledger' | 'date1904' | 'sheets'>;
  readonly allocated: AllocatedLedger;
  readonly made: Allocated;
  readonly words: AllocationWords;
  readonly proposed: Proposed;
  /** Number of the last acceptance that stands in the workbook; 0 for none. */
  readonly last: number;
  /** Figures of the ledger as it is, once they were asked for. */
  figures?: Figures;
}

let session: Session | undefined;

export function close(): void {
  session = undefined;
}

export async function propose(settings: Settings, watched: Watched): Promise<ReviewOutcome> {
  session = undefined;
  const found = await inTurn(() => inExcel((context) => look(context, settings, watched)));
  session = found.session;
  return found.outcome;
}

/** What a look at the workbook came to; no session where nothing can be proposed. */
interface Looked {
  readonly outcome: ReviewOutcome;
  readonly session: Session | undefined;
}

function refused(reasons: readonly string[]): Looked {
  return { outcome: { kind: 'refused', reasons }, session: undefined };
}

async function look(
  context: Context,
  settings: Settings,
  { watch, pause }: Watched,
): Promise<Looked> {
  const request = requestOf(settings, { write: false });
  const asked = checkRequest({ ...request, reports: ['allocation'] });
  if ('reasons' in asked) return refused(asked.reasons);
  const read = await readWorkbook(context, watch, pause);
  const { ledger, nearly, practice } = read;
  if (isStopped(ledger)) return refused([STOPPED]);
  const { reasons } = chooseReports(asked, ledger.sources, nearly);
  if (reasons.length > 0) return refused(reasons);
  watch('allocate');
  const allocated = await inSlices(allocateLedger(ledger, asked.negativeLines), pause);
  const period = choosePeriod(asked, ledger);
  const choices = allocationChoices(asked.options);
  const made = await inSlices(allocateAccounts(allocated, period.to, choices), pause);
  const words = allocationWords(made, choices.isFifo);
  const proposed = await inSlices(proposalsOf(made, words), pause);
  const last = lastAccepted(await findAccepted(context));
  const session: Session = {
    settings,
    asked,
    request: {
      period,
      options: asked.options,
      providers: undefined,
      locations: undefined,
      stamp: { ...request.stamp, practice },
    },
    read,
    allocated,
    made,
    words,
    proposed,
    last: last?.acceptance ?? 0,
  };
  return { outcome: { kind: 'done', review: reviewOf(session, last) }, session };
}

function reviewOf({ request, made, proposed }: Session, last: LastRows | undefined): Review {
  const { period } = request;
  const { shown } = proposed;
  const sides = shown.flatMap(({ from, to }) => [from, ...to].map(({ provider }) => provider));
  return {
    period: periodText(period),
    asOf: periodToText(period),
    proposals: shown,
    providers: [...new Set(sides)].filter((name) => name !== ''),
    notes: notesOf(made),
    last: last && { sheet: last.sheet, rows: last.rows },
  };
}

const STOPPED =
  'the ledger has problems that would make every figure wrong; they are listed below the reports';

/** The proposals of these keys, and those by which their money comes free. */
function acceptedOf(
  of: Session,
  keys: readonly string[],
  pause: () => void,
): Promise<AcceptedTable> {
  const needs = new Map(of.proposed.shown.map((one) => [one.key, one.needs]));
  const all = reach(keys, (key) => needs.get(key));
  const { made, words } = of;
  const entered = startOfDay(today());
  const acceptance = of.last + 1;
  return inSlices(
    acceptedTable(made, of.proposed.accepted(all), { words, entered, acceptance }),
    pause,
  );
}

interface Figures {
  readonly income: ByProvider;
  /** Undefined where the workbook has no plan. */
  readonly commission: ByProvider | undefined;
}

function* figuresOf(allocated: AllocatedLedger, request: ReportRequest): Steps<Figures> {
  const { sources } = allocated.ledger;
  const hasPlans = sources.some(({ kind }) => kind === 'Commission Plans');
  return {
    income: yield* incomeByProvider(allocated, request),
    commission: hasPlans ? yield* commissionByProvider(allocated, request) : undefined,
  };
}

/** Income and commission by provider, from the ledger as it is and from the one with the rows. */
export async function effect(keys: readonly string[], pause: () => void): Promise<EffectOutcome> {
  const of = session;
  if (of === undefined) return { kind: 'cancelled' };
  const { request, read, asked } = of;
  const table = await acceptedOf(of, keys, pause);
  const now = (of.figures ??= await inSlices(figuresOf(of.allocated, request), pause));
  const ledger = await inSlices(ledgerWith(read.ledger, table, read.date1904), pause);
  const allocated = await inSlices(allocateLedger(ledger, asked.negativeLines), pause);
  const then = await inSlices(figuresOf(allocated, request), pause);
  const income = compareEffects(now.income, then.income);
  assert(
    income.total.then - income.total.now === table.hiddenCents,
    'accepted rows leave the income of the practice (T0)',
  );
  const isBoth = now.commission !== undefined && then.commission !== undefined;
  return {
    kind: 'done',
    income: incomeTable(income, table.hiddenCents),
    commission: isBoth
      ? commissionTable(compareEffects(now.commission, then.commission))
      : undefined,
  };
}

/** Reads the workbook once more before a row is written: nothing is accepted that was not reviewed. */
export async function accept(keys: readonly string[], watched: Watched): Promise<ChangeOutcome> {
  return inTurn(() => inExcel((context) => acceptNow(context, keys, watched)));
}

async function acceptNow(
  context: Context,
  keys: readonly string[],
  watched: Watched,
): Promise<ChangeOutcome> {
  const reviewed = session;
  if (reviewed === undefined) return { kind: 'cancelled' };
  const { settings } = reviewed;
  // The reviewed one stays until this is done: what is given up or fails can be asked for again.
  const { outcome: next, session: of } = await look(context, settings, watched);
  if (of === undefined || !(await inSlices(isSame(reviewed.proposed, of.proposed)))) {
    session = of;
    return { kind: 'changed', said: CHANGED, next };
  }
  const table = await acceptedOf(of, keys, watched.pause);
  await assertReadAsWritten(context, table);
  const found = await findAccepted(context);
  const sheet = await writeAccepted(context, table, {
    found,
    names: of.read.sheets.names,
    date1904: of.read.date1904,
    tell: (name, done) => {
      watched.watch('write', { sheet: name, done, all: table.rows.length });
    },
  });
  const rows = table.rows.length;
  const accepted = table.groups.length;
  const said = `${counted(accepted)} ${accepted === 1 ? 'suggestion' : 'suggestions'} accepted: ${counted(rows)} rows were written to ‘${sheet}’. Refresh brings the reports up to date.`;
  return { kind: 'done', said, next: await proposeAfter(context, settings) };
}

/** A mapping that the workbook keeps goes before headers, and could take the rows for something else. */
async function assertReadAsWritten(context: Context, { columns }: AcceptedTable): Promise<void> {
  const { mappings } = await loadMappings(context);
  const place = { sheet: ACCEPTED_SHEET, row: 0, column: 0 };
  const headers = columns.map(({ head }) => head);
  const { by, mapping } = decideHeader(headers, place, keptMappings(mappings));
  if (by === 'headers') return;
  throw new HostFailure(
    'AcceptedReadOtherwise',
    `The mapping ‘${mapping?.name ?? ''}’ that this workbook keeps would take the accepted rows for something else, so nothing was written`,
    'Forget that mapping, or use the canonical headers in your table of Payments, then review again.',
  );
}

const CHANGED =
  'The ledger was changed after it was reviewed, so nothing was written. Look at the suggestions again.';

function* isSame({ shown: one }: Proposed, { shown: other }: Proposed): Steps<boolean> {
  if (one.length !== other.length) return false;
  for (const [place, proposal] of one.entries()) {
    if (place % 500 === 499) yield;
    if (JSON.stringify(proposal) !== JSON.stringify(other[place])) return false;
  }
  return true;
}

/** What follows a write is not given up, and its failure is not one of the write: the rows stand there. */
async function proposeAfter(context: Context, settings: Settings): Promise<ReviewOutcome> {
  const nothing = (): void => undefined;
  session = undefined;
  try {
    const found = await look(context, settings, { watch: nothing, pause: nothing });
    session = found.session;
    return found.outcome;
  } catch (error) {
    return failed(hostFailure(error));
  }
}

/** Deletes the rows that were accepted last. */
export async function undo({ watch }: Watched): Promise<ChangeOutcome> {
  return inTurn(() =>
    inExcel(async (context) => {
      if (session === undefined) return { kind: 'cancelled' };
      const { settings, last } = session;
      watch('write', { sheet: ACCEPTED_SHEET, done: 0, all: 1 });
      const gone = await undoAccepted(context, last);
      const said =
        gone === undefined
          ? 'Nothing that was accepted stands in the workbook any more.'
          : `${counted(gone.rows)} rows were deleted from ‘${gone.sheet}’. Refresh brings the reports up to date.`;
      return { kind: 'done', said, next: await proposeAfter(context, settings) };
    }),
  );
}
