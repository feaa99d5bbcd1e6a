/** What a claim line says: its charge, provider, dates, and write-offs of each kind (P4, P41, P43, W1 to W6). */
import { at } from '../core/assert';
import { NO_MOMENT } from '../core/brand';
import { textAt } from '../core/column';
import { type ClaimStatus, claimStatuses } from '../ledger/claimKinds';
import type { Ledger } from '../ledger/ledger';
import type { LedgerParts } from './ledgerParts';

export interface ClaimLineFacts {
  statusOf(line: number): ClaimStatus;
  /** The charge it is for; undefined where it names none, or one that is not in the ledger. */
  chargeOf(line: number): number | undefined;
  /** Its own provider, else its charge's (P4). */
  providerOf(line: number): number;
  /** Its Procedure Date, else its charge's Service Date; NO_MOMENT where neither is known. */
  doneOn(line: number): number;
  /** Cents of the first estimate (W5); undefined where there is none. */
  firstEstimate(line: number): number | undefined;
  /** Cents of the write-off as it stands; undefined where there is none. */
  currentWriteOff(line: number): number | undefined;
  /** Cents written off: what stands there, else the estimate while nothing was received. */
  writtenOff(line: number): number;
}

/** An estimate of -1.00 says that there is none; of what was received it is an amount. */
const NO_ESTIMATE = -100;

/** Statuses of a line that is still open: its write-off is an estimate, which may be edited (P40). */
const open: ReadonlySet<ClaimStatus> = new Set([
  'Not Received',
  'Estimate',
  'CapEstimate',
  'InsHist',
]);

function statusOfLine({ tables }: Ledger, line: number): ClaimStatus {
  return at(claimStatuses, tables['Claim Lines'].status[line]!);
}

function currentWriteOffOf(ledger: Ledger, line: number): number | undefined {
  const { given, cents } = ledger.tables['Claim Lines'].writeOff;
  if (given[line]! === 0) return undefined;
  const isNone = cents[line]! === NO_ESTIMATE && open.has(statusOfLine(ledger, line));
  return isNone ? undefined : cents[line]!;
}

function firstEstimateOf({ tables }: Ledger, line: number): number | undefined {
  const { given, cents } = tables['Claim Lines'].writeOffEstimate;
  return given[line]! === 0 || cents[line]! === NO_ESTIMATE ? undefined : cents[line]!;
}

/**
 * Cents written off: what stands there, which while nothing was received is the estimate as it was last
 * edited (P43), else the first estimate; undefined where neither stands there.
 */
export function writeOffOf(ledger: Ledger, line: number): number | undefined {
  const current = currentWriteOffOf(ledger, line);
  const isSent = statusOfLine(ledger, line) === 'Not Received';
  return current ?? (isSent ? firstEstimateOf(ledger, line) : undefined);
}

export function claimLineFacts({ ledger, lookup }: LedgerParts): ClaimLineFacts {
  const { charges, providers, tables } = ledger;
  const lines = tables['Claim Lines'];
  const chargeOf = (line: number): number | undefined =>
    lines.chargeId.codes[line]! === 0 ? undefined : lookup.ofId(textAt(lines.chargeId, line))[0];
  return {
    statusOf: (line) => statusOfLine(ledger, line),
    chargeOf,
    firstEstimate: (line) => firstEstimateOf(ledger, line),
    currentWriteOff: (line) => currentWriteOffOf(ledger, line),
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
    writtenOff: (line) => writeOffOf(ledger, line) ?? 0,
  };
}
