/** Every kind of the ledger format with its headers, whether this version reads it or only knows it. */
import { readKinds, type ColumnSpec, type KindName, type ReadKind } from './kinds';

/** Headers of kinds that are told apart from the others but not read yet: [bold, others]. */
const otherKinds: Readonly<Record<Exclude<KindName, ReadKind>, readonly [string[], string[]]>> = {
  Adjustments: [
    ['Adjustment ID', 'Date', 'Type', 'Amount'],
    [
      'Entered Date',
      'Charge ID',
      'Claim Number',
      'Invoice Number',
      'Account ID',
      'Provider',
      'Patient ID',
      'Guarantor ID',
      'Location',
    ],
  ],
  'Claim Adjustments': [
    ['Claim Number', 'Amount'],
    ['Charge ID', 'Group', 'Reason', 'Date'],
  ],
  'Claim Lines': [
    ['Claim Line ID', 'Charge ID', 'Status'],
    [
      'Claim Number',
      'Provider',
      'Procedure Date',
      'Insurance Estimate',
      'Write-off Estimate',
      'Estimate Date',
      'Write-off',
      'Insurance Paid',
      'Allowed',
      'Payment Date',
      'Check Date',
      'Received Date',
      'As Total',
    ],
  ],
  'Audit Trail': [
    ['Tab', 'Date', 'Type', 'Amount'],
    ['Description', 'Patient Name', 'Provider', 'Voided'],
  ],
  'Commission Plans': [
    ['Provider', 'Basis', 'Rate'],
    [
      'Applies To',
      'Credit To',
      'Credit Share',
      'Tier From',
      'Tier Method',
      'Tier Period',
      'Effective From',
      'Effective To',
      'Lab Method',
      'Lab Share',
      'Guarantee',
      'Guarantee Period',
      'Draw',
      'Carry Deficit',
    ],
  ],
  'Type Map': [
    ['Tab', 'Pattern', 'Bucket'],
    ['Source', 'Sign'],
  ],
};

/** Columns of the ledger format that no report of this version reads; they help to tell kinds apart. */
const unreadColumns: Partial<Record<KindName, readonly string[]>> = {
  Charges: [
    'Modifiers',
    'Category',
    'Units',
    'Allowed',
    'Completed Date',
    'Claim Number',
    'Guarantor ID',
    'Lab Cost',
  ],
  Payments: ['Payer', 'Patient ID', 'Guarantor ID', 'Entered Date', 'Check Date', 'Location'],
};

export interface KindSpec {
  readonly name: KindName;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** Known columns that are not read. */
  readonly unread: readonly string[];
}

function headersOnly([bold, others]: readonly [string[], string[]]): Record<string, ColumnSpec> {
  const columns: [string, ColumnSpec][] = [
    ...bold.map((header): [string, ColumnSpec] => [header, { header, type: 'text', bold: true }]),
    ...others.map((header): [string, ColumnSpec] => [header, { header, type: 'text' }]),
  ];
  return Object.fromEntries(columns);
}

/** Every kind of the ledger format. */
export const kinds: readonly KindSpec[] = [
  ...Object.entries(readKinds).map(([name, columns]) => ({
    name: name as ReadKind,
    columns,
    unread: unreadColumns[name as ReadKind] ?? [],
  })),
  ...Object.entries(otherKinds).map(([name, headers]) => ({
    name: name as KindName,
    columns: headersOnly(headers),
    unread: [],
  })),
];
