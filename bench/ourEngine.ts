/** The engine of the add-in, on the ledger that its tables make. */
import { startOfDay } from '../src/core/day';
import { atOnce } from '../src/core/steps';
import { allocate, type Allocation, TAX, UNALLOCATED } from '../src/engine/allocate';
import { invoiceBook } from '../src/engine/invoiceBook';
import { moneyEvents } from '../src/engine/moneyEvents';
import { buildLedger } from '../src/ledger/buildLedger';
import type { Ledger } from '../src/ledger/ledger';
import {
  type Answer,
  emptyAnswer,
  type Engine,
  type LoadedEngine,
  MONTHS,
  type Run,
} from './answer';
import { providerName, tablesOf } from './tables';
import { firstDay, PROVIDERS, type Workload } from './workload';

export const ourEngine: Engine = {
  load(work: Workload): Promise<LoadedEngine> {
    const tables = tablesOf(work);
    const started = performance.now();
    const ledger = buildLedger(tables);
    const linked = performance.now() - started;
    const [problem] = ledger.problems;
    if (problem !== undefined) throw new Error(`the ledger has a problem: ${problem.found}`);
    return Promise.resolve({
      loading: [['buildLedger', linked]],
      run: () => Promise.resolve(run(ledger)),
    });
  },
};

function run(ledger: Ledger): Run {
  const moments = [performance.now()];
  const pass = <T>(result: T): T => {
    moments.push(performance.now());
    return result;
  };
  const book = pass(atOnce(invoiceBook(ledger)));
  const events = pass(atOnce(moneyEvents(ledger, book)));
  const allocation = pass(atOnce(allocate(book, events, 'chronological')));
  const answer = pass(collectedByMonth(ledger, allocation));
  const names = ['invoiceBook', 'moneyEvents', 'allocate', 'collected by month'];
  return { answer, steps: names.map((name, step) => [name, moments[step + 1]! - moments[step]!]) };
}

/** One pass over the allocation, as a report by provider and month makes it. */
function collectedByMonth({ providers }: Ledger, allocation: Allocation): Answer {
  const answer = emptyAnswer();
  const monthStarts = Float64Array.from({ length: MONTHS + 1 }, (_, month) => {
    return startOfDay(firstDay(month + 1));
  });
  const placeOfName = new Map(providers.names.map((name, place) => [name, place]));
  const providerOfPlace = new Int32Array(providers.names.length);
  for (let provider = 0; provider < PROVIDERS; provider++) {
    const place = placeOfName.get(providerName(provider));
    if (place !== undefined) providerOfPlace[place] = provider;
  }
  const { charge, cents, effective } = allocation;
  for (let row = 0; row < allocation.length; row++) {
    const month = monthOf(effective[row]!, monthStarts);
    if (month < 0) continue;
    if (charge[row] === TAX) {
      answer.taxMonths[month]! += cents[row]!;
    } else if (charge[row] === UNALLOCATED) {
      answer.unallocatedMonths[month]! += cents[row]!;
    } else {
      const provider = providerOfPlace[providers.ofCharge[charge[row]!]!]!;
      answer.providerMonths[provider * MONTHS + month]! += cents[row]!;
    }
  }
  return answer;
}

/** The month of the year in which a moment lies, −1 outside the year. */
function monthOf(moment: number, monthStarts: Float64Array): number {
  if (moment < monthStarts[0]! || moment >= monthStarts[MONTHS]!) return -1;
  let month = 0;
  while (moment >= monthStarts[month + 1]!) month++;
  return month;
}
