/**
 * The allocation report a second time, from the rules alone: suggested splits, income transfers and the
 * unearned control, as of a day. Rows are objects, money is whole cents, everything is looked for anew.
 *
 * Rules of reading: where the rules leave a choice, this is the one taken here.
 *
 * What is read
 *  AO-1  A row counts when its day is not after the last day. A claim line is answered on its Payment
 *        Date, else its Check Date, else always; answered later, it still waits: Insurance Estimate
 *        and Write-off Estimate.
 *  AO-2  A charge is worth Amount - Discount + Tax; insurers are billed its Amount. A header tax,
 *        Claim Adjustments and the Type Map are not read, aliases of providers neither.
 *  AO-3  Complete charges alone are charges. What is on any other charge that is not voided, or on
 *        one of a later day, stays there, whatever its type, and so do adjustments on it. On a voided
 *        or unknown charge it is money, or an adjustment, without a charge.
 *  AO-4  Family: Guarantor ID, else the one that any row of the patient names, else Account ID, else
 *        Patient ID; money and adjustments on a charge are of its family. A blank patient is the
 *        guarantor, else the account.
 *  AO-5  Blank patient, provider and location of money on a charge or adjustment are the charge's.
 *        Without one they stay blank; blank equals blank. The Claim or Invoice Number of patient
 *        money attaches it to nothing.
 *  AO-6  Insurance money is read once: where any Claim Line has Insurance Paid, Payments by Insurance
 *        move nothing. Else those on a charge are paid on it and the others are as-total money. Check
 *        Date is not asked: what was received is off the balance, finalised or not (P40).
 *  AO-7  Open lines take estimate and write-off (current, else first) off the charge, answered ones
 *        what was paid and the current write-off. A supplemental of the same claim and charge is off
 *        the estimate of a line still waiting.
 *  AO-8  A Deposit is unearned money of no charge. Credit Applied and Unapplied are two movements: on
 *        what the row names, and the opposite one on unearned without a provider, for the same
 *        patient and location.
 *  AO-9  The default unearned type is called DEFAULT_UNEARNED; hidden types begin with `hidden` in
 *        any case. Unearned money pays no charge even where it names one; only the money of T13 asks
 *        for its charge.
 *  AO-10 Of Charge ID and Adjustment ID the charge counts; money on an attached adjustment is on its
 *        charge.
 *
 * Order (A11)
 *  AO-11 Day, kind, time, id, sheet row. Splits of one payment on one day stand in sheet order.
 *  AO-12 Providers, locations and patients are never an order, except of groups of wrong places on
 *        one charge (T6).
 *
 * Charges (A10-A14)
 *  AO-13 An attached adjustment of the charge's provider is part of the charge, wherever and whoever
 *        for. One of another provider is production of its own beside it (T11), not part of the
 *        charge's open amount, though A12 adds all attached ones: it is ordered as an adjustment, by
 *        the first of its place, and paid by a split that carries the Charge ID and the adjustment's
 *        provider.
 *  AO-14 Money on a charge with another patient, provider or location than any production there is
 *        misallocated money. If it is negative it is not open production, so that no new payment pays
 *        it; a transfer may fill it.
 *
 * Suggested splits (A20-A31)
 *  AO-15 New money: Payment, Redeposit, Refund, Returned Check and Reversal rows by patients that
 *        name no charge, no adjustment and no unearned type. Each row is split by itself, by date, id
 *        and row; a suggestion counts as accepted when the next row is split. So earlier unsplit
 *        payments are not linked implicitly.
 *  AO-16 All charges of the family until the last day are open to it, also those after the payment.
 *  AO-17 Money on account (A25) is the rest: unearned that is not hidden, transfers and credits
 *        without a charge, misallocated money, overpayments by patients, as-total insurance, negative
 *        adjustments, negative production. Insurance above a charge is linked in the last step of A30
 *        alone. Overpayments stand at their newest money.
 *  AO-18 `auto` suggests what `fully` does: the difference is what may be done with it.
 *  AO-19 `none`: one split of the whole row, of the row's provider, else the provider with most
 *        complete charges of the patient (the first of these by A11), refunds too, rule A1.
 *  AO-20 A negative row without suggestion (A24) is left alone and changes nothing for later rows.
 *  AO-21 Only A23 gives the remainder, in both modes; prepay-to-providers changes no suggestion.
 *
 * Insurance as total (A41-A43)
 *  AO-22 A claim line without a Charge ID that is answered is as-total. A41 takes it where the claim
 *        has lines that wait (Not Received, or answered later), without capitation; order: all wait,
 *        so their id, then their row. Fee = Amount. Already paid = supplementals of the claim on that
 *        charge and earlier as-total shares. Amounts taken back are off the oldest as-total amounts
 *        first. All waiting lines are answered by it, also with nothing.
 *  AO-23 The share is of the line's provider, else the charge's; its Payment ID is the Claim Line ID
 *        of the total.
 *  AO-24 What A41 spreads counts as posted in the transfers too. What it does not take (`off`, or no
 *        line waits) is money on account for suggestions, and is spread by A43 before the transfer.
 *        `off` tells one A42 split: provider of the total, else of the claim's first line; patient
 *        and location of that line.
 *  AO-25 A43 takes lines that wait or were received, in the order of A41; one pair number for offset
 *        and supplementals; without a line all goes to unearned (provider by T9). Money without a
 *        claim number is not spread.
 *  AO-26 A45 is no step of its own: an option for it does not exist, and the transfer gives its
 *        numbers.
 *
 * Transfers (T0-T14)
 *  AO-27 Transfers are proposed for the ledger as it stands; patient splits that are suggested are
 *        not posted first. `withSplits` posts them, for whoever reads it the other way.
 *  AO-28 One transfer a family, dated the last day. Order: A43, T13, T4 (4), T6, layers, leftovers.
 *  AO-29 Pools of T4 (2) are per type too, unallocated money ('') being one. Dates of used-up money
 *        count. Money that the transfer itself makes is the youngest, unless it joins a pool.
 *  AO-30 Overdrawn pools are filled in T4 (4), and again with what T6 frees, like open production
 *        ("the rest" in A11).
 *  AO-31 A44, T8: at most the patient's money and the negative production not given out yet move.
 *        Estimates count as insurance. With T8 off, negative production that is not backed by money
 *        on it blocks the family: no rows at all.
 *  AO-32 Leftovers (T9) are unallocated money. Unearned money stays where it is, also what T6 made,
 *        with its provider.
 *  AO-33 FIFO is one layer that asks for nothing, with all other steps; under `fully` it is not
 *        available, and the layers run. Else paysplit-enforcement changes no transfer.
 *  AO-34 T13 moves all hidden money on a complete charge. Its negative side names no charge; the
 *        ledger keeps the link that the rule removes, so hidden money taken from no charge was taken
 *        from complete charges first.
 *  AO-35 Insurance money outside A43 never moves.
 *
 * Unearned (U7)
 *  AO-36 Rows of the ledger, not of the proposals, of all types, hidden ones with their name; type by
 *        type and provider by provider. Transfers, Credit Applied and Unapplied are transfers out
 *        (net, out is positive); Payment, Redeposit and Deposit are receipts with their sign; all
 *        else are refunds (out is positive). Rows of five zeros are left out.
 */
import { readFacts, rowsOf, type Tables } from './allocation/facts';
import { postInsurance } from './allocation/insurance';
import { type SuggestedSplit, suggestFamily } from './allocation/splits';
import { type Notice, transferFamily, type TransferRow } from './allocation/transfers';
import { type UnearnedRow, unearnedTable } from './allocation/unearned';
import { moneyOfCents, type PlainRow, textOf } from './plainLedger';

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
  const made = facts.families.map((family) => ({
    splits: suggestFamily(facts, family, { insurance, options }),
    ...transferFamily(facts, family, { insurance, options, date: run.to.slice(0, 10) }),
  }));
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
  const isByLines = rowsOf(ledger, 'Claim Lines').some(
    (row) => textOf(row, 'Insurance Paid') !== '',
  );
  const isLine = (row: TransferRow): boolean =>
    isByLines && row.rule === 'A43' && row.unearnedType === '';
  const lines = transfers.filter(isLine).map((row, place): PlainRow => ({
    'Claim Line ID': `transfer ${row.date} ${place}`,
    'Claim Number': row.claim,
    'Charge ID': row.chargeId,
    Provider: row.provider,
    Status: row.chargeId === '' ? 'Received' : 'Supplemental',
    'Insurance Paid': moneyOfCents(row.cents),
    'Payment Date': row.date,
    'As Total': row.chargeId === '' ? 'Yes' : '',
  }));
  const payments = transfers
    .filter((row) => !isLine(row))
    .map((row): PlainRow => ({
      'Payment ID': `transfer ${row.date} ${row.family}`,
      'Payment Date': row.date,
      Type: 'Transfer',
      Payer: row.rule === 'A43' && row.unearnedType === '' ? 'Insurance' : 'Patient',
      Amount: moneyOfCents(row.cents),
      'Claim Number': row.claim,
      'Charge ID': row.chargeId,
      'Adjustment ID': row.adjustmentId,
      'Unearned Type': row.unearnedType,
      Provider: row.provider,
      'Patient ID': row.patient,
      'Guarantor ID': row.family,
      Location: row.location,
    }));
  return {
    ...ledger,
    Payments: [...rowsOf(ledger, 'Payments'), ...payments],
    'Claim Lines': [...rowsOf(ledger, 'Claim Lines'), ...lines],
  };
}

/** The ledger once the suggested splits of patient payments are accepted: each takes its row's place. */
export function withSplits(ledger: Tables, splits: AllocationOracle['splits']): Tables {
  const ofPatients = splits.filter(({ rule }) => rule !== 'A41' && rule !== 'A42');
  const payments = rowsOf(ledger, 'Payments').flatMap((row, place): PlainRow[] => {
    const parts = ofPatients.filter((split) => split.row === place);
    if (parts.length === 0) return [row];
    return parts.map((split) => ({
      ...row,
      Amount: moneyOfCents(split.cents),
      'Charge ID': split.chargeId,
      'Adjustment ID': split.adjustmentId,
      'Unearned Type': split.unearnedType,
      Provider: split.provider,
      'Patient ID': split.patient,
      Location: split.location,
    }));
  });
  return { ...ledger, Payments: payments };
}
