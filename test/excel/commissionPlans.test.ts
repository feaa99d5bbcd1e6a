/** Commission plans edited in the pane: what they would pay, cells that are written, and what is put back. */
import { ExcelHost, HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { Settings } from '../../src/app/pane';
import type {
  DraftPlan,
  PlanBook,
  PlanChangeOutcome,
  PlanEffect,
  PlansOutcome,
} from '../../src/app/plans/types';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';

const day = (january: number): number => 45291 + january;

const work: Grid = [
  ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Code'],
  ['C1', day(5), 'Adams', 60000, 'D2740'],
  ['C2', day(8), 'Adams', 400, 'D0120'],
  ['C3', day(9), 'Baker', 500, 'D0120'],
];
/** With a column and rows of the user's own. */
const plans: Grid = [
  ['Who', 'Provider', 'Note', 'Basis', 'Rate', 'Effective To'],
  ['x', 'Adams', 'as agreed', 'gross-production', 0.3, ''],
  ['y', 'Baker', '', 'Gross Production', 0.4, ''],
];

const january: Settings = {
  period: { kind: 'custom', from: '2024-01-01', to: '2024-01-31' },
  reports: [],
  options: {},
};
const never = new AbortController().signal;
const nothing = (): void => undefined;

/** Plans as an Excel table from A1, rates in per cents. */
function practice(): HostWorkbook {
  const workbook = workbookOf({ Charges: work });
  const sheet = workbook.addSheet('Plans');
  workbook.addTable('Plans', sheet, 'A1', plans);
  sheet.format('E2:E3', { numberFormat: '0%' });
  return workbook;
}

interface View {
  book: PlanBook;
  effect(draft: readonly DraftPlan[]): Promise<PlanEffect>;
  apply(draft: readonly DraftPlan[]): Promise<PlanChangeOutcome>;
  undo(): Promise<PlanChangeOutcome>;
  look(): Promise<PlanBook>;
}

async function viewOf(workbook: HostWorkbook): Promise<View> {
  await startOffice(new ExcelHost(workbook, { name: 'ledger.xlsx' }));
  const { planServices } = await import('../../src/app/plans/planServices');
  const look = async (): Promise<PlanBook> =>
    bookOf(await planServices.look(january, nothing, never));
  return {
    book: await look(),
    look,
    effect: async (draft) => {
      const outcome = await planServices.effect(draft, never);
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      return outcome.effect;
    },
    apply: (draft) => planServices.apply(draft, nothing, never),
    undo: () => planServices.undo(nothing, never),
  };
}

function bookOf(outcome: PlansOutcome | undefined): PlanBook {
  if (outcome?.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.book;
}

function done(outcome: PlanChangeOutcome): PlanBook {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return bookOf(outcome.next);
}

/** The draft with other texts in the row of a place. */
function edited(book: PlanBook, place: string, texts: Record<string, string>): DraftPlan[] {
  return book.plans.map((plan) =>
    plan.place === place ? { key: plan.key, texts: { ...plan.texts, ...texts } } : plan,
  );
}

function cells(workbook: HostWorkbook): unknown[][] {
  return workbook.sheet('Plans').values();
}

/** Provider and payable cents of a run. */
async function paidInRun(workbook: HostWorkbook): Promise<string[]> {
  const days = { from: '2024-01-01', to: '2024-01-31' };
  const { outcome } = await runOn(workbook, { reports: ['commission'], ...days, write: false });
  const table = doneOf(outcome).sheets[0]!.tables[0]!;
  return table.rows.map((row) => `${String(row[0])} ${Number(row[6]) / 100}`);
}

it('lists the plans as they are edited, and says what others would pay', async () => {
  const view = await viewOf(practice());
  expect(view.book.plans.map(({ place, texts }) => [place, texts])).toEqual([
    ['Plans, row 2', { provider: 'Adams', basis: 'gross-production', rate: '30 %' }],
    ['Plans, row 3', { provider: 'Baker', basis: 'gross-production', rate: '40 %' }],
  ]);
  const { pay } = await view.effect(edited(view.book, 'Plans, row 2', { rate: '35' }));
  expect(pay.changed).toEqual([
    {
      name: 'Adams',
      payable: { now: '18,120.00', then: '21,140.00', change: '+3,020.00' },
      base: { now: '60,400.00', then: '60,400.00', change: '' },
    },
  ]);
  expect(pay.unchanged.map(({ name }) => name)).toEqual(['Baker']);
  expect(pay.total.payable).toEqual({ now: '18,320.00', then: '21,340.00', change: '+3,020.00' });
});

it('writes what differs and nothing else; a run pays what was shown; undo puts every cell back', async () => {
  const workbook = practice();
  const view = await viewOf(workbook);
  const before = cells(workbook);
  const draft = edited(view.book, 'Plans, row 2', { rate: '33.33 %', to: '2024-01-06' });
  const { pay } = await view.effect(draft);
  expect(pay.changed[0]!.payable.then).toBe('19,998.00');
  const book = done(await view.apply(draft));
  expect(cells(workbook)).toEqual([
    before[0],
    ['x', 'Adams', 'as agreed', 'gross-production', 0.3333, day(6)],
    before[2],
  ]);
  const sheet = workbook.sheet('Plans');
  expect([
    sheet.style('E2').numberFormat,
    sheet.style('F2').numberFormat,
    sheet.style('E3').numberFormat,
  ]).toEqual(['0.00%', 'yyyy-mm-dd', '0%']);
  expect(book.undo).toBe('2 cells');
  expect(book.effect.pay.total.payable.now).toBe('20,198.00');
  expect(await paidInRun(workbook)).toEqual(['Adams 19998', 'Baker 200']);
  const after = await viewOf(workbook);
  expect(done(await after.undo()).undo).toBe('');
  expect(cells(workbook)).toEqual(before);
  expect([sheet.style('E2').numberFormat, sheet.style('F2').numberFormat]).toEqual([
    '0%',
    'General',
  ]);
});

it('adds rows and a column, empties what is removed, and takes all of it back', async () => {
  const workbook = practice();
  const view = await viewOf(workbook);
  const before = cells(workbook);
  const draft = [
    ...view.book.plans.slice(0, 1),
    { key: 'new 1', texts: { provider: '*', basis: 'gross-production', rate: '0.5 %' } },
    {
      key: 'new 2',
      texts: { provider: 'Baker', basis: 'gross-production', rate: '50', draw: '1,000' },
    },
  ];
  const book = done(await view.apply(draft));
  expect(cells(workbook)).toEqual([
    [...plans[0]!, 'Draw'],
    [...plans[1]!, ''],
    ['y', '', '', '', '', '', ''],
    ['', '*', '', 'gross-production', 0.005, '', ''],
    ['', 'Baker', '', 'gross-production', 0.5, '', 1000],
  ]);
  expect(workbook.table('Plans').area).toMatchObject({ rows: 5, columns: 7 });
  expect(book.plans.map(({ texts }) => [texts['provider'], texts['rate']])).toEqual([
    ['Adams', '30 %'],
    ['*', '0.5 %'],
    ['Baker', '50 %'],
  ]);
  expect(await paidInRun(workbook)).toEqual(['Adams 18120', 'Baker 1000']);
  done(await view.undo());
  expect(cells(workbook)).toEqual(before);
  expect(workbook.table('Plans').area).toMatchObject({ rows: 3, columns: 6 });
});

it('refuses where the plans were changed since they were read, and undo where they were changed since', async () => {
  const workbook = practice();
  const view = await viewOf(workbook);
  const draft = edited(view.book, 'Plans, row 2', { rate: '35' });
  workbook.sheet('Plans').setValues('E3', [[0.45]]);
  const outcome = await view.apply(draft);
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(cells(workbook)[1]).toEqual(plans[1]);
  const book = await view.look();
  done(await view.apply(edited(book, 'Plans, row 2', { rate: '35' })));
  workbook.sheet('Plans').setValues('E2', [[0.36]]);
  expect(await view.undo()).toMatchObject({
    kind: 'failed',
    message: "The plans on 'Plans' were changed since they were written, so nothing was put back",
  });
  expect(cells(workbook)[1]![4]).toBe(0.36);
});

it.each([
  [
    { rate: '0.30' },
    'Plans E2, Rate: "0.30". Write the per cent sign, such as 30 % or 0.3 %, or format the cell as a percentage.',
  ],
  [
    { basis: 'turnover' },
    'Plans D2, Basis: "turnover". Type one of these words: collected-invoicing, cpt-collections, gross-production, net-production, payroll-net-production, net-income; or say under How tables are read what this one means.',
  ],
  [
    { provider: 'Baker' },
    'Plans E3, Rate: A second rate for the same work: row 2 is in force as well. End row 2 before this one begins (Effective To), or take one of them out.',
  ],
  [
    { to: '2024-13-01' },
    'Plans F2, Effective To: "2024-13-01". Type the date as a date, such as 2024-03-31.',
  ],
  [
    { guarantee: '500' },
    'Plans G2, Guarantee: A Guarantee without Guarantee Period. Choose day, period or month.',
  ],
])('writes nothing that a run would refuse, and names the cell: %p', async (texts, words) => {
  const workbook = practice();
  const view = await viewOf(workbook);
  const draft = edited(view.book, 'Plans, row 2', texts);
  const { blocked, problems } = await view.effect(draft);
  expect(blocked).toBe(words);
  expect(problems.some(({ isHeld, key }) => isHeld && key !== '')).toBe(true);
  const outcome = await view.apply(draft);
  expect(outcome).toMatchObject({ kind: 'refused', said: `Nothing was written: ${words}` });
  expect(cells(workbook)).toEqual(plans);
});

it('a row that was refused before keeps nobody from mending another one', async () => {
  const workbook = practice();
  workbook.sheet('Plans').setValues('D3', [['turnover']]);
  const view = await viewOf(workbook);
  expect(view.book.effect.problems).toHaveLength(1);
  const { blocked } = await view.effect(edited(view.book, 'Plans, row 2', { rate: '35' }));
  expect(blocked).toBe('');
  const hidden = edited(view.book, 'Plans, row 3', { to: 'soon' });
  expect((await view.effect(hidden)).blocked).toBe('‘soon’ in Effective To, row 3 cannot be read.');
});

it('of a plain range: cells below are left alone, and a formula is not written over', async () => {
  const workbook = workbookOf({ Charges: work, Plans: plans });
  const sheet = workbook.sheet('Plans');
  sheet.format('E2:E3', { numberFormat: '0%' });
  sheet.setValues('A5', [['my own words']]);
  const view = await viewOf(workbook);
  const more = { key: 'new', texts: { provider: '*', basis: 'gross-production', rate: '5' } };
  done(await view.apply([...view.book.plans, more]));
  expect(cells(workbook)[3]).toEqual(['', '*', '', 'gross-production', 0.05, '']);
  const before = cells(workbook);
  const book = await view.look();
  expect(
    await view.apply([...book.plans, { ...more, texts: { ...more.texts, appliesTo: 'X' } }]),
  ).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('There is no room') as string,
  });
  sheet.setFormula('E2', '=0.1+0.2');
  const again = await view.look();
  expect(await view.apply(edited(again, 'Plans, row 2', { rate: '35' }))).toMatchObject({
    kind: 'failed',
    message: 'Plans!E2 holds a formula, so nothing was written',
  });
  expect(cells(workbook)[4]).toEqual(before[4]);
});

it('makes a table on a sheet of its own where there is none, and takes it away again', async () => {
  const workbook = workbookOf({ Charges: work });
  const view = await viewOf(workbook);
  expect(view.book.plans).toEqual([]);
  const texts = { provider: '*', basis: 'gross-production', rate: '30', from: '2024-01-01' };
  const draft = [{ key: 'new 1', texts }];
  expect((await view.effect(draft)).pay.total.payable.then).toBe('18,270.00');
  const book = done(await view.apply(draft));
  expect(book.plans.map(({ place }) => place)).toEqual(['Commission Plans, row 2']);
  expect(await paidInRun(workbook)).toEqual(['Adams 18120', 'Baker 150']);
  expect(workbook.table('CommissionPlans').columns.slice(0, 3)).toEqual([
    'Provider',
    'Basis',
    'Rate',
  ]);
  done(await view.undo());
  expect(workbook.tables).toEqual([]);
  expect(workbook.sheet('Commission Plans').values()).toEqual([]);
  done(await view.apply(draft));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Charges', 'Commission Plans']);
});

describe('undo takes nothing back that came since', () => {
  const changed = {
    kind: 'failed',
    message: expect.stringContaining('were changed since') as string,
  };

  it('in a column that was added', async () => {
    const workbook = practice();
    const view = await viewOf(workbook);
    done(await view.apply(edited(view.book, 'Plans, row 2', { draw: '1000' })));
    workbook.sheet('Plans').setValues('G3', [[777]]);
    expect(await view.undo()).toMatchObject(changed);
    expect(cells(workbook)[2]![6]).toBe(777);
  });

  it('in a table that was made', async () => {
    const workbook = workbookOf({ Charges: work });
    const view = await viewOf(workbook);
    const texts = { provider: '*', basis: 'gross-production', rate: '30' };
    done(await view.apply([{ key: 'new 1', texts }]));
    workbook.sheet('Commission Plans').setValues('A3:C3', [['Baker', 'gross-production', 0.4]]);
    expect(await view.undo()).toMatchObject(changed);
    expect(workbook.sheet('Commission Plans').values()[2]?.[0]).toBe('Baker');
  });

  const added = { provider: 'Cole', basis: 'gross-production', rate: '10' };

  it.each(['an Excel table', 'a plain range'])('in a row that was added to %s', async (kind) => {
    const workbook =
      kind === 'a plain range' ? workbookOf({ Charges: work, Plans: plans }) : practice();
    const view = await viewOf(workbook);
    done(await view.apply([...view.book.plans, { key: 'new 1', texts: added }]));
    workbook.sheet('Plans').setValues('F4', [[day(31)]]);
    expect(await view.undo()).toMatchObject(changed);
    expect(cells(workbook)[3]).toEqual(['', 'Cole', '', 'gross-production', 0.1, day(31)]);
    // Once it is as it was written, the row goes again.
    workbook.sheet('Plans').setValues('F4', [['']]);
    done(await view.undo());
    expect(cells(workbook)).toEqual(plans);
  });

  it('and does take a row that a calculated column filled in', async () => {
    const workbook = practice();
    workbook.sheet('Plans').setFormula('C2', '=1+1');
    const view = await viewOf(workbook);
    done(await view.apply([...view.book.plans, { key: 'new 1', texts: added }]));
    workbook.sheet('Plans').setFormula('C4', '=1+1');
    workbook.sheet('Plans').setFormula('F4', '=45300+22');
    expect(await view.undo()).toMatchObject(changed);
    workbook.sheet('Plans').setValues('F4', [['']]);
    done(await view.undo());
    expect(cells(workbook)).toHaveLength(3);
  });

  it('in a cell whose formula comes to the same', async () => {
    const workbook = practice();
    const view = await viewOf(workbook);
    done(await view.apply(edited(view.book, 'Plans, row 2', { rate: '35' })));
    workbook.sheet('Plans').setFormula('E2', '=0.7/2');
    expect(await view.undo()).toMatchObject(changed);
  });

  it('and finds a table whose name was changed where nothing was added', async () => {
    const workbook = practice();
    const view = await viewOf(workbook);
    done(await view.apply(edited(view.book, 'Plans, row 2', { rate: '35' })));
    workbook.table('Plans').name = 'My plans';
    done(await view.undo());
    expect(cells(workbook)).toEqual(plans);
  });
});

it('where one of two tables cannot be written, neither is', async () => {
  const workbook = practice();
  const other: Grid = [
    ['Provider', 'Basis', 'Rate'],
    ['Cook', 'gross-production', 0.3],
  ];
  const sheet = workbook.addSheet('Plans2');
  sheet.setValues('A1', other);
  sheet.setFormula('C2', '=10%+20%');
  const view = await viewOf(workbook);
  const both = edited(view.book, 'Plans, row 2', { rate: '35' }).map((plan) =>
    plan.texts['provider'] === 'Cook' ? { ...plan, texts: { ...plan.texts, rate: '31' } } : plan,
  );
  expect(await view.apply(both)).toMatchObject({ kind: 'failed' });
  expect(cells(workbook)).toEqual(plans);
});
