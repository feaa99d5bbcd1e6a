/**
 * Feeds the readers of amounts, dates, headers and .xlsx files what nobody would type. Nothing may throw, and no call
 * may take longer than a second. `npm run fuzz -- 60` gives each of them a minute; `--only=xlsx`, `--seed=N` and
 * `--runs=1` run one of them from a seed on, or again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { FuzzOrder, FuzzResult, FuzzTarget } from './fuzzProcess';

const SECONDS = 60;
/** A call that takes longer fails; one that does not come back is given up after ten times that. */
const CALL_MS = 1000;

const words = process.argv.slice(2);
const option = (name: string): string | undefined =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const seconds = Number(words.find((word) => /^\d+$/.test(word)) ?? SECONDS);
const all: readonly FuzzTarget[] = ['amount', 'date', 'header', 'xlsx'];
const targets = all.filter((name) => (option('only') ?? name) === name);
// Another search each time, which its first seed repeats.
const seed = Number(option('seed') ?? Date.now() % 1_000_000_000);
const runs = option('runs');

function bundle(folder: string): string {
  const outfile = join(folder, 'fuzz.cjs');
  const entryPoints = [join(__dirname, 'fuzzProcess.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'es2022' });
  return outfile;
}

async function run(script: string, target: FuzzTarget): Promise<FuzzResult> {
  const at = new SharedArrayBuffer(16);
  const many = runs === undefined ? {} : { runs: Number(runs) };
  const order: FuzzOrder = { target, seed, seconds, at, ...many };
  const worker = new Worker(script, { workerData: order });
  const where = new Float64Array(at);
  const nothing = { runs: 0, worstMs: Infinity, worstSeed: 0, outcomes: {} };
  return new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const [each = 0, began = 0] = where;
      if (began === 0 || Date.now() - began < CALL_MS * 10) return;
      clearInterval(watch);
      void worker.terminate();
      resolve({ ...nothing, failure: { seed: each, what: 'it does not come back' } });
    }, 500);
    worker.once('message', (result: FuzzResult) => {
      clearInterval(watch);
      resolve(result);
    });
    worker.once('error', reject);
  });
}

function tell(target: FuzzTarget, result: FuzzResult): boolean {
  const { worstMs, worstSeed, outcomes, failure } = result;
  const counts = Object.entries(outcomes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count.toLocaleString('en')}`);
  process.stdout.write(
    `${target}: ${result.runs.toLocaleString('en')} runs, worst ${worstMs.toFixed(1)} ms (seed ${worstSeed}); ${counts.join(', ')}\n`,
  );
  const again = (at: number): string => `npm run fuzz -- --only=${target} --seed=${at} --runs=1`;
  if (failure !== undefined) {
    process.stdout.write(`${failure.what}\nagain: ${again(failure.seed)}\n`);
  } else if (worstMs > CALL_MS) {
    process.stdout.write(`a call took longer than ${CALL_MS} ms\nagain: ${again(worstSeed)}\n`);
  }
  return failure === undefined && worstMs <= CALL_MS;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'practice-ledger-fuzz-'));
  try {
    const script = bundle(folder);
    let isFine = true;
    for (const target of targets) isFine = tell(target, await run(script, target)) && isFine;
    process.exitCode = isFine ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
