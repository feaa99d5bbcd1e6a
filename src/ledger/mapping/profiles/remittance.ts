/** An 835 with a row for each service line and its elements as headers: up to six adjustments a segment. */
import { asWritten, constant, from, type Profile, type ProfileView } from '../profile';

const claim = from('CLP01');
const paid = 'BPR16|DTM*405|Check Date|Payment Date';
const charge = from('REF*6R|Charge ID|Line Item Control Number');

/** Elements of CAS: the group once, then reason, amount and quantity six times. */
const triplets = ['02', '05', '08', '11', '14', '17'].map((reason) => ({
  reason: `CAS${reason}`,
  amount: `CAS${String(Number(reason) + 1).padStart(2, '0')}`,
}));

function adjustment({ reason, amount }: (typeof triplets)[number]): ProfileView {
  return {
    kind: 'Claim Adjustments',
    rows: [{ money: [amount] }],
    fields: {
      'Claim Number': claim,
      'Charge ID': charge,
      Amount: asWritten(amount),
      Group: from('CAS01'),
      Reason: from(reason),
      Date: from(paid),
    },
  };
}

export const remittanceLines: Profile = {
  name: '835 service lines',
  needs: ['CLP01', 'SVC03', 'CAS01', 'CAS03'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['SVC03'] }],
      fields: {
        'Payment ID': { address: true },
        'Payment Date': [from(paid), constant('')],
        Type: constant('Payment'),
        Amount: asWritten('SVC03'),
        Payer: constant('Insurance'),
        'Claim Number': claim,
        'Charge ID': charge,
      },
    },
    ...triplets.map(adjustment),
  ],
};
