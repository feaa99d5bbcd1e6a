import fc from 'fast-check';
import { kinds } from '../../src/ledger/allKinds';
import { headerKey, headerMeanings, recogniseHeader } from '../../src/ledger/recognise';
import { runs } from '../support/law';

function fieldsOf(header: readonly unknown[]): Record<string, string> {
  const { found } = recogniseHeader(header);
  return Object.fromEntries(
    [...(found?.fields ?? [])].map(([field, { header: text }]) => [field, text]),
  );
}

describe('every kind is known by its canonical headers', () => {
  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
    const header = Object.values(kind.columns).map((spec) => spec.header);
    const { found } = recogniseHeader(header);
    expect(found?.kind).toBe(name);
    expect(found?.known).toBe(header.length);
    expect(found?.twice).toEqual([]);
    expect(recogniseHeader([...header].reverse()).found?.kind).toBe(name);
  });

  it.each([
    ['Charges', ['Charge ID', 'Service Date', 'Provider', 'Amount']],
    ['Invoices', ['Invoice Number', 'Closed Date']],
    ['Invoices', ['Invoice Number', 'Status']],
    ['Payments', ['Payment ID', 'Payment Date', 'Type', 'Amount']],
    ['Providers', ['Provider', 'Aliases']],
    ['Providers', ['Provider']],
    ['Adjustments', ['Adjustment ID', 'Date', 'Type', 'Amount']],
    ['Claim Adjustments', ['Claim Number', 'Amount']],
    ['Claim Lines', ['Claim Line ID', 'Charge ID', 'Status']],
    ['Audit Trail', ['Tab', 'Date', 'Type', 'Amount']],
    ['Commission Plans', ['Provider', 'Basis', 'Rate']],
    ['Type Map', ['Tab', 'Pattern', 'Bucket']],
  ])('%s by %j alone', (kind, header) => {
    expect(recogniseHeader(header).found?.kind).toBe(kind);
  });
});

it.each([
  ['CHARGE_ID', 'chargeid'],
  [' Charge\u00a0Id ', 'chargeid'],
  ['\ufeffCharge ID', 'chargeid'],
  ['\uff23harge ID', 'chargeid'],
  ['Account #', 'account#'],
  ['[+] Contract Adj', '+contractadj'],
  ['Caf\u00e9', 'caf\u00e9'],
  ['---', ''],
  ['x'.repeat(257), ''],
])('the header %j is compared as %j', (text, key) => {
  expect(headerKey(text)).toBe(key);
});

it('the headers of real exports stand for the fields', () => {
  const header = [
    'Transaction ID',
    'Time',
    'Transaction Type',
    'Paid Amount',
    'Transaction Method',
    'Invoice ID',
    'Account ID',
  ];
  expect(recogniseHeader(header).found?.kind).toBe('Payments');
  expect(fieldsOf(header)).toEqual({
    id: 'Transaction ID',
    date: 'Time',
    type: 'Transaction Type',
    amount: 'Paid Amount',
    method: 'Transaction Method',
    invoiceNumber: 'Invoice ID',
    accountId: 'Account ID',
  });
});

it('the canonical header beats a synonym, and the earlier synonym the later one', () => {
  expect(fieldsOf(['Fee', 'Charge ID', 'DOS', 'Amount', 'Service Date', 'Provider'])).toMatchObject(
    {
      amount: 'Amount',
      service: 'Service Date',
    },
  );
  expect(fieldsOf(['Fee', 'Charge ID', 'Date', 'TotalCharges', 'DOS', 'Provider'])).toMatchObject({
    amount: 'TotalCharges',
    service: 'DOS',
  });
});

it('a header is given as written, trimmed, with its place', () => {
  const { found } = recogniseHeader(['', ' charge id\u00a0', 'Service Date', 'Provider', 'AMOUNT']);
  expect(found?.fields.get('id')).toEqual({ header: 'charge id', index: 1, reversed: false });
  expect(found?.fields.get('amount')).toEqual({ header: 'AMOUNT', index: 4, reversed: false });
});

it('a reversed header is told', () => {
  const header = ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Excluded from Commissions'];
  expect(recogniseHeader(header).found?.fields.get('commissionable')).toEqual({
    header: 'Excluded from Commissions',
    index: 4,
    reversed: true,
  });
});

describe('E4 the same header twice', () => {
  it('is told with both places where a field needs it', () => {
    const header = ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Code', 'amount '];
    expect(recogniseHeader(header).found?.twice).toEqual([
      { field: 'amount', header: 'Amount', indexes: [3, 5] },
    ]);
  });

  it('says nothing where the field has a better header or no field needs it', () => {
    const header = [
      'Charge ID',
      'Service Date',
      'Provider',
      'Amount',
      'Fee',
      'Fee',
      'Colour',
      'Colour',
    ];
    expect(recogniseHeader(header).found?.twice).toEqual([]);
  });
});

describe('two lists without a blank column between', () => {
  const charges = ['Charge ID', 'Service Date', 'Provider', 'Fee'];
  const payments = ['Payment ID', 'Payment Date', 'Type', 'Amount'];

  it.each([
    [[...charges, ...payments], 'Payments', 'Charges', [3, 7]],
    [[...payments, ...charges], 'Payments', 'Charges', [3, 7]],
    [
      ['Charge ID', 'Service Date', 'Provider', 'Amount', ...payments.slice(0, 3), 'Amount Paid'],
      'Payments',
      'Charges',
      [3, 7],
    ],
    [
      [...payments, 'Adjustment ID', 'Adj Date', 'Adj Type', 'Adj Amount'],
      'Payments',
      'Adjustments',
      [3, 7],
    ],
  ])('%s', (header, kind, rival, amounts) => {
    const read = recogniseHeader(header);
    expect([read.found?.kind, read.rival]).toEqual([kind, { kind: rival, amounts }]);
  });

  it.each([
    [[...payments, 'Charge ID', 'Provider', 'Service Date']],
    [[...charges, 'Payment Date', 'Amount Paid', 'Type']],
    [[...charges, 'Invoice Number', 'Status', 'Tax', 'Claim Number']],
  ])('are none where only one of them has what it needs: %s', (header) => {
    expect(recogniseHeader(header).rival).toBeUndefined();
  });
});

describe('vague words', () => {
  it('one bold column may go by a vague word, two may not', () => {
    const one = recogniseHeader(['ID', 'Service Date', 'Provider', 'Amount']);
    expect(one.found?.kind).toBe('Charges');
    const two = recogniseHeader(['ID', 'Date', 'Provider', 'Amount']);
    expect(two.found).toBeUndefined();
    expect(two.nearest).toMatchObject({ kind: 'Charges', missing: ['Service Date'] });
  });

  it.each([
    [['Invoice Number', 'Amount', 'Customer']],
    [['Provider', 'Target']],
    [['Provider', '% of Total Practice Invoicing Collected', 'Total Invoicing Collected']],
    [['ID', 'Date', 'Type', 'Amount']],
    [['Amount']],
    [[]],
  ])('%j says nothing', (header) => {
    expect(recogniseHeader(header).found).toBeUndefined();
  });
});

describe('the nearest kind', () => {
  it.each<[string[], string | undefined, string[]]>([
    [['Charge ID', 'Service Date', 'Provider'], 'Charges', ['Amount']],
    [['Payment ID', 'Payment Date', 'Amount', 'Method'], 'Payments', ['Type']],
    [['Charge ID', 'Provider'], 'Charges', ['Service Date', 'Amount']],
    [['Charge ID', 'Colour'], undefined, []],
    [['Colour', 'Shape'], undefined, []],
  ])('%j is nearly %s without %j', (header, kind, missing) => {
    const { found, nearest } = recogniseHeader(header);
    expect(found).toBeUndefined();
    expect(nearest?.kind).toBe(kind);
    expect(nearest?.missing ?? []).toEqual(missing);
  });

  it('stands beside a kind with fewer columns, so that a lost column is not taken for another kind', () => {
    const header = ['Charge ID', 'Service Date', 'Claim Number', 'Amount', 'Clinician in charge'];
    const { found, nearest } = recogniseHeader(header);
    expect(found?.kind).toBe('Claim Adjustments');
    expect(nearest).toMatchObject({ kind: 'Charges', missing: ['Provider'] });
  });
});

it('cells that are not text are no headers', () => {
  const header = ['Charge ID', 'Service Date', 'Provider', 'Amount'];
  expect(recogniseHeader([1, true, null, undefined, {}, ...header]).found?.kind).toBe('Charges');
  expect(headerMeanings(5)).toEqual([]);
});

it('C6 hostile headers are headers like any other', () => {
  const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const { found } = recogniseHeader([
    ...hostile,
    'Charge ID',
    'Service Date',
    'Provider',
    'Amount',
  ]);
  expect(found?.kind).toBe('Charges');
  expect([...(found?.fields.keys() ?? [])]).toEqual(['id', 'service', 'provider', 'amount']);
  expect(recogniseHeader(hostile)).toEqual({ found: undefined, nearest: undefined });
  for (const word of hostile) expect(headerMeanings(word)).toEqual([]);
});

describe('properties', () => {
  const words = kinds.flatMap((kind) =>
    Object.values(kind.columns).flatMap((spec) => [spec.header, ...(spec.synonyms ?? [])]),
  );

  it('never throws, and finds only columns that are there', () => {
    const cell = fc.oneof(fc.constantFrom(...words), fc.anything(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (header) => {
        const { found, nearest } = recogniseHeader(header);
        for (const { index, header: text } of found?.fields.values() ?? []) {
          expect(headerKey(String(header[index]))).toBe(headerKey(text));
        }
        const nearKind = kinds.find(({ name }) => name === nearest?.kind);
        const bold = Object.values(nearKind?.columns ?? {}).filter((spec) => spec.bold === true);
        for (const text of nearest?.missing ?? []) {
          expect(bold.map((spec) => spec.header)).toContain(text);
        }
      }),
      { ...runs, numRuns: 2000 },
    );
  });

  it('INV-15 the order of the columns changes nothing but their places', () => {
    const header = fc.uniqueArray(fc.constantFrom(...words), {
      maxLength: 25,
      selector: headerKey,
    });
    const shuffled = header.chain((cells) =>
      fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
    );
    const facts = (cells: readonly string[]): unknown => {
      const { found, nearest } = recogniseHeader(cells);
      const fields = [...(found?.fields ?? [])].map(([field, { header: text }]) => [field, text]);
      return {
        kind: found?.kind,
        fields,
        known: found?.known,
        near: nearest?.kind,
        missing: nearest?.missing,
      };
    };
    fc.assert(
      fc.property(shuffled, ([cells, others]) => {
        expect(facts(others)).toEqual(facts(cells));
      }),
      { ...runs, numRuns: 2000 },
    );
  });
});
