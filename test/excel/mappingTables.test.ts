/** Tables that nobody knows are mapped once: tried, kept, and read without a question from then on. */
import { ExcelHost, type HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type * as Work from '../../src/app/mapping/work';
import {
  addBeside,
  choose,
  chooseKind,
  fieldRows,
  moneyLeftOut,
  ruleRows,
  setConstant,
  setRule,
  setSign,
  setWord,
  whatIsMissing,
  wordRows,
} from '../../src/app/mapping/draft';
import type { Draft } from '../../src/app/mapping/types';
import { setMeaning } from '../../src/ledger/mapping/editMapping';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';
import { moneyOfCents } from '../support/plainLedger';

/** A system that is in no list of headers: money received has a minus, days come first, its types are codes. */
const work: Grid = [
  ['Praxis Nord', null, null, null, null],
  ['Vorgang', 'Tag', 'Behandler', 'Wert', 'Beleg'],
  ['A1', '01.03.2024', 'Adams', '1.000,00', 'R1'],
  ['A2', '02.03.2024', 'Baker', '50,00', 'R1'],
  ['A3', '15.03.2024', 'Adams', '40,50', 'R2'],
];
const bills: Grid = [
  ['Beleg', 'Abgeschlossen'],
  ['R1', '05.03.2024'],
  ['R2', '16.03.2024'],
];
const money: Grid = [
  ['Nr', 'Eingang', 'Art', 'Summe', 'Beleg'],
  ['Z1', '06.03.2024', 'EIN', '-1.050,00', 'R1'],
  ['Z2', '17.03.2024', 'EIN', '-40,50', 'R2'],
  ['Z3', '18.03.2024', 'AUS', '10,00', 'R1'],
];

const later: Grid = [
  ['Beleg', 'Summe', 'Art', 'Eingang', 'Nr'],
  ['R1', '-1.050,00', 'EIN', '06.03.2024', 'Z1'],
];

const quiet = { watch: () => undefined, pause: () => undefined };

async function servicesOn(workbook: HostWorkbook): Promise<typeof Work> {
  await startOffice(new ExcelHost(workbook, { name: 'nord.xlsx' }));
  return import('../../src/app/mapping/work');
}

/** A draft with columns chosen by their headers, `Charge ID: 'Vorgang'`. */
function withColumns(draft: Draft, columns: Readonly<Record<string, string>>, at = 0): Draft {
  return Object.entries(columns).reduce((soFar, [header, column]) => {
    const row = fieldRows(soFar, at).find((one) => one.header === header);
    const choice = row?.choices.find(({ label }) => label.endsWith(`: ${column}`));
    if (choice === undefined) throw new Error(`no column ${column} for ${header}`);
    return choose(soFar, { at, header }, choice.key);
  }, draft);
}

/** Every answer to a question of this rule, for all fields that it is asked of. */
function withRule(draft: Draft, rule: string, value: string): Draft {
  const headers = fieldRows(draft, 0).map(({ header }) => header);
  const rows = headers.flatMap((header) => ruleRows(draft, { at: 0, header }));
  return rows
    .filter((row) => row.rule === rule)
    .reduce((soFar, row) => setRule(soFar, row, value), draft);
}

function meaning(draft: Draft, text: string, means: string): Draft {
  const row = wordRows(draft, 0).find((one) => one.text === text);
  if (row === undefined) throw new Error(`no word ${text}`);
  return setWord(draft, row, means);
}

async function opened(services: typeof Work, sheet: string): Promise<Draft> {
  const { tables } = await services.look(quiet);
  const table = tables.find(({ place }) => place.sheet === sheet);
  const draft = table && (await services.open(table.place));
  if (draft === undefined) throw new Error(`nothing on ${sheet}`);
  return draft;
}

async function mapAll(services: typeof Work): Promise<void> {
  const charges = withColumns(chooseKind(await opened(services, 'Leistungen'), 0, 'Charges'), {
    'Charge ID': 'Vorgang',
    'Service Date': 'Tag',
    Provider: 'Behandler',
    Amount: 'Wert',
    'Invoice Number': 'Beleg',
  });
  expect((await services.keep(charges)).isDone).toBe(true);
  const invoices = withColumns(chooseKind(await opened(services, 'Belege'), 0, 'Invoices'), {
    'Invoice Number': 'Beleg',
    'Closed Date': 'Abgeschlossen',
  });
  expect((await services.keep(invoices)).isDone).toBe(true);
  expect((await services.keep(await paymentsOf(services))).isDone).toBe(true);
}

async function paymentsOf(services: typeof Work): Promise<Draft> {
  const plain = withColumns(chooseKind(await opened(services, 'Geld'), 0, 'Payments'), {
    'Payment ID': 'Nr',
    'Payment Date': 'Eingang',
    Type: 'Art',
    Amount: 'Summe',
    'Invoice Number': 'Beleg',
  });
  const said = meaning(meaning(plain, 'EIN', 'Payment'), 'AUS', 'Refund');
  return setSign(said, { at: 0, header: 'Amount' }, 'negated');
}

function nord(): HostWorkbook {
  return workbookOf({ Leistungen: work, Belege: bills, Geld: money });
}

function collected(outcome: Awaited<ReturnType<typeof runOn>>['outcome']): Record<string, string> {
  const sheet = doneOf(outcome).sheets.find(({ name }) => name === 'Practice Summary');
  const rows = sheet?.tables[0]?.rows ?? [];
  return Object.fromEntries(
    rows.map(([provider, , total]) => [String(provider), moneyOfCents(Number(total))]),
  );
}

const march = { from: '2024-03-01', to: '2024-03-31', write: false };

describe('tables that nobody knows', () => {
  it('are listed with the row that looks like their headers, below a banner', async () => {
    const services = await servicesOn(nord());
    const { tables, sheets } = await services.look(quiet);
    expect(sheets).toEqual(['Leistungen', 'Belege', 'Geld']);
    expect(tables.map(({ place, cell, confidence }) => [place.sheet, cell, confidence])).toEqual([
      ['Leistungen', 'A2', 'unread'],
      ['Belege', 'A1', 'unread'],
      ['Geld', 'A1', 'unread'],
    ]);
  });

  it('have no reports before, and after they were mapped once, to the cent', async () => {
    const workbook = nord();
    expect((await runOn(workbook, march)).outcome.kind).toBe('refused');
    await mapAll(await servicesOn(workbook));
    // 1,050.00 less the 10.00 given back is Adams 1,000.00 and Baker 40.00; then Adams 40.50.
    const { outcome } = await runOn(workbook, march);
    expect(collected(outcome)).toEqual({ Adams: '1040.50', Baker: '40.00' });
  });

  it('pasted again with other rows, on another sheet and with columns moved, are read without a question', async () => {
    const workbook = nord();
    await mapAll(await servicesOn(workbook));
    const next = workbookOf({ Leistungen: work, Belege: bills, 'Geld April': later });
    next.settings.set(
      'practiceLedger.mappings',
      workbook.settings.get('practiceLedger.mappings') ?? '',
    );
    const { outcome } = await runOn(next, march);
    expect(collected(outcome)).toEqual({ Adams: '1000.00', Baker: '50.00' });
    const { tables } = await (await servicesOn(next)).look(quiet);
    expect(tables.map(({ confidence }) => confidence)).toEqual(['kept', 'kept', 'kept']);
  });

  it('are proposed by their contents where the headers say nothing', async () => {
    const services = await servicesOn(nord());
    const draft = chooseKind(await opened(services, 'Geld'), 0, 'Payments');
    const shown = new Map(fieldRows(draft, 0).map((row) => [row.header, row]));
    expect(shown.get('Payment Date')).toMatchObject({
      choice: 'column 1',
      samples: '06.03.2024 · 17.03.2024 · 18.03.2024',
      note: 'Proposed, because of what stands in it.',
    });
    expect(shown.get('Amount')).toMatchObject({ choice: 'column 3', isNeeded: true });
    expect(shown.get('Payment ID')).toMatchObject({ choice: 'address' });
    expect(whatIsMissing(draft)).toEqual(['Choose a column for Type.']);
  });
});

describe('a mapping is tried before it is kept', () => {
  it('the total asks what a minus means; the answer turns it round', async () => {
    const services = await servicesOn(nord());
    const draft = await paymentsOf(services);
    const asWritten = setSign(draft, { at: 0, header: 'Amount' }, 'as-written');
    const [before] = (await services.check(asWritten, quiet)).tables;
    expect(before).toMatchObject({
      kind: 'Payments',
      rows: '3 rows read',
      total: 'Amount: -1,080.50 in all',
      sign: {
        at: 0,
        header: 'Amount',
        words: 'Payments total -1,080.50: is money received negative here?',
      },
    });
    const [after] = (await services.check(draft, quiet)).tables;
    expect(after?.total).toBe('Amount: 1,080.50 in all');
    expect(after?.headers).toEqual([
      'Payment ID',
      'Payment Date',
      'Type',
      'Amount',
      'Invoice Number',
    ]);
    expect(after?.preview).toEqual([
      ['Z1', '2024-03-06', 'Payment', '1,050.00', 'R1'],
      ['Z2', '2024-03-17', 'Payment', '40.50', 'R2'],
    ]);
  });

  it('a totals line is none of the total', async () => {
    const totals = [...money, [null, null, 'Total', '-1.080,50', null]];
    const services = await servicesOn(
      workbookOf({ Leistungen: work, Belege: bills, Geld: totals }),
    );
    const [checked] = (await services.check(await paymentsOf(services), quiet)).tables;
    expect(checked).toMatchObject({
      rows: '4 rows read, 1 left out, such as totals',
      total: 'Amount: 1,080.50 in all',
    });
  });

  it('words that are not known hold their rows, and are told with their cells', async () => {
    const services = await servicesOn(nord());
    const draft = meaning(await paymentsOf(services), 'AUS', '');
    expect(wordRows(draft, 0)).toMatchObject([
      { text: 'EIN', count: 2, means: 'Payment', understood: '' },
      { text: 'AUS', count: 1, means: '', understood: '' },
    ]);
    const { tables, problems } = await services.check(draft, quiet);
    expect(tables[0]?.rows).toBe('3 rows read, 1 held back');
    expect(problems.filter(({ severity }) => severity === 'held')).toMatchObject([
      { code: 'TYPE_UNKNOWN', sheet: 'Geld', cell: 'C4' },
    ]);
  });

  it('number style and order of dates can be said instead of found out', async () => {
    const services = await servicesOn(nord());
    const said = withRule(withRule(await paymentsOf(services), 'decimal', ','), 'dates', 'dmy');
    const fields = said.mapping.views[0]?.fields;
    expect(fields?.['Amount']).toEqual({ columns: ['Summe'], sign: 'negated', decimal: ',' });
    expect(fields?.['Payment Date']).toEqual({ columns: ['Eingang'], dates: 'dmy' });
    const unsaid = withRule(said, 'decimal', '');
    expect(unsaid.mapping.views[0]?.fields['Amount']).toEqual({
      columns: ['Summe'],
      sign: 'negated',
    });
  });

  it('trying changes nothing in the workbook', async () => {
    const workbook = nord();
    const services = await servicesOn(workbook);
    await services.check(await paymentsOf(services), quiet);
    expect(workbook.settings.size).toBe(0);
  });
});

describe('a table that is read by its headers', () => {
  const wide: Grid = [
    [
      'Charge ID',
      'Date of Service',
      'Provider',
      'Amount',
      'Invoice Number',
      'Patient Payment',
      'Posting Date',
    ],
    ['L1', 45352, 'Adams', 100, 5001, 60, 45360],
    ['L2', 45353, 'Baker', 50, 5001, null, null],
  ];
  const invoices: Grid = [
    ['Invoice Number', 'Closed Date'],
    [5001, 45356],
  ];

  it('is listed with what it was taken for and why', async () => {
    const services = await servicesOn(workbookOf({ Export: wide, Invoices: invoices }));
    const { tables } = await services.look(quiet);
    expect(tables).toMatchObject([
      {
        title: 'Charges',
        confidence: 'likely',
        why: 'By its headers: ‘Date of Service’ as Service Date.',
      },
      { title: 'Invoices', confidence: 'sure', why: 'Its headers are those of Invoices.' },
    ]);
  });

  it('begins with what is read of it now, and kept as it is gives the same figures', async () => {
    const workbook = workbookOf({ Export: wide, Invoices: invoices });
    const before = collected((await runOn(workbook, march)).outcome);
    const services = await servicesOn(workbook);
    const draft = await opened(services, 'Export');
    expect(draft.mapping.views.map(({ kind }) => kind)).toEqual(['Charges', 'Payments']);
    expect(whatIsMissing(draft)).toEqual([]);
    await services.keep(draft);
    expect(collected((await runOn(workbook, march)).outcome)).toEqual(before);
    expect(before).toEqual({ Adams: '60.00' });
  });

  it('can have money beside its rows that no header tells', async () => {
    const grid = wide.map((row, place) => [
      ...row.slice(0, 5),
      place === 0 ? 'Kasse' : (row[5] ?? null),
    ]);
    const workbook = workbookOf({ Export: grid, Invoices: invoices });
    const services = await servicesOn(workbook);
    const added = addBeside(await opened(services, 'Export'), 'Payments');
    const named = withColumns(added, { 'Payment Date': 'Date of Service', Amount: 'Kasse' }, 1);
    const typed = choose(named, { at: 1, header: 'Type' }, 'same');
    const draft = setConstant(typed, { at: 1, header: 'Type' }, 'Payment');
    const withBill = withColumns(draft, { 'Invoice Number': 'Invoice Number' }, 1);
    expect(whatIsMissing(withBill)).toEqual([]);
    expect((await services.keep(withBill)).isDone).toBe(true);
    expect(collected((await runOn(workbook, march)).outcome)).toEqual({ Adams: '60.00' });
  });
});

describe('what is kept', () => {
  it('is forgotten, exported and taken over', async () => {
    const workbook = nord();
    const services = await servicesOn(workbook);
    await mapAll(services);
    const { kept } = await services.look(quiet);
    expect(kept.map(({ name, words }) => [name, words])).toEqual([
      ['Charges of Leistungen', 'Charges from 5 of 5 columns'],
      ['Invoices of Belege', 'Invoices from 2 of 2 columns'],
      ['Payments of Geld', 'Payments from 5 of 5 columns'],
    ]);
    const text = await services.exportText();
    const [first] = kept;
    if (first !== undefined) await services.forget(first);
    expect((await services.look(quiet)).kept).toHaveLength(2);
    const other = await servicesOn(nord());
    expect(await other.importText('{}')).toEqual({
      isDone: false,
      words: 'Nothing was taken: the text holds no mappings of Practice Ledger.',
    });
    expect((await other.importText(text)).isDone).toBe(true);
    const confidences = (await other.look(quiet)).tables.map(({ confidence }) => confidence);
    expect(confidences).toEqual(['kept', 'kept', 'kept']);
  });

  it('asks again where a column that it reads is gone, and proposes the rest', async () => {
    const workbook = nord();
    await mapAll(await servicesOn(workbook));
    workbook.sheet('Geld').setValues('D1', [['Betrag neu']]);
    const services = await servicesOn(workbook);
    const { tables } = await services.look(quiet);
    expect(tables.find(({ place }) => place.sheet === 'Geld')).toMatchObject({ confidence: 'ask' });
    const draft = await opened(services, 'Geld');
    expect(whatIsMissing(draft)).toEqual(['Choose a column for Amount.']);
    expect(draft.mapping.name).toBe('Payments of Geld');
    const mended = setSign(
      withColumns(draft, { Amount: 'Betrag neu' }),
      { at: 0, header: 'Amount' },
      'negated',
    );
    expect((await services.keep(mended)).isDone).toBe(true);
    expect(collected((await runOn(workbook, march)).outcome)).toEqual({
      Adams: '1040.50',
      Baker: '40.00',
    });
  });

  it('is refused where a field comes from nowhere', async () => {
    const services = await servicesOn(nord());
    const draft = chooseKind(await opened(services, 'Geld'), 0, 'Payments');
    expect(await services.keep(draft)).toMatchObject({ isDone: false });
  });
});

describe('a change of a column', () => {
  const bills2: Grid = [
    ['Invoice Number', 'Closed Date'],
    [5001, 45356],
  ];
  const draftOf = async (grid: Grid): Promise<[typeof Work, HostWorkbook, Draft]> => {
    const workbook = workbookOf({ Export: grid, Invoices: bills2 });
    const services = await servicesOn(workbook);
    return [services, workbook, await opened(services, 'Export')];
  };

  it('takes the rules of the column before with it: what meant Voided there does not here', async () => {
    const [, , draft] = await draftOf([
      ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Invoice Number', 'Voided', 'Zustand'],
      ['L1', 45352, 'Adams', 100, 5001, null, 'Complete'],
    ]);
    expect(draft.mapping.views[0]?.fields['Status']).toMatchObject({ filled: 'Voided' });
    const changed = withColumns(draft, { Status: 'Zustand' });
    expect(changed.mapping.views[0]?.fields['Status']).toEqual({ columns: ['Zustand'] });
  });

  it('reads a column that says the opposite as the opposite, and a plain one as it is', async () => {
    const [, , draft] = await draftOf([
      ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Excluded from Commissions', 'Zahlt'],
      ['L1', 45352, 'Adams', 100, 'No', 'Yes'],
    ]);
    const plain = withColumns(draft, { Commissionable: 'Zahlt' });
    expect(plain.mapping.views[0]?.fields['Commissionable']).toEqual({ columns: ['Zahlt'] });
    const back = withColumns(plain, { Commissionable: 'Excluded from Commissions' });
    expect(back.mapping.views[0]?.fields['Commissionable']).toMatchObject({ reversed: true });
  });

  it('of money that says which rows are payments takes that question along', async () => {
    const [services, , draft] = await draftOf([
      ['Payment ID', 'Payment Date', 'Type', 'Paid Amount', 'Refunded Amount', 'Netto'],
      ['P1', 45357, 'Payment', null, 10, 40],
      ['P2', 45357, 'Payment', 5, null, 5],
    ]);
    expect(draft.mapping.views[0]?.rows).toEqual([{ money: ['Paid Amount'] }]);
    const changed = withColumns(draft, { Amount: 'Netto' });
    expect(changed.mapping.views[0]?.rows).toEqual([{ money: ['Netto'] }]);
    const [payments] = (await services.check(changed, quiet)).tables;
    expect(payments?.total).toBe('Amount: 45.00 in all');
  });

  it('of a word takes back what was said of it in another case', async () => {
    const [, , draft] = await draftOf([
      ['Payment ID', 'Payment Date', 'Type', 'Amount'],
      ['P1', 45357, 'EIN', 40],
    ]);
    const said = meaning(draft, 'EIN', 'Payment');
    const other = {
      ...said,
      mapping: setMeaning(said.mapping, ofType, { text: 'ein', means: 'Refund' }),
    };
    expect(other.mapping.views[0]?.fields['Type']).toMatchObject({ values: { ein: 'Refund' } });
    expect(meaning(other, 'EIN', '').mapping.views[0]?.fields['Type']).toEqual({
      columns: ['Type'],
    });
  });
  const ofType = { at: 0, header: 'Type' };
});

describe('what is not decided stays open', () => {
  it('the same header twice has to be chosen', async () => {
    const grid: Grid = [
      ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Amount', 'Invoice Number'],
      ['P1', 45357, 'Payment', 999.25, 60, 5001],
    ];
    const services = await servicesOn(workbookOf({ Export: grid }));
    const draft = await opened(services, 'Export');
    expect(whatIsMissing(draft)).toEqual(['Choose a column for Amount.']);
    const second = choose(draft, { at: 0, header: 'Amount' }, 'column 4');
    const { tables } = await services.check(second, quiet);
    expect(tables[0]?.total).toBe('Amount: 60.00 in all');
    expect(moneyLeftOut(second)).toEqual(['Amount']);
  });

  it('a column of money that is blank this month is part of the mapping', async () => {
    const grid: Grid = [
      [
        'Charge ID',
        'Service Date',
        'Provider',
        'Amount',
        'Patient Payment',
        'Patient Refund',
        'Posting Date',
      ],
      ['L1', 45352, 'Adams', 100, 60, null, 45357],
    ];
    const services = await servicesOn(workbookOf({ Export: grid }));
    const draft = await opened(services, 'Export');
    const types = draft.mapping.views.map(({ fields }) => fields['Type']);
    expect(types).toEqual([undefined, { constant: 'Payment' }, { constant: 'Refund' }]);
  });

  it('of two tables beside each other the row leads to the one that is not known', async () => {
    const grid: Grid = [
      ['Charge ID', 'Service Date', 'Provider', 'Amount', null, 'Nr', 'Eingang', 'Summe'],
      ['L1', 45352, 'Adams', 100, null, 'Z1', 45357, 60],
    ];
    const services = await servicesOn(workbookOf({ Export: grid }));
    await services.look(quiet);
    expect((await services.openAt('Export', 1))?.cells).toEqual(['Nr', 'Eingang', 'Summe']);
  });
});
