/** What the calculation needs to know of a workbook. */
import type { Area } from '../model/area';
import type { CellValue } from '../model/cell';
import type { Cells } from '../model/cells';

export interface CalcSheet {
  readonly name: string;
  readonly cells: Cells;
  readonly hiddenRows: ReadonlySet<number>;
  readonly filter: Area | undefined;
  readonly merges: readonly Area[];
  /** The areas of array formulas, by "row,column" of the cell that holds one. */
  readonly arrays: Map<string, Area>;
}

export interface CalcTable {
  readonly name: string;
  readonly sheet: CalcSheet;
  readonly area: Area;
  readonly headerArea: Area | undefined;
  readonly bodyArea: Area;
  readonly totalsArea: Area | undefined;
  columnNumber(name: string): number;
}

export interface CalcBook {
  readonly date1904: boolean;
  readonly sheets: readonly CalcSheet[];
  sheetNamed(name: string): CalcSheet | undefined;
  tableNamed(name: string): CalcTable | undefined;
  tableAt(sheet: CalcSheet, row: number, column: number): CalcTable | undefined;
  /** The formula behind a defined name as seen from a sheet, with its "=". */
  nameFormula(name: string, from: CalcSheet): string | undefined;
  /** Told when values changed without anybody writing a cell: a function answered. */
  calculated(): void;
}

/** A single value inside a formula; undefined is a blank cell. */
export type Scalar = CellValue | undefined;

/** Cells that a formula refers to. */
export class CellRange {
  constructor(
    readonly sheet: CalcSheet,
    readonly area: Area,
  ) {}
}

/** What a part of a formula comes to: a value, cells, or rows of values. */
export type Operand = Scalar | CellRange | readonly (readonly Scalar[])[];
