/** Words of columns that hold money, or the date of it, beside the row of a charge or a payment. */
import { headerKey } from '../recognise';

/** What the money of a column is. */
export type BesideRole =
  | 'insurance payment'
  | 'patient payment'
  | 'payment'
  | 'insurance refund'
  | 'patient refund'
  | 'refund'
  | 'write-off'
  | 'adjustment';

const words: Readonly<Record<BesideRole, readonly string[]>> = {
  'insurance payment': [
    'Insurance Payment',
    'Insurance Payments',
    'Insurance Paid',
    'Insurance Paid Amount',
    'Ins Payment',
    'Ins Payments',
    'Ins Paid',
    'Primary Insurance Payment',
    'Secondary Insurance Payment',
    'Tertiary Insurance Payment',
    'Pri Ins Payment',
    'Sec Ins Payment',
    'Oth Ins Payment',
    'PrimaryInsuranceInsurancePayment',
    'SecondaryInsuranceInsurancePayment',
    'ins1_paid',
    'ins2_paid',
    'ins3_paid',
  ],
  'patient payment': [
    'Patient Payment',
    'Patient Payments',
    'PatientPaymentAmount',
    'Patient Paid',
    'Patient Paid Amount',
    'Pt Payment',
    'Pt Payments',
    'pt_paid',
    'Client Payment',
    'Client Payments',
    'CopayAmount',
  ],
  payment: [
    'Paid Amount',
    'Amount Paid',
    'Paid Amt',
    'Amt Paid',
    'Payment Amount',
    'Collected Amount',
    'Receipts',
  ],
  'insurance refund': ['Insurance Refund', 'Insurance Refunds', 'Total Take Backs', 'Recoup'],
  'patient refund': ['Patient Refund', 'Patient Refunds', 'Client Refund', 'Client Refunds'],
  refund: ['Refund', 'Refunds', 'Refunded Amount', 'Refund Amount'],
  'write-off': [
    'Write-off',
    'Write-offs',
    'Write-off Amount',
    'Insurance Write-off',
    'Insurance Write-Off Amount',
    'Client Write-Off Amount',
    'Client/Insurance Write-Off Amount',
    'WriteOff Adjustments',
    'Contractual',
    'Contractual Adjustment',
    'Contractual Adjustments',
    'Contractual Write-off',
    'InsuranceContractAdjustment',
    'PrimaryInsuranceInsuranceContractAdjustment',
    'SecondaryInsuranceInsuranceContractAdjustment',
    'Provider Reductions',
  ],
  adjustment: [
    'Adjustment',
    'Adjustments',
    'Adjustment Amount',
    'Adjustment Amt',
    'Amount Adjusted',
    'OtherAdjustment',
  ],
};

const roles = new Map(
  Object.entries(words).flatMap(([role, list]) =>
    list.map((word) => [headerKey(word), role as BesideRole] as const),
  ),
);

/** What money a header says that its column holds; undefined where it says none. */
export function besideRole(header: string): BesideRole | undefined {
  return roles.get(headerKey(header));
}

/** Headers of dates that are those of a role's money, the likeliest first. */
const ownDates: Readonly<Record<BesideRole, readonly string[]>> = {
  'insurance payment': [
    'Insurance Payment Date',
    'Insurance Paid Date',
    'Ins Payment Date',
    'PrimaryInsurancePaymentPostingDate',
    'Payment Date',
    'Paid Date',
    'Date Paid',
    'Collection Date',
    'received_date',
  ],
  'patient payment': [
    'Patient Payment Date',
    'Patient Paid Date',
    'Pt Payment Date',
    'Client Payment Date',
    'PatientPaymentPostingDate',
    'Payment Date',
    'Paid Date',
    'Date Paid',
    'Collection Date',
    'received_date',
  ],
  payment: ['Payment Date', 'Paid Date', 'Date Paid', 'Collection Date', 'received_date'],
  'insurance refund': ['Insurance Refund Date', 'Refund Date', 'Date Refunded'],
  'patient refund': ['Patient Refund Date', 'Client Refund Date', 'Refund Date', 'Date Refunded'],
  refund: ['Refund Date', 'Date Refunded'],
  'write-off': ['Write-off Date', 'Adjustment Date', 'Adj Date'],
  adjustment: ['Adjustment Date', 'Adj Date'],
};

/** The keys of headers that can be the date of a column's own money, the likeliest first. */
export function ownDateKeys(header: string, role: BesideRole): string[] {
  return [`${header} Date`, `Date of ${header}`, ...ownDates[role]].map(headerKey);
}
