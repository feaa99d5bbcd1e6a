/** Kareo (Tebra): charges with the money of every payer beside them, and the list of payments. */
import {
  asWritten,
  constant,
  from,
  idWith,
  negated,
  type Profile,
  type ProfileView,
} from '../profile';

const posted = 'PostingDate|PostDate|Posting Date';
const location = from('ServiceLocationName|PracticeName');
const provider = from('RenderingProviderName|SchedulingProviderName|SupervisingProviderName');
const charge: ProfileView['fields'] = {
  'Charge ID': [from('ID'), { address: true }],
  'Claim Number': from('EncounterID'),
};

function payment(payer: 'Insurance' | 'Patient', money: string, paid: string): ProfileView {
  return {
    kind: 'Payments',
    rows: [{ money: [money] }],
    fields: {
      ...charge,
      'Payment ID': idWith(money, 'ID'),
      'Payment Date': from(paid, posted),
      Type: constant('Payment'),
      Amount: asWritten(money),
      Payer: constant(payer),
      Provider: provider,
      'Patient ID': from('PatientID'),
      'Entered Date': from(posted),
      Location: location,
    },
  };
}

function adjustment(money: string, paid: string): ProfileView {
  return {
    kind: 'Claim Adjustments',
    rows: [{ money: [money] }],
    fields: {
      ...charge,
      Amount: asWritten(money),
      Group: constant('CO'),
      Reason: from(`${money}Reason`),
      Date: from(paid, posted),
    },
  };
}

const [primary, secondary, tertiary] = ['Primary', 'Secondary', 'Tertiary'].map((insurer) => ({
  paid: `${insurer}InsuranceInsurancePayment`,
  date: `${insurer}InsurancePaymentPostingDate`,
  contract: `${insurer}InsuranceInsuranceContractAdjustment`,
}));
const insurers = [primary, secondary, tertiary].filter((one) => one !== undefined);

export const kareoCharges: Profile = {
  name: 'Kareo charges',
  needs: ['EncounterID', 'ServiceStartDate', 'ProcedureCode', 'TotalCharges'],
  // Receipts is the sum of what the payers paid, AdjustedCharges what adjustments leave.
  ignored: ['Receipts', 'AdjustedCharges'],
  views: [
    {
      kind: 'Charges',
      fields: {
        ...charge,
        'Service Date': from('ServiceStartDate'),
        Provider: provider,
        Amount: asWritten('TotalCharges'),
        Code: from('ProcedureCode'),
        Modifiers: from('ProcedureModifier1'),
        Description: from('ProcedureName'),
        Category: from('ProcedureCodeCategory'),
        Units: from('Units'),
        Allowed: from('PrimaryInsuranceInsuranceAllowed|AllowedAmount'),
        'Patient ID': from('PatientID'),
        'Patient Name': from('PatientFullName'),
        Location: location,
      },
    },
    ...insurers.map(({ paid, date }) => payment('Insurance', paid, date)),
    payment('Patient', 'PatientPaymentAmount', 'PatientPaymentPostingDate'),
    ...insurers.map(({ contract, date }) => adjustment(contract, date)),
    adjustment('OtherAdjustment', 'PrimaryInsurancePaymentPostingDate'),
  ],
};

const received: ProfileView['fields'] = {
  'Payment Date': from('PostingDate|PostDate|PaymentDate'),
  Payer: from('PayerType'),
  Method: from('PaymentMethod'),
  Location: from('PracticeName'),
};

export const kareoPayments: Profile = {
  name: 'Kareo payments',
  needs: ['ID', 'PayerType', 'Amount', 'Applied', 'Unapplied'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['Amount'] }],
      fields: {
        ...received,
        'Payment ID': from('ID'),
        Type: constant('Payment'),
        Amount: asWritten('Amount'),
      },
    },
    {
      kind: 'Payments',
      rows: [{ money: ['Refunds'] }],
      fields: {
        ...received,
        'Payment ID': { columns: ['ID'], and: 'Refunds' },
        Type: constant('Refund'),
        Amount: negated('Refunds'),
      },
    },
  ],
};
