/** The public contract of the result, written out by hand: sheets, columns and what they hold. */

const nineteen = (last: string): string[] => [
  'Invoice Line Item Date / Time',
  'Provider',
  'Product ID',
  'Product Name',
  'Account ID',
  'Account Type',
  'Tax Exempt',
  'Client Last Name',
  'Client First Name',
  'Patient ID',
  'Patient Name',
  'Invoice Number',
  'Invoice Tag',
  'Tax Class',
  'Discount Class',
  'Total Tax Amount',
  'Total Discount Amount',
  'Eligible for Commissions',
  last,
];

const incomeColumns = [
  'Production',
  'Adjustments',
  'Writeoff',
  'Tot Prod',
  'Pt Income',
  'Unearned Pt Income',
  'Ins Income',
  'Total Income',
];

/** Sheets of each report in their order, with the columns of their first table. */
export const contract: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> =
  {
    'collected-invoicing': [
      ['Report Info', ['Label', 'Value']],
      ['Glossary', ['Term', 'Definition']],
      [
        'Practice Summary',
        [
          'Provider',
          '% of Total Practice Invoicing Collected',
          'Total Invoicing Collected',
          'Total Exempt Amount of Invoicing Collected',
          'Total Eligible Amount of Invoicing Collected',
        ],
      ],
      [
        'Provider Invoice Tag Summary',
        ['Provider', 'Invoice Tag', 'Total Commissions Amount Collected'],
      ],
      ['Provider Details', nineteen('Total Invoicing Collected')],
    ],
    'gross-invoicing': [
      [
        'Gross Invoicing Summary',
        [
          'Provider',
          '% of Total Practice Invoiced',
          'Total Invoiced',
          'Total Exempt Amount Invoiced',
          'Total Eligible Amount Invoiced',
        ],
      ],
      ['Gross Invoicing Details', nineteen('Total Invoiced')],
    ],
    cpt: [
      ['CPT Billed Services', ['CPT Code', 'Used', 'Total Value', 'Total Income']],
      ['CPT Collections (Gross)', ['CPT Code', 'Used', 'Collected Amount']],
      ['CPT Billed by Provider', ['Provider', 'CPT Code', 'Used', 'Total Value', 'Total Income']],
      ['CPT Collections by Provider', ['Provider', 'CPT Code', 'Used', 'Collected Amount']],
    ],
    sales: [
      ['Cash Summary', ['Method', 'Amount']],
      ['Provider Summary', ['Provider', 'Amount']],
      ['Category Summary', ['Category', 'Amount']],
      [
        'Sales Reconciliation',
        [
          'Date',
          'Cash',
          'Services',
          'Sales Tax',
          'Account Adjustments',
          'Cumulative',
          'Client Credits',
          'Receivable',
        ],
      ],
    ],
    'production-income': [
      [
        'Production & Income - Daily',
        [
          'Date',
          'Name',
          'Description',
          'Provider',
          'Production',
          'Adjust',
          'Writeoff',
          'Pt Income',
          'Ins Income',
        ],
      ],
      [
        'Production & Income - Monthly',
        [
          'Date',
          'Weekday',
          'Production',
          'Sched',
          'Adjustments',
          'Writeoff',
          'Tot Prod',
          'Pt Income',
          'Unearned Pt Income',
          'Ins Income',
          'Total Income',
        ],
      ],
      ['Production & Income - Annual', ['Month', ...incomeColumns]],
      ['Production & Income - Provider', ['Provider', ...incomeColumns]],
      ['Daily Payments', ['Date', 'Provider', 'Payer', 'Method', 'Type', 'Patient Name', 'Amount']],
    ],
    allocation: [
      [
        'Suggested Splits',
        [
          'Payment ID',
          'Date',
          'Patient ID',
          'Provider',
          'Location',
          'Charge ID',
          'Adjustment ID',
          'Unearned Type',
          'Amount',
          'Rule',
        ],
      ],
      [
        'Income Transfers',
        [
          'Transfer ID',
          'Date',
          'Pair',
          'Patient ID',
          'Provider',
          'Location',
          'Charge ID',
          'Adjustment ID',
          'Unearned Type',
          'Amount',
          'Reason',
        ],
      ],
      [
        'Unearned',
        ['Type', 'Provider', 'Opening', 'Receipts', 'Transfers Out', 'Refunds', 'Closing'],
      ],
    ],
    commission: [
      [
        'Commission Summary',
        ['Provider', 'Basis', 'Base', 'Commission', 'Adjustments', 'Carry-forward', 'Payable'],
      ],
      [
        'Commission Detail',
        [
          'Provider',
          'Date',
          'Table',
          'Row',
          'Document',
          'Code',
          'Description',
          'Tag',
          'Base',
          'Rate',
          'Commission',
          'Rule',
        ],
      ],
    ],
    bridge: [['Reconciliation Bridge', ['Line', 'Amount', 'Rows']]],
  };

/** Sheets of a ledger without commission plans. */
export const allSheets = Object.entries(contract)
  .filter(([report]) => report !== 'commission')
  .flatMap(([report, sheets]) => sheets.map(([name, columns]) => ({ report, name, columns })));

export type CellKind = 'money' | 'share' | 'count' | 'date' | 'month' | 'text';

/** What a column of a first table holds, by its header. */
export function kindOfColumn(header: string): CellKind {
  if (header.startsWith('% of ') || header === 'Rate') return 'share';
  if (['Used', 'Pair', 'Row'].includes(header)) return 'count';
  if (header === 'Month') return 'month';
  if (header === 'Date' || header.endsWith('Date / Time')) return 'date';
  const isMoney = /^Total (?:Tax|Discount|Exempt|Eligible|Commissions|Invoic|Value|Income)/.test(
    header,
  );
  return isMoney || otherMoney.includes(header) ? 'money' : 'text';
}

/** Columns of money of the other reports. */
const otherMoney = [
  ...incomeColumns,
  'Sched',
  'Adjust',
  'Amount',
  'Collected Amount',
  'Cash',
  'Services',
  'Sales Tax',
  'Account Adjustments',
  'Cumulative',
  'Client Credits',
  'Receivable',
  'Opening',
  'Receipts',
  'Transfers Out',
  'Refunds',
  'Closing',
  'Base',
  'Commission',
  'Carry-forward',
  'Payable',
];
