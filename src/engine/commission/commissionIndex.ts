/** What is payable to a provider for a period, ready to be looked up by functions. */
import type { Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import { EVERYONE } from '../../ledger/planRule';
import type { AllocatedLedger } from '../allocateLedger';
import type { Options } from '../options';
import { commissionOf } from './commission';
import { settle } from './settle';

export interface CommissionIndex {
  /** Cents payable, the bases of Commission Summary together; or why there is no figure. */
  payable(provider: number, period: Period): number | string;
}

export type MakeCommissionIndex = typeof commissionIndex;

/** Settles the very lines that the report settles. */
export function* commissionIndex(
  allocated: AllocatedLedger,
  options: Options,
): Steps<CommissionIndex> {
  const { ledger } = allocated;
  const commission = yield* commissionOf(allocated, options);
  yield;
  const settled = yield* settle(allocated, commission, { options, version: '' });
  const names = new Set(
    ledger.closes.periods.flatMap(({ lines }) => lines.map((one) => one.provider)),
  );
  const wasPaid = [...ledger.providers.names.entries()].filter(([, name]) => names.has(name));
  const isPaid = new Set([...commission.lines.payee, ...wasPaid.map(([place]) => place)]);
  yield;
  const refusalOf = (provider: number): string | undefined => {
    const owner = commission.picker.planOf(provider);
    // Credited with a share of others' work, or paid in a closed period, without a plan of one's own.
    if (typeof owner === 'number' || (owner === 'no plan' && isPaid.has(provider)))
      return undefined;
    if (owner !== 'plan refused') return 'no commission plan is for this provider';
    const { refused } = ledger.plans;
    const why = (of: number): string | undefined =>
      refused.get(of) ?? commission.refusals.find((one) => one.owner === of)?.why;
    return why(provider) ?? why(EVERYONE);
  };
  return {
    payable: (provider, period) => refusalOf(provider) ?? settled.payable(provider, period),
  };
}
