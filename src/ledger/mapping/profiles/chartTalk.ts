/** ChartTalk: services and payments as rows of one list, with what the insurer took off beside them. */
import { asWritten, constant, from, type Profile, type ProfileView } from '../profile';

const kind = 'Service or Payment';
const row: ProfileView['fields'] = {
  'Claim Number': from('Claim Number'),
  Provider: from('Provider|Practitioner|Doctor'),
  Location: from('Location|Office'),
};
const ids = 'Transaction ID|ID';

export const chartTalkLedger: Profile = {
  name: 'ChartTalk services and payments',
  needs: [kind, 'Amount Paid|Amount', 'Payment Date|Date|Date of Service'],
  views: [
    {
      kind: 'Charges',
      rows: [{ column: kind, is: ['Service'] }],
      fields: {
        ...row,
        'Charge ID': [from(ids), { address: true }],
        'Service Date': from('Date of Service|Service Date|Date'),
        Amount: asWritten('Charge|Charges|Fee|Amount'),
        Code: from('CPT|CPT Code|Code|Service'),
        Description: from('Description'),
        Units: from('Units'),
        'Patient Name': from('Patient|Patient Name'),
      },
    },
    {
      kind: 'Payments',
      rows: [{ column: kind, is: ['Payment'] }, { money: ['Amount Paid|Amount'] }],
      fields: {
        ...row,
        'Payment ID': [from(ids), { address: true }],
        'Payment Date': from('Payment Date', 'Date'),
        Type: constant('Payment'),
        Amount: asWritten('Amount Paid|Amount'),
        Payer: from('Payer|Payer Type'),
        Method: from('Method|Payment Method'),
      },
    },
    {
      kind: 'Claim Adjustments',
      rows: [{ column: kind, is: ['Payment'] }, { money: ['Provider Reductions'] }],
      fields: {
        'Claim Number': from('Claim Number'),
        Amount: asWritten('Provider Reductions'),
        Group: constant('CO'),
        Reason: from('Reason'),
        Date: from('Payment Date', 'Date'),
      },
    },
  ],
};
