/**
 * The allocation report a second time, from the rules alone: suggested splits, income transfers and the
 * unearned control, as of a day. Rows are objects, money is whole cents, everything is looked for anew.
 *
 * Rules of reading: where the rules leave a choice, this is the one taken here.
 *
 * What is read
 *  AO-1  A row counts when its day is not after the last day. A claim line is answered on its Payment
 *        Date, else its Check Date, else always; answered later, it still waits: Insurance Estimate
 *        and Write-off Estimate. A supplemental of a later day is not there yet.
 *  AO-2  A charge is worth Amount - Discount + Tax, less write-offs, which never take off more than its
 *        Amount; insurers are billed its Amount. A header tax, Claim Adjustments and the Type Map are
 *        not read, aliases of providers neither.
 *  AO-3  Complete charges alone are charges. What is on any other charge that is not voided, or on
 *        one of a later day, stays there, whatever its type, and so do adjustments on it, and money
 *        for an adjustment of a later day. On a voided charge money is unallocated, an adjustment
 *        takes no part. What names a charge or adjustment that is not there stays where it is.
 *  AO-4  Family: Guarantor ID, else the one that any row of the patient names, else Account ID, else
 *        Patient ID; else that of the charge or adjustment. What has none takes no part. A blank
 *        patient of a charge is the guarantor, else the account.
 *  AO-5  Blank patient, provider and location of money on a charge are the charge's; of money for an
 *        adjustment too, but the provider, who is the adjustment's. Hidden money keeps its own
 *        provider. The Claim or Invoice Number of patient money attaches it to nothing.
 *  AO-6  Insurance money is read once: where any Claim Line has Insurance Paid, Payments by Insurance
 *        move nothing, but for transfers. Check Date is not asked: what was received is off the
 *        balance, finalised or not (P40).
 *  AO-7  Open lines take estimate and write-off (current, else first) off what is open, answered ones
 *        what was paid and the current write-off; money that Payments bring is off the estimate.
 *  AO-8  A Deposit is unearned money of no charge. Credit Applied and Unapplied are two movements: on
 *        what the row names, and the opposite one on unearned without a provider, for the same
 *        patient and location.
 *  AO-9  New unearned money has the type that most rows bear, ties by name, else `Account credit` where
 *        there is credit, else `Unearned`. Hidden types begin with `hidden` in any case.
 *  AO-10 Of Charge ID and Adjustment ID the charge counts; money on an attached adjustment is on its
 *        charge.
 *
 * Order (A11)
 *  AO-11 Day, kind, time, id, sheet row. Splits of one payment on one day stand in sheet order.
 *  AO-12 Providers, locations and patients are never an order, except where nothing else is: wrong
 *        places on one charge, pools of one row or of none.
 *
 * Charges (A10-A14)
 *  AO-13 Attached adjustments are of the charge's patient and location. Of its provider they are part
 *        of it; of another one they stand beside it (T11), and what lowers is set against what else is
 *        on the charge, its own first, before anything counts as open or overpaid (A12).
 *  AO-14 Money on a charge with another patient, provider or location than any production there is
 *        misallocated money. If it is negative it is no open charge, so that no new payment pays it;
 *        a transfer may fill it.
 *
 * New money (A20-A31)
 *  AO-15 New money: Payment, Redeposit, Refund, Returned Check and Reversal rows by patients that name
 *        no provider, charge, adjustment, claim, invoice or unearned type. Whoever named a provider
 *        decided whose money it is: that is on the account.
 *  AO-16 Unallocated money without a provider, of the same patient and location and the other sign,
 *        uses up the oldest of it first; that part stays as it is.
 *  AO-17 Money on account is matched first as the transfer matches it (A25), hidden money never (A30).
 *        Then each payment, by date, id and row, pays the charges of the family that are open on the
 *        last day, also those after it.
 *  AO-18 `auto` suggests what `fully` does: the difference is what may be done with it.
 *  AO-19 `none`: one split of the whole row, to the provider with most fees of the patient's complete
 *        charges, else of the family's, refunds too. Without such a one it is only unallocated (A1).
 *  AO-20 Refunds come after all payments; what has no suggestion (A24) is left alone.
 *  AO-21 Only A23 gives the remainder; prepay-to-providers changes no suggestion.
 *
 * Insurance as total (A41-A43)
 *  AO-22 An answered claim line without a Charge ID, or a payment by Insurance that names a claim
 *        alone, is as-total. A41 takes it where the claim has lines that wait (Not Received, or answered
 *        later), A43 where all are answered; no line of capitation, estimate or supplemental.
 *        Fee = Amount. Already paid = what the line, its supplementals and Payments on the charge
 *        paid, and earlier totals. What was taken back is off the oldest totals; a rest of it is on the
 *        first line. All waiting lines are answered by a total, also with nothing.
 *  AO-23 The share is of the line's provider, else the charge's; its Payment ID is that of the total.
 *        The offset is of the total's provider; a total without one stands under those of the lines.
 *  AO-24 `off` says nothing of totals (A42), and they stand in memory as with `auto`.
 *  AO-25 One offset and its supplementals for each total; totals of claim lines by id, then payments.
 *        A claim of which no line is left where it is; a payment for a claim without lines stands on its
 *        charges by their fees (Z-17).
 *  AO-26 A45 with full enforcement: what was overpaid on an answered charge goes to open charges of the
 *        same claim, before the layers.
 *
 * Transfers (T0-T14)
 *  AO-27 New money is no pool: it is split, not transferred. What is left of it may be, after it is split.
 *  AO-28 One transfer a family, dated the last day. Order: A43, T13, T4 (4), T6, A45, layers,
 *        leftovers; then new money; then what is left in any pool.
 *  AO-29 Pools of T4 (2) are per type too, unallocated money being one, and stand where the oldest of
 *        the same place stands. Dates of used-up money count. What the transfer itself makes is the
 *        youngest.
 *  AO-30 Overdrawn pools that are not hidden are filled in T4 (4), and again with what T6 frees, like
 *        open production ("the rest" in A11).
 *  AO-31 A44, T8: at most the patient's money and the negative production not given out yet move.
 *        Estimates are no money and make nothing overpaid (P42). With T8 off, negative production that
 *        is not backed by money on it blocks the family: no rows at all.
 *  AO-32 Leftovers (T9): what T6 and T8 took and nobody needs is without a provider, unless providers
 *        may be prepaid (A4), by the pair that took it; so is unallocated money. Unearned money that
 *        the ledger has keeps its provider.
 *  AO-33 FIFO is one layer that asks for nothing, and all on one charge is one: only what is above the
 *        whole of it leaves it, others' money first. Under `fully` it is not available.
 *  AO-34 T13 moves hidden money on a complete charge, less what was given back of it. Its negative side
 *        names no charge; the ledger keeps the link that the rule removes, so hidden money taken from
 *        no charge was taken from complete charges first. Other unearned money that names a complete
 *        charge goes to it as far as it is open. Hidden money that names no charge is in the pools, and
 *        moves after new money where there is some (AO-17).
 *  AO-35 Insurance money outside A43 never moves.
 *
 * Unearned (U7)
 *  AO-36 Rows of the ledger, not of the proposals, of all types that are not hidden (U1); type by
 *        type and provider by provider. Transfers, Credit Applied and Unapplied are transfers out
 *        (net, out is positive); Payment, Redeposit and Deposit are receipts with their sign; all
 *        else are refunds (out is positive). Rows of five zeros are left out.
 */
import { readFacts, rowsOf, type Tables } from './allocation/facts';
import { postInsurance } from './allocation/insurance';
import type { SuggestedSplit } from './allocation/splits';
import { allocateFamily, type Notice, type TransferRow } from './allocation/transfers';
import { type UnearnedRow, unearnedTable } from './allocation/unearned';
import { moneyOfCents, type PlainRow } from './plainLedger';

export type { SuggestedSplit } from './allocation/splits';
export type { Notice, TransferRow } from './allocation/transfers';
export type { UnearnedRow } from './allocation/unearned';

export interface AllocationRun {
  readonly from: string;
  readonly to: string;
  readonly options?: Readonly<Record<string, string>>;
}

export interface AllocationOracle {
  splits: (SuggestedSplit & { line?: number })[];
  transfers: TransferRow[];
  unearned: UnearnedRow[];
  notices: Notice[];
}

export function allocationOracle(ledger: Tables, run: AllocationRun): AllocationOracle {
  const options = run.options ?? {};
  const facts = readFacts(ledger, run.to);
  const insurance = postInsurance(ledger, facts, options);
  const date = run.to.slice(0, 10);
  const made = facts.families.map((family) =>
    allocateFamily(facts, family, { insurance, options, date }),
  );
  const ofInsurance = insurance.splits.map((split) => ({
    ...split,
    adjustmentId: '',
    unearnedType: '',
  }));
  return {
    splits: [...ofInsurance, ...made.flatMap(({ splits }) => splits)],
    transfers: made.flatMap(({ rows }) => rows),
    unearned: unearnedTable(facts, run.from),
    notices: made.flatMap(({ notices }) => notices),
  };
}

/* ---- posting what was proposed ---- */

/** The ledger once the transfers are saved: rows are added, none is changed (T14). */
export function withTransfers(ledger: Tables, transfers: readonly TransferRow[]): Tables {
  const payments = transfers.map((row): PlainRow => ({
    'Payment ID': `transfer ${row.date} ${row.family}`,
    'Payment Date': `${row.date}T23:59:59`,
    Type: 'Transfer',
    Payer: row.rule === 'A43' ? 'Insurance' : 'Patient',
    Amount: moneyOfCents(row.cents),
    'Claim Number': row.claim,
    'Charge ID': row.chargeId,
    'Adjustment ID': row.adjustmentId,
    'Unearned Type': row.unearnedType,
    Provider: row.provider || (row.isOfLines ? '' : 'No provider'),
    'Patient ID': row.patient,
    'Guarantor ID': row.family,
    Location: row.location,
  }));
  return { ...ledger, Payments: [...rowsOf(ledger, 'Payments'), ...payments] };
}

/** The ledger once the suggested splits of patient payments are accepted: each takes its row's place. */
export function withSplits(ledger: Tables, splits: AllocationOracle['splits']): Tables {
  const ofPatients = splits.filter(({ line }) => line === undefined);
  const payments = rowsOf(ledger, 'Payments').flatMap((row, place): PlainRow[] => {
    const parts = ofPatients.filter((split) => split.row === place);
    if (parts.length === 0) return [row];
    return parts.map((split) => ({
      ...row,
      Amount: moneyOfCents(split.cents),
      'Charge ID': split.chargeId,
      'Adjustment ID': split.adjustmentId,
      'Unearned Type': split.unearnedType,
      Provider: split.provider || (split.chargeId === '' ? '' : 'No provider'),
      'Patient ID': split.patient,
      Location: split.location,
    }));
  });
  return { ...ledger, Payments: payments };
}
