/** Columns that several kinds of table have. */
import type { ColumnSpec } from './columnSpec';

export const accountId = {
  header: 'Account ID',
  type: 'text',
  synonyms: [
    'Account #',
    'Account Number',
    'Account',
    'Patient Account',
    'Patient AC#',
    'Guest Code',
  ],
} as const satisfies ColumnSpec;
export const invoiceNumber = {
  header: 'Invoice Number',
  type: 'text',
  synonyms: ['Invoice ID', 'Invoice #', 'Invoice No', 'Invoice'],
} as const satisfies ColumnSpec;
export const provider = {
  header: 'Provider',
  type: 'text',
  synonyms: [
    'Provider Name',
    'Rendering Provider',
    'RenderingProviderName',
    'Treating Provider',
    'Practitioner',
    'Production User',
    'Producer',
    'Clinician',
    'Therapist',
    'Staff Member',
    'Serviced By',
    'Doctor',
    'Dentist',
    'Dentists',
    'SchedulingProviderName',
    'SupervisingProviderName',
    'Attending Physician',
    'Resource Physician',
    'Billing Provider',
    'Prov',
    'Dr.',
  ],
} as const satisfies ColumnSpec;
export const location = {
  header: 'Location',
  type: 'text',
  synonyms: [
    'Hospital Location',
    'Location Name',
    'ServiceLocationName',
    'PracticeName',
    'Division/Department',
    'Facility',
    'Facility Name',
    'Office',
    'Center',
  ],
} as const satisfies ColumnSpec;
export const patientId = {
  header: 'Patient ID',
  type: 'text',
  synonyms: ['Patient #', 'Patient Number'],
} as const satisfies ColumnSpec;
export const amount = { header: 'Amount', type: 'cents', bold: true } as const satisfies ColumnSpec;
export const claimNumber = {
  header: 'Claim Number',
  type: 'text',
  synonyms: ['Claim No', 'Claim No.', 'Claim #', 'Claim ID', 'CLP01', 'EncounterID'],
} as const satisfies ColumnSpec;
export const guarantorId = {
  header: 'Guarantor ID',
  type: 'text',
  synonyms: ['Guarantor', 'Guarantor #', 'Guarantor Number'],
} as const satisfies ColumnSpec;
export const enteredDate = {
  header: 'Entered Date',
  type: 'moment',
  synonyms: [
    'PostingDate',
    'Posting Date',
    'Posted Date',
    'Post Date',
    'Date Entry',
    'Entry Date',
    'Date Entered',
    'Date Created',
    'Accounting Date',
  ],
} as const satisfies ColumnSpec;
export const checkDate = {
  header: 'Check Date',
  type: 'moment',
  synonyms: ['Cheque Date', 'depositDate', 'Deposit Date'],
} as const satisfies ColumnSpec;
export const allowed = {
  header: 'Allowed',
  type: 'optionalCents',
  synonyms: [
    'AllowedAmount',
    'Allowed Fee',
    'PrimaryInsuranceInsuranceAllowed',
    'ExpectedAmount',
    'expected_reimbursement',
  ],
} as const satisfies ColumnSpec;
/** The charge that a row of another kind names. */
export const chargeId = {
  header: 'Charge ID',
  type: 'text',
  synonyms: ['Line Item ID', 'Procedure ID'],
} as const satisfies ColumnSpec;
