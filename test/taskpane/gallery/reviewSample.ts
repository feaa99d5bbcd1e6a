/** A review of allocation suggestions as its services tell it. */
import type {
  ChangeOutcome,
  EffectOutcome,
  Proposal,
  Review,
  ReviewOutcome,
} from '../../../src/app/review/types';

const filling: Proposal = {
  key: 'TR-1 1',
  kind: 'transfer',
  amount: '500.00',
  from: { provider: 'Dr. Alice Ames', what: 'Filling of 2024-03-12', amount: '500.00', why: '' },
  to: [
    {
      provider: 'Dr. Alice Ames',
      what: 'not earned yet: Prepayment',
      amount: '500.00',
      why: '',
    },
  ],
  reason:
    "500.00 stands on Dr. Bob Boyd's Filling of 2024-03-12 (Charges!H12), paid by a split of Dr. Alice Ames (Payments!G9); it is 'Prepayment' of Dr. Alice Ames until work needs it (T6)",
  places: [
    { label: 'Charges H12', sheet: 'Charges', cell: 'H12' },
    { label: 'Payments G9', sheet: 'Payments', cell: 'G9' },
  ],
  family: 'Family 1010 Arden, Nell',
  needs: [],
};

const crown: Proposal = {
  ...filling,
  key: 'TR-1 2',
  amount: '200.00',
  from: {
    provider: 'Dr. Alice Ames',
    what: 'not earned yet: Prepayment',
    amount: '200.00',
    why: '',
  },
  to: [{ provider: 'Dr. Alice Ames', what: 'Crown of 2024-03-04', amount: '200.00', why: '' }],
  reason:
    "200.00 stands on Dr. Bob Boyd's Filling of 2024-03-12 (Charges!H12), paid by a split of Dr. Alice Ames (Payments!G9); moves to Dr. Alice Ames's Crown of 2024-03-04 (Charges!H7), the oldest open charge of the same provider, patient and location (T5 layer 1)",
  places: [...filling.places, { label: 'Charges H7', sheet: 'Charges', cell: 'H7' }],
  needs: ['TR-1 1'],
};

const rest: Proposal = {
  ...crown,
  key: 'TR-1 3',
  amount: '300.00',
  to: [{ provider: 'Dr. Bob Boyd', what: 'Filling of 2024-03-12', amount: '300.00', why: '' }],
  reason:
    "300.00 stands on Dr. Bob Boyd's Filling of 2024-03-12 (Charges!H12), paid by a split of Dr. Alice Ames (Payments!G9); moves to Dr. Bob Boyd's Filling of 2024-03-12 (Charges!H12), the oldest open charge of the same patient and location (T5 layer 4)",
};

const payment: Proposal = {
  key: 'Payments 14',
  kind: 'splits',
  amount: '120.00',
  from: { provider: 'No provider', what: 'Payment P14 of 2024-03-20', amount: '120.00', why: '' },
  to: [
    {
      provider: 'Kelly Ruiz RDH, Dental Hygienist for Children',
      what: 'Prophylaxis, child of 2024-03-18',
      amount: '89.00',
      why: "A22: Kelly Ruiz RDH's Prophylaxis, child of 2024-03-18 (Charges!H31) is the oldest that is open, 89.00 of it",
    },
    {
      provider: 'No provider',
      what: 'not earned yet: Prepayment',
      amount: '31.00',
      why: 'A23: nothing else is open; the rest is unearned',
    },
  ],
  reason: '',
  places: [
    { label: 'Payments G15', sheet: 'Payments', cell: 'G15' },
    { label: "Charges at St. Mary's H31", sheet: "Charges at St. Mary's", cell: 'H31' },
  ],
  family: 'Patient 2044 Okafor, Chidi',
  needs: [],
};

const review: Review = {
  period: '2024-03-01 to 2024-03-31',
  asOf: '2024-03-31',
  proposals: [filling, crown, rest, payment],
  providers: [
    'Dr. Alice Ames',
    'Dr. Bob Boyd',
    'No provider',
    'Kelly Ruiz RDH, Dental Hygienist for Children',
  ],
  notes: [],
  last: undefined,
};

export const found: ReviewOutcome = { kind: 'done', review };

export const nothingFound: ReviewOutcome = {
  kind: 'done',
  review: {
    ...review,
    proposals: [],
    notes: [
      'Insurers paid 412.30 too much on 3 charges: insurance money is never moved by a transfer, check the claims.',
    ],
  },
};

/** Thousands: only the ones in sight are on the page. */
export const thousands: ReviewOutcome = {
  kind: 'done',
  review: {
    ...review,
    proposals: Array.from({ length: 5_000 }, (_, place) => ({
      ...filling,
      key: `TR-${place} 1`,
      family: `Family ${Math.floor(place / 4)}`,
      from: { ...filling.from, provider: place % 2 === 0 ? 'Dr. Alice Ames' : 'Dr. Bob Boyd' },
    })),
  },
};

export const effect: EffectOutcome = {
  kind: 'done',
  income: {
    title: 'Income',
    rows: [
      { name: 'Dr. Alice Ames', now: '1,235,090.14', then: '1,234,790.14', change: '-300.00' },
      { name: 'Dr. Bob Boyd', now: '30,143.91', then: '30,443.91', change: '+300.00' },
    ],
    total: { name: 'Practice', now: '1,273,504.74', then: '1,273,504.74', change: '' },
    totalNote: '',
    others: '2 other providers: no change',
  },
  commission: {
    title: 'Commission payable',
    rows: [
      { name: 'Dr. Alice Ames', now: '370,527.04', then: '370,437.04', change: '-90.00' },
      { name: 'Dr. Bob Boyd', now: '12,057.56', then: '12,177.56', change: '+120.00' },
    ],
    total: { name: 'Practice', now: '382,584.60', then: '382,614.60', change: '+30.00' },
    totalNote: 'Rates differ: the same income pays another commission.',
    others: '',
  },
};

export const accepted: ChangeOutcome = {
  kind: 'done',
  said: '3 suggestions accepted: 6 rows were written to ‘Accepted Transfers’. Refresh brings the reports up to date.',
  next: {
    kind: 'done',
    review: { ...review, proposals: [payment], last: { sheet: 'Accepted Transfers', rows: 6 } },
  },
};

export const changed: ChangeOutcome = {
  kind: 'changed',
  said: 'The ledger was changed after it was reviewed, so nothing was written. Look at the suggestions again.',
  next: found,
};

export const failed: ChangeOutcome = {
  kind: 'failed',
  message: 'The workbook or a sheet is protected',
  fix: 'Unprotect it, or run the report in a copy of the workbook.',
};

export const refused: ReviewOutcome = {
  kind: 'refused',
  reasons: [
    'allocation cannot be made: option transfer=fifo is not available with paysplit-enforcement=fully; choose auto or none, or transfer=layers',
  ],
};
