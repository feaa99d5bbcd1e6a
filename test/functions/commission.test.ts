/** COMMISSION in cells: Payable of Commission Summary, and why there is none. */
import { typeIn } from '../../host/index';
import { type Grid, workbookOf } from '../support/hostRun';
import { type LiveBook, openLive } from './liveBook';

/** 2024-03-05. */
const fifth = 45356;

const charges: Grid = [
  ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Invoice Number', 'Code'],
  ['L1', fifth, 'Adams', 1000, 'i1', 'D2740'],
  ['L2', fifth, 'Baker', 60, 'i1', 'D0120'],
  ['L3', fifth, 'Cole', 40, 'i1', 'D0120'],
  ['L4', fifth, 'Drew', 10, 'i1', 'D0120'],
  ['L5', fifth, 'Evans', 0, 'i1', 'D0120'],
];
const invoices: Grid = [
  ['Invoice Number', 'Closed Date'],
  ['i1', fifth],
];
const payments: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
  ['P1', fifth + 1, 'Payment', 1110, 'i1'],
];
const plans: Grid = [
  ['Provider', 'Basis', 'Rate', 'Retention', 'Credit To', 'Credit Share'],
  ['Adams', 'collected-invoicing', '30 %', '', 'Evans', '10 %'],
  ['Adams', 'gross-production', '1 %', '', '', ''],
  ['Baker', 'collected-invoicing', '40 %', '5 %', '', ''],
  ['Cole', 'payroll-net-production', '40 %', '', '', ''],
];

/** Adams: 30 % of 90 % of 1,000.00, and 1 % of 1,000.00; Evans: 30 % of 10 %. */
const formulas: readonly (readonly [formula: string, value: unknown, sentence?: string])[] = [
  ['=COMMISSION("Adams")', 280],
  ['=COMMISSION("adams",DATE(2024,3,5),DATE(2024,3,5))', 10],
  ['=COMMISSION("Adams","2024-03-06","2024-03-06")', 270],
  ['=COMMISSION("Evans")', 30],
  ['=COMMISSION("Adams","2024-04-01","2024-04-30")', 0],
  [
    '=COMMISSION("Baker")',
    '#N/A',
    'There is no commission: a term that is not computed: retention, base pay, bonus and cap are settled by hand.',
  ],
  [
    '=COMMISSION("Cole")',
    '#N/A',
    "There is no commission: payroll-net-production needs the column 'Completed Date' in Charges on 'Charges'.",
  ],
  [
    '=COMMISSION("Drew")',
    '#N/A',
    'There is no commission: no commission plan is for this provider.',
  ],
  ['=COMMISSION("Nobody")', '#N/A', 'The ledger has no provider "Nobody".'],
];

let live: LiveBook;

beforeAll(async () => {
  const workbook = workbookOf({
    Charges: charges,
    Invoices: invoices,
    Payments: payments,
    Plans: plans,
  });
  const sheet = workbook.addSheet('Live');
  for (const [row, [formula]] of formulas.entries()) {
    typeIn(workbook, sheet, `A${row + 1}`, formula);
  }
  live = await openLive(workbook);
  await live.settle();
});

it.each([...formulas.entries()])('%s %p', (row, [, value, sentence]) => {
  expect(live.shown('Live', `A${row + 1}`)).toEqual([[value]]);
  expect(live.said('Live', `A${row + 1}`)).toBe(sentence);
});
