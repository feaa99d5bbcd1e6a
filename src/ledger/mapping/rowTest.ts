/** Rows of a region → which view each one is a row of. */
import { at } from '../../core/assert';
import { cutText } from '../../core/order';
import { isBlank, trimText } from '../cellMarks';
import { type BlockColumn, cellAt } from '../sortRow';
import type { SourceView } from '../tables';
import { cellWord, isFilled, isMoneyThere } from './cellThere';
import type { CellCondition, SheetColumn } from './fieldReading';
import { columnKey } from './fingerprint';

/**
 * `unknown`: no view knows what the row is; it is held in the first one. `left out`: the mapping has it in
 * no view on purpose; it is skipped in the first one.
 */
export type RowShare = 'row' | 'none' | 'unknown' | 'left out';

export interface RowShares {
  shareOf(row: number): RowShare;
  /** True where a column of money of any view is filled. */
  hasMoney(row: number): boolean;
  /** True where every column of the mapping is blank or bears its own header. */
  isHeader(row: number): boolean;
  /** The word for which a row is known to no view. */
  wordOf(row: number): string;
}

/** The cells of a column of the sheet in a block. */
export type CellsOf = (column: SheetColumn) => BlockColumn;

/** Tells for a block of a view which of its rows are rows of the view. */
export function rowTest(
  { when, others, leftOut = [], columns }: SourceView,
  cellsOf: CellsOf,
): RowShares {
  const own = when.map((condition) => cellTest(condition, cellsOf));
  const testsOf = (lists: readonly (readonly CellCondition[])[]): CellTest[][] =>
    lists.map((one) => one.map((each) => cellTest(each, cellsOf)));
  const further = testsOf(others ?? []);
  const without = testsOf(leftOut);
  const holds = (tests: readonly CellTest[], row: number): boolean =>
    tests.every((test) => test(row));
  // Where only amounts are looked at, a row without any is a row of the first view with a blank one.
  const byWord = when.map(({ test }) => test !== 'money');
  return {
    shareOf(row) {
      if (without.some((one) => holds(one, row))) return others === undefined ? 'none' : 'left out';
      if (holds(own, row)) return 'row';
      if (others === undefined || further.some((one) => holds(one, row))) return 'none';
      return own.some((test, place) => at(byWord, place) && !test(row)) ? 'unknown' : 'row';
    },
    hasMoney: (row) =>
      columns.some((one) => one.isMoney && isMoneyThere(cellAt(cellsOf(one), row))),
    isHeader: (row) =>
      columns.every((one) => {
        const cell = cellAt(cellsOf(one), row);
        return (
          isBlank(cell) || (typeof cell === 'string' && columnKey(cell) === columnKey(one.header))
        );
      }),
    wordOf(row) {
      const asked = wordColumn(when);
      const cell = asked && cellAt(cellsOf(asked), row);
      return isBlank(cell) ? 'nothing' : `"${cutText(trimText(String(cell)), WORD_MAX)}"`;
    },
  };
}

/** Longest word that is told. */
const WORD_MAX = 64;

/** The column whose word says what a row is. */
export function wordColumn(when: readonly CellCondition[]): SheetColumn | undefined {
  for (const condition of when) {
    if (condition.test === 'is' || condition.test === 'isNot') return condition.column;
  }
  return undefined;
}

type CellTest = (row: number) => boolean;

function cellTest(condition: CellCondition, cellsOf: CellsOf): CellTest {
  switch (condition.test) {
    case 'money': {
      const columns = condition.columns.map(cellsOf);
      return (row) => columns.some((cells) => isMoneyThere(cellAt(cells, row)));
    }
    case 'filled':
    case 'blank': {
      const cells = cellsOf(condition.column);
      const isWanted = condition.test === 'filled';
      return (row) => isFilled(cellAt(cells, row)) === isWanted;
    }
    case 'is':
    case 'isNot': {
      const cells = cellsOf(condition.column);
      const isWanted = condition.test === 'is';
      return (row) => condition.words.has(cellWord(cellAt(cells, row))) === isWanted;
    }
  }
}
