/** Keeps the values of formulas up to date. Only formulas written since the workbook was opened, and those that call a function of the add-in, are calculated: a file's other formulas keep the values that Excel saved. */
import { intersection, isInside, sharedCells, type Area } from '../model/area';
import { CellError } from '../model/cell';
import { CellRange, type CalcBook, type CalcSheet, type Scalar } from './book';
import { Changes } from './changes';
import { formulaResult } from './evaluate';
import type { CalcFunction, CellReader } from './functions';
import { cellKey, newFormula, placeOf, type LiveFormula, type SheetFormulas } from './liveFormula';
import { parseFormula, withFunctionNames } from './parse';
import type { RemoteCall, RemoteRequest } from './remote';
import { clearSpill, show } from './spill';

/** Beyond this many changed areas, everything is calculated again instead of looking each up. */
const CHANGES_MAX = 500;

/** Arrays that make each other longer and shorter end after so many rounds. */
const ROUNDS_MAX = 100;

const BUSY = CellError.of('#BUSY!');

/** The calculation of one workbook. */
export class CalcEngine {
  /** In manual mode only new formulas are calculated, until calculate is called [doc: CalculationMode]. */
  manual = false;
  private readonly live: SheetFormulas = new Map();
  private readonly added = new Map<string, CalcFunction>();
  private pending: CellRange[] = [];
  /** The calls that have no answer yet. */
  private readonly out = new Set<RemoteCall>();
  /** Whether the add-in calculates any function: then formulas are calculated without anybody reading them. */
  private hasRemote = false;
  private isAwake = false;

  constructor(private readonly book: CalcBook) {}

  /** Adds a function for formulas, by its name in capitals; it stands before one of Excel of that name. */
  registerFunction(name: string, calculate: CalcFunction): void {
    this.added.set(name.toUpperCase(), calculate);
    this.everythingChanged();
  }

  /**
   * Adds functions that are calculated elsewhere, and takes over the formulas of the file that call them.
   * Names are the names of the functions in formulas, by what a formula of a file may call them, in capitals.
   */
  registerRemote(
    functions: ReadonlyMap<string, CalcFunction>,
    names: ReadonlyMap<string, string>,
  ): void {
    for (const [name, calculate] of functions) this.added.set(name, calculate);
    this.hasRemote = true;
    for (const sheet of this.book.sheets) this.adopt(sheet, names);
    this.everythingChanged();
  }

  /** Takes note that cells were written: their formulas come to life, those that look at them will be calculated. */
  changed(sheet: CalcSheet, area: Area): void {
    this.forget(sheet, area);
    for (const [number, column] of sheet.cells.filled()) {
      if (number < area.column || number >= area.column + area.columns) continue;
      for (const [row, formula] of column.formulas) {
        if (row < area.row || row >= area.row + area.rows || column.fromFile.has(row)) continue;
        this.put(newFormula({ sheet, row, column: number }, formula));
      }
    }
    this.pending.push(new CellRange(sheet, area));
    this.wake();
  }

  /** Takes note that anything may have changed: a sheet came or went, a table or a name was altered. */
  everythingChanged(): void {
    for (const formula of this.formulas()) formula.dirty = true;
    this.wake();
  }

  /** Has every formula calculated anew, and every call made again; or those of one sheet. */
  recalculate(sheet?: CalcSheet): void {
    for (const formula of this.formulas()) {
      if (sheet !== undefined && formula.sheet !== sheet) continue;
      this.forgetCalls(formula);
      formula.dirty = true;
    }
    this.calculate();
  }

  sheetDeleted(sheet: CalcSheet): void {
    for (const formula of this.live.get(sheet)?.values() ?? []) this.forgetCalls(formula);
    this.live.delete(sheet);
    this.everythingChanged();
  }

  /** Takes the answers of calls; the formulas that made them are calculated again, in manual mode too. */
  answered(calls: readonly RemoteCall[]): void {
    for (const call of calls) {
      this.out.delete(call);
      const { sheet, row, column } = call.caller;
      const formula = this.live.get(sheet)?.get(cellKey(row, column));
      if (formula !== undefined) formula.dirty = true;
    }
    this.calculate();
    this.book.calculated();
  }

  /** The calls that have no answer yet. */
  get callsOut(): readonly RemoteCall[] {
    return [...this.out];
  }

  /** What the function said of the error that a cell shows [doc: CustomFunctions.Error]. */
  errorMessage(sheet: CalcSheet, row: number, column: number): string | undefined {
    const shown = sheet.cells.value(row, column);
    const calls = this.live.get(sheet)?.get(cellKey(row, column))?.calls.values() ?? [];
    return [...calls].find(({ answer }) => answer !== undefined && answer.value === shown)?.answer
      ?.message;
  }

  /** Calculates what is out of date. */
  settle(): void {
    if (this.manual) this.calculateNew();
    else this.calculate();
  }

  /** Calculates what is out of date, in manual mode too. */
  calculate(): void {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      this.spread();
      for (const formula of this.formulas()) this.refresh(formula);
      if (this.pending.length === 0) return;
    }
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

  /** Calculates soon, and tells that it did: nobody may ask for the value that a call waits for. */
  private wake(): void {
    if (!this.hasRemote || this.isAwake) return;
    this.isAwake = true;
    setTimeout(() => {
      this.isAwake = false;
      this.settle();
      this.book.calculated();
    }, 0);
  }

  private put(formula: LiveFormula): void {
    const { sheet, row, column } = formula;
    const formulas = this.live.get(sheet) ?? new Map<string, LiveFormula>();
    this.live.set(sheet, formulas);
    const key = cellKey(row, column);
    const before = formulas.get(key);
    if (before !== undefined) this.drop(before);
    formulas.set(key, formula);
  }

  /** The formulas of the file that call one of these functions are calculated from now on. */
  private adopt(sheet: CalcSheet, names: ReadonlyMap<string, string>): void {
    for (const [number, column] of sheet.cells.filled()) {
      for (const row of [...column.fromFile]) {
        const formula = withFunctionNames(column.formulas.get(row) ?? '', names);
        if (formula === undefined) continue;
        const saved = { value: column.values[row] };
        column.formulas.set(row, formula);
        column.fromFile.delete(row);
        const adopted = newFormula({ sheet, row, column: number }, formula, saved);
        const array = sheet.arrays.get(cellKey(row, number));
        if (array !== undefined) takeArray(adopted, array);
        this.put(adopted);
      }
    }
  }

  private forget(sheet: CalcSheet, area: Area): void {
    const formulas = this.live.get(sheet);
    if (formulas === undefined) return;
    for (const [key, formula] of formulas) {
      const { row, column } = formula;
      if (isInside(area, row, column)) {
        if (sheet.cells.formula(row, column) === formula.formula) continue;
        formulas.delete(key);
        this.drop(formula);
      } else if (formula.spill !== undefined && intersection(formula.spill, area)) {
        // What was written there is not its own any more, and is in its way.
        for (const cell of sharedCells(formula.spill, area))
          formula.spilled.delete(cellKey(...cell));
        formula.dirty = true;
      }
    }
  }

  /** A formula is gone: what it asked for is not wanted, what it filled is empty. */
  private drop(formula: LiveFormula): void {
    this.forgetCalls(formula);
    const { spill, sheet } = formula;
    if (spill !== undefined && clearSpill(formula)) this.pending.push(new CellRange(sheet, spill));
  }

  private forgetCalls(formula: LiveFormula): void {
    for (const call of formula.calls.values()) this.forgetCall(call);
    formula.calls = new Map();
  }

  private forgetCall(call: RemoteCall): void {
    if (this.out.delete(call)) call.request.source.forget(call);
  }

  private *formulas(): Generator<LiveFormula> {
    for (const formulas of this.live.values()) yield* formulas.values();
  }

  /** Marks every formula that looks at a changed cell, and those that look at it in turn. */
  private spread(): void {
    if (this.pending.length > CHANGES_MAX) this.everythingChanged();
    const first = this.pending;
    this.pending = [];
    for (const formula of this.formulas()) if (formula.dirty) first.push(placeOf(formula));
    let changes = new Changes(first);
    while (!changes.isEmpty) {
      const next: CellRange[] = [];
      for (const formula of this.formulas()) {
        if (formula.dirty || !formula.reads.some((read) => changes.touch(read))) continue;
        formula.dirty = true;
        // A precedent that was calculated calls anew, though it be to the same value [issue Excel-Custom-Functions#262].
        this.forgetCalls(formula);
        next.push(placeOf(formula));
      }
      changes = new Changes(next);
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
      const round: Round = { calls: new Map(), looksAtBusy: false };
      const value = formulaResult(tree, { ...scope, reader: this.readerFor(formula, round) });
      const before = formula.spill;
      if (show(this.book, formula, this.finish(formula, round) ? BUSY : value)) {
        if (before !== undefined) this.pending.push(new CellRange(sheet, before));
        this.pending.push(placeOf(formula));
      }
    }
    formula.running = false;
    formula.dirty = false;
  }

  /**
   * Sends the calls of a formula on their way; true while its value is still to come.
   * A formula that looks at a cell whose value is to come calls when that is there, so that it calls once.
   */
  private finish(formula: LiveFormula, { calls, looksAtBusy }: Round): boolean {
    const before = formula.calls;
    for (const [key, call] of before) if (!calls.has(key)) this.forgetCall(call);
    if (looksAtBusy) for (const key of [...calls.keys()]) if (!before.has(key)) calls.delete(key);
    formula.calls = calls;
    for (const [key, call] of calls) {
      if (before.has(key)) continue;
      this.out.add(call);
      call.request.source.place(call);
    }
    return looksAtBusy || [...calls.values()].some(({ answer }) => answer === undefined);
  }

  /** A formula that leads back to itself reads 0 there [doc: circular references]. */
  private readerFor(reading: LiveFormula, round: Round): CellReader {
    const fresh = (range: CellRange): void => {
      reading.reads.push(range);
      const { sheet, area } = range;
      const formulas = this.live.get(sheet) ?? new Map<string, LiveFormula>();
      if (area.rows * area.columns < formulas.size) {
        for (const cell of sharedCells(area, area)) {
          const formula = formulas.get(cellKey(...cell));
          if (formula !== undefined) this.refresh(formula);
        }
      } else {
        for (const formula of formulas.values()) {
          if (isInside(area, formula.row, formula.column)) this.refresh(formula);
        }
      }
    };
    const noted = (cells: Scalar[]): Scalar[] => {
      if (this.out.size > 0 && cells.includes(BUSY)) round.looksAtBusy = true;
      return cells;
    };
    return {
      date1904: this.book.date1904,
      list: (range) => {
        fresh(range);
        return noted(listed(range, () => true));
      },
      listForSubtotal: (range, skipHidden) => {
        fresh(range);
        const counts = (row: number, column: number): boolean =>
          countsInSubtotal(range.sheet, skipHidden, row, column);
        return noted(listed(range, counts));
      },
      ask: (request) => {
        const { answer } = asked(reading, round, request);
        return answer === undefined ? BUSY : answer.value;
      },
    };
  }
}

/** One calculation of a formula: its calls, old and new, and whether a cell that it looks at waits for a call. */
interface Round {
  readonly calls: Map<string, RemoteCall>;
  looksAtBusy: boolean;
}

/** The call for a request; one that the formula made before is not made again. */
function asked(caller: LiveFormula, round: Round, request: RemoteRequest): RemoteCall {
  const key = JSON.stringify([request.id, request.args]);
  const known = caller.calls.get(key) ?? round.calls.get(key);
  const call = known ?? { request, caller, answer: undefined };
  round.calls.set(key, call);
  return call;
}

/** The cells that an array formula of the file fills are its own. */
function takeArray(formula: LiveFormula, array: Area): void {
  const { row, column } = formula;
  for (const cell of sharedCells(array, array)) formula.spilled.add(cellKey(...cell));
  formula.spilled.delete(cellKey(row, column));
  formula.spill = array;
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
