/** What each other value of each option would change, in money: every report made again with it. */
import { counted } from '../core/counted';
import type { Steps } from '../core/steps';
import { allocateLedger, type AllocatedLedger } from '../engine/allocateLedger';
import {
  optionNames,
  type OptionName,
  type Options,
  type OptionSpec,
  optionSpecs,
  negativeLinesOf,
} from '../engine/options';
import type { SourceTable } from '../ledger/tables';
import { type ReportSpec, reportSpecs } from './catalogue';
import { type Change, changesOf } from './compared';
import { makers } from './makers';
import type { ReportRequest } from './request';
import type { Check, Report } from './sheet';

/** A report of the run and what it gave. */
export interface MadeReport {
  readonly spec: ReportSpec;
  readonly report: Report;
}

/** Another value of an option, everything else as it is chosen. */
export interface OptionEffect {
  readonly option: OptionName;
  readonly now: string;
  readonly instead: string;
  /** Why the reports cannot be made with it, as a sentence; empty where they can. */
  readonly lack: string;
  /** Which providers are among what was compared: a filter shows some of them. */
  readonly providers: 'all' | 'some' | 'none';
  readonly changes: readonly Change[];
}

/**
 * Rows of all tables up to which every run compares: above, making all reports some thirty times over
 * would keep somebody waiting for a minute who asked for the reports.
 */
export const COMPARED_ROWS = 30_000;

/**
 * In the order of the options and of their values; only options of the reports that were made. `tell`
 * hears before each value how many of all are done. A ledger of more than COMPARED_ROWS has each value
 * with the reason why it is not compared.
 */
export function* optionEffects(
  allocated: AllocatedLedger,
  request: ReportRequest,
  made: readonly MadeReport[],
  tell: (option: OptionName, done: number, all: number) => void = () => undefined,
): Steps<OptionEffect[]> {
  const others = optionNames.flatMap((option) => {
    const touched = madeWith(made, option, allocated.ledger.sources);
    const { values }: OptionSpec = optionSpecs[option];
    const now = request.options[option];
    if (touched.length === 0) return [];
    return values
      .filter((value) => value !== now)
      .map((instead) => ({ option, now, instead, touched }));
  });
  const effects: OptionEffect[] = [];
  if (isLarge(allocated.ledger.sources)) {
    const lack = notCompared(rowsRead(allocated.ledger.sources));
    return others.map(({ option, now, instead, touched }) => {
      return { option, now, instead, lack, providers: providersOf(touched, request), changes: [] };
    });
  }
  for (const { option, now, instead, touched } of others) {
    tell(option, effects.length, others.length);
    yield;
    const options: Options = { ...request.options, [option]: instead };
    const effect = yield* effectOf(allocated, { ...request, options }, touched);
    effects.push({ option, now, instead, providers: providersOf(touched, request), ...effect });
  }
  return effects;
}

/**
 * The reports that an option can move: those that compare others only where they stand alone, and none
 * where the ledger has no table that the option is about.
 */
export function madeWith(
  made: readonly MadeReport[],
  option: OptionName,
  sources: readonly SourceTable[],
): readonly MadeReport[] {
  const { reports }: OptionSpec = optionSpecs[option];
  const found = new Set(sources.map(({ kind }) => kind));
  const isAbout = reportSpecs.some(
    ({ name, isOfOthers, needs }) =>
      reports.includes(name) &&
      isOfOthers !== true &&
      needs.some((kinds) => kinds.every((kind) => found.has(kind))),
  );
  if (!isAbout) return [];
  const touched = made.filter(({ spec: { name } }) => reports.includes(name));
  const own = touched.filter(({ spec }) => spec.isOfOthers !== true);
  return own.length > 0 ? own : touched;
}

/**
 * Where a report has tables by provider, its other tables tell only what stays within providers, and what
 * moves between months.
 */
function* effectOf(
  allocated: AllocatedLedger,
  request: ReportRequest,
  made: readonly MadeReport[],
): Steps<Pick<OptionEffect, 'lack' | 'changes'>> {
  const { sources } = allocated.ledger;
  const lacks = made.map(({ spec }) => spec.lacks?.(sources, request.options) ?? '');
  const lack = lacks.find((one) => one !== '');
  if (lack !== undefined) return { lack, changes: [] };
  const negativeLines = negativeLinesOf(request.options);
  const other =
    negativeLines === allocated.negativeLines
      ? allocated
      : yield* allocateLedger(allocated.ledger, negativeLines);
  const changes: Change[] = [];
  for (const { spec, report } of made) {
    yield;
    const instead = yield* makers[spec.name](other, request);
    const off = instead.checks.find(({ differenceCents }) => differenceCents !== 0);
    // The run itself is right: it must not end for a value that nobody chose.
    if (off !== undefined) return { lack: notBalanced(off), changes: [] };
    yield;
    const all = changesOf(report, instead, spec);
    const byProvider = all.filter(({ by }) => by === 'Provider');
    changes.push(...(byProvider.length > 0 ? [...byProvider, ...betweenMonths(all)] : all));
  }
  return { lack: '', changes };
}

/** The figures by month that one month has more of and another less. */
function betweenMonths(changes: readonly Change[]): readonly Change[] {
  const byMonth = changes.filter(({ by }) => by === 'Month');
  const keyOf = ({ sheet, table, figure }: Change): string => [sheet, table, figure].join('\n');
  const raised = new Set(byMonth.filter((one) => isOfMonth(one, 1)).map(keyOf));
  const lowered = new Set(byMonth.filter((one) => isOfMonth(one, -1)).map(keyOf));
  return byMonth.filter((one) => raised.has(keyOf(one)) && lowered.has(keyOf(one)));
}

function isOfMonth({ row, nowCents, insteadCents }: Change, sign: 1 | -1): boolean {
  return row !== undefined && Math.sign(insteadCents - nowCents) === sign;
}

/** True where runs do not compare options: that would take too long. */
export function isLarge(sources: readonly SourceTable[]): boolean {
  return rowsRead(sources) > COMPARED_ROWS;
}

function rowsRead(sources: readonly SourceTable[]): number {
  return sources.reduce((sum, { rows }) => sum + rows.read, 0);
}

function notCompared(rows: number): string {
  const [all, most] = [rows, COMPARED_ROWS].map(counted);
  return `what another value would move is not compared: the ledger has ${all} rows, and up to ${most} are compared in every run; choose the value and run again to see its figures`;
}

function notBalanced({ id }: Check): string {
  return `it cannot be told: the tie-out ${id} is off then, which is a bug of this program`;
}

function providersOf(
  made: readonly MadeReport[],
  { providers }: ReportRequest,
): OptionEffect['providers'] {
  const isThere = made.some(({ spec }) => spec.compared.some(({ by }) => by === 'Provider'));
  if (!isThere) return 'none';
  return providers === undefined ? 'all' : 'some';
}
