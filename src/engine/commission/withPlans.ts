/** What a ledger would pay by other plans. */
import type { Ledger } from '../../ledger/ledger';
import type { AllocatedLedger } from '../allocateLedger';

/** `ledger` differs in its plans alone, and no plan moves a cent of the ledger: the money stands where it does. */
export function withPlans(allocated: AllocatedLedger, ledger: Ledger): AllocatedLedger {
  return { ...allocated, ledger };
}
