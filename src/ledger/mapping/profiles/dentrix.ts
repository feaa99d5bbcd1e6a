/** Dentrix: the ledger, in which a code says what a row is and collections are negative. */
import { asWritten, constant, from, negated, type Profile, type ProfileView } from '../profile';

const [payments, insurance, adjustments] = [['Pay', 'Pmt'], ['Ins'], ['Adj']] as const;
/** What is no code of work, nor one that Dentrix writes: such a row is held, never taken for a charge. */
const notWork = [
  '',
  ...['Payment', 'Payments', 'Pmts', 'Pt Pmt', 'Patient Payment', 'Insurance Payment', 'Ins Pmt'],
  ...['Insurance', 'Receipt', 'Deposit', 'Cash', 'Check', 'Refund', 'Reversal', 'Void', 'NSF'],
  ...['Adjustment', 'Adjustments', 'Adjust', 'Write-Off', 'Write Off', 'Discount'],
  ...['Credit', 'Debit', 'Transfer', 'Finance Charge', 'Fin Chg', 'Late Charge', 'Interest'],
  ...['Balance', 'Balance Forward', 'Bal Fwd', 'Total', 'Totals', 'Subtotal', 'Grand Total'],
] as const;
const row: ProfileView['fields'] = { Provider: from('Prov') };
/** `+` in front of a row invalidates it; `*` is history and `^` back-dated: both count. */
const voided = {
  columns: ['Flag'],
  values: { '+': 'Yes', '*': 'No', '^': 'No', '': 'No' },
} as const;

function payment(payer: 'Insurance' | 'Patient', is: readonly string[]): ProfileView {
  return {
    kind: 'Payments',
    rows: [{ column: 'Code', is }],
    fields: {
      ...row,
      'Payment ID': { address: true },
      'Payment Date': from('Date'),
      Type: constant('Payment'),
      Amount: negated('Amount'),
      Payer: constant(payer),
      Method: from('Description'),
      'Entered Date': from('Entry Date'),
      Voided: voided,
    },
  };
}

export const dentrixLedger: Profile = {
  name: 'Dentrix ledger',
  needs: ['Date', 'Code', 'Description', 'Prov', 'Amount', 'Check #|Balance'],
  lacks: ['Charge ID', 'Payment ID', 'Transaction ID', 'ID', 'Type'],
  // Adjustments have no column Voided: one that was invalidated is left out.
  leftOut: [
    [
      { column: 'Code', is: adjustments },
      { column: 'Flag', is: ['+'] },
    ],
  ],
  views: [
    {
      kind: 'Charges',
      rows: [{ column: 'Code', isNot: [...payments, ...insurance, ...adjustments, ...notWork] }],
      fields: {
        ...row,
        'Charge ID': { address: true },
        'Service Date': from('Date'),
        Amount: asWritten('Amount'),
        Code: from('Code'),
        Description: from('Description'),
        'Patient Name': from('Name'),
        Status: { columns: ['Flag'], values: { '+': 'Voided', '*': '', '^': '' } },
      },
    },
    payment('Patient', payments),
    payment('Insurance', insurance),
    {
      kind: 'Adjustments',
      rows: [
        { column: 'Code', is: adjustments },
        { column: 'Flag', isNot: ['+'] },
      ],
      fields: {
        ...row,
        'Adjustment ID': { address: true },
        Date: from('Date'),
        Type: from('Description'),
        Amount: asWritten('Amount'),
        'Entered Date': from('Entry Date'),
      },
    },
  ],
};
