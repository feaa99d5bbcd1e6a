/** Accepted proposals as a table of Payments: rows that the reader takes like any others (T14). */
import type { Steps } from '../../core/steps';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import type { SuggestedSplit } from '../../engine/allocation/proposals';
import {
  type ProposedPair,
  splitRows,
  type TransferRow,
  transferRows,
} from '../../engine/allocation/transferRows';
import { isHiddenType } from '../../engine/moneyPostings';
import { cents, count, type SheetColumn, text, type Value } from '../sheet';
import { movedParts } from './payments';
import type { AllocationWords } from './words';

/** Where accepted rows stand in the workbook, unless that name is taken. */
export const ACCEPTED_SHEET = 'Accepted Transfers';

/** Which acceptance a row is of, from 1: the rows of the last one can be taken back together. */
export const ACCEPTANCE = 'Acceptance';

/** Pairs and payments between two pauses. */
const GROUPS_A_STEP = 200;

export interface AcceptedTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** Rows at which a pair, or the splits of a payment, begins: its rows add up to 0. */
  readonly groups: readonly number[];
  /** Cents that leave hidden prepayments: until then they are in no figure of income (P11, T13). */
  readonly hiddenCents: number;
}

export interface Accepted {
  readonly pairs: readonly ProposedPair[];
  /** All splits of each payment that is accepted. */
  readonly splits: readonly SuggestedSplit[];
}

/** The columns, with the canonical headers of Payments; two at the end say more and are not read. */
function columnsOf(hasEntered: boolean): SheetColumn[] {
  return [
    text('Payment ID'),
    { head: 'Payment Date', type: 'moment' },
    text('Type'),
    cents('Amount'),
    text('Payer'),
    text('Provider'),
    text('Charge ID'),
    text('Adjustment ID'),
    text('Unearned Type'),
    text('Patient ID'),
    text('Guarantor ID'),
    text('Account ID'),
    text('Location'),
    text('Claim Number'),
    text('Invoice Number'),
    text('Refund Of'),
    ...(hasEntered ? [{ head: 'Entered Date', type: 'day' } as const] : []),
    count(ACCEPTANCE),
    text('Reason'),
  ];
}

/** `entered`: first moment of the day on which they are accepted. */
export function* acceptedTable(
  made: Allocated,
  { pairs, splits }: Accepted,
  of: {
    readonly words: AllocationWords;
    readonly entered: number;
    readonly acceptance: number;
  },
): Steps<AcceptedTable> {
  const { sources } = made.accounts.allocated.ledger;
  // Payroll wants the day in every table of Payments or in none (P30).
  const hasEntered = sources.some(
    ({ kind, fields }) => kind === 'Payments' && fields.has('entered'),
  );
  const rows: Value[][] = [];
  const groups: number[] = [];
  let hiddenCents = 0;
  const add = (row: TransferRow, reason: string): void => {
    if (isHiddenType(row.unearnedType)) hiddenCents -= row.cents;
    rows.push([
      row.id,
      row.moment,
      'Transfer',
      row.cents,
      row.payer,
      row.provider,
      row.chargeId,
      row.adjustmentId,
      row.unearnedType,
      row.patientId,
      row.guarantorId,
      row.accountId,
      row.location,
      row.claimNumber,
      row.invoiceNumber,
      row.refundOf,
      ...(hasEntered ? [of.entered] : []),
      of.acceptance,
      reason,
    ]);
  };
  for (const [place, pair] of pairs.entries()) {
    if (place % GROUPS_A_STEP === GROUPS_A_STEP - 1) yield;
    groups.push(rows.length);
    const reason = of.words.reason(pair);
    for (const row of transferRows(made, [pair])) add(row, reason);
  }
  // One call for all of them: it is what keeps their ids apart.
  const ofSplits = splitRows(made, splits).values();
  yield;
  for (const [place, { parts, name }] of movedParts(made, splits).entries()) {
    if (place % GROUPS_A_STEP === GROUPS_A_STEP - 1) yield;
    groups.push(rows.length);
    const reasons = [`${name} is split as suggested`, ...parts.map((part) => of.words.rule(part))];
    for (const reason of reasons) {
      const { value } = ofSplits.next();
      if (value !== undefined) add(value, reason);
    }
  }
  return { columns: columnsOf(hasEntered), rows, groups, hiddenCents };
}
