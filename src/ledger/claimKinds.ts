/** Adjustments and what insurers say of a claim. */
import type { ColumnSpec } from './columnSpec';
import {
  accountId,
  allowed,
  amount,
  chargeId,
  checkDate,
  claimNumber,
  enteredDate,
  guarantorId,
  invoiceNumber,
  location,
  patientId,
  provider,
} from './commonColumns';

/** Adjustments: signed effect on what is owed. */
export const adjustmentsColumns = {
  id: { header: 'Adjustment ID', type: 'text', bold: true, synonyms: ['Adjustment #', 'Adj ID'] },
  date: {
    header: 'Date',
    type: 'moment',
    bold: true,
    synonyms: ['Adjustment Date', 'Adj Date', 'AdjDate'],
  },
  type: {
    header: 'Type',
    type: 'text',
    bold: true,
    synonyms: ['Adjustment Type', 'Adj Type', 'AdjType'],
  },
  amount: {
    ...amount,
    synonyms: ['Adjustment Amount', 'Adjustment Amt', 'Adj Amount', 'Amount Adjusted'],
  },
  entered: enteredDate,
  chargeId,
  claimNumber,
  invoiceNumber,
  accountId,
  provider,
  patientId,
  guarantorId,
  location,
} as const satisfies Record<string, ColumnSpec>;

/** Claim Adjustments, as on an 835: positive reduces. */
export const claimAdjustmentsColumns = {
  claimNumber: { ...claimNumber, bold: true },
  amount,
  chargeId,
  group: {
    header: 'Group',
    type: 'choice',
    choices: ['CO', 'PR', 'OA', 'PI', 'CR'],
    synonyms: ['Group Code', 'adjustment_group_code', 'Adjustment Group'],
  },
  reason: {
    header: 'Reason',
    type: 'text',
    synonyms: ['Reason Code', 'adjustment_reason', 'Adjustment Reason'],
  },
  date: { header: 'Date', type: 'moment', synonyms: ['Adjustment Date', 'PostingDate'] },
} as const satisfies Record<string, ColumnSpec>;

/** Statuses of a claim line; what each does stands in claimStatus.ts. */
export const claimStatuses = [
  'Not Received',
  'Received',
  'Supplemental',
  'Estimate',
  'Preauth',
  'CapClaim',
  'CapComplete',
  'CapEstimate',
  'Adjustment',
  'InsHist',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** Claim Lines: what was estimated and what was paid for a charge. */
export const claimLinesColumns = {
  id: { header: 'Claim Line ID', type: 'text', bold: true, synonyms: ['Claim Line #'] },
  claimNumber,
  chargeId: { ...chargeId, bold: true, cellMayBeBlank: true },
  provider,
  status: {
    header: 'Status',
    type: 'choice',
    bold: true,
    choices: claimStatuses,
    synonyms: ['Claim Line Status', 'Claim Status'],
    valueSynonyms: { Preauthorization: 'Preauth', 'Insurance History': 'InsHist' },
  },
  procedure: { header: 'Procedure Date', type: 'moment', synonyms: ['ProcDate'] },
  insuranceEstimate: {
    header: 'Insurance Estimate',
    type: 'optionalCents',
    synonyms: ['Ins Estimate', 'Ins Est'],
  },
  writeOffEstimate: {
    header: 'Write-off Estimate',
    type: 'optionalCents',
    synonyms: ['Original Write-off Est', 'Write-off Est', 'Writeoff Est'],
  },
  estimated: { header: 'Estimate Date', type: 'moment' },
  writeOff: { header: 'Write-off', type: 'optionalCents', synonyms: ['Writeoff Amount'] },
  insurancePaid: {
    header: 'Insurance Paid',
    type: 'optionalCents',
    synonyms: ['Ins Paid', 'InsPayAmt', 'Insurance Payment'],
  },
  allowed,
  date: { header: 'Payment Date', type: 'moment', synonyms: ['DateCP'] },
  check: checkDate,
  received: { header: 'Received Date', type: 'moment', synonyms: ['Date Received'] },
  asTotal: { header: 'As Total', type: 'flag', blank: 'No' },
} as const satisfies Record<string, ColumnSpec>;
