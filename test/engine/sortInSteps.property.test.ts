/** Sorting in pieces gives what sorting at once gives, and pauses often enough. */
import * as fc from 'fast-check';
import { sortInSteps } from '../../src/core/sortInSteps';
import { atOnce } from '../../src/core/steps';
import { groupInSteps, groupRows } from '../../src/engine/groupRows';
import { holds } from '../support/law';

/** Few keys, so that most rows are equal to others and only a stable sort keeps them in turn. */
const keys = fc.array(fc.nat(9), { maxLength: 1500, size: 'max' });

const rowsOf = (column: readonly number[]): Int32Array => Int32Array.from(column, (_, row) => row);

describe('sorting in pieces', () => {
  it('orders rows by key and keeps equal ones in their order', () => {
    holds(keys, (column) => {
      const sorted = atOnce(sortInSteps(rowsOf(column), (a, b) => column[a]! - column[b]!));
      const expected = column.map((key, row) => ({ key, row }));
      expected.sort((a, b) => a.key - b.key || a.row - b.row);
      expect([...sorted]).toEqual(expected.map(({ row }) => row));
    });
  });

  it('merges runs of any number, and pauses within a run', () => {
    for (const length of [0, 1, 511, 512, 513, 1024, 5000, 40_001]) {
      const column = Array.from({ length }, (_, row) => (row * 7919) % 1000);
      const steps = sortInSteps(rowsOf(column), (a, b) => column[a]! - column[b]! || a - b);
      let pauses = 0;
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) pauses++;
      const expected = [...rowsOf(column)].sort((a, b) => column[a]! - column[b]! || a - b);
      expect([...step.value]).toEqual(expected);
      expect(pauses).toBeGreaterThanOrEqual(Math.floor(length / 4096));
    }
  });

  it('groups rows in pieces as at once, also where one group has nearly all of them', () => {
    holds(fc.tuple(keys, fc.integer({ min: -1, max: 6 })), ([column, most]) => {
      // Longer than what is sorted without a pause.
      const long = Array.from({ length: 4 }, () => column).flat();
      const group = Int32Array.from(long, (key) => (key > 6 ? most : key));
      const compare = (a: number, b: number): number => long[b]! - long[a]! || b - a;
      const { starts, rows } = atOnce(groupInSteps(group, 7, compare));
      const expected = groupRows(group, 7, compare);
      expect([...starts]).toEqual([...expected.starts]);
      expect([...rows]).toEqual([...expected.rows]);
    });
  });
});
