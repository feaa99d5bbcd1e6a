/** Adjustments → production, or what the Type Map says they are (P3, R12). */
import { NO_MOMENT, NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { Ledger } from '../ledger/ledger';
import type { TypeBucket } from '../ledger/trailKinds';
import { typeMap } from '../ledger/typeMap';
import type { LedgerParts } from './ledgerParts';
import type { Post } from './posting';

/** The source by which a Type Map names the Adjustments table. */
const SOURCE = 'Adjustments';

/** What each adjustment is counted as, and its cents with the sign the map gives. */
export interface AdjustmentBuckets {
  bucketOf(row: number): TypeBucket;
  centsOf(row: number): number;
  /** Bad debt by the map, or by its Type: out of payroll (P30). */
  isBadDebt(row: number): boolean;
}

export function adjustmentBuckets({ tables }: Ledger): AdjustmentBuckets {
  const { Adjustments: adjustments } = tables;
  const mapped = typeMap(tables['Type Map']);
  const of = (row: number): ReturnType<typeof mapped> =>
    mapped(SOURCE, textAt(adjustments.type, row));
  const bucketOf = (row: number): TypeBucket => of(row)?.bucket ?? 'production';
  return {
    bucketOf,
    centsOf(row) {
      const cents = adjustments.amount[row]!;
      const sign = of(row)?.sign;
      return sign === undefined ? cents : sign * Math.abs(cents) || 0;
    },
    isBadDebt: (row) =>
      bucketOf(row) === 'bad-debt' || /bad[\s-]*debt/i.test(textAt(adjustments.type, row)),
  };
}

/** Each under its own provider, which may differ from the charge's (P3). */
export function postAdjustments({ ledger, lookup }: LedgerParts, postRow: Post): void {
  const { tables, providers } = ledger;
  const { Adjustments: adjustments } = tables;
  const buckets = adjustmentBuckets(ledger);
  const post: Post = (kind, row, posting) => {
    const [charge] = lookup.ofId(textAt(adjustments.chargeId, row));
    const [first] = lookup.ofClaim(textAt(adjustments.claimNumber, row));
    postRow(kind, row, { ...posting, charge: charge ?? first ?? NONE });
  };
  for (let row = 0; row < adjustments.length; row++) {
    const bucket = buckets.bucketOf(row);
    const provider = providers.ofAdjustment[row]!;
    const [moment, entered] = [adjustments.date[row]!, adjustments.entered[row]!];
    const cents = buckets.centsOf(row);
    if (bucket === 'excluded' || bucket === 'tax') continue;
    if (bucket === 'collection') {
      const money = { provider, cents: 0 - cents, isGiveBack: true };
      post('Adjustments', row, { ...money, measure: 'patientIncome', moment });
      if (entered === NO_MOMENT) continue;
      const isAttached = adjustments.chargeId.codes[row]! !== 0;
      const measure = isAttached ? 'allocatedIncome' : 'unallocatedIncome';
      post('Adjustments', row, { ...money, measure, moment: entered });
      continue;
    }
    post('Adjustments', row, { measure: 'adjustment', moment, provider, cents });
    if (entered === NO_MOMENT || buckets.isBadDebt(row)) continue;
    post('Adjustments', row, { measure: 'payrollAdjustment', moment: entered, provider, cents });
  }
}
