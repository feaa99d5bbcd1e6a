/**
 * NETCOLLECTION(provider, from, to) over allocated rows, and a function that does nothing, both called through
 * Microsoft's runtime; then the same sums by a scan. Writes the workbook of the SUMIFS beside it.
 */
import { writeFileSync } from 'node:fs';
import { ExcelHost, HostWorkbook } from '../host/index';
import { startOffice } from '../host/node';
import type { RequestBody } from '../host/protocol/wire';
import { functionSpecs } from '../src/app/functionSpecs';
import { setLive } from '../src/app/liveLedger';
import { dayOfMoment } from '../src/core/day';
import { atOnce } from '../src/core/steps';
import { allocateLedger } from '../src/engine/allocateLedger';
import { type FigureRows, postedRows } from '../src/engine/incomeFigures';
import { chooseOptions, type Options } from '../src/engine/options';
import { implementation } from '../src/functions/functions';
import { buildLedger } from '../src/ledger/buildLedger';
import { random } from '../samples/random';
import { writeRowsWorkbook } from './rowsWorkbook';
import { providerName, tablesOf } from './tables';
import { firstDay, PROVIDERS, workload } from './workload';

/** This many lines make a million allocated rows: NETCOLLECTION adds up so many. */
const LINES = 690_000;
export const CALLS = 10_000;
const ROUNDS = 7;
const SCANS = 20;
export const FORMULAS = 100;

/** What one cell asks for. */
export interface Query {
  readonly provider: string;
  readonly from: number;
  readonly to: number;
}

/** Microseconds of a call; digests are sums in cents. */
export interface MeasuredFunctions {
  readonly rows: number;
  readonly indexMs: number;
  /** Processor time of a call through the runtime, each round. */
  readonly empty: readonly number[];
  readonly ours: readonly number[];
  /** Our function called by itself. */
  readonly alone: number;
  readonly scan: number;
  /** Results of the first calls. */
  readonly figures: readonly number[];
  readonly same: boolean;
}

/** A host that is told the calls of its cells, and counts the answers. */
class CallingHost extends ExcelHost {
  private push: (entries: readonly object[]) => void = () => undefined;
  private readonly answers = new Map<number, number>();
  private wanted = 0;
  private done: () => void = () => undefined;

  override onEvents(deliver: Parameters<ExcelHost['onEvents']>[0]): void {
    this.push = deliver as (entries: readonly object[]) => void;
    super.onEvents(deliver);
  }

  override request(body: RequestBody, bytes: number): Promise<string> {
    for (const { Name, ArgumentInfo } of body.Actions) {
      if (!/^SetInvocation(Array)?Results$/.test(Name)) continue;
      const [results] = ArgumentInfo?.Arguments ?? [];
      for (const result of results as (
        { id: number; value: number[][] } | [number, boolean, number[][]]
      )[]) {
        const [id, value] = Array.isArray(result)
          ? [result[0], result[2]]
          : [result.id, result.value];
        this.answers.set(id, value[0]?.[0] ?? NaN);
      }
      if (this.answers.size >= this.wanted) this.done();
    }
    return super.request(body, bytes);
  }

  /** Calls a function for every query as Excel does, in one message; microseconds of the processor for a call. */
  async callAll(
    id: string,
    queries: readonly Query[],
  ): Promise<{ micros: number; values: number[] }> {
    this.answers.clear();
    this.wanted = queries.length;
    const answered = new Promise<void>((resolve) => (this.done = resolve));
    const entries = queries.map(({ provider, from, to }, call) => ({
      messageCategory: 1,
      messageType: 1000,
      targetId: '',
      message: JSON.stringify([call + 1, id, [[[provider]], [[from]], [[to]]], null, 0]),
      id: String(call + 1),
    }));
    global.gc?.();
    const before = process.cpuUsage();
    this.push(entries);
    await answered;
    const { user, system } = process.cpuUsage(before);
    const values = queries.map((_, call) => this.answers.get(call + 1) ?? NaN);
    return { micros: (user + system) / queries.length, values };
  }
}

function queriesOf(): Query[] {
  const draw = random(7);
  return Array.from({ length: CALLS }, (_, call) => {
    const from = draw.whole(firstDay(1) - 300, firstDay(12));
    return { provider: providerName(call % PROVIDERS), from, to: from + draw.whole(0, 120) };
  });
}

/** What somebody would write without an index: every row object, for every cell. */
function scans(
  rows: FigureRows,
  names: readonly string[],
  queries: readonly Query[],
): {
  micros: number;
  sums: number[];
} {
  const objects = Array.from(rows.cents, (cents, row) => ({
    provider: names[rows.provider[row]!]!,
    day: dayOfMoment(rows.moment[row]!),
    cents,
  }));
  const before = process.cpuUsage();
  const sums = queries.map(({ provider, from, to }) => {
    let sum = 0;
    for (const row of objects) {
      if (row.provider === provider && row.day >= from && row.day <= to) sum += row.cents;
    }
    return sum / 100;
  });
  const { user, system } = process.cpuUsage(before);
  return { micros: (user + system) / queries.length, sums };
}

function defaults(): Options {
  const chosen = chooseOptions([]);
  if ('refusal' in chosen) throw new Error(chosen.refusal);
  return chosen.options;
}

async function main(workbookPath: string): Promise<MeasuredFunctions> {
  const options = defaults();
  const ledger = buildLedger(tablesOf(workload(LINES)));
  const allocated = atOnce(allocateLedger(ledger, 'chronological'));
  const rows = postedRows(atOnce(allocated.posted()), 'netCollection', options);
  const host = new CallingHost(new HostWorkbook());
  await startOffice(host);
  const period = { from: -Infinity, to: Infinity };
  setLive({ allocated, options, period, date1904: false, nearly: [], edits: 0 });
  const spec = functionSpecs.find(({ name }) => name === 'NETCOLLECTION')!;
  const ask = implementation(spec);
  CustomFunctions.associate('NETCOLLECTION', ask);
  const nothing = [[0]];
  CustomFunctions.associate('EMPTY', () => nothing);
  const queries = queriesOf();
  const indexing = performance.now();
  const [first] = queries;
  await ask([[first!.provider]], [[first!.from]], [[first!.to]]);
  const indexMs = performance.now() - indexing;
  const empty: number[] = [];
  const ours: number[] = [];
  let values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push((await host.callAll('EMPTY', queries)).micros);
    const called = await host.callAll('NETCOLLECTION', queries);
    ours.push(called.micros);
    ({ values } = called);
  }
  const scanned = scans(rows, ledger.providers.names, queries.slice(0, SCANS));
  writeFileSync(
    workbookPath,
    writeRowsWorkbook(rows, ledger.providers.names, queries.slice(0, FORMULAS)),
  );
  return {
    rows: rows.cents.length,
    indexMs,
    empty,
    ours,
    alone: alone(ask, queries),
    scan: scanned.micros,
    figures: values.slice(0, FORMULAS),
    same: scanned.sums.every((sum, call) => sum === values[call]),
  };
}

function alone(ask: ReturnType<typeof implementation>, queries: readonly Query[]): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (const { provider, from, to } of queries) void ask([[provider]], [[from]], [[to]]);
    least = Math.min(least, performance.now() - started);
  }
  return (least * 1000) / queries.length;
}

main(process.argv[2]!).then(
  (measured) => {
    process.stdout.write(JSON.stringify(measured), () => process.exit(0));
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
