/** Insurance money of a claim line: the charges it is on and the providers it belongs to (Z-17). */
import { NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { ClaimLineFacts } from './claimLineFacts';
import { claimWeights } from './claimWeights';
import type { LedgerParts } from './ledgerParts';
import { spread } from './spread';

export interface ClaimShare {
  /** NONE where the line names no charge of the ledger, and no claim that has any. */
  readonly charge: number;
  readonly provider: number;
  readonly cents: number;
}

/** What a line names is its own; money paid as a total is spread over the lines of its claim. */
export function claimShares(
  { ledger, lookup }: LedgerParts,
  facts: ClaimLineFacts,
  line: number,
): ClaimShare[] {
  const lines = ledger.tables['Claim Lines'];
  const cents = lines.insurancePaid.cents[line]!;
  const named = facts.chargeOf(line);
  const isNamed = lines.chargeId.codes[line]! !== 0;
  const charges = isNamed ? [] : lookup.ofClaim(textAt(lines.claimNumber, line));
  if (charges.length === 0) {
    return [{ charge: named ?? NONE, provider: facts.providerOf(line), cents }];
  }
  const hasProvider = lines.provider.codes[line]! !== 0;
  const { shares } = spread(cents, claimWeights(ledger)(charges));
  return charges.map((charge, place) => ({
    charge,
    provider: hasProvider ? facts.providerOf(line) : ledger.providers.ofCharge[charge]!,
    cents: shares[place]!,
  }));
}
