/** Read, compute, write: the one use-case that the pane, the ribbon and the runner share. */
import type { Steps } from '../core/steps';
import type { Watch } from '../excel/reading';
import { HostFailure } from '../excel/hostFailure';
import { ledgerInCircle } from '../excel/ledgerInCircle';
import type { WorkbookSheets } from '../excel/ownership';
import { type Context, inExcel } from '../excel/session';
import { sourceProblems, wereSheetsChanged } from '../excel/sourceProblems';
import { writeSheet, type Written } from '../excel/writeSheet';
import { inOrder, type Problem } from '../ledger/problem';
import { issuesSheet } from '../reports/issuesSheet';
import { type OptionEffect, optionEffects } from '../reports/optionEffects';
import { policySheet } from '../reports/policySheet';
import type { RunSheet, Sheet } from '../reports/sheet';
import { type Asked, checkRequest, unknownNames } from './checkRequest';
import { chooseReports } from './chooseReports';
import { computeReports, type Computed } from './computeReports';
import { inSlices } from './inSlices';
import { inTurn } from './inTurn';
import { editsSoFar } from './ledgerEdits';
import { setLive } from './liveLedger';
import { planReasons } from './planReasons';
import { isStopped, readWorkbook, type WorkbookRead } from './readWorkbook';
import type * as Pay from './pay/pay';
import type * as Plans from './plans/plans';
import type * as Review from './review/review';
import type { RunRequest } from './runRequest';

export type RunOutcome =
  | { readonly kind: 'refused'; readonly reasons: readonly string[]; readonly problems: Problem[] }
  | RunResult;

export interface RunResult extends Computed {
  readonly kind: 'done';
  /** What each other value of each option would change. */
  readonly effects: readonly OptionEffect[];
  readonly written: readonly Written[];
}

/**
 * Runs the reports on the open workbook. A refusal writes nothing. `watch` and `pause`, which is
 * called between the slices of long computations, may throw to give up: nothing is written then.
 */
export async function runReports(
  request: RunRequest,
  watch: Watch,
  pause: () => void = () => undefined,
): Promise<RunOutcome> {
  const asked = checkRequest(request);
  if ('reasons' in asked) return { kind: 'refused', reasons: asked.reasons, problems: [] };
  return inTurn(() => runNow(request, asked, { watch, pause }));
}

/** What only the review of suggestions needs, besides what the reports do. */
export async function loadReview(): Promise<typeof Review> {
  return import(/* webpackChunkName: "review-work" */ './review/review');
}

/** What only closed pay periods need. */
export async function loadPay(): Promise<typeof Pay> {
  return import(/* webpackChunkName: "pay-work" */ './pay/pay');
}

/** What only the view of commission plans needs. */
export async function loadPlans(): Promise<typeof Plans> {
  return import(/* webpackChunkName: "plans-work" */ './plans/plans');
}

async function runNow(
  request: RunRequest,
  asked: Asked,
  { watch, pause }: { readonly watch: Watch; readonly pause: () => void },
): Promise<RunOutcome> {
  return inExcel(async (context) => {
    const edits = editsSoFar();
    const read = await readUnchanged(context, { watch, pause });
    const { ledger, nearly } = read;
    if (isStopped(ledger)) {
      const reasons = ['the ledger has problems that would make every figure wrong'];
      return { kind: 'refused', reasons, problems: [...ledger.problems] };
    }
    const chosen = chooseReports(asked, ledger.sources, nearly);
    const reasons = [
      ...chosen.reasons,
      ...unknownNames(asked, ledger),
      ...planReasons(asked, ledger),
    ];
    if (reasons.length > 0) return { kind: 'refused', reasons, problems: [...ledger.problems] };
    const stamp = { ...request.stamp, practice: read.practice };
    const of = { asked, specs: chosen.specs, stamp };
    const computed = await inSlices(computeReports(ledger, of, watch), pause);
    const effects = await inSlices(effectsOf(computed, watch), pause);
    const result: RunResult = { ...computed, kind: 'done', effects, written: [] };
    const written = request.write ? await writeAll(context, { ...read, watch }, result) : result;
    // Only now: a run that was given up or failed must not change what functions show.
    setLive({ ...computed, ...read, options: asked.options, edits });
    return written;
  });
}

/**
 * The workbook, with what Excel says of its cells among the problems. Rows that came while it was read
 * have it read once more; where they keep coming, half of them would be in the figures (D14).
 */
async function readUnchanged(
  context: Context,
  { watch, pause }: { readonly watch: Watch; readonly pause: () => void },
): Promise<WorkbookRead> {
  let read = await readWorkbook(context, watch, pause);
  if (await wereSheetsChanged(context, read.readSheets)) {
    read = await readWorkbook(context, watch, pause);
    if (await wereSheetsChanged(context, read.readSheets)) {
      throw new HostFailure(
        'LedgerChanging',
        'rows were added or deleted while the ledger was read',
        'Wait until nobody changes the ledger, then press Refresh again.',
      );
    }
  }
  const { ledger } = read;
  const { sources } = ledger;
  const { readSheets, sheets } = read;
  const reports = [...sheets.own.values()].flat().map(({ worksheet }) => worksheet.name);
  const found = [
    ...(await sourceProblems(context, read)),
    ...(await ledgerInCircle(context, { readSheets, sources, reports })),
  ];
  if (found.length === 0) return read;
  return { ...read, ledger: { ...ledger, problems: inOrder([...ledger.problems, ...found]) } };
}

/** What each other value of each option would change: nothing is written before that is known too. */
function effectsOf({ allocated, request, made }: Computed, watch: Watch): Steps<OptionEffect[]> {
  return optionEffects(allocated, request, made, (option, done, all) => {
    watch('compare', { sheet: option, done, all });
  });
}

/** The sheets of the reports, then those that tell of the run: the last one tells what was in the way. */
async function writeAll(
  context: Context,
  into: {
    readonly sheets: WorkbookSheets;
    readonly date1904: boolean;
    readonly practice: string;
    readonly watch: Watch;
  },
  result: RunResult,
): Promise<RunResult> {
  const all = result.sheets.length + 2;
  const written: Written[] = [];
  const write = async (sheet: Sheet | RunSheet): Promise<void> => {
    into.watch('write', { sheet: sheet.name, done: written.length, all });
    written.push(await writeSheet(context, sheet, into));
  };
  for (const sheet of result.sheets) await write(sheet);
  await write(policySheet(result));
  const problems = (): Problem[] => inOrder([...result.problems, ...written.flatMap(movedProblem)]);
  await write(issuesSheet(into.practice, { ...result, problems: problems() }));
  return { ...result, written, problems: problems() };
}

function movedProblem({ sheet, writtenAs, why }: Written): Problem[] {
  if (why === undefined) return [];
  const done = `it was not touched; the report stands on '${writtenAs}'`;
  const fix = `rename or delete '${sheet}' if you do not need it`;
  return [{ ...why, severity: 'warned', sheet, cell: '', column: '', done, fix, count: 1 }];
}
