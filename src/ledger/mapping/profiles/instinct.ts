/** Instinct: transactions with a column each for what was paid, refunded and voided. */
import { asWritten, from, negated, type Profile, type ProfileView } from '../profile';

const transaction: ProfileView['fields'] = {
  'Payment Date': from('Time|Transaction Date|Date'),
  Method: from('Transaction Method'),
  'Invoice Number': from('Invoice ID|Invoice Number'),
  'Account ID': from('Account ID'),
  Location: from('Hospital Location'),
};

export const instinctTransactions: Profile = {
  name: 'Instinct transactions',
  needs: ['Transaction ID', 'Transaction Type', 'Paid Amount', 'Refunded Amount'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['Paid Amount', 'Voided Paid Amount'] }],
      fields: {
        ...transaction,
        'Payment ID': from('Transaction ID'),
        Type: from('Transaction Type'),
        Amount: asWritten('Paid Amount', 'Voided Paid Amount'),
        Voided: { columns: ['Voided Paid Amount'], filled: 'Yes' },
      },
    },
    {
      kind: 'Payments',
      rows: [{ money: ['Refunded Amount', 'Voided Refunded Amount'] }],
      fields: {
        ...transaction,
        'Payment ID': { columns: ['Transaction ID'], and: 'Refunded Amount' },
        // What is in this column was given back, whatever the transaction began as.
        Type: {
          columns: ['Transaction Type'],
          values: {
            Payment: 'Refund',
            'Deposit (Pre-Payment)': 'Deposit Refund',
            Deposit: 'Deposit Refund',
          },
        },
        Amount: negated('Refunded Amount', 'Voided Refunded Amount'),
        Voided: { columns: ['Voided Refunded Amount'], filled: 'Yes' },
      },
    },
  ],
};
