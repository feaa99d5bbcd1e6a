/** What every engine must find: money collected in a year, to the cent. */
import { createHash } from 'node:crypto';
import { PROVIDERS, type Workload } from './workload';

export const MONTHS = 12;

export interface Answer {
  /** Cents on the lines of provider p in month m (from 0), at p × 12 + m. */
  readonly providerMonths: Float64Array;
  /** Cents on the tax of invoices, by month. */
  readonly taxMonths: Float64Array;
  /** Cents that no line takes, by month. */
  readonly unallocatedMonths: Float64Array;
}

export function emptyAnswer(): Answer {
  return {
    providerMonths: new Float64Array(PROVIDERS * MONTHS),
    taxMonths: new Float64Array(MONTHS),
    unallocatedMonths: new Float64Array(MONTHS),
  };
}

/** The same for two answers only if every cell is the same. */
export function digestOf(answer: Answer): string {
  const cells = [answer.providerMonths, answer.taxMonths, answer.unallocatedMonths];
  const text = cells.map((column) => column.join(',')).join(';');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** One run of an engine on data that it has loaded. */
export interface Run {
  readonly answer: Answer;
  /** Milliseconds of each step, in order. An engine that is one step has none. */
  readonly steps: readonly (readonly [name: string, milliseconds: number])[];
}

export interface Engine {
  /** Brings the workload into the form that is natural to the engine; not part of a run. */
  load(work: Workload): Promise<LoadedEngine>;
}

export interface LoadedEngine {
  /** Milliseconds of the parts of loading that are worth telling. */
  readonly loading: readonly (readonly [name: string, milliseconds: number])[];
  run(): Promise<Run>;
}
