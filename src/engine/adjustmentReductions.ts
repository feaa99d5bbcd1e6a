/** Rows of Adjustments that are off earned income: write-offs (Z-19) and, as an option, discounts (Z-A6). */
import { NONE, type CentsColumn } from '../core/brand';
import { textAt } from '../core/column';
import type { Steps } from '../core/steps';
import { typeKey, typeMap } from '../ledger/typeMap';
import type { AllocatedLedger } from './allocateLedger';
import type { ChargeNamed } from './chargeNamed';
import type { Unplaced } from './lineReductions';

export type AdjustmentUse = 'writeOff' | 'discount';

/** Positive reduces; a row that raises what is owed is negative here. */
export interface AdjustmentReductions {
  /** For each charge. */
  readonly cents: CentsColumn;
  readonly ofClaims: ReadonlyMap<string, number>;
  readonly unplaced: readonly Unplaced[];
}

/** Words that say a courtesy or bad debt where no Type Map row speaks. */
const discountWords = ['discount', 'courtesy', 'baddebt'];

/** What a type is here; undefined for production, money, tax and the like. */
function useOfType(map: ReturnType<typeof typeMap>, type: string): AdjustmentUse | undefined {
  const bucket = map('Adjustments', type)?.bucket;
  if (bucket === 'write-off') return 'writeOff';
  if (bucket === 'discount' || bucket === 'bad-debt') return 'discount';
  if (bucket !== undefined) return undefined;
  const key = typeKey(type);
  return discountWords.some((word) => key.includes(word)) ? 'discount' : undefined;
}

/** A row stands on the charge it names, else on its claim; other rows are on no charge (Z-20). */
export function* adjustmentReductions(
  { ledger, lookup }: AllocatedLedger,
  named: ChargeNamed,
): Steps<Record<AdjustmentUse, AdjustmentReductions>> {
  const rows = ledger.tables.Adjustments;
  const map = typeMap(ledger.tables['Type Map']);
  const make = () => ({
    cents: new Float64Array(ledger.charges.length),
    ofClaims: new Map<string, number>(),
    unplaced: [] as Unplaced[],
  });
  const found = { writeOff: make(), discount: make() };
  const uses = new Map<string, AdjustmentUse | undefined>();
  for (let row = 0; row < rows.length; row++) {
    if (row % 2_500 === 2_499) yield;
    const type = textAt(rows.type, row);
    if (!uses.has(type)) uses.set(type, useOfType(map, type));
    const use = uses.get(type);
    if (use === undefined) continue;
    const into = found[use];
    const sign = map('Adjustments', type)?.sign;
    const effect = sign === undefined ? rows.amount[row]! : sign * Math.abs(rows.amount[row]!);
    const claim = textAt(rows.claimNumber, row);
    const hasId = rows.chargeId.codes[row]! !== 0;
    const charge = hasId ? named(textAt(rows.chargeId, row), { claim, invoice: NONE }) : NONE;
    if (charge !== NONE) into.cents[charge] = into.cents[charge]! - effect;
    else if (!hasId && claim !== '' && lookup.ofClaim(claim).length > 0) {
      into.ofClaims.set(claim, (into.ofClaims.get(claim) ?? 0) - effect);
    } else if (effect !== 0) {
      const moment = rows.date[row]!;
      into.unplaced.push({ kind: 'Adjustments', row, cents: -effect, moment });
    }
  }
  return found;
}
