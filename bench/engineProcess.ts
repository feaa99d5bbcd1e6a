/** One engine in a process of its own: loads the workload, runs, and prints what it measured. */
import { type Engine, digestOf } from './answer';
import { duckDbEngine } from './duckDbEngine';
import { ourEngine } from './ourEngine';
import { rowsEngine } from './rowsEngine';
import { workload } from './workload';

export type EngineName = 'ours' | 'duckdb' | 'rows';

const engines: Readonly<Record<EngineName, Engine>> = {
  ours: ourEngine,
  duckdb: duckDbEngine,
  rows: rowsEngine,
};

/** What one process measured. Times in milliseconds, memory in bytes. */
export interface Measured {
  readonly digest: string;
  readonly loading: readonly (readonly [name: string, milliseconds: number])[];
  /** The first run of the process, then the warm ones. */
  readonly runs: readonly {
    readonly total: number;
    readonly steps: readonly (readonly [string, number])[];
  }[];
  readonly peakBytes: number;
}

async function measure(engine: Engine, lineCount: number, runCount: number): Promise<Measured> {
  const loaded = await engine.load(workload(lineCount));
  const digests = new Set<string>();
  const runs: Measured['runs'][number][] = [];
  for (let count = 0; count < runCount; count++) {
    // The garbage of one run is not a cost of the next.
    globalThis.gc?.();
    const started = performance.now();
    const { answer, steps } = await loaded.run();
    runs.push({ total: performance.now() - started, steps });
    digests.add(digestOf(answer));
  }
  if (digests.size !== 1) throw new Error('two runs of one engine differ');
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { digest: [...digests].join(), loading: loaded.loading, runs, peakBytes };
}

async function main([name = '', lines = '', runs = '']: readonly string[]): Promise<void> {
  const engine = engines[name as EngineName] as Engine | undefined;
  if (engine === undefined) throw new Error(`there is no engine ${name}`);
  process.stdout.write(JSON.stringify(await measure(engine, Number(lines), Number(runs))));
}

void main(process.argv.slice(2));
