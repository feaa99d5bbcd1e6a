/** The engine of the add-in, on the ledger that its tables make. */
import { at } from '../src/core/assert';
import { endOfDay, startOfDay } from '../src/core/day';
import type { Period } from '../src/core/period';
import { allocate, type Allocation } from '../src/engine/allocate';
import { collected } from '../src/engine/collected';
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
  const book = pass(invoiceBook(ledger));
  const events = pass(moneyEvents(ledger, book));
  const allocation = pass(allocate(book, events, 'chronological'));
  const answer = pass(collectedByMonth(ledger, allocation));
  const names = ['invoiceBook', 'moneyEvents', 'allocate', 'collected × 12'];
  return { answer, steps: names.map((name, step) => [name, moments[step + 1]! - moments[step]!]) };
}

/** Twelve reports of a month each, as a user would ask for them. */
function collectedByMonth(ledger: Ledger, allocation: Allocation): Answer {
  const answer = emptyAnswer();
  const placeOfName = new Map(ledger.providers.names.map((name, place) => [name, place]));
  const places = Int32Array.from({ length: PROVIDERS }, (_, provider) => {
    return placeOfName.get(providerName(provider)) ?? -1;
  });
  for (let month = 0; month < MONTHS; month++) {
    const first = startOfDay(firstDay(month + 1));
    const period = { from: first, to: endOfDay(firstDay(month + 2) - 1) };
    const sums = collectedInPeriod(ledger, allocation, period);
    for (const [provider, place] of places.entries()) {
      answer.providerMonths[provider * MONTHS + month] = sums.byProvider[place] ?? 0;
    }
    answer.taxMonths[month] = sums.taxCents;
    answer.unallocatedMonths[month] = sums.unallocatedCents;
  }
  return answer;
}

function collectedInPeriod(
  { charges, invoices, providers }: Ledger,
  allocation: Allocation,
  period: Period,
): { byProvider: Float64Array; taxCents: number; unallocatedCents: number } {
  const size = { charges: charges.length, invoices: invoices.length };
  const { lineCents, touched, taxCents, unallocatedCents } = collected(allocation, period, size);
  const byProvider = new Float64Array(providers.names.length);
  for (let charge = 0; charge < touched.length; charge++) {
    if (touched[charge] === 0) continue;
    const provider = at(providers.ofCharge, charge);
    byProvider[provider] = at(byProvider, provider) + at(lineCents, charge);
  }
  return { byProvider, taxCents: sum(taxCents), unallocatedCents: sum(unallocatedCents) };
}

function sum(column: Float64Array): number {
  let total = 0;
  for (const cents of column) total += cents;
  return total;
}
