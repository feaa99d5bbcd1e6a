/** A formula that is calculated here. */
import type { Area } from '../model/area';
import type { CellValue } from '../model/cell';
import { CellRange, type CalcSheet } from './book';
import type { Caller, RemoteCall } from './remote';

/** A formula, the cells it was last calculated from, and the calls it waits for. */
export interface LiveFormula extends Caller {
  readonly formula: string;
  /** For a formula of the file: the value that was saved with it. */
  readonly saved: { readonly value: CellValue | undefined } | undefined;
  reads: CellRange[];
  dirty: boolean;
  running: boolean;
  /** Its calls by what they ask. */
  calls: Map<string, RemoteCall>;
  /** The cells beside its own that its array fills, as "row,column". */
  readonly spilled: Set<string>;
  /** Where its array lies, or would if nothing were in the way. */
  spill: Area | undefined;
}

/** A formula that was never calculated. */
export function newFormula(
  caller: Caller,
  formula: string,
  saved?: LiveFormula['saved'],
): LiveFormula {
  const { sheet, row, column } = caller;
  return {
    sheet,
    row,
    column,
    formula,
    saved,
    reads: [],
    dirty: true,
    running: false,
    calls: new Map(),
    spilled: new Set(),
    spill: undefined,
  };
}

/** The cells whose values hang on a formula. */
export function placeOf({ sheet, row, column, spill }: LiveFormula): CellRange {
  return new CellRange(sheet, spill ?? { row, column, rows: 1, columns: 1 });
}

/** The place of a cell as a key. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** The formulas of one sheet by their cells. */
export type SheetFormulas = Map<CalcSheet, Map<string, LiveFormula>>;
