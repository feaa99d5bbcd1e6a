/** What plans pay for a period, by provider: the figures of Commission Summary, of the plans as they are or would be. */
import { at } from '../../core/assert';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import type { Problem } from '../../ledger/problem';
import type { ReportRequest } from '../request';
import { commissionFigures } from './figures';
import { planProblems } from './report';

/** Cents of one provider, all bases together. */
export interface Pay {
  readonly base: number;
  readonly payable: number;
}

export interface PlanPay {
  /** In the order of the report. */
  readonly providers: ReadonlyMap<string, Pay>;
  readonly total: Pay;
  /** Plans that cannot be computed, and words that name no work. */
  readonly problems: readonly Problem[];
}

export function* planPay(allocated: AllocatedLedger, request: ReportRequest): Steps<PlanPay> {
  const of = yield* commissionFigures(allocated, {
    ...request,
    providers: undefined,
    locations: undefined,
  });
  const { names } = allocated.ledger.providers;
  const providers = new Map<string, Pay>();
  let total: Pay = { base: 0, payable: 0 };
  for (const one of of.figures) {
    const name = at(names, one.provider);
    providers.set(name, sum(providers.get(name), one));
    total = sum(total, one);
  }
  return { providers, total, problems: planProblems(of) };
}

function sum(one: Pay | undefined, { base, payable }: Pay): Pay {
  return { base: (one?.base ?? 0) + base, payable: (one?.payable ?? 0) + payable };
}

/** What a provider is paid, and would be. */
export interface PayChange {
  readonly provider: string;
  readonly now: Pay;
  readonly then: Pay;
}

/** Providers of either, in the order of the report; a provider who is in one alone is paid nothing in the other. */
export function payChanges(now: PlanPay, then: PlanPay, order: readonly string[]): PayChange[] {
  const nothing: Pay = { base: 0, payable: 0 };
  return order
    .filter((name) => now.providers.has(name) || then.providers.has(name))
    .map((provider) => ({
      provider,
      now: now.providers.get(provider) ?? nothing,
      then: then.providers.get(provider) ?? nothing,
    }));
}
