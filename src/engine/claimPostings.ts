/** Claim lines → write-offs by each of their dates, and insurance money (P4, P8, P9, P12, W1 to W6). */
import { NO_MOMENT, NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { ClaimStatus } from '../ledger/claimKinds';
import type { LedgerParts } from './ledgerParts';
import { isProduced, isScheduled } from './chargePostings';
import { type ClaimLineFacts, claimLineFacts } from './claimLineFacts';
import { claimShares } from './claimMoney';
import { finalisedOn, isPaidByClaimLines, isPaidLine } from './insuranceMoney';
import type { Post, Posting } from './posting';

/** Lines on a claim as sent: their write-off counts (W2, W3). */
const sent: ReadonlySet<ClaimStatus> = new Set(['Not Received', 'Received', 'Supplemental']);
const received: ReadonlySet<ClaimStatus> = new Set(['Received', 'Supplemental']);

/** Claim lines between two pauses: money of a whole claim is spread over its lines. */
const LINES_A_STEP = 2_500;

export function* postClaimLines(allocated: LedgerParts, post: Post): Steps<void> {
  const lines = allocated.ledger.tables['Claim Lines'];
  const isUnknown = unknownCharges(allocated);
  const facts = claimLineFacts(allocated);
  const isInsuranceHere = isPaidByClaimLines(allocated.ledger);
  for (let line = 0; line < lines.length; line++) {
    if (line % LINES_A_STEP === LINES_A_STEP - 1) yield;
    const charge = facts.chargeOf(line);
    const isNamed = lines.chargeId.codes[line]! !== 0;
    if (charge !== undefined && isScheduled(allocated, charge)) {
      postScheduled(allocated, { facts, line, charge }, post);
    } else if (charge === undefined ? !isNamed || isUnknown(line) : isProduced(allocated, charge)) {
      postWriteOffs(allocated, { facts, line, charge }, post);
    }
    if (isInsuranceHere) postInsurance(allocated, { facts, line }, post);
  }
}

/** Lines of a charge that no row of the ledger has: they stand for themselves. A voided one is known. */
function unknownCharges({ ledger }: LedgerParts): (line: number) => boolean {
  const { chargeId } = ledger.tables['Claim Lines'];
  let known: ReadonlySet<string> | undefined;
  return (line) => {
    known ??= new Set(ledger.charges.id.texts);
    return !known.has(textAt(chargeId, line));
  };
}

interface OfLine {
  readonly facts: ClaimLineFacts;
  readonly line: number;
  readonly charge: number | undefined;
}

/** Scheduled work is what it is expected to earn: less capitation, and less the estimate by option (P9). */
function postScheduled({ ledger }: LedgerParts, of: OfLine & { charge: number }, post: Post): void {
  const { facts, line, charge } = of;
  const status = facts.statusOf(line);
  const moment = ledger.charges.service[charge]!;
  const provider = ledger.providers.ofCharge[charge]!;
  const cents = 0 - (facts.currentWriteOff(line) ?? facts.firstEstimate(line) ?? 0);
  if (cents === 0) return;
  if (status === 'CapEstimate') {
    post('Claim Lines', line, { measure: 'scheduled', moment, provider, cents, charge });
  } else if (status === 'Estimate' || status === 'Not Received') {
    post('Claim Lines', line, { measure: 'scheduledWriteOff', moment, provider, cents, charge });
  }
}

function postWriteOffs({ ledger, lookup }: LedgerParts, of: OfLine, post: Post): void {
  const { facts, line, charge } = of;
  const lines = ledger.tables['Claim Lines'];
  // What is written off of a whole claim is where its first line is.
  const about = charge ?? lookup.ofClaim(textAt(lines.claimNumber, line))[0] ?? NONE;
  const status = facts.statusOf(line);
  const provider = facts.providerOf(line);
  const put = (measure: Posting['measure'], moment: number, cents: number): void => {
    if (moment === NO_MOMENT || cents === 0) return;
    post('Claim Lines', line, { measure, moment, provider, cents, charge: about });
  };
  const writtenOff = facts.writtenOff(line);
  if (status === 'CapComplete') {
    // Capitation is no production at all (P1): it comes off under the charge's provider.
    const ofCharge = charge === undefined ? provider : ledger.providers.ofCharge[charge]!;
    const moment = charge === undefined ? facts.doneOn(line) : ledger.charges.service[charge]!;
    if (moment !== NO_MOMENT && writtenOff !== 0) {
      const cents = 0 - writtenOff;
      const off = {
        measure: 'production',
        moment,
        provider: ofCharge,
        cents,
        charge: about,
      } as const;
      post('Claim Lines', line, off);
    }
    return;
  }
  if (!sent.has(status)) return;
  const estimate = facts.firstEstimate(line) ?? 0;
  const estimatedOn = lines.estimated[line]!;
  const completed = charge === undefined ? NO_MOMENT : ledger.charges.completed[charge]!;
  put('writeOffWhenDone', facts.doneOn(line), 0 - writtenOff);
  put('writeOffEstimate', estimatedOn, 0 - estimate);
  put('payrollEstimate', completed, 0 - estimate);
  if (!received.has(status)) return;
  // A line without a Payment Date was paid by its check.
  const paidOn = lines.date[line]! === NO_MOMENT ? lines.check[line]! : lines.date[line]!;
  put('writeOffWhenPaid', paidOn, 0 - writtenOff);
  // An estimate without its date was never reported, so that there is nothing to change (W3, W4).
  const reported = (on: number): number => (on === NO_MOMENT ? 0 : estimate);
  put('writeOffChange', paidOn, reported(estimatedOn) - writtenOff);
  put('payrollChange', lines.received[line]!, reported(completed) - writtenOff);
}

function postInsurance(allocated: LedgerParts, of: Omit<OfLine, 'charge'>, post: Post): void {
  const { ledger } = allocated;
  const lines = ledger.tables['Claim Lines'];
  const { facts, line } = of;
  if (!isPaidLine(ledger, line)) return;
  const final = finalisedOn(ledger, 'Claim Lines', line);
  const receivedOn = lines.received[line]!;
  const isPayroll = received.has(facts.statusOf(line));
  for (const { provider, cents, charge } of claimShares(allocated, facts, line)) {
    const put = (measure: Posting['measure'], moment: number): void => {
      post('Claim Lines', line, { measure, moment, provider, cents, charge });
    };
    if (final !== NO_MOMENT) put('insuranceIncome', final);
    if (receivedOn === NO_MOMENT || !isPayroll) continue;
    put(final === NO_MOMENT ? 'notFinal' : 'payrollInsurance', receivedOn);
  }
}
