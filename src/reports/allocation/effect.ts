/** What accepted proposals would do: figures by provider of a ledger, and of the same ledger with their rows. */
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { providerTable } from '../income/summaries';
import { selectedPostings } from '../income/selection';
import { commissionFigures } from '../commission/figures';
import { summaryTable } from '../commission/summary';
import type { ReportRequest } from '../request';
import type { SheetTable } from '../sheet';

/** Cents by provider, in the order of the report, and those of all of them. */
export interface ByProvider {
  readonly cents: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Total Income of Production & Income - Provider, with unearned money, all providers (T0). */
export function* incomeByProvider(
  allocated: AllocatedLedger,
  asked: ReportRequest,
): Steps<ByProvider> {
  const options = { ...asked.options, 'include-unearned': 'yes' };
  const request: ReportRequest = { ...whole(asked), options };
  const postings = yield* allocated.posted();
  const rows = yield* selectedPostings(allocated, postings, request);
  yield;
  const { ledger } = allocated;
  return columnOf(yield* providerTable({ postings, rows, request, ledger }), 'Total Income');
}

/** Payable of Commission Summary, all providers. */
export function* commissionByProvider(
  allocated: AllocatedLedger,
  asked: ReportRequest,
): Steps<ByProvider> {
  return columnOf(summaryTable(yield* commissionFigures(allocated, whole(asked))), 'Payable');
}

function whole(request: ReportRequest): ReportRequest {
  return { ...request, providers: undefined, locations: undefined };
}

/** A provider with several rows has one for each basis of his plan. */
function columnOf({ columns, rows, total }: SheetTable, head: string): ByProvider {
  const place = columns.findIndex((column) => column.head === head);
  const cents = new Map<string, number>();
  for (const row of rows) {
    const provider = String(row[0]);
    cents.set(provider, (cents.get(provider) ?? 0) + Number(row[place] ?? 0));
  }
  return { cents, total: Number(total?.[place] ?? 0) };
}

/** A figure of both ledgers. */
export interface Effect {
  readonly provider: string;
  readonly now: number;
  readonly then: number;
}

export interface Effects {
  readonly changed: readonly Effect[];
  /** Providers whose figure stays as it is. */
  readonly unchanged: number;
  readonly total: Omit<Effect, 'provider'>;
}

export function compareEffects(now: ByProvider, then: ByProvider): Effects {
  const providers = [...new Set([...now.cents.keys(), ...then.cents.keys()])];
  const all = providers.map((provider) => ({
    provider,
    now: now.cents.get(provider) ?? 0,
    then: then.cents.get(provider) ?? 0,
  }));
  const changed = all.filter((one) => one.now !== one.then);
  const total = { now: now.total, then: then.total };
  return { changed, unchanged: all.length - changed.length, total };
}
