/** Rates as people write them: 30, 30 % and 0.30 in a cell of per cents are one rate; 0.30 alone is none (A12). */
import fc from 'fast-check';
import { parseRate, rateText } from '../../src/ledger/parseRate';
import { runs } from '../support/law';

function read(cell: unknown): string {
  const rate = parseRate(cell);
  if (rate.outcome === 'rate') return `${rateText(rate.parts)} %`;
  return rate.outcome === 'fault' ? rate.code : rate.outcome;
}

it.each<[unknown, string]>([
  [30, '30 %'],
  ['30', '30 %'],
  ['30 %', '30 %'],
  [' 30%', '30 %'],
  ['30 percent', '30 %'],
  ['12,5 %', '12.5 %'],
  [33.3333, '33.3333 %'],
  [0.1 + 0.2 + 30, '30.3 %'],
  [100, '100 %'],
  [0, '0 %'],
  ['0.3 %', '0.3 %'],
  ['1 %', '1 %'],
  ['', 'blank'],
  [null, 'blank'],
  ['-', 'blank'],
  [0.3, 'RATE_AMBIGUOUS'],
  ['0.30', 'RATE_AMBIGUOUS'],
  [1, 'RATE_AMBIGUOUS'],
  [1.01, '1.01 %'],
  [-30, 'RATE_NOT_UNDERSTOOD'],
  ['-30 %', 'RATE_NOT_UNDERSTOOD'],
  [100.000001, 'RATE_NOT_UNDERSTOOD'],
  [3000, 'RATE_NOT_UNDERSTOOD'],
  ['33.3333333', 'RATE_NOT_UNDERSTOOD'],
  ['33.3333330', '33.333333 %'],
  ['a third', 'RATE_NOT_UNDERSTOOD'],
  ['%', 'RATE_NOT_UNDERSTOOD'],
  ['.', 'RATE_NOT_UNDERSTOOD'],
  [true, 'RATE_NOT_UNDERSTOOD'],
  ['#N/A', 'CELL_ERROR'],
  [Infinity, 'CELL_ERROR'],
])('%p is %s', (cell, expected) => {
  expect(read(cell)).toBe(expected);
});

it('INV-38 any cell is a rate from 0 to 100 %, blank or a reason; a rate reads back as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (cell) => {
      const rate = parseRate(cell);
      if (rate.outcome !== 'rate') return;
      expect(Number.isInteger(rate.parts) && rate.parts >= 0 && rate.parts <= 1e8).toBe(true);
      expect(parseRate(`${rateText(rate.parts)} %`)).toEqual(rate);
    }),
    { ...runs, numRuns: 1000 },
  );
});
