/** DrChrono: line items with what insurers and the patient paid, and the payments of patients. */
import { asWritten, constant, from, idWith, type Profile, type ProfileView } from '../profile';

const charge: ProfileView['fields'] = { 'Charge ID': [from('id'), { address: true }] };
const item: ProfileView['fields'] = {
  ...charge,
  Provider: from('doctor'),
  'Patient ID': from('patient'),
  'Entered Date': from('posted_date'),
  Location: from('office'),
};

function payment(payer: 'Insurance' | 'Patient', money: string): ProfileView {
  return {
    kind: 'Payments',
    rows: [{ money: [money] }],
    fields: {
      ...item,
      'Payment ID': idWith(money, 'id'),
      'Payment Date': from('posted_date'),
      Type: constant('Payment'),
      Amount: asWritten(money),
      Payer: constant(payer),
    },
  };
}

export const drChronoLineItems: Profile = {
  name: 'DrChrono line items',
  needs: ['service_date', 'doctor', 'billed', 'pt_paid', 'ins1_paid'],
  ignored: ['ins_total', 'paid_total'],
  views: [
    {
      kind: 'Charges',
      fields: {
        ...charge,
        'Service Date': from('service_date'),
        Provider: from('doctor'),
        Amount: asWritten('billed'),
        Code: from('code'),
        Modifiers: from('modifiers'),
        Description: from('description'),
        Units: from('quantity|units'),
        Allowed: from('allowed|expected_reimbursement'),
        'Patient ID': from('patient'),
        Location: from('office'),
      },
    },
    ...['ins1_paid', 'ins2_paid', 'ins3_paid'].map((money) => payment('Insurance', money)),
    payment('Patient', 'pt_paid'),
    {
      kind: 'Adjustments',
      rows: [{ money: ['adjustment'] }],
      fields: {
        ...item,
        'Adjustment ID': idWith('adjustment', 'id'),
        Date: from('posted_date'),
        Type: constant('adjustment'),
        Amount: from('adjustment'),
      },
      sense: 'lowers',
    },
  ],
};

export const drChronoPayments: Profile = {
  name: 'DrChrono patient payments',
  needs: ['amount', 'received_date', 'payment_method', 'payment_transaction_type'],
  views: [
    {
      kind: 'Payments',
      fields: {
        'Payment ID': [from('id'), { address: true }],
        'Payment Date': from('received_date', 'posted_date'),
        // A correction (COR) may go either way: it is held until a mapping says what it is.
        Type: {
          columns: ['payment_transaction_type'],
          values: {
            '': 'Payment',
            COPAY: 'Payment',
            COINSR: 'Payment',
            OTHR: 'Payment',
            REF: 'Refund',
          },
        },
        Amount: from('amount'),
        Payer: constant('Patient'),
        Method: from('payment_method'),
        'Charge ID': from('line_item'),
        Provider: from('doctor'),
        'Patient ID': from('patient'),
        'Entered Date': from('posted_date'),
      },
    },
  ],
};
