/** What the steps that fill the entries read. */
import type { AllocatedLedger } from '../allocateLedger';
import type { Applications } from '../applications';
import type { ChargeWorth } from './chargeWorth';
import type { Entries } from './entries';
import type { Families } from './families';

export interface AccountParts {
  readonly allocated: AllocatedLedger;
  readonly asOf: number;
  readonly applied: Applications;
  readonly families: Families;
  readonly worth: ChargeWorth;
  readonly entries: Entries;
}
