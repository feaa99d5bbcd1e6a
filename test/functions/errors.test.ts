/** Why a cell has no figure: #N/A for what is unknown, #VALUE! for what is wrong, each with its sentence. */
import { HostWorkbook, typeIn } from '../../host/index';
import type * as Functions from '../../src/functions/functions';
import type * as Specs from '../../src/app/functionSpecs';
import {
  charges,
  type Grid,
  invoices,
  payments,
  smallPractice,
  workbookOf,
} from '../support/hostRun';
import { type LiveBook, openLive } from './liveBook';

/** The value of a formula in a workbook, and what is said of it. */
async function valueOf(workbook: HostWorkbook, formula: string): Promise<[unknown, unknown]> {
  const sheet = workbook.addSheet('Live');
  typeIn(workbook, sheet, 'A1', formula);
  sheet.setValues('Y1', [['Nobody']]);
  const live = await openLive(workbook);
  await live.settle();
  return [live.shown('Live', 'A1')[0]?.[0], live.said('Live', 'A1')];
}

/** Name, why, and the sentence. */
type Case = readonly [formula: string, sentence: string];

const unknown: readonly Case[] = [
  ['=NETCOLLECTION("Nobody")', 'The ledger has no provider "Nobody".'],
  ['=NETCOLLECTION(Y1)', 'The ledger has no provider "Nobody".'],
  ['=COLLECTEDINVOICING(,,,"Nothing")', 'The ledger has no invoice tag "Nothing".'],
  ['=CPTUSED("D9999")', 'The ledger has no code "D9999".'],
  [
    '=COLLECTIONRATE("Adams","2024-02-01","2024-02-29")',
    'There is no rate: net production is not above 0.00.',
  ],
  ['=COMMISSION("Adams")', 'There is no figure: no table Commission Plans was found.'],
];

const wrong: readonly Case[] = [
  ['=NETCOLLECTION("Adams","soon")', '"soon" is not a date.'],
  ['=NETCOLLECTION("Adams",TRUE)', 'true is not a date.'],
  ['=NETCOLLECTION("Adams",-5)', '-5 is not a date.'],
  ['=NETCOLLECTION("Adams","2024-03-31","2024-03-01")', 'The period ends before it begins.'],
  ['=NETCOLLECTION(Z1)', 'A cell that is given as an argument is blank.'],
  [
    '=NETCOLLECTION(Y1:Y2,X1:X3)',
    'The ranges have different sizes: give each the same rows and columns.',
  ],
  ['=CPTUSED()', 'The code is missing.'],
  ['=COMMISSION()', 'The provider is missing.'],
];

const plans: Grid = [
  ['Provider', 'Basis', 'Rate'],
  ['Adams', 'gross-production', '10 %'],
];

it.each(unknown)('%s is #N/A: %s', async (formula, sentence) => {
  expect(await valueOf(smallPractice(), formula)).toEqual(['#N/A', sentence]);
});

it.each(wrong)('%s is #VALUE!: %s', async (formula, sentence) => {
  const workbook = workbookOf({
    Charges: charges,
    Invoices: invoices,
    Payments: payments,
    Plans: plans,
  });
  const [value, said] = await valueOf(workbook, formula);
  expect(value).toBe('#VALUE!');
  // A required argument that is left out keeps Excel from calling at all.
  expect(said).toBe(formula.endsWith('()') ? undefined : sentence);
});

it('a ledger that is not there, lacks a table, or is stopped has no figures', async () => {
  const empty = workbookOf({ Notes: [['nothing']] });
  expect(await valueOf(empty, '=NETCOLLECTION()')).toEqual([
    '#N/A',
    'No ledger tables were found in this workbook.',
  ]);
  const without = workbookOf({ Charges: charges });
  expect(await valueOf(without, '=COLLECTEDINVOICING()')).toEqual([
    '#N/A',
    'There is no figure: no table Invoices was found; no table Payments was found.',
  ]);
  const twice = workbookOf({
    Charges: [...charges, charges[1]!],
    Invoices: invoices,
    Payments: payments,
  });
  expect(await valueOf(twice, '=NETCOLLECTION()')).toEqual([
    '#N/A',
    'The ledger has problems: open Practice Ledger to see them.',
  ]);
  const nearly = workbookOf({
    Charges: charges,
    Payments: payments.map((row) => row.filter((_, column) => column !== 3)),
  });
  expect(await valueOf(nearly, '=PATIENTINCOME()')).toEqual([
    '#N/A',
    "There is no figure: the table on sheet 'Payments' (row 1) looks like Payments but has no column 'Amount'.",
  ]);
});

it('a hidden provider is not told of', async () => {
  const workbook = workbookOf({
    Charges: charges,
    Invoices: invoices,
    Payments: payments,
    Providers: [
      ['Provider', 'Hidden'],
      ['Baker', 'Yes'],
    ],
  });
  expect(await valueOf(workbook, '=NETCOLLECTION("Baker")')).toEqual([
    '#N/A',
    'Baker is hidden on reports (Providers table).',
  ]);
});

describe('in an array', () => {
  let live: LiveBook;

  beforeAll(async () => {
    const workbook = smallPractice();
    const sheet = workbook.addSheet('Live');
    sheet.setValues('D1', [['Adams'], ['Nobody'], [''], ['No provider']]);
    sheet.setValues('F1', [[45352, 45383]]);
    typeIn(workbook, sheet, 'A1', '=NETCOLLECTION(D1:D4)');
    typeIn(workbook, sheet, 'A7', '=COLLECTIONRATE("Adams",F1:G1,"2024-12-31")');
    live = await openLive(workbook);
    await live.settle();
  });

  it('only the cells that have no figure show an error', () => {
    expect(live.shown('Live', 'A1:A4')).toEqual([[65], ['#N/A'], ['#VALUE!'], [6.6]]);
    const [rates] = live.shown('Live', 'A7:B7');
    expect(rates?.[0]).toBeCloseTo(65 / 315, 12);
    // Nothing was produced from April on: no rate, and not 0.
    expect(rates?.[1]).toBe('#N/A');
  });

  it('and the errors that Excel is given have their sentences', async () => {
    const { implementation }: typeof Functions = await import('../../src/functions/functions');
    const { functionSpecs }: typeof Specs = await import('../../src/app/functionSpecs');
    const spec = functionSpecs.find(({ name }) => name === 'NETCOLLECTION')!;
    const cells = await implementation(spec)([['Adams'], ['Nobody'], ['']]);
    expect(cells).toEqual([
      [65],
      [expect.objectContaining({ code: '#N/A', message: 'The ledger has no provider "Nobody".' })],
      [
        expect.objectContaining({
          code: '#VALUE!',
          message: 'A cell that is given as an argument is blank.',
        }),
      ],
    ]);
  });
});
