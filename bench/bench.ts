/** Runs every engine on the same ledgers, each in a process of its own, and prints what it took. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { EngineName, Measured } from './engineProcess';

interface Size {
  readonly lines: number;
  readonly rounds: number;
  /** Runs in one process: the first one, then the warm ones. */
  readonly runs: Readonly<Record<EngineName, number>>;
  /** Engines that take part in the first round only, because they take long. */
  readonly once: readonly EngineName[];
}

const sizes: readonly Size[] = [
  { lines: 100_000, rounds: 5, runs: { ours: 6, duckdb: 6, rows: 3 }, once: [] },
  { lines: 1_000_000, rounds: 3, runs: { ours: 4, duckdb: 4, rows: 1 }, once: ['rows'] },
];

const titles: Readonly<Record<EngineName, string>> = {
  ours: 'Practice Ledger',
  duckdb: 'DuckDB, SQL, 2 threads',
  rows: 'row objects, decimal.js',
};
const names = Object.keys(titles) as EngineName[];

type Results = ReadonlyMap<EngineName, readonly Measured[]>;

/** The engines in turn, round after round, so that a busy moment of the machine meets them all. */
async function race(size: Size): Promise<Results> {
  const results = new Map<EngineName, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < size.rounds; round++) {
    for (const name of names) {
      if (round > 0 && size.once.includes(name)) continue;
      process.stderr.write(`${size.lines} lines, round ${round + 1}: ${titles[name]}\n`);
      results.get(name)?.push(await measured(name, size));
    }
  }
  const digests = [...results.values()].flatMap((runs) => runs.map(({ digest }) => digest));
  if (new Set(digests).size !== 1) throw new Error(`the answers differ: ${digests.join(' ')}`);
  return results;
}

function measured(name: EngineName, { lines, runs }: Size): Promise<Measured> {
  const engine = join(__dirname, 'engineProcess.ts');
  const flags = [...process.execArgv, '--expose-gc', '--max-old-space-size=4096'];
  const child = spawn(
    process.execPath,
    [...flags, engine, name, String(lines), String(runs[name])],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed) as Measured);
      else reject(new Error(`${titles[name]} ended with ${code}`));
    });
  });
}

interface Times {
  readonly least: number;
  readonly median: number;
}

function timesOf(milliseconds: readonly number[]): Times | undefined {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const [least] = sorted;
  if (least === undefined) return undefined;
  return { least, median: sorted[Math.floor(sorted.length / 2)]! };
}

function firstRuns(results: readonly Measured[]): Times | undefined {
  return timesOf(results.map(({ runs }) => runs[0]!.total));
}

function laterRuns(results: readonly Measured[]): Times | undefined {
  return timesOf(results.flatMap(({ runs }) => runs.slice(1).map(({ total }) => total)));
}

/** Engines beside each other; a ratio is that of the least times. */
function engineTable(results: Results): string[][] {
  const ours = results.get('ours') ?? [];
  const rows = [...results].map(([name, measurements]) => [
    titles[name],
    ...cellsOf(firstRuns(measurements), firstRuns(ours)),
    ...cellsOf(laterRuns(measurements), laterRuns(ours)),
    Math.round(Math.max(...measurements.map(({ peakBytes }) => peakBytes)) / 1e6).toLocaleString(
      'en',
    ),
  ]);
  const heads = [
    'first run, ms',
    'median',
    'ratio',
    'later runs, ms',
    'median',
    'ratio',
    'peak MB',
  ];
  return [['engine', ...heads], ...rows];
}

function cellsOf(times: Times | undefined, ours: Times | undefined): string[] {
  if (times === undefined || ours === undefined) return ['–', '–', '–'];
  return [shown(times.least), shown(times.median), `${(times.least / ours.least).toFixed(1)}×`];
}

/** What the engine of the add-in spends its time on; linking the tables comes before it. */
function stepTable(results: Results): string[][] {
  const ours = results.get('ours') ?? [];
  const [sample] = ours;
  if (sample === undefined) return [];
  const loading = sample.loading.map(([name], place) => {
    const once = timesOf(ours.map((one) => one.loading[place]![1]));
    return [`${name} (before the engine)`, ...stepCells(once), '–', '–'];
  });
  const steps = sample.runs[0]!.steps.map(([name], place) => [
    name,
    ...stepCells(timesOf(ours.map(({ runs }) => runs[0]!.steps[place]![1]))),
    ...stepCells(
      timesOf(ours.flatMap(({ runs }) => runs.slice(1).map(({ steps }) => steps[place]![1]))),
    ),
  ]);
  return [['step', 'first run, ms', 'median', 'later runs, ms', 'median'], ...loading, ...steps];
}

function stepCells(times: Times | undefined): string[] {
  return times === undefined ? ['–', '–'] : [shown(times.least), shown(times.median)];
}

function shown(milliseconds: number): string {
  if (milliseconds < 10) return milliseconds.toFixed(1);
  return Math.round(milliseconds).toLocaleString('en');
}

/** A table as Markdown, its columns aligned. */
function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]!.length)),
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => {
      return column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
    });
    return `| ${cells.join(' | ')} |`;
  });
  const rule = widths.map(
    (width, column) => '-'.repeat(width - (column === 0 ? 0 : 1)) + (column === 0 ? '' : ':'),
  );
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

async function main(): Promise<void> {
  const started = performance.now();
  for (const size of sizes) {
    const results = await race(size);
    const lines = size.lines.toLocaleString('en');
    console.log(`\n${lines} lines, ${size.rounds} rounds, the same answer from all, to the cent\n`);
    console.log(`${markdown(engineTable(results))}\n\n${markdown(stepTable(results))}`);
  }
  console.log(`\n${Math.round((performance.now() - started) / 1000)} s in all`);
}

void main();
