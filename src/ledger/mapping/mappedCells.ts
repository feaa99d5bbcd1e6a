/** Cells of a field as its mapping has them: of several columns, made up, filled down, translated. */
import { at } from '../../core/assert';
import { NO_MOMENT } from '../../core/brand';
import { growingBytes } from '../../core/column';
import { serialOfMoment } from '../../core/day';
import { isBlank } from '../cellMarks';
import type { ColumnNote } from '../columnReader';
import { parseText } from '../parseCell';
import { parseMoment } from '../parseMoment';
import { type BlockColumn, cellAt, type ReadField } from '../sortRow';
import { cellWord, isFilled, isMoneyThere, isSet } from './cellThere';
import type { FieldReading, SheetColumn } from './fieldReading';

/** The rows of a block that are read. */
export interface MappedBlock {
  readonly firstSheetRow: number;
  readonly rowCount: number;
  /** Places in the block, in order. */
  readonly rows: Int32Array;
  /** Those of every row of data, also where another view has the row: its names are filled down too. */
  readonly data: ArrayLike<number>;
  /** True for a totals line, whose text is no name to fill down. */
  isTotal(place: number): boolean;
  cellsOf(column: SheetColumn): BlockColumn;
}

export interface MappedCells {
  /** What the field's reader gets in place of the cells of the block. */
  cells(block: MappedBlock): BlockColumn;
  /** Where the cell of the n-th row stands, where it is not the field's own column. */
  columnOf(row: number): SheetColumn | undefined;
  notes(isUsed: (row: number) => boolean): ColumnNote[];
}

/** Digits of the last row of a sheet: with as many, addresses stand in the order of their rows. */
const ROW_DIGITS = 7;

/** Makes the cells of a field with a mapping; `firstRow` is the first row of the table in its kind. */
export function mappedCells(
  field: ReadField,
  how: FieldReading,
  of: {
    readonly date1904: boolean;
    readonly firstRow: number;
    /** All fields of the table. */
    readonly fields?: readonly ReadField[];
  },
): MappedCells {
  const chosen = growingBytes();
  const filledDown: number[] = [];
  const others = how.others ?? [];
  const isThere = isAmount(field) ? isMoneyThere : isFilled;
  const made = madeCell(field, how, of.date1904);
  const voids = of.fields?.find(({ spec }) => spec.type === 'voided')?.sheetColumn;
  let above: unknown = '';

  const cellOf = (block: MappedBlock, place: number, columns: readonly BlockColumn[]): unknown => {
    if (made !== undefined) return made(block.firstSheetRow + place);
    const found = columns.findIndex((cells) => isThere(cellAt(cells, place)));
    chosen.push(Math.max(found, 0));
    const cells = columns[Math.max(found, 0)];
    const cell = cells === undefined ? '' : cellAt(cells, place);
    // Two columns that both hold money, such as debit and credit, are no amount: the row is held (A13).
    if (found < 0 || !isAmount(field)) return cell;
    const second = columns.findIndex((one, at) => at > found && isMoneyThere(cellAt(one, place)));
    if (second < 0) return cell;
    // A column that says that the row is voided says the voided amount again: it counts nowhere.
    const other = cellAt(columns[second]!, place);
    if (other === cell && others[second - 1]!.sheetColumn === voids) return cell;
    return `${cellWord(cell)} and ${cellWord(other)}`;
  };
  let rowsSeen = 0;
  let passed = 0;
  const namesAbove = (block: MappedBlock, place: number, columns: readonly BlockColumn[]): void => {
    for (; passed < block.data.length && at(block.data, passed) <= place; passed++) {
      const row = at(block.data, passed);
      const cell = columns.map((cells) => cellAt(cells, row)).find(isThere);
      if (cell !== undefined) above = cell;
    }
  };
  const fillDown = (cell: unknown, isTotal: boolean): unknown => {
    if (isTotal || !isBlank(cell) || isBlank(above)) return cell;
    filledDown.push(of.firstRow + rowsSeen);
    return above;
  };
  return {
    cells(block) {
      const columns = made === undefined ? [field, ...others].map((one) => block.cellsOf(one)) : [];
      const values: unknown[][] = Array.from({ length: block.rowCount }, () => []);
      passed = 0;
      for (const place of block.rows) {
        let cell = cellOf(block, place, columns);
        if (how.fillDown === true) {
          namesAbove(block, place, columns);
          cell = fillDown(cell, block.isTotal(place));
        }
        values[place] = [withSuffix(translated(cell, how), how.and)];
        rowsSeen++;
      }
      if (how.fillDown === true) namesAbove(block, block.rowCount, columns);
      return { values, column: 0 };
    },
    columnOf: (row) => {
      const place = row - of.firstRow;
      return place < chosen.length ? others[chosen.get(place) - 1] : undefined;
    },
    notes: (isUsed) => filledDownNote(filledDown.filter(isUsed)),
  };
}

function isAmount({ spec }: ReadField): boolean {
  return spec.type === 'cents' || spec.type === 'optionalCents';
}

/** What stands for the cell of a row where none is read. */
function madeCell(
  { spec }: ReadField,
  { made }: FieldReading,
  date1904: boolean,
): ((sheetRow: number) => unknown) | undefined {
  if (made === undefined) return undefined;
  if ('address' in made) {
    return (sheetRow) => `${made.address}${String(sheetRow).padStart(ROW_DIGITS, '0')}`;
  }
  const { text } = made;
  if (spec.type !== 'moment' || text === '') return () => text;
  const read = parseMoment(text, { date1904, order: 'unknown', compact: 'no' });
  const moment = read.outcome === 'moment' ? read.moment : NO_MOMENT;
  return () => (moment === NO_MOMENT ? '' : serialOfMoment(moment, date1904));
}

function translated(cell: unknown, { filled, values }: FieldReading): unknown {
  if (filled !== undefined) return isSet(cell) ? filled : '';
  return values?.get(cellWord(cell)) ?? cell;
}

/** An id that is blank or wrong stays so, with nothing behind it. */
function withSuffix(cell: unknown, and: string | undefined): unknown {
  if (and === undefined) return cell;
  const id = parseText(cell, true);
  return id.outcome === 'text' ? `${id.text} ${and}` : cell;
}

function filledDownNote(rows: readonly number[]): ColumnNote[] {
  const [row] = rows;
  if (row === undefined) return [];
  return [
    {
      code: 'CELLS_FILLED_DOWN',
      severity: 'noted',
      row,
      count: rows.length,
      found: 'blank cells in a column that names each block once',
      done: 'read as the last filled cell above, as the mapping says',
      fix: 'Nothing, if the name stands only on the first row of its block.',
    },
  ];
}
