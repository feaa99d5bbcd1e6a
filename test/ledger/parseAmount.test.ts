import fc from 'fast-check';
import { CENTS_MAX, centsText, moneyText } from '../../src/core/cents';
import { decimalMark, parseAmount, type DecimalMark } from '../../src/ledger/parseAmount';
import { runs } from '../support/law';

const open = { mark: 'open', creditSign: -1 } as const;

function cents(cell: unknown, mark: DecimalMark = 'open', creditSign: 1 | -1 = -1): unknown {
  const read = parseAmount(cell, { mark, creditSign });
  if (read.outcome === 'amount') return read.cents;
  return read.outcome === 'fault' ? read.code : read.outcome;
}

describe('A2 reads every way in which exports write an amount', () => {
  it.each<[unknown, unknown]>([
    [200.2, 20020],
    ['200.20', 20020],
    ['0', 0],
    ['007.50', 750],
    ['$1,234.50', 123450],
    ['(125.00)', -12500],
    ['( 125.00 )', -12500],
    ['125-', -12500],
    ['125 -', -12500],
    ['<125>', -12500],
    ['-125', -12500],
    ['- 125', -12500],
    ['\u2212125', -12500],
    ['\u2013125', -12500],
    ['$ -5.00', -500],
    ['-$5.00', -500],
    ['$(1,234.50)', -123450],
    ['($1,234.50)', -123450],
    ['US$ 5', 500],
    ['usd 5.00', 500],
    ['5.00 USD', 500],
    ['C$5', 500],
    ['\u20ac 5,00', 'open'],
    ['\u00a05.00\u202f', 500],
    ['1\u00a0234.50', 123450],
    ['1\u202f234.50', 123450],
    ['1\u2009234,50', 123450],
    ['1 234,56', 123456],
    ['1.234,56', 123456],
    ['1.234.567,8', 123456780],
    ["1'234.50", 123450],
    ['1\u2019234.50', 123450],
    ["'125.00", 12500],
    ['\ufeff12.50', 1250],
    ['+5', 500],
    ['.50', 50],
    ['-.5', -50],
    ['50.', 5000],
    ['1234.567', 123457],
    ['0.234', 23],
    ['1,234,567', 123456700],
    ['1,234.5678', 123457],
    ['90071992547409.91', CENTS_MAX],
  ])('%j is %p', (cell, expected) => {
    expect(cents(cell)).toBe(expected);
  });
});

it.each<[string, number, number]>([
  ['125 CR', -12500, 12500],
  ['125.00Cr', -12500, 12500],
  ['$125.00 cr.', -12500, 12500],
  ['125 DR', 12500, -12500],
  ['1,250.00 dr', 125000, -125000],
])('%s lowers what is billed and is money received: %p and %p', (cell, charge, payment) => {
  expect(cents(cell, 'open', -1)).toBe(charge);
  expect(cents(cell, 'open', 1)).toBe(payment);
});

it.each([['-'], ['--'], ['\u2014'], ['\u2013'], ['N/A'], ['n/a'], ['$ -'], ['$-'], [' \u00a0- ']])(
  '%j is a nil amount',
  (cell) => {
    expect(parseAmount(cell, open)).toMatchObject({ cents: 0, zeroMark: true, asText: true });
  },
);

it.each([[''], ['   '], ['\u00a0\u200b'], [null], [undefined]])('%j is blank', (cell) => {
  expect(cents(cell)).toBe('blank');
});

describe('A4, A11 takes nothing else for a number', () => {
  it.each([
    '1E5',
    '0x10',
    'Infinity',
    '-Infinity',
    'NaN',
    'TRUE',
    '12..50',
    '1.2.3',
    '1,2,3',
    '1,234,56',
    '12,34.5',
    '1.234,5.6',
    '12 50',
    "1'23",
    "1'234 567",
    '5-5',
    '--5',
    '-(5)',
    '(5',
    '5)',
    '(5>',
    '-5 CR',
    '5.-',
    '5+',
    '5 CR DR',
    '5%',
    '$',
    '$5$',
    'CR',
    'CR 5',
    'Waived',
    'See note',
    '3/5/2024',
    '\u00bd',
    '\u0663',
    '1'.repeat(65),
    '5 EUR USD',
  ])('%j', (cell) => {
    expect(cents(cell)).toBe('AMOUNT_NOT_A_NUMBER');
  });

  it.each([[true], [false], [{}], [[]], [Symbol('x')], [10n], [NaN]])('%p', (cell) => {
    expect(cents(cell)).toBe('AMOUNT_NOT_A_NUMBER');
  });
});

it.each<[unknown]>([
  ['90071992547409.92'],
  ['-90071992547409.92'],
  ['999999999999999'],
  ['1'.repeat(64)],
  [1e300],
  [-1e300],
  [Infinity],
  [90071992547409.94],
])('A10 %p is too large to add up exactly', (cell) => {
  expect(cents(cell)).toBe('AMOUNT_TOO_LARGE');
});

it.each([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#CONNECT!',
  '#EXTERNAL!',
  '#GETTING_DATA',
  '#####',
  '##########',
])('A5 %s is an error cell', (cell) => {
  expect(cents(cell)).toBe('CELL_ERROR');
});

describe('A3 an ambiguous amount is decided by its column', () => {
  it.each<[string, DecimalMark, unknown]>([
    ['1.234', 'open', 'open'],
    ['1.234', '.', 123],
    ['1.234', ',', 123400],
    ['1.234', 'none', 'AMOUNT_AMBIGUOUS'],
    ['1.234', 'torn', 'AMOUNT_AMBIGUOUS'],
    ['1,23', 'open', 'open'],
    ['1,23', '.', 'AMOUNT_AMBIGUOUS'],
    ['1,23', ',', 123],
    ['1,23', 'none', 'AMOUNT_AMBIGUOUS'],
    ['1234,567', ',', 123457],
    ['0,234', ',', 23],
    ['0,234', 'none', 'AMOUNT_AMBIGUOUS'],
    ['1,234', 'open', 'open'],
    ['1,234', '.', 123400],
    ['1,234', ',', 123],
    ['1,234', 'none', 123400],
    ['1,234', 'torn', 'AMOUNT_AMBIGUOUS'],
    ['12.50', ',', 1250],
    ['(1.234)', ',', -123400],
  ])('%s where the mark is %s: %p', (cell, mark, expected) => {
    expect(cents(cell, mark)).toBe(expected);
  });

  it('says so where a lone comma is taken for a thousands mark', () => {
    expect(parseAmount('1,234', { mark: 'none', creditSign: 1 })).toMatchObject({
      thousands: true,
    });
    expect(parseAmount('1,234', { mark: '.', creditSign: 1 })).toMatchObject({ thousands: false });
  });

  it.each<[number, number, DecimalMark]>([
    [0, 0, 'none'],
    [1, 0, '.'],
    [2, 3, ','],
    [3, 2, '.'],
    [1, 1, 'torn'],
  ])('%i points and %i commas: %s', (points, commas, mark) => {
    expect(decimalMark(points, commas)).toBe(mark);
  });

  it.each<[string, string]>([
    ['12.50', '.'],
    ['1,234,567', '.'],
    ['1.234,56', ','],
    ['1.234.567', ','],
    ['1 234,5', ','],
    ['125', ''],
  ])('%s shows the mark %j', (cell, shows) => {
    expect(parseAmount(cell, open)).toMatchObject({ shows });
  });
});

describe('A7, A8 rounds half away from zero and tells what was lost', () => {
  it.each<[unknown, number, number]>([
    [33.3333, 3333, 330000],
    [-33.3333, -3333, -330000],
    [0.125, 13, -500000],
    [-0.125, -13, 500000],
    ['1,000.3333', 100033, 330000],
    ['1,000.005', 100001, -500000],
    ['-1,000.005', -100001, 500000],
    [50.300000000000004, 5030, 0],
    ['50.3000', 5030, 0],
    [-0, 0, 0],
    ['-0.00', 0, 0],
  ])('%p is %i cents and %i millionths', (cell, expected, lostParts) => {
    const read = parseAmount(cell, open);
    expect(read).toMatchObject({ outcome: 'amount', cents: expected, lostParts });
    if (read.outcome !== 'amount') return;
    expect(Object.is(read.cents, -0)).toBe(false);
    expect(Object.is(read.lostParts, -0)).toBe(false);
  });
});

/** The quickest of some runs, so that a busy machine fails no test. */
function leastMilliseconds(run: () => unknown): number {
  const times = Array.from({ length: 30 }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return Math.min(...times);
}

const anyCell = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...Array.from("0123456789.,-+()<>$€ \u00a0\u2009\u2212'CRDRE#/x%")),
    maxLength: 70,
  }),
  fc.double(),
);

describe('INV-38', () => {
  it('reads any cell or gives a reason, whatever the column says', () => {
    const marks = fc.constantFrom<DecimalMark>('open', '.', ',', 'none', 'torn');
    fc.assert(
      fc.property(anyCell, marks, (cell, mark) => {
        const read = parseAmount(cell, { mark, creditSign: 1 });
        expect(['amount', 'open', 'blank', 'fault']).toContain(read.outcome);
        if (read.outcome === 'amount') expect(Number.isSafeInteger(read.cents)).toBe(true);
        if (read.outcome === 'open') expect(mark).toBe('open');
      }),
      { ...runs, numRuns: 5000 },
    );
  });

  const formats: readonly ((cents: number) => unknown)[] = [
    (c) => c / 100,
    centsText,
    moneyText,
    (c) => `$${moneyText(Math.abs(c))}${c < 0 ? '-' : ''}`,
    (c) => (c < 0 ? `(${moneyText(-c)})` : moneyText(c)),
    (c) => (c < 0 ? `<${centsText(-c)}>` : centsText(c)),
    (c) => centsText(c).replace('-', '\u2212'),
    (c) => `\u00a0US$ ${moneyText(c)}\u202f`,
    (c) => moneyText(c).replaceAll(',', '\u2009'),
    (c) => moneyText(c).replaceAll(',', "'"),
    (c) => `${centsText(Math.abs(c))} ${c < 0 ? 'DR' : 'CR'}`,
  ];

  it('parse(format(x)) = x', () => {
    // Beyond 2^53 / 100 cents a number of dollars no longer tells two neighbouring cents apart.
    const amounts = fc.integer({ min: -9e13, max: 9e13 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...formats), (amount, format) => {
        const read = parseAmount(format(amount), { mark: 'open', creditSign: 1 });
        expect(read).toMatchObject({ outcome: 'amount', cents: amount, lostParts: 0 });
      }),
      { ...runs, numRuns: 3000 },
    );
  });

  it('parse(format(x)) = x with a decimal comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e13, max: 9e13 }), (amount) => {
        const text = moneyText(amount).replaceAll(',', ' ').replace('.', ',').replaceAll(' ', '.');
        const read = parseAmount(text, { mark: ',', creditSign: 1 });
        expect(read).toMatchObject({ outcome: 'amount', cents: amount });
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it('needs less than a millisecond for any text', () => {
    const long = [
      '1'.repeat(32767),
      ' '.repeat(32767),
      '('.repeat(32767),
      '1,'.repeat(31),
      '1 '.repeat(31),
    ];
    for (const text of long)
      expect(leastMilliseconds(() => parseAmount(text, open))).toBeLessThan(1);
  });
});
