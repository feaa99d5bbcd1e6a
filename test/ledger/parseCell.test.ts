import fc from 'fast-check';
import {
  chargesColumns,
  invoicesColumns,
  paymentsColumns,
  paymentTypes,
} from '../../src/ledger/kinds';
import {
  choiceWords,
  numberText,
  parseChoice,
  parseFlag,
  parseText,
  parseVoided,
  type CodeCell,
} from '../../src/ledger/parseCell';
import { runs } from '../support/law';

function text(cell: unknown, holdsIds = false): string {
  const read = parseText(cell, holdsIds);
  if (read.outcome === 'text') return read.text;
  return read.outcome === 'fault' ? read.code : read.outcome;
}

function value(read: CodeCell): unknown {
  if (read.outcome === 'code') return read.value;
  return read.outcome === 'fault' ? read.code : read.outcome;
}

describe('C5 text is trimmed and composed', () => {
  it.each<[unknown, string]>([
    ['Dr Adams', 'Dr Adams'],
    [' Dr Adams ', 'Dr Adams'],
    ['\u00a0\u200b\ufeffDr Adams\u202f\u200e\t\r\n', 'Dr Adams'],
    ['Dr  Adams', 'Dr  Adams'],
    ['Mu\u0308ller', 'M\u00fcller'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['-', '-'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [5001, '5001'],
    [-5001.5, '-5001.5'],
    [0, '0'],
    [-0, '0'],
    [0.0000001, '0.0000001'],
    [-1.25e-7, '-0.000000125'],
    [1e21, '1000000000000000000000'],
    [99213, '99213'],
    ['99213.0', '99213.0'],
    ['\ud83d', '\ud83d'],
    ['x'.repeat(40000), 'x'.repeat(40000)],
  ])('%p', (cell, expected) => {
    expect(text(cell)).toBe(expected);
  });

  it.each([[''], [' \u00a0 '], [null], [undefined]])('%p is blank', (cell) => {
    expect(text(cell)).toBe('blank');
  });

  it.each([['#N/A'], [' #REF! '], ['########'], [NaN], [Infinity], [{}], [[]], [Symbol('x')]])(
    '%p is an error cell',
    (cell) => {
      expect(text(cell)).toBe('CELL_ERROR');
    },
  );

  it('a number sign alone is no error', () => {
    expect(text('#12')).toBe('#12');
    expect(text('####')).toBe('####');
  });
});

it.each<[unknown, string]>([
  [999999999999999, '999999999999999'],
  [1e15, 'ID_DIGITS_LOST'],
  [-1e15, 'ID_DIGITS_LOST'],
  [1234567890123456789, 'ID_DIGITS_LOST'],
  ['1.23E+11', 'ID_DIGITS_LOST'],
  ['1E+15', 'ID_DIGITS_LOST'],
  ['1E5', '1E5'],
  ['1234567890123456789', '1234567890123456789'],
])('C3, C4 the id %p is %s', (cell, expected) => {
  expect(text(cell, true)).toBe(expected);
});

it('C3 only ids can lose digits that matter', () => {
  expect(text(1e15)).toBe('1000000000000000');
  expect(text('1.23E+11')).toBe('1.23E+11');
});

it.each<[unknown, unknown]>([
  ['Yes', 1],
  [' y ', 1],
  ['TRUE', 1],
  [true, 1],
  ['1', 1],
  [1, 1],
  ['X', 1],
  ['No', 0],
  ['n', 0],
  ['False', 0],
  [false, 0],
  [0, 0],
  ['0', 0],
  ['', 'blank'],
  [null, 'blank'],
  ['maybe', 'FLAG_NOT_UNDERSTOOD'],
  ['-', 'FLAG_NOT_UNDERSTOOD'],
  [2, 'FLAG_NOT_UNDERSTOOD'],
  [{}, 'FLAG_NOT_UNDERSTOOD'],
  ['yes'.repeat(100), 'FLAG_NOT_UNDERSTOOD'],
  ['#N/A', 'CELL_ERROR'],
])('the flag %p is %p', (cell, expected) => {
  expect(value(parseFlag(cell))).toBe(expected);
});

it.each<[unknown, unknown]>([
  ['Yes', 1],
  ['Void', 1],
  ['VOIDED', 1],
  [45356, 1],
  ['3/5/2024', 1],
  ['2024-03-05T09:00Z', 1],
  ['20240305', 1],
  [1, 1],
  [0, 0],
  ['No', 0],
  ['', 0],
  [null, 0],
  ['-', 0],
  ['N/A', 0],
  ['perhaps', 'FLAG_NOT_UNDERSTOOD'],
  [-5, 'FLAG_NOT_UNDERSTOOD'],
  [60, 'FLAG_NOT_UNDERSTOOD'],
  ['#VALUE!', 'CELL_ERROR'],
])('E16 the void mark %p is %p', (cell, expected) => {
  expect(value(parseVoided(cell, false))).toBe(expected);
});

describe('choices', () => {
  const types = choiceWords(paymentsColumns.type);
  const type = (cell: unknown): unknown => {
    const read = value(parseChoice(cell, types, true));
    return typeof read === 'number' ? paymentTypes[read] : read;
  };

  it.each<[unknown, unknown]>([
    ['Payment', 'Payment'],
    [' returned CHECK ', 'Returned Check'],
    ['ReturnedCheck', 'Returned Check'],
    ['Refund\u00a0(Account Deposit)', 'Deposit Refund'],
    ['pmt', 'Payment'],
    ['NSF', 'Returned Check'],
    ['', 'blank'],
    ['Payments', 'TYPE_UNKNOWN'],
    ['__proto__', 'TYPE_UNKNOWN'],
    ['constructor', 'TYPE_UNKNOWN'],
    [1, 'TYPE_UNKNOWN'],
    [true, 'TYPE_UNKNOWN'],
    [{}, 'TYPE_UNKNOWN'],
    ['#N/A', 'CELL_ERROR'],
  ])('the Type %p is %p', (cell, expected) => {
    expect(type(cell)).toBe(expected);
  });

  it('an unknown status is never guessed', () => {
    const words = choiceWords(chargesColumns.status);
    expect(value(parseChoice('Compl', words, false))).toBe('VALUE_UNKNOWN');
    expect(value(parseChoice('completed', words, false))).toBe(0);
    expect(value(parseChoice('deleted', words, false))).toBe(4);
  });

  it('every choice and every synonym stands for a choice', () => {
    for (const spec of [chargesColumns.status, invoicesColumns.status, paymentsColumns.type]) {
      for (const place of choiceWords(spec).values()) expect(place).toBeGreaterThanOrEqual(0);
      spec.choices.forEach((choice, place) => {
        if (choice !== '') expect(value(parseChoice(choice, choiceWords(spec), true))).toBe(place);
      });
    }
  });
});

describe('INV-38', () => {
  const anyCell = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.double(),
  );

  it('reads any cell or gives a reason', () => {
    const words = choiceWords(paymentsColumns.type);
    fc.assert(
      fc.property(anyCell, fc.boolean(), (cell, flag) => {
        expect(['text', 'blank', 'fault']).toContain(parseText(cell, flag).outcome);
        expect(['code', 'blank', 'fault']).toContain(parseFlag(cell).outcome);
        expect(['code', 'fault']).toContain(parseVoided(cell, flag).outcome);
        expect(['code', 'blank', 'fault']).toContain(parseChoice(cell, words, flag).outcome);
      }),
      { ...runs, numRuns: 2000 },
    );
  });

  it('reading a text again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (cell) => {
        const once = parseText(cell, false);
        if (once.outcome === 'text') expect(parseText(once.text, false)).toEqual(once);
      }),
      { ...runs, numRuns: 2000 },
    );
  });

  it('a number keeps its value and has no exponent', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }),
        (number) => {
          const written = numberText(number);
          expect(written).not.toContain('e');
          expect(Math.abs(Number(written) - number)).toBeLessThanOrEqual(
            Math.abs(number) * 1e-9 + 1e-99,
          );
        },
      ),
      { ...runs, numRuns: 1000 },
    );
  });
});
