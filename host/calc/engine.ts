/** Keeps the values of formulas up to date. Only formulas written since the workbook was opened are calculated: a file's own formulas keep the values that Excel saved. */
import { intersection, type Area } from '../model/area';
import { CellRange, type CalcBook, type CalcSheet, type Scalar } from './book';
import { cellResult } from './evaluate';
import type { CalcFunction, CellReader } from './functions';
import { parseFormula } from './parse';

/** A formula that is calculated here, and the cells it was last calculated from. */
interface LiveFormula {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  reads: CellRange[];
  dirty: boolean;
  running: boolean;
}

/** Beyond this many changed areas, everything is calculated again instead of looking each up. */
const CHANGES_MAX = 500;

/** The calculation of one workbook. */
export class CalcEngine {
  /** In manual mode only new formulas are calculated, until calculate is called [doc: CalculationMode]. */
  manual = false;
  private readonly live = new Map<CalcSheet, Map<string, LiveFormula>>();
  private readonly added = new Map<string, CalcFunction>();
  private pending: CellRange[] = [];

  constructor(private readonly book: CalcBook) {}

  /** Adds a function for formulas, by its name in capitals; it stands before one of Excel of that name. */
  registerFunction(name: string, calculate: CalcFunction): void {
    this.added.set(name.toUpperCase(), calculate);
    this.everythingChanged();
  }

  /** Takes note that cells were written: their formulas come to life, those that look at them will be calculated. */
  changed(sheet: CalcSheet, area: Area): void {
    this.forget(sheet, area);
    for (const [number, column] of sheet.cells.filled()) {
      if (number < area.column || number >= area.column + area.columns) continue;
      for (const [row, formula] of column.formulas) {
        if (row < area.row || row >= area.row + area.rows || column.fromFile.has(row)) continue;
        this.liveOf(sheet).set(`${row},${number}`, {
          sheet,
          row,
          column: number,
          formula,
          reads: [],
          dirty: true,
          running: false,
        });
      }
    }
    this.pending.push(new CellRange(sheet, area));
  }

  /** Takes note that anything may have changed: a sheet came or went, a table or a name was altered. */
  everythingChanged(): void {
    for (const formula of this.formulas()) formula.dirty = true;
  }

  sheetDeleted(sheet: CalcSheet): void {
    this.live.delete(sheet);
    this.everythingChanged();
  }

  /** Calculates what is out of date. */
  settle(): void {
    if (this.manual) this.calculateNew();
    else this.calculate();
  }

  /** Calculates what is out of date, in manual mode too. */
  calculate(): void {
    this.spread();
    for (const formula of this.formulas()) this.refresh(formula);
  }

  /** Whether a formula waits for calculation. */
  get isPending(): boolean {
    this.spread();
    return [...this.formulas()].some((formula) => formula.dirty);
  }

  private calculateNew(): void {
    for (const formula of this.formulas()) {
      if (formula.reads.length === 0) this.refresh(formula);
    }
  }

  private liveOf(sheet: CalcSheet): Map<string, LiveFormula> {
    const known = this.live.get(sheet);
    if (known !== undefined) return known;
    const made = new Map<string, LiveFormula>();
    this.live.set(sheet, made);
    return made;
  }

  private forget(sheet: CalcSheet, area: Area): void {
    const formulas = this.live.get(sheet);
    if (formulas === undefined) return;
    for (const [key, { row, column, formula }] of formulas) {
      const inside =
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (inside && sheet.cells.formula(row, column) !== formula) formulas.delete(key);
    }
  }

  private *formulas(): Generator<LiveFormula> {
    for (const formulas of this.live.values()) yield* formulas.values();
  }

  /** Marks every formula that looks at a changed cell, and those that look at it in turn. */
  private spread(): void {
    if (this.pending.length > CHANGES_MAX) this.everythingChanged();
    let changes = this.pending;
    this.pending = [];
    for (const formula of this.formulas()) if (formula.dirty) changes.push(cellOf(formula));
    while (changes.length > 0) {
      const next: CellRange[] = [];
      for (const formula of this.formulas()) {
        if (formula.dirty || !readsAny(formula, changes)) continue;
        formula.dirty = true;
        next.push(cellOf(formula));
      }
      changes = next;
    }
  }

  private refresh(formula: LiveFormula): void {
    if (!formula.dirty || formula.running) return;
    formula.running = true;
    formula.reads = [];
    const tree = parseFormula(formula.formula);
    if (tree !== undefined) {
      const { sheet, row, column } = formula;
      const scope = { book: this.book, sheet, row, column, added: this.added, depth: 0 };
      const value = cellResult(tree, { ...scope, reader: this.readerFor(formula) });
      sheet.cells.column(column).keep(row, value);
    }
    formula.running = false;
    formula.dirty = false;
  }

  /** A formula that leads back to itself reads 0 there [doc: circular references]. */
  private readerFor(reading: LiveFormula): CellReader {
    const fresh = (range: CellRange): void => {
      reading.reads.push(range);
      for (const formula of this.live.get(range.sheet)?.values() ?? []) {
        if (formula.dirty && intersection(range.area, cellOf(formula).area)) this.refresh(formula);
      }
    };
    return {
      date1904: this.book.date1904,
      list: (range) => {
        fresh(range);
        return listed(range, () => true);
      },
      listForSubtotal: (range, skipHidden) => {
        fresh(range);
        return listed(range, (row, column) =>
          countsInSubtotal(range.sheet, skipHidden, row, column),
        );
      },
    };
  }
}

function cellOf({ sheet, row, column }: LiveFormula): CellRange {
  return new CellRange(sheet, { row, column, rows: 1, columns: 1 });
}

function readsAny(formula: LiveFormula, changes: readonly CellRange[]): boolean {
  return formula.reads.some((read) =>
    changes.some(
      (change) => change.sheet === read.sheet && intersection(change.area, read.area) !== undefined,
    ),
  );
}

/** Whole columns and rows are read as far as the sheet is filled. */
function listed(
  { sheet, area }: CellRange,
  counts: (row: number, column: number) => boolean,
): Scalar[] {
  const used = sheet.cells.used(true);
  const full = area.rows * area.columns > 2_000_000;
  const at = full ? used && intersection(area, used) : area;
  const cells: Scalar[] = [];
  if (at === undefined) return cells;
  for (let row = at.row; row < at.row + at.rows; row += 1) {
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      if (counts(row, column)) cells.push(sheet.cells.value(row, column));
    }
  }
  return cells;
}

function countsInSubtotal(
  sheet: CalcSheet,
  skipHidden: boolean,
  row: number,
  column: number,
): boolean {
  if (sheet.hiddenRows.has(row)) {
    const { filter } = sheet;
    const filtered = filter !== undefined && row >= filter.row && row < filter.row + filter.rows;
    if (skipHidden || filtered) return false;
  }
  return !/\bSUBTOTAL\(/i.test(sheet.cells.formula(row, column) ?? '');
}
