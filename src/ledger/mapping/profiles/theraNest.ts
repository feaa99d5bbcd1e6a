/** TheraNest: sessions with what the client and the insurer paid, got back and were let off. */
import {
  asWritten,
  constant,
  from,
  idWith,
  negated,
  type Profile,
  type ProfileView,
} from '../profile';

const ids = 'Charge ID|Session ID|ID';
const claim = 'Claim Number|Claim #|Claim ID';
const posted = 'Posting Date|Posted Date|Post Date|Entered Date';
const named: ProfileView['fields'] = {
  'Charge ID': [from(ids), { address: true }],
  'Claim Number': from(claim),
};
const session: ProfileView['fields'] = {
  ...named,
  Provider: from('Staff Member|Clinician|Therapist|Provider'),
  'Patient ID': from('Client ID|Patient ID'),
  Location: from('Location|Office'),
};

function payment(payer: 'Insurance' | 'Patient', money: string, name: string): ProfileView {
  return {
    kind: 'Payments',
    rows: [{ money: [money] }],
    fields: {
      ...session,
      'Payment ID': idWith(name, ids),
      'Payment Date': [from('Payment Date', posted), constant('')],
      Type: constant('Payment'),
      Amount: asWritten(money),
      Payer: constant(payer),
      Method: from('Payment Method|Method'),
    },
  };
}

function refund(payer: 'Insurance' | 'Patient', money: string, name: string): ProfileView {
  return {
    kind: 'Payments',
    rows: [{ money: [money] }],
    fields: {
      ...session,
      'Payment ID': idWith(name, ids),
      'Payment Date': [from('Refund Date', posted), constant('')],
      Type: constant('Refund'),
      Amount: negated(money),
      Payer: constant(payer),
    },
  };
}

/** With a claim on the row it is a write-off of the claim, else one of the account. */
function writeOffs(money: string): ProfileView[] {
  const date = [from('Write-Off Date', posted), constant('')];
  return [
    {
      kind: 'Claim Adjustments',
      rows: [{ money: [money] }, { filled: claim }],
      fields: {
        ...named,
        Amount: asWritten(money),
        Group: constant('CO'),
        Date: date,
      },
    },
    {
      kind: 'Adjustments',
      rows: [{ money: [money] }, { blank: claim }],
      fields: {
        ...session,
        'Adjustment ID': idWith(money, ids),
        Date: date,
        Type: constant(money),
        Amount: negated(money),
      },
    },
  ];
}

export const theraNestSessions: Profile = {
  name: 'TheraNest sessions',
  needs: [
    'Client Payment|Client Payments',
    'Insurance Payment|Insurance Payments|Insurance Payment(s)',
    'Staff Member|Clinician|Therapist',
  ],
  views: [
    {
      kind: 'Charges',
      fields: {
        ...session,
        'Service Date': from('Date of Service|Service Date|Session Date|Date'),
        Amount: asWritten('Charges|Charge|Fee|Rate|Amount'),
        Code: from('CPT Code|CPT|Code|Service'),
        Description: from('Service Name|Description'),
        Units: from('Units'),
        'Patient Name': from('Client|Client Name|Patient Name'),
      },
    },
    payment(
      'Insurance',
      'Insurance Payment|Insurance Payments|Insurance Payment(s)',
      'Insurance Payment',
    ),
    payment('Patient', 'Client Payment|Client Payments', 'Client Payment'),
    refund('Patient', 'Client Refunds|Client Refund', 'Client Refunds'),
    refund('Insurance', 'Insurance Refunds|Insurance Refund', 'Insurance Refunds'),
    ...writeOffs('Client Write-Off Amount'),
    ...writeOffs('Insurance Write-Off Amount'),
    ...writeOffs('Client/Insurance Write-Off Amount'),
  ],
};
