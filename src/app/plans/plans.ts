/**
 * Commission plans in the pane: reads them, says what others would pay, writes what differs and puts it
 * back. Every figure comes of the code of a run, from the ledger as it is and as it would be read.
 */
import { periodText } from '../../core/period';
import { counted } from '../../core/counted';
import type { Steps } from '../../core/steps';
import { allocateLedger, type AllocatedLedger } from '../../engine/allocateLedger';
import { withPlans } from '../../engine/commission/withPlans';
import { HostFailure, hostFailure } from '../../excel/hostFailure';
import { newPlans } from '../../excel/newPlans';
import { planFrames } from '../../excel/planFrames';
import type { Watch } from '../../excel/reading';
import { type Context, inExcel } from '../../excel/session';
import { putBack, undoPlans, type WrittenPlans } from '../../excel/undoPlans';
import { writePlans } from '../../excel/writePlans';
import { type PlanDraft, plansAsTheyStand, readDraft } from '../../ledger/planDraft';
import { planSpec } from '../../ledger/planCells';
import type { CommissionPlansField } from '../../ledger/planKinds';
import type { Problem } from '../../ledger/problem';
import { cellAddress } from '../../ledger/tables';
import { type PlanPay, planPay } from '../../reports/commission/planPay';
import type { ReportRequest } from '../../reports/request';
import { checkRequest, choosePeriod } from '../checkRequest';
import { inSlices } from '../inSlices';
import { inTurn } from '../inTurn';
import type { Settings } from '../paneBasics';
import { failed } from '../paneRun';
import { isStopped, readWorkbook } from '../readWorkbook';
import { requestOf } from '../requestOf';
import { sentence } from '../sentence';
import {
  draftOf,
  type DraftMade,
  keyOf,
  type PlansRead,
  rowsOfNew,
  type TableChange,
  textsOf,
} from './draftOf';
import { payTable, planProblemsOf } from './effectWords';
import { planForm } from './planForm';
import type {
  DraftPlan,
  ListedPlan,
  PlanBook,
  PlanChangeOutcome,
  PlanEffect,
  PlanEffectOutcome,
  PlansOutcome,
} from './types';

interface Watched {
  readonly watch: Watch;
  readonly pause: () => void;
}

/** The plans that were read last, and what they pay. */
interface Session extends PlansRead {
  readonly settings: Settings;
  readonly request: ReportRequest;
  readonly allocated: AllocatedLedger;
  readonly names: ReadonlySet<string>;
  readonly now: Paid;
}

interface Paid {
  readonly pay: PlanPay;
  readonly problems: readonly Problem[];
  /** Rows that were read as plans. */
  readonly rows: number;
}

let session: Session | undefined;
/** What was written last; it stays when the view is left, and goes with the pane. */
let written: readonly WrittenPlans[] = [];

export function close(): void {
  session = undefined;
}

export async function look(settings: Settings, watched: Watched): Promise<PlansOutcome> {
  session = undefined;
  const found = await inTurn(() => inExcel((context) => lookNow(context, settings, watched)));
  if ('reasons' in found) return { kind: 'refused', reasons: found.reasons };
  session = found;
  return { kind: 'done', book: bookOf(found) };
}

async function lookNow(
  context: Context,
  settings: Settings,
  { watch, pause }: Watched,
): Promise<Session | { readonly reasons: readonly string[] }> {
  const asking = requestOf(settings, { write: false });
  const asked = checkRequest({ ...asking, reports: ['commission'] });
  if ('reasons' in asked) return { reasons: asked.reasons };
  const { ledger, sheets, practice, date1904 } = await readWorkbook(context, watch, pause);
  if (isStopped(ledger)) return { reasons: [STOPPED] };
  watch('allocate');
  const allocated = await inSlices(allocateLedger(ledger, asked.negativeLines), pause);
  const draft = plansAsTheyStand(ledger);
  const frames = await planFrames(context, draft.tables);
  const request: ReportRequest = {
    period: choosePeriod(asked, ledger),
    options: asked.options,
    providers: undefined,
    locations: undefined,
    stamp: { ...asking.stamp, practice },
  };
  watch('report');
  const now = await inSlices(paidBy({ allocated, request, date1904 }, draft), pause);
  const { names } = sheets;
  const newPlace = ledger.sources.length;
  return { settings, request, allocated, names, now, draft, frames, date1904, newPlace };
}

const STOPPED =
  'the ledger has problems that would make every figure wrong; they are listed below the reports';

/** The plans of a draft, read and settled as a run does. */
function* paidBy(
  { allocated, request, date1904 }: Pick<Session, 'allocated' | 'request' | 'date1904'>,
  draft: PlanDraft,
): Steps<Paid> {
  const read = yield* readDraft(allocated.ledger, draft, { date1904 });
  yield;
  const pay = yield* planPay(withPlans(allocated, read.ledger), request);
  const { planRows } = read.ledger.tables;
  return { pay, problems: [...read.problems, ...pay.problems], rows: planRows.length };
}

function bookOf(of: Session): PlanBook {
  const { draft, request, allocated } = of;
  const keys = draft.rows.map(keyOf);
  const [first] = draft.tables;
  const cells = written.reduce((sum, one) => sum + one.cells.length, 0);
  return {
    period: periodText(request.period),
    fields: planForm(allocated.ledger),
    plans: listed(of),
    into:
      first === undefined
        ? 'New plans are written to a sheet of their own, ‘Commission Plans’.'
        : `New plans are written below those on ‘${first.sheet}’.`,
    effect: effectOf(of, { draft, keys, changes: [], unread: [] }, of.now),
    undo: cells === 0 ? '' : `${counted(cells)} ${cells === 1 ? 'cell' : 'cells'}`,
  };
}

function listed({ draft, date1904 }: Session): ListedPlan[] {
  return draft.rows.map((row) => {
    const table = draft.tables.find(({ place }) => place === row.source);
    const column = table?.fields.get('provider')?.sheetColumn ?? 0;
    const sheet = table?.sheet ?? '';
    return {
      key: keyOf(row),
      place: `${sheet}, row ${row.sheetRow}`,
      sheet,
      cell: cellAddress(column, row.sheetRow),
      texts: textsOf(row, date1904),
    };
  });
}

function effectOf(of: Session, made: DraftMade, then: Paid): PlanEffect {
  const { now, allocated } = of;
  const { names } = allocated.ledger.providers;
  return {
    pay: payTable(now.pay, then.pay, names),
    problems: planProblemsOf(then.problems, made.draft, made.keys),
    blocked: blockedBy(of, made, then),
  };
}

/** What was refused before is no reason: one row can be mended while another one is not. */
function blockedBy({ now }: Session, made: DraftMade, then: Paid): string {
  if (then.rows < made.draft.rows.length)
    return 'A row says what headers say, and would end the table.';
  const keyed = ({ code, sheet, cell, found }: Problem): string =>
    JSON.stringify([code, sheet, cell, found]);
  const before = new Set(now.problems.map(keyed));
  const held = then.problems.filter((one) => one.severity === 'held' && !before.has(keyed(one)));
  if (held.length === 0 && made.unread.length > 0)
    return `${made.unread.join('; ')} cannot be read.`;
  return held
    .map(({ sheet, cell, column, found, fix }) =>
      [`${sheet} ${cell}, ${column}:`, sentence(found), sentence(fix)].join(' '),
    )
    .join(' ');
}

/** What these plans would pay. */
export async function effect(
  plans: readonly DraftPlan[],
  pause: () => void,
): Promise<PlanEffectOutcome> {
  const of = session;
  if (of === undefined) return { kind: 'cancelled' };
  const made = draftOf(of, plans);
  const then = await inSlices(paidBy(of, made.draft), pause);
  return { kind: 'done', effect: effectOf(of, made, then) };
}

/** Reads the workbook once more before a cell is written: nothing that changed meanwhile is written over. */
export async function apply(
  plans: readonly DraftPlan[],
  watched: Watched,
): Promise<PlanChangeOutcome> {
  return inTurn(() => inExcel((context) => applyNow(context, plans, watched)));
}

async function applyNow(
  context: Context,
  plans: readonly DraftPlan[],
  watched: Watched,
): Promise<PlanChangeOutcome> {
  const shown = session;
  if (shown === undefined) return { kind: 'cancelled' };
  const of = await lookNow(context, shown.settings, watched);
  if ('reasons' in of)
    return { kind: 'refused', said: CHANGED, next: { kind: 'refused', reasons: of.reasons } };
  if (!isSame(shown, of)) {
    session = of;
    return { kind: 'refused', said: CHANGED, next: { kind: 'done', book: bookOf(of) } };
  }
  const made = draftOf(of, plans);
  const then = await inSlices(paidBy(of, made.draft), watched.pause);
  const blocked = blockedBy(of, made, then) || mappedTable(of, made.changes);
  if (blocked !== '')
    return { kind: 'refused', said: `${NOT_WRITTEN} ${blocked}`, next: undefined };
  const sheets = await write(context, of, made.changes, watched);
  const cells = made.changes.reduce((sum, one) => sum + one.cells.length, 0);
  const said = `The plans were written to ${sheets.map((sheet) => `‘${sheet}’`).join(', ')}: ${counted(cells)} ${cells === 1 ? 'cell' : 'cells'}. Refresh brings the reports up to date.`;
  return { kind: 'done', said, next: await lookAfter(context, of.settings) };
}

const CHANGED =
  'The plans in the workbook were changed after they were read, so nothing was written. Look at them again.';
const NOT_WRITTEN = 'Nothing was written:';

/** The tables, their columns and every cell of their rows. */
function isSame(one: Session, other: Session): boolean {
  const told = ({ draft }: Session): string =>
    JSON.stringify([
      draft.tables.map(({ sheet, table, headerRow, fields }) => [
        sheet,
        table,
        headerRow,
        ...fields,
      ]),
      draft.rows.map(({ source, sheetRow, cells }) => [source, sheetRow, ...cells]),
    ]);
  return told(one) === told(other);
}

/** A mapping changes what stands in cells: what is written would be changed once more. */
function mappedTable({ allocated }: Session, changes: readonly TableChange[]): string {
  const { sources } = allocated.ledger;
  const mapped = changes.find(({ table }) => {
    const source = sources[table.place];
    if (source === undefined) return false;
    return (
      source.view !== undefined || [...source.fields.values()].some(({ how }) => how !== undefined)
    );
  });
  return mapped === undefined
    ? ''
    : `the plans on ‘${mapped.table.sheet}’ are read by a mapping: change them on the sheet.`;
}

async function write(
  context: Context,
  { names }: Session,
  changes: readonly TableChange[],
  { watch }: Watched,
): Promise<string[]> {
  const done: WrittenPlans[] = [];
  try {
    for (const [place, change] of changes.entries()) {
      watch('write', { sheet: change.table.sheet, done: place, all: changes.length });
      done.push(await writeTable(context, change, names));
    }
  } catch (error) {
    // One table fails, none is written: what stands in the others is put back.
    for (const one of [...done].reverse()) await putBack(context, one).catch(() => undefined);
    throw error;
  }
  written = done;
  return done.map(({ sheet }) => sheet);
}

/** Writes what changed in one table, or makes the table. */
async function writeTable(
  context: Context,
  change: TableChange,
  names: Session['names'],
): Promise<WrittenPlans> {
  const { table, frame, heads, rows, cells, nextRow } = change;
  if (frame === undefined) {
    const columns = [...table.fields].map(([field, { header }]) => ({
      head: header,
      type: planSpec(field as CommissionPlansField).type,
    }));
    return newPlans(context, { columns, rows: rowsOfNew(change), names });
  }
  const { sheet, headerRow } = table;
  const of = { sheet, frame, headerRow: headerRow - 1, nextRow, heads, rows, cells };
  return writePlans(context, of, table.table);
}

/** What follows a write is not given up, and its failure is not one of the write: the cells stand there. */
async function lookAfter(context: Context, settings: Settings): Promise<PlansOutcome> {
  const nothing = (): void => undefined;
  session = undefined;
  try {
    const found = await lookNow(context, settings, { watch: nothing, pause: nothing });
    if ('reasons' in found) return { kind: 'refused', reasons: found.reasons };
    session = found;
    return { kind: 'done', book: bookOf(found) };
  } catch (error) {
    return failed(hostFailure(error));
  }
}

/** Puts back what stood in the cells that were written last. */
export async function undo({ watch }: Watched): Promise<PlanChangeOutcome> {
  return inTurn(() =>
    inExcel(async (context) => {
      const of = session;
      if (of === undefined) return { kind: 'cancelled' };
      const [first] = written;
      if (first === undefined)
        throw new HostFailure(
          'NothingToUndo',
          'Nothing was written that could be put back',
          'Look again.',
        );
      watch('write', { sheet: first.sheet, done: 0, all: 1 });
      const cells = await undoPlans(context, written);
      written = [];
      const said = `${counted(cells)} ${cells === 1 ? 'cell was' : 'cells were'} put back as before. Refresh brings the reports up to date.`;
      return { kind: 'done', said, next: await lookAfter(context, of.settings) };
    }),
  );
}
