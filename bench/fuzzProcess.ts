/** One target of the fuzzer, in a thread of its own: a reader that hangs stops nobody but itself. */
import { parentPort, workerData } from 'node:worker_threads';
import { openWorkbook, saveWorkbook, snapshot, WorkbookRefused } from '../host/index';
import { centsText } from '../src/core/cents';
import { assert } from '../src/core/assert';
import { decideHeader } from '../src/ledger/mapping/decideHeader';
import { keptMappings } from '../src/ledger/mapping/keptMappings';
import { parseAmount } from '../src/ledger/parseAmount';
import { parseMoment } from '../src/ledger/parseMoment';
import { headerMeanings, recogniseHeader } from '../src/ledger/recognise';
import { amountCell, damagedBook, dateCell, headerRow, type Luck, luckOf } from './fuzzInputs';

export interface FuzzOrder {
  readonly target: FuzzTarget;
  readonly seed: number;
  readonly seconds: number;
  /** 1 where one seed is run again. */
  readonly runs?: number;
  /** Where the thread says what it is at: the seed, and the second at which it began. */
  readonly at: SharedArrayBuffer;
}

export interface FuzzResult {
  readonly runs: number;
  readonly worstMs: number;
  readonly worstSeed: number;
  /** What was read, refused and the like, counted. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failure?: { readonly seed: number; readonly what: string };
}

export type FuzzTarget = 'amount' | 'date' | 'header' | 'xlsx';

/** Reads one input; returns what came of it, throws where the reader does what it must not. */
type Run = (luck: Luck) => () => string;

const targets: Readonly<Record<FuzzTarget, Run>> = {
  amount: (luck) => {
    const cell = amountCell(luck);
    const mark = luck.of(['open', '.', ',', 'none', 'torn'] as const);
    const creditSign = luck.of([1, -1] as const);
    return () => {
      const read = parseAmount(cell, { mark, creditSign });
      if (read.outcome !== 'amount') return read.outcome;
      assert(Number.isSafeInteger(read.cents), 'an amount is whole cents');
      assert(!Object.is(read.cents, -0), 'no negative zero');
      const again = parseAmount(centsText(read.cents), { mark: '.', creditSign });
      assert(again.outcome === 'amount' && again.cents === read.cents, 'an amount reads back');
      return 'amount';
    };
  },
  date: (luck) => {
    const cell = dateCell(luck);
    const order = luck.of(['open', 'day first', 'month first', 'year first', 'unknown'] as const);
    const compact = luck.of(['open', 'yes', 'no'] as const);
    const date1904 = luck.once(2);
    return () => {
      const read = parseMoment(cell, { order, compact, date1904 });
      if (read.outcome === 'moment') {
        assert(Number.isSafeInteger(read.moment) && read.moment > 0, 'a date is whole seconds');
      }
      return read.outcome;
    };
  },
  header: (luck) => {
    const row = headerRow(luck);
    const kept = keptMappings([]);
    return () => {
      for (const cell of row) headerMeanings(cell);
      const { found } = recogniseHeader(row);
      const decided = decideHeader(row, { sheet: 'Export', row: 0, column: 0 }, kept);
      for (const { index } of found?.fields.values() ?? []) {
        assert(index >= 0 && index < row.length, 'a field is a column of the row');
      }
      return decided.by;
    };
  },
  xlsx: (luck) => {
    const bytes = damagedBook(luck);
    return () => {
      let workbook;
      try {
        workbook = openWorkbook(bytes);
      } catch (error) {
        if (error instanceof WorkbookRefused) return 'refused';
        throw error;
      }
      snapshot(workbook);
      if (!workbook.sheets.some(({ visibility }) => visibility === 'Visible')) return 'all hidden';
      openWorkbook(saveWorkbook(workbook));
      return 'read';
    };
  },
};

/** A call that takes longer is timed three times. */
const SLOW_MS = 100;

function timeOf(run: () => string): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function fuzz({ target, seed, seconds, runs: most, at }: FuzzOrder): FuzzResult {
  const where = new Float64Array(at);
  const outcomes: Record<string, number> = {};
  const end = performance.now() + seconds * 1000;
  let runs = 0;
  let worstMs = 0;
  let worstSeed = seed;
  for (let each = seed; runs !== most && performance.now() < end; each++) {
    const run = targets[target](luckOf(each));
    const began = performance.now();
    where[0] = each;
    where[1] = Date.now();
    try {
      const outcome = run();
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { runs, worstMs, worstSeed, outcomes, failure: { seed: each, what } };
    }
    let took = performance.now() - began;
    // The machine may have had other things to do: what is slow by itself is slow again.
    for (let again = 0; again < 2 && took > SLOW_MS; again++) took = Math.min(took, timeOf(run));
    if (took > worstMs) [worstMs, worstSeed] = [took, each];
    runs += 1;
  }
  return { runs, worstMs, worstSeed, outcomes };
}

parentPort?.postMessage(fuzz(workerData as FuzzOrder));
