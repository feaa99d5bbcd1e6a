/** NUIN: charge lines with the payments of each payer beside them, and the payments of claims. */
import { asWritten, constant, from, type Profile, type ProfileView } from '../profile';

const claim = from('Claim No|Claim#|Claim Number');
const entered = 'Date Entry|Claim Entry Date|Posting Date';
const line: ProfileView['fields'] = {
  'Claim Number': claim,
  'Account ID': from('Patient AC#|Patient Account'),
  Provider: from('Rendering Provider|Attending Physician|Resource Physician|Billing Provider'),
  Location: from('Location Name|Facility Name'),
};

function payment(payer: 'Insurance' | 'Patient', money: string): ProfileView {
  const isInsurance = payer === 'Insurance';
  return {
    kind: 'Payments',
    rows: [{ money: [money] }],
    fields: {
      ...line,
      'Charge ID': { address: true },
      'Payment ID': { address: true, and: money },
      'Payment Date': from('Collection Date', entered),
      Type: constant('Payment'),
      Amount: asWritten(money),
      Payer: constant(payer),
      'Entered Date': from(entered),
      ...(isInsurance ? { 'Check Date': from('Cheque Date|depositDate') } : {}),
    },
  };
}

function adjustment(money: string): ProfileView {
  return {
    kind: 'Claim Adjustments',
    rows: [{ money: [money] }],
    fields: {
      'Claim Number': claim,
      'Charge ID': { address: true },
      Amount: asWritten(money),
      Group: constant('CO'),
      Date: from('Collection Date', entered),
    },
  };
}

export const nuinCharges: Profile = {
  name: 'NUIN charges',
  needs: ['Billed Charge', 'DOS From|DOS', 'Pri Ins Payment'],
  views: [
    {
      kind: 'Charges',
      fields: {
        ...line,
        'Charge ID': { address: true },
        'Service Date': from('DOS From|DOS'),
        Amount: asWritten('Billed Charge'),
        Code: from('CPT|CPT code|Procedure Code(s)'),
        Modifiers: from('Mod1|Modifier1'),
        Units: from('Billed Units'),
        'Patient Name': from('Patient Name'),
      },
    },
    ...['Pri Ins Payment', 'Sec Ins Payment', 'Oth Ins Payment'].map((money) =>
      payment('Insurance', money),
    ),
    payment('Patient', 'Patient Payments'),
    adjustment('Contractual Adjustments'),
    adjustment('WriteOff Adjustments'),
  ],
};

export const nuinPayments: Profile = {
  name: 'NUIN claim payments',
  needs: ['claim_payments_id', 'Amount Paid', 'Collection Date'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['Amount Paid'] }],
      fields: {
        'Payment ID': from('claim_payments_id'),
        'Payment Date': from('Collection Date'),
        Type: constant('Payment'),
        Amount: asWritten('Amount Paid'),
        Payer: { columns: ['Insurance Name'], filled: 'Insurance' },
        Method: from('Payment Type'),
        'Claim Number': claim,
        'Entered Date': from('Date Entry'),
        'Check Date': from('Cheque Date|depositDate'),
      },
    },
    {
      kind: 'Claim Adjustments',
      rows: [{ money: ['Amount Adjusted'] }],
      fields: {
        'Claim Number': claim,
        Amount: asWritten('Amount Adjusted'),
        Group: constant('CO'),
        Reason: from('Reason'),
        Date: from('Collection Date'),
      },
    },
  ],
};
