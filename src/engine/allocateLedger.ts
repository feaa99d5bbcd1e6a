/** The allocated ledger: what every report, trace and function reads. Made once per ledger version. */
import { once, type Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { allocate, type Allocation } from './allocate';
import { type Applications, applications } from './applications';
import { chargeLookup } from './chargeLookup';
import { invoiceBook } from './invoiceBook';
import type { LedgerParts } from './ledgerParts';
import { moneyEvents } from './moneyEvents';
import { type Postings, postings } from './postings';
import type { NegativeLines } from './waterfall';

export interface AllocatedLedger extends LedgerParts {
  readonly allocation: Allocation;
  /** Where each payments row stands by payment date; made when it is first asked for. */
  readonly applied: () => Steps<Applications>;
  /** Production and income; made when first asked for. */
  readonly posted: () => Steps<Postings>;
}

export function* allocateLedger(
  ledger: Ledger,
  negativeLines: NegativeLines,
): Steps<AllocatedLedger> {
  const book = yield* invoiceBook(ledger);
  yield;
  const events = yield* moneyEvents(ledger, book);
  yield;
  const allocation = yield* allocate(book, events, negativeLines);
  const lookup = yield* chargeLookup(ledger);
  const parts = { ledger, negativeLines, book, events, lookup };
  const applied = once(() => applications(parts));
  const posted = once(function* () {
    return yield* postings(parts, yield* applied());
  });
  return { ...parts, allocation, applied, posted };
}
