/** What a claim line says: its charge, provider, dates, and write-offs of each kind (P4, P41, P43, W1 to W6). */
import { at } from '../core/assert';
import { NO_MOMENT } from '../core/brand';
import { textAt } from '../core/column';
import { type ClaimStatus, claimStatuses } from '../ledger/claimKinds';
import type { LedgerParts } from './ledgerParts';

export interface ClaimLineFacts {
  statusOf(line: number): ClaimStatus;
  /** The charge it is for; undefined where it names none, or one that is not in the ledger. */
  chargeOf(line: number): number | undefined;
  /** Its own provider, else its charge's (P4). */
  providerOf(line: number): number;
  /** Its Procedure Date, else its charge's Service Date; NO_MOMENT where neither is known. */
  doneOn(line: number): number;
  /** Cents of the first estimate (W5); undefined where there is none. -1 is the peer's word for blank. */
  firstEstimate(line: number): number | undefined;
  /** Cents of the write-off as it stands; undefined where it is blank, also by the peer's word. */
  currentWriteOff(line: number): number | undefined;
  /** Cents written off: what stands there, else the estimate while nothing was received. */
  writtenOff(line: number): number;
}

/** An estimate of -1.00 says that there is none. */
const NO_ESTIMATE = -100;

export function claimLineFacts({ ledger, lookup }: LedgerParts): ClaimLineFacts {
  const { charges, providers, tables } = ledger;
  const lines = tables['Claim Lines'];
  const statusOf = (line: number): ClaimStatus => at(claimStatuses, lines.status[line]!);
  const chargeOf = (line: number): number | undefined =>
    lines.chargeId.codes[line]! === 0 ? undefined : lookup.ofId(textAt(lines.chargeId, line))[0];
  const currentWriteOff = (line: number): number | undefined => {
    const { given, cents } = lines.writeOff;
    return given[line]! === 0 || cents[line]! === NO_ESTIMATE ? undefined : cents[line]!;
  };
  const firstEstimate = (line: number): number | undefined => {
    if (lines.writeOffEstimate.given[line]! === 0) return undefined;
    const cents = lines.writeOffEstimate.cents[line]!;
    return cents === NO_ESTIMATE ? 0 : cents;
  };
  return {
    statusOf,
    chargeOf,
    firstEstimate,
    currentWriteOff,
    providerOf(line) {
      const charge = chargeOf(line);
      if (lines.provider.codes[line]! !== 0) return providers.ofClaimLine[line]!;
      return charge === undefined ? providers.noProvider : providers.ofCharge[charge]!;
    },
    doneOn(line) {
      const charge = chargeOf(line);
      if (lines.procedure[line]! !== NO_MOMENT) return lines.procedure[line]!;
      return charge === undefined ? NO_MOMENT : charges.service[charge]!;
    },
    writtenOff(line) {
      const current = currentWriteOff(line);
      if (current !== undefined) return current;
      return statusOf(line) === 'Not Received' ? (firstEstimate(line) ?? 0) : 0;
    },
  };
}
