/** OpenEMR: billing lines, in which a copay is a negative charge, and receipts by method. */
import { asWritten, constant, from, negated, type Profile, type ProfileView } from '../profile';

const code = 'Procedure Code(s)|Procedure Code|CPT code|CPT|Code';
const paid = ['Payment Date', 'deposit_date', 'post_time'];
const line: ProfileView['fields'] = {
  'Invoice Number': from('Invoice'),
  Provider: from('Practitioner'),
  Location: from('Facility'),
};
const ofCharge: ProfileView['fields'] = { ...line, 'Charge ID': { address: true } };

export const openEmrLines: Profile = {
  name: 'OpenEMR billing lines',
  needs: ['Practitioner', 'Amt Billed', 'Paid Amt', 'Adjustment Amt'],
  views: [
    {
      kind: 'Charges',
      rows: [{ column: code, isNot: ['COPAY'] }],
      fields: {
        ...ofCharge,
        'Service Date': from('Service Date|Date of Service|DOS|Date'),
        Amount: asWritten('Amt Billed'),
        Code: from(code),
        Units: from('Units'),
      },
    },
    {
      kind: 'Payments',
      rows: [{ column: code, is: ['COPAY'] }],
      fields: {
        ...line,
        'Payment ID': { address: true },
        'Payment Date': from('Service Date|Date of Service|DOS|Date'),
        Type: constant('Payment'),
        Amount: negated('Amt Billed'),
        Payer: constant('Patient'),
        Method: from('Method'),
      },
    },
    {
      kind: 'Payments',
      rows: [{ column: code, isNot: ['COPAY'] }, { money: ['Paid Amt'] }],
      fields: {
        ...ofCharge,
        'Payment ID': { address: true, and: 'Paid Amt' },
        'Payment Date': [from(...paid), constant('')],
        Type: constant('Payment'),
        Amount: asWritten('Paid Amt'),
        Payer: from('Payer|Payer Type'),
        Method: from('Method'),
      },
    },
    {
      kind: 'Adjustments',
      rows: [{ column: code, isNot: ['COPAY'] }, { money: ['Adjustment Amt'] }],
      fields: {
        ...ofCharge,
        'Adjustment ID': { address: true, and: 'Adjustment Amt' },
        Date: [from(...paid), constant('')],
        Type: constant('Adjustment Amt'),
        Amount: negated('Adjustment Amt'),
      },
    },
  ],
};

/** Method and practitioner are printed on the first row of their block. */
const receipt: ProfileView['fields'] = {
  'Invoice Number': from('Invoice'),
  Provider: { columns: ['Practitioner'], fillDown: true },
  Location: from('Facility'),
};

export const openEmrReceipts: Profile = {
  name: 'OpenEMR receipts',
  needs: ['Method', 'Reference', 'Invoice', 'Paid Amt|Payments'],
  lacks: ['Amt Billed', 'Payment ID', 'Transaction ID'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['Paid Amt|Payments'] }],
      fields: {
        ...receipt,
        'Payment ID': { address: true },
        // The deposit date where there is one, else the time of posting.
        'Payment Date': from('deposit_date', 'Payment Date|Date', 'post_time'),
        Type: constant('Payment'),
        Amount: asWritten('Paid Amt|Payments'),
        Payer: from('Payer|Payer Type'),
        Method: { columns: ['Method'], fillDown: true },
      },
    },
    {
      kind: 'Adjustments',
      rows: [{ money: ['Adjustment Amt|Adjustments'] }],
      fields: {
        ...receipt,
        'Adjustment ID': { address: true, and: 'Adjustment Amt' },
        Date: from('Payment Date|Date', 'deposit_date', 'post_time'),
        Type: constant('Adjustment Amt'),
        Amount: negated('Adjustment Amt|Adjustments'),
      },
    },
  ],
};
