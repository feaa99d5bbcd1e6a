/** Adjustments → production, or what the Type Map says they are (P3, R12). */
import { NO_MOMENT, NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import type { TypeBucket } from '../ledger/trailKinds';
import { typeMap } from '../ledger/typeMap';
import { claimWeights } from './claimWeights';
import type { LedgerParts } from './ledgerParts';
import type { Post, Posting } from './posting';
import { spread } from './spread';

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
export function* postAdjustments(parts: LedgerParts, postRow: Post): Steps<void> {
  const { ledger, lookup } = parts;
  const { tables, providers } = ledger;
  const { Adjustments: adjustments } = tables;
  const buckets = adjustmentBuckets(ledger);
  for (let row = 0; row < adjustments.length; row++) {
    if (row % 5_000 === 4_999) yield;
    const bucket = buckets.bucketOf(row);
    const [moment, entered] = [adjustments.date[row]!, adjustments.entered[row]!];
    if (bucket === 'excluded' || bucket === 'tax') continue;
    if (bucket === 'collection') {
      postAsMoney(parts, { row, cents: 0 - buckets.centsOf(row) }, postRow);
      continue;
    }
    const [charge] = lookup.ofId(textAt(adjustments.chargeId, row));
    const [first] = lookup.ofClaim(textAt(adjustments.claimNumber, row));
    const put = (measure: Posting['measure'], on: number): void => {
      const provider = providers.ofAdjustment[row]!;
      const cents = buckets.centsOf(row);
      const about = charge ?? first ?? NONE;
      postRow('Adjustments', row, { measure, moment: on, provider, cents, charge: about });
    };
    put('adjustment', moment);
    if (entered !== NO_MOMENT && !buckets.isBadDebt(row)) put('payrollAdjustment', entered);
  }
}

interface Money {
  readonly row: number;
  readonly cents: number;
}

/** What the Type Map calls collection is money: of its provider, its charge or the lines of its claim. */
function postAsMoney(parts: LedgerParts, { row, cents }: Money, post: Post): void {
  const { Adjustments: adjustments } = parts.ledger.tables;
  for (const { charge, provider, cents: share } of sharesOf(parts, { row, cents })) {
    const put = (measure: Posting['measure'], moment: number): void => {
      const of = { measure, moment, provider, cents: share, charge, isGiveBack: true };
      post('Adjustments', row, of);
    };
    put('patientIncome', adjustments.date[row]!);
    const entered = adjustments.entered[row]!;
    if (entered === NO_MOMENT) continue;
    put(charge === NONE ? 'unallocatedIncome' : 'allocatedIncome', entered);
  }
}

interface Share {
  /** NONE where it names neither a charge nor a claim of the ledger. */
  readonly charge: number;
  readonly provider: number;
  readonly cents: number;
}

function sharesOf({ ledger, lookup }: LedgerParts, { row, cents }: Money): Share[] {
  const { providers, tables } = ledger;
  const { Adjustments: adjustments } = tables;
  const own = adjustments.provider.codes[row]! === 0 ? undefined : providers.ofAdjustment[row]!;
  const providerOf = (charge: number): number => own ?? providers.ofCharge[charge]!;
  const [named] = lookup.ofId(textAt(adjustments.chargeId, row));
  if (named !== undefined) return [{ charge: named, provider: providerOf(named), cents }];
  const lines = lookup.ofClaim(textAt(adjustments.claimNumber, row));
  if (lines.length === 0) return [{ charge: NONE, provider: own ?? providers.noProvider, cents }];
  const { shares } = spread(cents, claimWeights(ledger)(lines));
  return lines.map((charge, place) => ({
    charge,
    provider: providerOf(charge),
    cents: shares[place]!,
  }));
}
