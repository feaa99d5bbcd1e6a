/** Computes everything once in a process of its own, and prints what each piece took and where. */
import { createHash } from 'node:crypto';
import { type Asked, checkRequest, choosePeriod } from '../src/app/checkRequest';
import { computeReports } from '../src/app/computeReports';
import { atOnce, type Steps } from '../src/core/steps';
import { allocateLedger, type AllocatedLedger } from '../src/engine/allocateLedger';
import { detect } from '../src/engine/detectors/detect';
import { figuresOf } from '../src/engine/figures';
import { incomeFigures } from '../src/engine/incomeFigures';
import { ledgerSteps } from '../src/ledger/buildLedger';
import type { Ledger } from '../src/ledger/ledger';
import { reportSpecs } from '../src/reports/catalogue';
import { makers } from '../src/reports/makers';
import { controlCheck, controlNames } from '../src/reports/control';
import type { ReportRequest } from '../src/reports/request';
import { fullLedger, WHOLE_TIME } from './fullLedger';
import { type PlaceFinder, placeFinder, type Span } from './placeFinder';
import { readTables } from './readTables';

/** One computation: milliseconds of each piece between two pauses. */
export interface MeasuredStage {
  readonly name: string;
  readonly pieces: readonly number[];
  /** Of what came out: a run that is faster must say the same. */
  readonly digest: string;
  /** For each piece where most of its time went; with --places only. */
  readonly places: readonly string[];
}

/** When a piece was run, and for how long a processor was busy with it. */
interface Piece extends Span {
  readonly busy: number;
}

interface Stage {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly digest: string;
}

/** Measures one computation after the other. */
interface Stages {
  readonly done: readonly Stage[];
  /** Keeps what its pieces took where it is asked for. */
  measure<Result>(name: string, steps: Steps<Result>, told?: (result: Result) => unknown): Result;
  isWanted(name: string): boolean;
}

/** `only` is the name of the one that is asked for; undefined asks for all. */
function stages(only: string | undefined): Stages {
  const done: Stage[] = [];
  const isWanted = (name: string): boolean => only === undefined || name === only;
  return {
    done,
    isWanted,
    measure(name, steps, told = (result) => result) {
      const { result, pieces } = inPieces(steps);
      if (isWanted(name)) done.push({ name, pieces, digest: digestOf(told(result)) });
      return result;
    },
  };
}

/**
 * Runs the steps and keeps what each piece took. On a shared machine a piece waits for its turn: the time
 * of the processors, helping threads of the engine included, is then nearer to what it takes.
 */
function inPieces<Result>(steps: Steps<Result>): { result: Result; pieces: Piece[] } {
  const pieces: Piece[] = [];
  for (;;) {
    const before = process.cpuUsage();
    const from = microseconds();
    const step = steps.next();
    const to = microseconds();
    const { user, system } = process.cpuUsage(before);
    pieces.push({ from, to, busy: user + system });
    if (step.done === true) return { result: step.value, pieces };
  }
}

/** The clock that the profiler samples by. */
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

function digestOf(result: unknown): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 12);
}

const stamp = { practice: 'Bench', created: '2026-01-01 08:00', timeZone: 'UTC', version: '0' };

function askedFor(locations: readonly string[]): Asked {
  const asked = checkRequest({
    reports: ['all'],
    ...WHOLE_TIME,
    options: [],
    providers: [],
    locations,
    controls: controlNames.map((name) => [name, '0'] as const),
    write: false,
    stamp,
  });
  if ('reasons' in asked) throw new Error(asked.reasons.join('; '));
  return asked;
}

function requestOf(asked: Asked, ledger: Ledger): ReportRequest {
  return {
    period: choosePeriod(asked, ledger),
    options: asked.options,
    providers: undefined,
    locations: asked.locations.length === 0 ? undefined : new Set(asked.locations),
    stamp,
  };
}

/** Every report, control and figure on a ledger allocated for it alone: what they share is in each. */
function measureAll(of: Stages, ledger: Ledger, asked: Asked): void {
  const request = requestOf(asked, ledger);
  const anew = (): AllocatedLedger => atOnce(allocateLedger(ledger, asked.negativeLines));
  const measureAnew = (name: string, make: (of: AllocatedLedger) => Steps<unknown>): void => {
    if (of.isWanted(name)) of.measure(name, make(anew()));
  };
  const allocated = allocateLedger(ledger, asked.negativeLines);
  of.measure('allocate', allocated, ({ allocation }) => [...allocation.cents]);
  for (const { name } of reportSpecs) {
    measureAnew(name, (own) => makers[name](own, request));
  }
  measureAnew('detections', (own) => detect(own, request.period));
  for (const control of asked.controls) {
    measureAnew(`control ${control.name}`, (own) => controlCheck(control, own, request));
  }
  measureAnew('functions', (own) => everyFigure(own, request));
  if (!of.isWanted('all')) return;
  const all = computeReports(ledger, { asked, specs: reportSpecs, stamp }, () => undefined);
  of.measure('all', all, ({ sheets, problems }) => ({ sheets, problems }));
}

/** The index of the functions, and the first cell that asks for each figure. */
function* everyFigure(
  allocated: AllocatedLedger,
  { options, period }: ReportRequest,
): Steps<number[]> {
  const figures = yield* figuresOf(allocated, options);
  const key = { provider: undefined, tag: undefined };
  const found = [figures.collectedInvoicing(key, period)];
  for (const figure of incomeFigures) {
    yield;
    found.push(figures.income(figure, key, period));
  }
  return found;
}

function valueOf(words: readonly string[], name: string): string | undefined {
  return words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function placesOf(finder: PlaceFinder | undefined, of: Stages): Promise<string[][]> {
  return finder === undefined ? [] : finder.placesOf(of.done.map(({ pieces }) => pieces));
}

async function main(words: readonly string[]): Promise<void> {
  const finder = words.includes('--places') ? await placeFinder() : undefined;
  const location = valueOf(words, 'location');
  const asked = askedFor(location === undefined ? [] : [location]);
  const of = stages(valueOf(words, 'only'));
  const tables = readTables(fullLedger());
  const ledger = of.measure('link', ledgerSteps(tables), ({ problems }) => problems);
  const stopped = ledger.problems.find(({ severity }) => severity === 'stopped');
  if (stopped !== undefined) throw new Error(`the ledger has a problem: ${stopped.found}`);
  measureAll(of, ledger, asked);
  const places = await placesOf(finder, of);
  const measured = of.done.map(({ name, pieces, digest }, stage): MeasuredStage => ({
    name,
    pieces: pieces.map(({ from, to, busy }) => Math.min(to - from, busy) / 1000),
    digest,
    places: places[stage] ?? [],
  }));
  process.stdout.write(JSON.stringify(measured));
}

void main(process.argv.slice(2));
