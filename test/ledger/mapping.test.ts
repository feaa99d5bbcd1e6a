/** A mapping is data: found again by its headers, checked word by word, the same after a round trip. */
import fc from 'fast-check';
import { kinds } from '../../src/ledger/allKinds';
import { checkMapping } from '../../src/ledger/mapping/checkMapping';
import { decideHeader } from '../../src/ledger/mapping/decideHeader';
import { fingerprint, headerNames } from '../../src/ledger/mapping/fingerprint';
import { keptMappings } from '../../src/ledger/mapping/keptMappings';
import {
  mappingsText,
  readMappings,
  withMapping,
  withoutMapping,
} from '../../src/ledger/mapping/mappingText';
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import { runs } from '../support/law';

/** A register of payments in which money received has a minus. */
const register: TableMapping = {
  name: 'Register',
  headers: ['No', 'Day', 'What', 'Value', 'Doctor', 'Value'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: [{ header: 'Value', nth: 2 }] }, { column: 'What', isNot: ['Memo'] }],
      fields: {
        'Payment ID': { columns: ['No'], and: 'Value' },
        'Payment Date': { columns: ['Day'], dates: 'dmy', swapped: false },
        Type: { columns: ['What'], values: { in: 'Payment', '': 'Payment' } },
        Amount: {
          columns: [{ header: 'Value', nth: 2 }, 'Value'],
          sign: 'negated',
          decimal: ',',
          currency: '€',
        },
        Provider: { columns: ['Doctor'], fillDown: true },
        Voided: { columns: ['Value'], filled: 'Yes' },
        Payer: { constant: 'Insurance' },
      },
    },
    {
      kind: 'Audit Trail',
      rows: [{ filled: 'What' }, { blank: 'Doctor' }, { column: 'What', is: ['out'] }],
      fields: {
        Tab: { sheet: true, values: { In: 'Payments' } },
        Date: { constant: '2024-03-31' },
        Type: { columns: ['What'] },
        Amount: { columns: ['Value'] },
      },
    },
    {
      kind: 'Adjustments',
      fields: {
        'Adjustment ID': { address: true, and: 'Value' },
        Date: { constant: '' },
        Type: { constant: 'Other' },
        Amount: { columns: ['Value'] },
      },
    },
  ],
};

type Loose = { -readonly [Key in keyof TableMapping]: unknown };

/** The register with one thing changed. */
function changed(
  change: (
    mapping: {
      views: { kind: unknown; fields: Record<string, unknown>; rows?: unknown }[];
    } & Loose,
  ) => void,
): unknown {
  const copy = JSON.parse(JSON.stringify(register)) as Parameters<typeof change>[0];
  change(copy);
  return copy;
}

function reasonsOf(value: unknown): string[] {
  const checked = checkMapping(value);
  return 'reasons' in checked ? [...checked.reasons] : [];
}

describe('the fingerprint of a header row', () => {
  it('is the same for the same headers in another order, case and punctuation', () => {
    const one = fingerprint(['Trans #', 'Paid Amount', '', null, 5, 'Date']);
    expect(fingerprint(['DATE', ' paid_amount\u00a0', 'TRANS#'])).toBe(one);
  });

  it('counts a header that stands there twice as two', () => {
    expect(fingerprint(['Amount', 'Amount'])).not.toBe(fingerprint(['Amount']));
    expect(headerNames(['Amount', 'Date', 'AMOUNT']).map(({ name, nth }) => [name, nth])).toEqual([
      ['amount', 1],
      ['date', 1],
      ['amount 2', 2],
    ]);
  });

  it('knows headers of nothing but punctuation, of any length and with hostile names', () => {
    expect(headerNames(['*', '%']).map(({ name }) => name)).toEqual(['*', '%']);
    expect(headerNames(['x'.repeat(40_000), '__proto__'])).toHaveLength(2);
    expect(fingerprint(['*'])).not.toBe(fingerprint(['%']));
  });

  it('changes with any header', () => {
    const word = fc.constantFrom('ID', 'Date', 'Amount', 'Amt', 'Type', 'Provider', '*', '+ADJ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 8 }), (a, b) => {
        const same = [...a].sort().join() === [...b].sort().join();
        expect(fingerprint(a) === fingerprint(b)).toBe(same);
      }),
      runs,
    );
  });
});

describe('checking a mapping', () => {
  it('takes one that uses every rule, as it is', () => {
    expect(checkMapping(register)).toEqual({
      mapping: {
        ...register,
        views: register.views.map((view) => ({ ...view, rows: view.rows ?? [] })),
      },
    });
  });

  it.each<[string, unknown, string]>([
    ['no object', 5, 'a mapping is an object with name, headers and views'],
    ['no name', changed((m) => (m.name = '')), 'the mapping has no name'],
    ['no headers', changed((m) => (m.headers = [])), 'does not list the headers'],
    ['no views', changed((m) => (m.views = [])), 'has no view of the rows'],
    [
      'an unknown kind',
      changed((m) => (m.views[0]!.kind = 'Money')),
      'it wants a kind (one of Charges',
    ],
    [
      'an unknown column',
      changed((m) => (m.views[0]!.fields['Amout'] = { columns: ['No'] })),
      "view 1: 'Amout' is no column of Payments",
    ],
    [
      'a bold column without a source',
      changed((m) => delete m.views[0]!.fields['Type']),
      "view 1: nothing says where 'Type' comes from",
    ],
    [
      'a header that is not listed',
      changed((m) => (m.views[0]!.fields['Method'] = { columns: ['How'] })),
      "there is no header 'How' in its list of headers",
    ],
    [
      'a third header where there are two',
      changed((m) => (m.views[0]!.fields['Method'] = { columns: [{ header: 'Value', nth: 3 }] })),
      "there is no header 'Value' (number 3)",
    ],
    [
      'no source',
      changed((m) => (m.views[0]!.fields['Method'] = { column: 'No' })),
      "'Method' wants one of columns, constant, address and sheet",
    ],
    [
      'a constant that is no choice',
      changed((m) => (m.views[0]!.fields['Payer'] = { constant: 'Uncle' })),
      "'Payer' has the constant 'Uncle', which the column does not know",
    ],
    [
      'a constant amount',
      changed((m) => (m.views[0]!.fields['Amount'] = { constant: '5' })),
      "'Amount' is a number: it cannot be the same in every row",
    ],
    [
      'a constant that is no date',
      changed((m) => (m.views[1]!.fields['Date'] = { constant: '3/4/2024' })),
      "'Date' has a constant that is no date such as 2024-03-31",
    ],
    [
      'a value that is no choice',
      changed((m) => (m.views[0]!.fields['Type'] = { columns: ['What'], values: { in: 'Money' } })),
      "'Type' takes 'in' for 'Money', which is none of Payment, Refund",
    ],
    [
      'amounts filled down',
      changed((m) => (m.views[0]!.fields['Amount'] = { columns: ['Value'], fillDown: true })),
      "'Amount' is an amount, a date or an id, which are never filled down",
    ],
    [
      'ids filled down',
      changed((m) => (m.views[0]!.fields['Invoice Number'] = { columns: ['No'], fillDown: true })),
      "'Invoice Number' is an amount, a date or an id, which are never filled down",
    ],
    [
      'a sign of a date',
      changed((m) => (m.views[0]!.fields['Payment Date'] = { columns: ['Day'], sign: 'negated' })),
      "'Payment Date' is of a type that has no rule sign",
    ],
    [
      'an unknown sign',
      changed((m) => (m.views[0]!.fields['Amount'] = { columns: ['Value'], sign: 'minus' })),
      "'Amount' has a rule sign that is none of as-written, negated",
    ],
    [
      'an addition to another id',
      changed((m) => (m.views[0]!.fields['Charge ID'] = { columns: ['No'], and: 'x' })),
      "'Charge ID' is not the id of the row: nothing can be put behind it",
    ],
    [
      'an unknown condition',
      changed((m) => (m.views[0]!.rows = [{ when: 'No' }])),
      'a condition of its rows is none of money, filled, blank, is and isNot',
    ],
    [
      'rows left out without a condition',
      changed((m) => (m.leftOut = [[]])),
      "the mapping 'Register': leftOut is not a list of lists of conditions",
    ],
    [
      'rows left out by a header that is not listed',
      changed((m) => (m.leftOut = [[{ blank: 'How' }]])),
      "the mapping 'Register': there is no header 'How'",
    ],
    [
      'the name of Object.prototype as a column',
      changed((m) => (m.views[0]!.fields['toString'] = { columns: ['No'] })),
      "'toString' is no column of Payments",
    ],
  ])('refuses %s with a sentence', (_, value, sentence) => {
    expect(reasonsOf(value).join('\n')).toContain(sentence);
  });

  it('a provider may be unknown: the column of Charges whose cells may be blank', () => {
    const headers = ['A', 'B', 'C'];
    const fields = {
      'Charge ID': { columns: ['A'] },
      'Service Date': { columns: ['B'] },
      Amount: { columns: ['C'] },
    };
    expect(reasonsOf({ name: 'x', headers, views: [{ kind: 'Charges', fields }] })).toEqual([]);
  });

  it('never throws', () => {
    const parts = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>('Payments', ['No'], { columns: ['No'] }, register.views, register),
    );
    const keys = fc.constantFrom(
      'name',
      'headers',
      'views',
      'kind',
      'fields',
      'rows',
      'Amount',
      'columns',
      'constant',
      'values',
      'money',
      '__proto__',
    );
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        parts,
        fc.dictionary(keys, tie('any')),
        fc.array(tie('any'), { maxLength: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        const checked = checkMapping(one);
        if ('reasons' in checked) expect(checked.reasons.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('the text of mappings', () => {
  const other = { ...register, name: 'Other', headers: [...register.headers, 'Note'] };

  it('is read back as it was written', () => {
    const read = readMappings(mappingsText([register, other]));
    expect(read).toEqual({
      mappings: [register, other].map((one) => ({
        ...one,
        views: one.views.map((view) => ({ ...view, rows: view.rows ?? [] })),
      })),
    });
    expect(readMappings(`\ufeff${mappingsText([])}`)).toEqual({ mappings: [] });
  });

  it.each([
    ['not json', 'the text is not JSON'],
    ['[]', 'the text holds no mappings of Practice Ledger'],
    [
      '{"practiceLedgerMappings":2,"mappings":[]}',
      'the mappings were written by a newer version of Practice Ledger (form 2)',
    ],
    ['{"practiceLedgerMappings":1}', 'the text has no list of mappings'],
    ['{"practiceLedgerMappings":1,"mappings":[{}]}', 'the mapping has no name'],
  ])('%s is refused: %s', (text, sentence) => {
    const read = readMappings(text);
    expect('reasons' in read && read.reasons[0]).toBe(sentence);
  });

  it('one bad mapping refuses them all', () => {
    const text = JSON.stringify({
      practiceLedgerMappings: 1,
      mappings: [register, { ...other, views: [] }],
    });
    expect(readMappings(text)).toEqual({
      reasons: ["the mapping 'Other' has no view of the rows"],
    });
  });

  it('keeps one mapping for the same headers', () => {
    const again = { ...register, name: 'Again', headers: [...register.headers].reverse() };
    const kept = withMapping(withMapping(withMapping([], register), other), again);
    expect(kept.map(({ name }) => name)).toEqual(['Other', 'Again']);
    expect(withoutMapping(kept, register.headers).map(({ name }) => name)).toEqual(['Other']);
  });
});

it('every canonical header of every kind can be mapped', () => {
  for (const { name, columns } of kinds) {
    const headers = Object.values(columns).map(({ header }) => header);
    const fields = Object.fromEntries(headers.map((header) => [header, { columns: [header] }]));
    expect(reasonsOf({ name, headers, views: [{ kind: name, fields }] })).toEqual([]);
  }
});

it('E3 a table with half of its headers in a mapping of another kind is no later version of it', () => {
  const shared = ['Type', 'Amount', 'Provider', 'Claim Number', 'Entered Date', 'Charge ID'];
  const headers = ['Payment ID', 'Payment Date', ...shared];
  const fields = Object.fromEntries(headers.map((header) => [header, { columns: [header] }]));
  const kept = keptMappings([{ name: 'Money', headers, views: [{ kind: 'Payments', fields }] }]);
  const place = { sheet: 'Export', row: 0, column: 0 };
  const other = decideHeader(['Adjustment ID', 'Date', ...shared], place, kept);
  expect(other).toMatchObject({ by: 'headers', problems: [], tables: [{ kind: 'Adjustments' }] });
  const later = decideHeader(['Payment No', 'Payment Date', ...shared], place, kept);
  expect(later).toMatchObject({ by: 'nothing', problems: [{ code: 'MAPPING_COLUMN_GONE' }] });
});

describe('E3 an export that has changed since it was mapped', () => {
  const headers = ['Ref', 'When', 'Who', 'Billed Amt', 'Paid by patient', 'Extra'];
  const fields = {
    'Charge ID': { columns: ['Ref'] },
    'Service Date': { columns: ['When'] },
    Provider: { columns: ['Who'] },
    Amount: { columns: ['Billed Amt'] },
  };
  const kept = keptMappings([{ name: 'Office', headers, views: [{ kind: 'Charges', fields }] }]);
  const decided = (row: readonly unknown[]): ReturnType<typeof decideHeader> =>
    decideHeader(row, { sheet: 'Export', row: 2, column: 1 }, kept);

  it.each([
    [[...headers, 'Billed Amt'], 'E3', 'E3 and H3'],
    [['Billed Amt', ...headers], 'B3', 'B3 and F3'],
  ])('E4 with a second column of a header that is read: asked', (row, cell, found) => {
    expect(decided(row)).toMatchObject({
      tables: [],
      problems: [{ code: 'HEADER_TWICE', severity: 'stopped', cell }],
    });
    expect(decided(row).problems[0]?.found).toContain(found);
  });

  it('with a second column of a header that is not read: read', () => {
    expect(decided([...headers, 'Extra'])).toMatchObject({ by: 'kept', problems: [] });
  });

  it.each(['Insurer paid', 'Paid by insurer', 'Deposit total', 'Total Fees', 'Write-off 2'])(
    'with a column %s: its money is told',
    (header) => {
      const told = [{ code: 'MAPPING_COLUMN_NEW', severity: 'warned', cell: 'H3', column: header }];
      expect(decided([...headers, header])).toMatchObject({ by: 'kept', problems: told });
    },
  );

  it.each(['Note', 'Paid on', 'Payment Method', 'Charge Type', 'Date of refund', 'Balance'])(
    'with a column %s: nothing is told',
    (header) => {
      expect(decided([...headers, header])).toMatchObject({ by: 'kept', problems: [] });
    },
  );

  it('with another column in place of one that is not read: told, because it may be another list', () => {
    expect(decided([...headers.slice(0, 5), 'Art'])).toMatchObject({
      by: 'kept',
      problems: [
        {
          code: 'MAPPING_COLUMN_NEW',
          severity: 'warned',
          cell: 'B3',
          found: "headers other than those that were mapped; gone: 'Extra'; new: 'Art'",
        },
      ],
    });
  });

  it('with fewer than half of its headers: not read, and told', () => {
    expect(decided(['Ref', 'When', 'Who', 'Billed', 'Patient paid', 'More'])).toMatchObject({
      tables: [],
      problems: [
        {
          code: 'MAPPING_COLUMN_GONE',
          severity: 'warned',
          sheet: 'Export',
          cell: 'B3',
          found: "headers like those of the mapping 'Office', without 'Billed Amt'",
        },
      ],
    });
    // One header in common is chance.
    expect(decided(['Ref', 'Colour', 'Size'])).toMatchObject({ tables: [], problems: [] });
  });
});
