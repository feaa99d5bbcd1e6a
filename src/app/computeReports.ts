/** Ledger → reports, without a workbook: the middle of every run. */
import { assert } from '../core/assert';
import type { Period } from '../core/period';
import type { Steps } from '../core/steps';
import { allocateLedger, type AllocatedLedger } from '../engine/allocateLedger';
import { detect } from '../engine/detectors/detect';
import type { Watch } from '../excel/reading';
import type { Ledger } from '../ledger/ledger';
import { inOrder, type Problem, tellFirst } from '../ledger/problem';
import type { SourceTable } from '../ledger/tables';
import type { ReportSpec } from '../reports/catalogue';
import { controlCheck } from '../reports/control';
import { makers } from '../reports/makers';
import type { MadeReport } from '../reports/optionEffects';
import type { ReportRequest, RunStamp } from '../reports/request';
import type { Check, Sheet } from '../reports/sheet';
import { type Asked, choosePeriod } from './checkRequest';

/** The figures of a run. */
export interface Computed {
  /** What every figure, trace and function of this run reads. */
  readonly allocated: AllocatedLedger;
  readonly period: Period;
  readonly request: ReportRequest;
  /** The reports of the run, and what their sheets, checks and problems come from. */
  readonly made: readonly MadeReport[];
  readonly sheets: readonly Sheet[];
  readonly checks: readonly Check[];
  readonly sources: readonly SourceTable[];
  readonly problems: readonly Problem[];
  /** Rows left out of all totals, over every table. */
  readonly heldRows: number;
}

/** Allocates the ledger once and makes the chosen reports from it. */
export function* computeReports(
  ledger: Ledger,
  of: { readonly asked: Asked; readonly specs: readonly ReportSpec[]; readonly stamp: RunStamp },
  watch: Watch,
): Steps<Computed> {
  watch('allocate');
  const allocated = yield* allocateLedger(ledger, of.asked.negativeLines);
  watch('report');
  const request = toReportRequest(of.asked, ledger, of.stamp);
  const { period } = request;
  const made: MadeReport[] = [];
  for (const spec of of.specs) {
    yield;
    made.push({ spec, report: yield* makers[spec.name](allocated, request) });
  }
  const reports = made.map(({ report }) => report);
  const detected = yield* detect(allocated, period);
  const controls: Check[] = [];
  for (const control of of.asked.controls) {
    yield;
    controls.push(...(yield* controlCheck(control, allocated, request)));
  }
  const checks = [
    ...reports.flatMap((report) => report.checks),
    ...ledger.sources.map(rowCheck),
    ...controls,
  ];
  assertBalanced(checks);
  return {
    allocated,
    period,
    request,
    made,
    sheets: reports.flatMap((report) => report.sheets),
    checks,
    sources: ledger.sources,
    problems: inOrder([
      ...ledger.problems,
      ...tellFirst(inOrder(detected)),
      ...reports.flatMap((report) => report.problems),
    ]),
    heldRows: ledger.sources.reduce((held, { rows }) => held + rows.held, 0),
  };
}

function toReportRequest(asked: Asked, ledger: Ledger, stamp: RunStamp): ReportRequest {
  return {
    period: choosePeriod(asked, ledger),
    options: asked.options,
    providers: asked.providers.length === 0 ? undefined : new Set(asked.providers),
    locations: asked.locations.length === 0 ? undefined : new Set(asked.locations),
    stamp,
  };
}

/** read = used + skipped + held, in money; the rows are asserted where they are counted. */
function rowCheck({ kind, sheet, headerRow, rows }: SourceTable): Check {
  assert(rows.read === rows.used + rows.skipped + rows.held, 'every row read is accounted for');
  return {
    id: `rows.${kind}.${sheet}.${headerRow}`,
    label: `${kind} on '${sheet}': amount read = used + skipped + held`,
    differenceCents: rows.readCents - rows.usedCents - rows.skippedCents - rows.heldCents,
  };
}

/** Books that do not balance are a bug of ours and are not written; a control may well differ. */
function assertBalanced(checks: readonly Check[]): void {
  for (const { id, differenceCents } of checks) {
    assert(differenceCents === 0 || id.startsWith('control.'), `the tie-out ${id} is off`);
  }
}
