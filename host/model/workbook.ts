/** The workbook model: what the host shows to the add-in and what a test or a sample builds. */
import { CalcEngine } from '../calc/engine';
import { withSheetDeleted, withSheetRenamed } from '../calc/parse';
import { area, areaAt, fixedAddress, intersection, sheetPrefix, type Area } from './area';
import { CellError, type CellInput } from './cell';
import { type ChartAnchor, type ChartType, HostChart } from './chart';
import { nameFault, sheetNameFault } from './rules';
import { HostSheet, type CellsChange, type SheetOwner } from './sheet';
import { StyleTable } from './style';
import { HostTable } from './table';

/** A defined name of the workbook, or of one sheet. */
export interface HostName {
  name: string;
  /** With its "=": a reference or a constant. */
  formula: string;
  /** The sheet it belongs to; undefined for the whole workbook. */
  scope: HostSheet | undefined;
  visible: boolean;
  comment: string;
}

/** A custom XML part. */
export interface HostXmlPart {
  /** A GUID in braces. */
  readonly id: string;
  xml: string;
}

/** Title, author and the like. */
export interface HostProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  lastAuthor: string;
  category: string;
  manager: string;
  company: string;
  readonly custom: Map<string, string | number | boolean>;
}

/** Who changes the workbook at the moment: this user, or someone who edits it at the same time. */
export interface Actor {
  readonly source: 'Local' | 'Remote';
  /** The host whose add-in does it, or undefined for a person. */
  readonly addIn?: object;
}

/** Something that happened, as the events of Office.js tell it. */
export type WorkbookEvent = { readonly actor: Actor } & (
  | CellsChange
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetDeactivated';
      readonly sheet: HostSheet;
    }
  | { readonly kind: 'selection'; readonly sheet: HostSheet; readonly area: Area }
  | { readonly kind: 'tableAdded' | 'tableDeleted'; readonly table: HostTable }
  /** Values changed without anybody writing a cell: a function of the add-in answered. */
  | { readonly kind: 'calculated' }
);

let sessions = 0;

/** A workbook in memory. */
export class HostWorkbook implements SheetOwner {
  name = 'Book1.xlsx';
  readOnly = false;
  structureProtected = false;
  /** Excel rounds what cells hold to what they show. */
  precisionAsDisplayed = false;
  /** The year of a date that is typed without one. */
  year = new Date().getFullYear();
  readonly sheets: HostSheet[] = [];
  readonly tables: HostTable[] = [];
  readonly names: HostName[] = [];
  /** The document settings of the add-in: values as JSON has them. */
  private readonly charts: HostChart[] = [];
  private chartsMade = 0;
  readonly settings = new Map<string, unknown>();
  readonly xmlParts: HostXmlPart[] = [];
  readonly properties: HostProperties = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    lastAuthor: '',
    category: '',
    manager: '',
    company: '',
    custom: new Map(),
  };
  readonly calc = new CalcEngine(this);
  /** The names that functions of add-ins have in a file, by their names in formulas in capitals. */
  readonly functionNames = new Map<string, string>();
  private activeSheet: HostSheet | undefined;
  private selected: Area = area(0, 0);
  private actor: Actor = { source: 'Local' };
  private readonly watchers = new Set<(event: WorkbookEvent) => void>();
  /** Sheet ids differ from one opening to the next [issue #38, #1390]. */
  private readonly session = (sessions += 1);
  private sheetsMade = 0;
  private tablesMade = 0;

  constructor(
    readonly styles = new StyleTable(),
    readonly date1904 = false,
  ) {}

  /** The sheet of this name, without regard to case; throws where there is none. */
  sheet(name: string): HostSheet {
    const found = this.sheetNamed(name);
    if (found === undefined) throw new Error(`No sheet is called "${name}".`);
    return found;
  }

  sheetNamed(name: string): HostSheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** The table of this name, without regard to case; throws where there is none. */
  table(name: string): HostTable {
    const found = this.tableNamed(name);
    if (found === undefined) throw new Error(`No table is called "${name}".`);
    return found;
  }

  tableNamed(name: string): HostTable | undefined {
    const wanted = name.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted);
  }

  tableAt(sheet: object, row: number, column: number): HostTable | undefined {
    return this.tables.find(
      (table) => table.sheet === sheet && intersection(table.area, area(row, column)),
    );
  }

  tablesOn(sheet: HostSheet): HostTable[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  /** The last one stands in front. */
  chartsOn(sheet: HostSheet): HostChart[] {
    return this.charts.filter((chart) => chart.sheet === sheet);
  }

  /** A chart on a sheet, before all others; what it draws is to be said. */
  addChart(sheet: HostSheet, name: string, type?: ChartType, anchor?: ChartAnchor): HostChart {
    this.chartsMade += 1;
    const chart = new HostChart(`{chart-${this.chartsMade}}`, sheet, type, { name, anchor });
    this.charts.push(chart);
    return chart;
  }

  deleteChart(chart: HostChart): void {
    this.removeWhere(this.charts, (one) => one === chart);
  }

  /** The formula of a name as a sheet sees it: its own names come before those of the workbook. */
  nameFormula(name: string, from: object): string | undefined {
    const plain = name.slice(name.lastIndexOf('!') + 1).toLowerCase();
    const known = this.names.filter((item) => item.name.toLowerCase() === plain);
    const found = known.find((item) => item.scope === from) ?? known.find((item) => !item.scope);
    return found?.formula;
  }

  /** Adds a sheet at the end; throws where Excel refuses the name. */
  addSheet(name: string): HostSheet {
    const fault = this.sheetNameFault(name);
    if (fault !== undefined) throw new Error(fault);
    return this.putSheet(name);
  }

  /** Adds a sheet whose name a file has, whatever Excel would say to it. */
  putSheet(name: string): HostSheet {
    this.sheetsMade += 1;
    const sheet = new HostSheet(this, name, sheetId(this.session, this.sheetsMade));
    this.sheets.push(sheet);
    this.activeSheet ??= sheet;
    this.calc.everythingChanged();
    this.emit({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  /** Why a sheet cannot have this name: Excel's rules, or another sheet has it. */
  sheetNameFault(name: string, renamed?: HostSheet): string | undefined {
    const other = this.sheetNamed(name);
    return other !== undefined && other !== renamed
      ? 'Another sheet has this name.'
      : sheetNameFault(name);
  }

  /** Removes a sheet; what referred to it becomes #REF!. */
  deleteSheet(sheet: HostSheet): void {
    const at = this.sheets.indexOf(sheet);
    if (at < 0) return;
    this.sheets.splice(at, 1);
    this.removeWhere(this.tables, (table) => table.sheet === sheet);
    this.removeWhere(this.charts, (chart) => chart.sheet === sheet);
    // Excel leaves #REF! in their place [unverified: what is drawn then].
    for (const chart of this.charts) {
      chart.series = chart.series.filter(({ values }) => values.sheet !== sheet);
    }
    this.removeWhere(this.names, (name) => name.scope === sheet);
    this.rewriteFormulas((formula) => withSheetDeleted(formula, sheet.name));
    this.calc.sheetDeleted(sheet);
    if (this.activeSheet === sheet) {
      this.activeSheet = this.sheets[Math.min(at, this.sheets.length - 1)];
    }
    this.emit({ kind: 'sheetDeleted', sheet });
  }

  /** Gives a sheet another name; formulas follow. Throws where Excel refuses the name. */
  renameSheet(sheet: HostSheet, name: string): void {
    const fault = this.sheetNameFault(name, sheet);
    if (fault !== undefined) throw new Error(fault);
    const old = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => withSheetRenamed(formula, old, name));
    this.calc.everythingChanged();
  }

  private rewriteFormulas(change: (formula: string) => string): void {
    for (const name of this.names) name.formula = change(name.formula);
    for (const sheet of this.sheets) {
      for (const [number, column] of sheet.cells.filled()) {
        for (const [row, formula] of column.formulas) {
          const changed = change(formula);
          if (changed === formula) continue;
          column.formulas.set(row, changed);
          column.touch(row);
          if (!column.fromFile.has(row)) this.calc.changed(sheet, area(row, number));
          else if (changed.includes('#REF!')) column.keep(row, CellError.of('#REF!'));
        }
      }
    }
  }

  private removeWhere<T>(list: T[], gone: (item: T) => boolean): void {
    list.splice(0, list.length, ...list.filter((item) => !gone(item)));
  }

  /** Makes a table of an area with a header row; rows, if given, are written there first. Throws where Excel refuses it. */
  addTable(
    name: string,
    sheet: HostSheet,
    address: string,
    rows?: readonly (readonly CellInput[])[],
  ): HostTable {
    if (rows !== undefined) sheet.setValues(address, rows);
    const corner = areaAt(address);
    const at =
      rows === undefined
        ? corner
        : area(corner.row, corner.column, rows.length, rows[0]?.length ?? 1);
    const fault = this.tableFault(name, sheet, at);
    if (fault !== undefined) throw new Error(fault);
    return this.putTable(this.newTable(name, sheet, at.rows < 2 ? { ...at, rows: 2 } : at));
  }

  /** Why a table cannot be made: its name, or another table is in the way. */
  tableFault(name: string, sheet: HostSheet, at: Area, except?: HostTable): string | undefined {
    const fault = nameFault(name);
    if (fault !== undefined) return fault;
    const sameName = this.tableNamed(name);
    if (sameName !== undefined && sameName !== except) return 'Another table has this name.';
    const inTheWay = this.tablesOn(sheet).some(
      (table) => table !== except && intersection(table.area, at),
    );
    return inTheWay ? 'A table must not overlap another table.' : undefined;
  }

  newTable(name: string, sheet: HostSheet, at: Area, id?: number): HostTable {
    this.tablesMade = Math.max(this.tablesMade + 1, id ?? 0);
    return new HostTable(id ?? this.tablesMade, name, sheet, at);
  }

  /** Takes in a table that newTable made. */
  putTable(table: HostTable): HostTable {
    this.tables.push(table);
    table.readHeaders();
    this.calc.everythingChanged();
    this.emit({ kind: 'tableAdded', table });
    return table;
  }

  /** Makes cells of a table plain cells again. */
  deleteTable(table: HostTable): void {
    this.removeWhere(this.tables, (item) => item === table);
    this.calc.everythingChanged();
    this.emit({ kind: 'tableDeleted', table });
  }

  /** Gives an area a name for the whole workbook; throws where Excel refuses the name. */
  addName(name: string, sheet: HostSheet, address: string): HostName {
    const fault = nameFault(name);
    if (fault !== undefined) throw new Error(fault);
    const formula = `=${sheetPrefix(sheet.name)}${fixedAddress(areaAt(address))}`;
    const made: HostName = { name, formula, scope: undefined, visible: true, comment: '' };
    this.names.push(made);
    this.calc.everythingChanged();
    return made;
  }

  get active(): HostSheet {
    const sheet = this.activeSheet ?? this.sheets[0];
    if (sheet === undefined) throw new Error('The workbook has no sheet.');
    return sheet;
  }

  get selection(): Area {
    return this.selected;
  }

  activate(sheet: HostSheet): void {
    const before = this.activeSheet;
    if (before === sheet) return;
    this.activeSheet = sheet;
    this.selected = area(0, 0);
    if (before !== undefined) this.emit({ kind: 'sheetDeactivated', sheet: before });
    this.emit({ kind: 'sheetActivated', sheet });
  }

  /** Selects cells, on the sheet that they are on. */
  select(sheet: HostSheet, at: Area): void {
    this.activate(sheet);
    this.selected = at;
    this.emit({ kind: 'selection', sheet, area: at });
  }

  /** Does something as somebody: the events say who it was. */
  as<T>(actor: Actor, work: () => T): T {
    const before = this.actor;
    this.actor = actor;
    try {
      return work();
    } finally {
      this.actor = before;
    }
  }

  /** Calls back on everything that happens, until the returned function is called. */
  watch(watcher: (event: WorkbookEvent) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  changed(change: CellsChange): void {
    if (change.kind === 'cells') {
      for (const table of this.tablesOn(change.sheet)) {
        const header = table.headerArea;
        if (header !== undefined && intersection(header, change.area)) table.readHeaders();
      }
      this.calc.changed(change.sheet, change.area);
    }
    this.emit(change);
  }

  settle(): void {
    this.calc.settle();
  }

  /** What a function of the add-in said of the error in the first cell of an address. */
  errorMessage(sheet: HostSheet, address: string): string | undefined {
    this.settle();
    const { row, column } = areaAt(address);
    return this.calc.errorMessage(sheet, row, column);
  }

  calculated(): void {
    this.emit({ kind: 'calculated' });
  }

  private emit(
    event: WorkbookEvent extends infer E ? (E extends unknown ? Omit<E, 'actor'> : never) : never,
  ): void {
    const told = { ...event, actor: this.actor } as WorkbookEvent;
    for (const watcher of this.watchers) watcher(told);
  }
}

function sheetId(session: number, number: number): string {
  const hex = (value: number, width: number): string =>
    value.toString(16).toUpperCase().padStart(width, '0');
  return `{${hex(session, 8)}-0001-0000-${hex(number, 4)}-000000000000}`;
}
