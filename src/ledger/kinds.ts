/** The kinds of ledger table: their columns, which of them are bold, and the headers they go by. */

/**
 * What a cell of the column is read as.
 * `cents`: blank is 0. `optionalCents`: blank is told from 0. `moment`: blank is NO_MOMENT.
 * `flag`: Yes or No. `voided`: Yes, or the date of the void. `choice`: one of `choices`.
 */
export type ColumnType =
  'text' | 'cents' | 'optionalCents' | 'moment' | 'flag' | 'voided' | 'choice';

export interface ColumnSpec {
  /** The canonical header, as in the ledger format. */
  readonly header: string;
  readonly type: ColumnType;
  /** The column must exist; its cells must be filled, unless `cellMayBeBlank`. */
  readonly bold?: true;
  readonly cellMayBeBlank?: true;
  /** Headers of real exports that mean this column, the likeliest first. */
  readonly synonyms?: readonly string[];
  /** Headers that mean the opposite of a flag ("Excluded from Commissions"). */
  readonly reversed?: readonly string[];
  /** What a blank flag means. */
  readonly blank?: 'Yes' | 'No';
  /** The values of a choice; the first is what a blank cell means where the column is not bold. */
  readonly choices?: readonly string[];
  /** Values of real exports and the choice each stands for. */
  readonly valueSynonyms?: Readonly<Record<string, string>>;
}

export type KindName =
  | 'Charges'
  | 'Invoices'
  | 'Payments'
  | 'Adjustments'
  | 'Claim Adjustments'
  | 'Claim Lines'
  | 'Audit Trail'
  | 'Providers'
  | 'Commission Plans'
  | 'Type Map';

const accountId = {
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
const invoiceNumber = {
  header: 'Invoice Number',
  type: 'text',
  synonyms: ['Invoice ID', 'Invoice #', 'Invoice No', 'Invoice'],
} as const satisfies ColumnSpec;
const provider = {
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
const location = {
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
const patientId = {
  header: 'Patient ID',
  type: 'text',
  synonyms: ['Patient #', 'Patient Number'],
} as const satisfies ColumnSpec;
const amount = { header: 'Amount', type: 'cents', bold: true } as const satisfies ColumnSpec;

/** Charges: one row per service or product line. */
export const chargesColumns = {
  id: {
    header: 'Charge ID',
    type: 'text',
    bold: true,
    synonyms: [
      'Charge #',
      'Charge Number',
      'Line Item ID',
      'Invoice Line Item ID',
      'Line ID',
      'Transaction ID',
      'ID',
    ],
  },
  service: {
    header: 'Service Date',
    type: 'moment',
    bold: true,
    synonyms: [
      'Invoice Line Item Date / Time',
      'Date of Service',
      'ServiceStartDate',
      'From Service Date',
      'DOS From',
      'DOS',
      'Procedure Date',
      'Date Administered',
      'Date',
    ],
  },
  provider: { ...provider, bold: true, cellMayBeBlank: true },
  amount: {
    ...amount,
    synonyms: [
      'TotalCharges',
      'Total Charge',
      'Billed Charge',
      'Amt Billed',
      'Charge Amount',
      'Gross Amount',
      'Charges',
      'Charge',
      'Fee',
      'Billed',
      'Subtotal',
      'Original Price',
      'Gross Production',
      'Total Value',
    ],
  },
  code: {
    header: 'Code',
    type: 'text',
    synonyms: [
      'Product ID',
      'CPT Code',
      'CPT',
      'ProcedureCode',
      'Procedure Code',
      'Procedure Code(s)',
      'PIMS ID',
      'ASA',
    ],
  },
  description: {
    header: 'Description',
    type: 'text',
    synonyms: ['Product Name', 'ProcedureName', 'Procedure Name', 'Service Name', 'Item'],
  },
  invoiceTag: { header: 'Invoice Tag', type: 'text', synonyms: ['Invoice Tags', 'Tag', 'Tags'] },
  discount: {
    header: 'Discount',
    type: 'cents',
    synonyms: ['Total Discount Amount', 'Discount Amount', 'Line Discount'],
  },
  tax: {
    header: 'Tax',
    type: 'optionalCents',
    synonyms: ['Total Tax Amount', 'Sales Tax', 'Tax Amount', 'Line Tax'],
  },
  discountClass: { header: 'Discount Class', type: 'text' },
  taxClass: { header: 'Tax Class', type: 'text' },
  commissionable: {
    header: 'Commissionable',
    type: 'flag',
    blank: 'Yes',
    synonyms: ['Eligible for Commissions', 'Included in Commissions'],
    reversed: ['Excluded from Commissions', 'Commission Excluded'],
  },
  status: {
    header: 'Status',
    type: 'choice',
    choices: ['Complete', 'Scheduled', 'Planned', 'Unbilled', 'Voided'],
    synonyms: ['Charge Status', 'Line Status', 'Procedure Status'],
    valueSynonyms: {
      Completed: 'Complete',
      Void: 'Voided',
      Deleted: 'Voided',
      'Treatment Planned': 'Planned',
    },
  },
  invoiceNumber,
  accountId,
  accountType: { header: 'Account Type', type: 'text' },
  clientLastName: { header: 'Client Last Name', type: 'text' },
  clientFirstName: { header: 'Client First Name', type: 'text' },
  patientId,
  patientName: {
    header: 'Patient Name',
    type: 'text',
    synonyms: ['PatientFullName', 'Patient', 'Guest Name'],
  },
  location,
} as const satisfies Record<string, ColumnSpec>;

/** Invoices: one row per invoice. */
export const invoicesColumns = {
  number: { ...invoiceNumber, bold: true },
  closed: {
    header: 'Closed Date',
    type: 'moment',
    synonyms: ['Invoice Closed Date', 'Date Closed', 'Closed At', 'Closed'],
  },
  tax: {
    header: 'Tax',
    type: 'optionalCents',
    synonyms: ['Total Tax Amount', 'Invoice Tax', 'Sales Tax', 'Tax Amount', 'Total Tax'],
  },
  status: {
    header: 'Status',
    type: 'choice',
    choices: ['', 'Open', 'Closed', 'Voided'],
    synonyms: ['Invoice Status'],
    valueSynonyms: {
      Void: 'Voided',
      Active: 'Open',
      'Charges Complete': 'Open',
      'Checked Out': 'Closed',
    },
  },
  accountId,
  accountType: { header: 'Account Type', type: 'text' },
  taxExempt: { header: 'Tax Exempt', type: 'flag', blank: 'No' },
  location,
} as const satisfies Record<string, ColumnSpec>;

/** The Type values of Payments; what each does stands in moneyTypes.ts. */
export const paymentTypes = [
  'Payment',
  'Refund',
  'Returned Check',
  'Reversal',
  'Redeposit',
  'Deposit',
  'Deposit Refund',
  'Credit Applied',
  'Unapplied',
  'Transfer',
  'Void',
] as const;
export type PaymentType = (typeof paymentTypes)[number];

/** Payments: one row per movement of money, or per split of one. */
export const paymentsColumns = {
  id: {
    header: 'Payment ID',
    type: 'text',
    bold: true,
    synonyms: [
      'Transaction ID',
      'claim_payments_id',
      'Payment #',
      'Payment Number',
      'Trans #',
      'Transaction',
      'Receipt Number',
      'ID',
    ],
  },
  date: {
    header: 'Payment Date',
    type: 'moment',
    bold: true,
    synonyms: [
      'PatientPaymentPostingDate',
      'PrimaryInsurancePaymentPostingDate',
      'received_date',
      'Date Received',
      'Received At',
      'Collection Date',
      'Paid at',
      'Applied Date',
      'Transaction Date',
      'Time',
    ],
  },
  type: {
    header: 'Type',
    type: 'choice',
    bold: true,
    choices: paymentTypes,
    synonyms: ['Transaction Type', 'payment_transaction_type', 'Entry Type', 'Detail Type'],
    valueSynonyms: {
      Pmt: 'Payment',
      'Insurance Payment': 'Payment',
      'Patient Payment': 'Payment',
      Copay: 'Payment',
      Coinsr: 'Payment',
      'Deposit (Pre-Payment)': 'Deposit',
      Prepayment: 'Deposit',
      'Pre-Payment': 'Deposit',
      'Refund (Account Deposit)': 'Deposit Refund',
      'Refund (Invoice Payment)': 'Refund',
      REF: 'Refund',
      NSF: 'Returned Check',
      'Bounced Check': 'Returned Check',
      'Account Credit': 'Credit Applied',
      'Payment - Account Credit (Unapplied Payments)': 'Credit Applied',
      'Payment - Account Credit': 'Credit Applied',
      'Payment Unapplied from Invoice': 'Unapplied',
      'Unapplied Payment': 'Unapplied',
      'Transfer to Account Credit': 'Transfer',
      'Transfer from Account Credit': 'Transfer',
      'Transfer from Account Credit (Unapplied Payments)': 'Transfer',
      Voided: 'Void',
      'Refund - Other': 'Refund',
      'Payment - Other': 'Payment',
      'Payment Reversal': 'Reversal',
    },
  },
  amount: {
    ...amount,
    synonyms: [
      'Paid Amount',
      'Payment Amount',
      'Amount Paid',
      'Amt Paid',
      'Paid Amt',
      'Received',
      'Collected Amount',
      'Collected',
      'Receipts',
    ],
  },
  method: {
    header: 'Method',
    type: 'text',
    synonyms: ['Transaction Method', 'Payment Method', 'Payment Type', 'Payment Source'],
  },
  invoiceNumber,
  claimNumber: { header: 'Claim Number', type: 'text' },
  chargeId: { header: 'Charge ID', type: 'text', synonyms: ['Line Item ID', 'Procedure ID'] },
  adjustmentId: { header: 'Adjustment ID', type: 'text' },
  provider,
  accountId,
  unearnedType: { header: 'Unearned Type', type: 'text' },
  voided: {
    header: 'Voided',
    type: 'voided',
    synonyms: ['Void', 'Void Date', 'Voided Date', 'Deleted'],
  },
  refundOf: {
    header: 'Refund Of',
    type: 'text',
    synonyms: ['Original Payment ID', 'Reverses', 'Voids'],
  },
} as const satisfies Record<string, ColumnSpec>;

/** Providers: how names are shown, sorted and recognised. */
export const providersColumns = {
  provider: { header: 'Provider', type: 'text', bold: true },
  lastName: { header: 'Last Name', type: 'text' },
  firstName: { header: 'First Name', type: 'text' },
  aliases: { header: 'Aliases', type: 'text' },
  hidden: { header: 'Hidden', type: 'flag', blank: 'No' },
} as const satisfies Record<string, ColumnSpec>;

/** The kinds that this version reads, each with its columns. */
export const readKinds = {
  Charges: chargesColumns,
  Invoices: invoicesColumns,
  Payments: paymentsColumns,
  Providers: providersColumns,
} as const;
export type ReadKind = keyof typeof readKinds;

/** The column whose total is a kind's control amount (row equation in money). */
export const controlColumn: Readonly<Record<ReadKind, string | undefined>> = {
  Charges: 'amount',
  Invoices: 'tax',
  Payments: 'amount',
  Providers: undefined,
};
