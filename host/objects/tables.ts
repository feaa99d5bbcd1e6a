/** Table and TableCollection. */
import { intersection, onSheet, parseAddress, type Area } from '../model/area';
import { clearCells, requireUnlocked } from '../model/edits';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import type { HostTable } from '../model/table';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { addressOf } from './addressOf';
import { flag, integer, text } from './args';
import { RangeShape } from './rangeShape';
import { WORKBOOK_TARGET, type ApiScope, type EventName } from './scope';
import { TableColumnsObject, TableRowsObject } from './tableParts';

export class TableObject extends HostObject {
  readonly className = 'Table';

  constructor(
    private readonly scope: ApiScope,
    private readonly own: HostTable,
  ) {
    super();
  }

  get table(): HostTable {
    if (!this.scope.workbook.tables.includes(this.own)) throw new Refusal('ItemNotFound');
    return this.own;
  }

  override identity(): { readonly [key: string]: string } {
    return { Id: String(this.own.id) };
  }

  get Id(): string {
    return String(this.table.id);
  }

  get Name(): string {
    return this.table.name;
  }

  set Name(value: unknown) {
    const name = text(value);
    const { workbook } = this.scope;
    const fault = workbook.tableFault(name, this.table.sheet, this.table.area, this.table);
    if (fault !== undefined) throw new Refusal('InvalidArgument', fault);
    this.table.name = name;
    workbook.calc.everythingChanged();
  }

  get Style(): string {
    return this.table.style;
  }

  set Style(value: unknown) {
    this.table.style = text(value);
  }

  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }

  get ShowTotals(): boolean {
    return this.table.showTotals;
  }

  /** The totals row is put below the body; what stands there is not moved down [unverified]. */
  set ShowTotals(value: unknown) {
    const on = flag(value);
    const { table } = this;
    if (on === table.showTotals) return;
    requireUnlocked(table.sheet, table.area);
    table.area = { ...table.area, rows: table.area.rows + (on ? 1 : -1) };
    table.showTotals = on;
    this.scope.workbook.calc.everythingChanged();
  }

  get ShowBandedRows(): boolean {
    return this.table.showBandedRows;
  }

  set ShowBandedRows(value: unknown) {
    this.table.showBandedRows = flag(value);
  }

  get ShowBandedColumns(): boolean {
    return this.table.showBandedColumns;
  }

  set ShowBandedColumns(value: unknown) {
    this.table.showBandedColumns = flag(value);
  }

  get HighlightFirstColumn(): boolean {
    return this.table.highlightFirstColumn;
  }

  set HighlightFirstColumn(value: unknown) {
    this.table.highlightFirstColumn = flag(value);
  }

  get HighlightLastColumn(): boolean {
    return this.table.highlightLastColumn;
  }

  set HighlightLastColumn(value: unknown) {
    this.table.highlightLastColumn = flag(value);
  }

  get ShowFilterButton(): boolean {
    return this.table.showFilterButton;
  }

  set ShowFilterButton(value: unknown) {
    this.table.showFilterButton = flag(value);
  }

  get Worksheet(): HostObject {
    return this.scope.make.worksheet(this.table.sheet);
  }

  get Columns(): TableColumnsObject {
    return new TableColumnsObject(this.scope, this.table);
  }

  get Rows(): TableRowsObject {
    return new TableRowsObject(this.scope, this.table);
  }

  GetRange(): HostObject {
    return this.range(this.table.area);
  }

  GetHeaderRowRange(): HostObject {
    return this.range(this.table.headerArea);
  }

  GetDataBodyRange(): HostObject {
    return this.range(this.table.bodyArea);
  }

  GetTotalRowRange(): HostObject {
    return this.range(this.table.totalsArea);
  }

  /** The header row stays where it is, and the new range overlaps the old one [doc: Table.resize]. */
  Resize(newRange: unknown): void {
    const { table } = this;
    const area = addressOf(newRange, table.sheet);
    const fault = this.scope.workbook.tableFault(table.name, table.sheet, area, table);
    const enough = area.rows > (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
    if (fault !== undefined || !enough || area.row !== table.area.row) {
      throw new Refusal('InvalidArgument', fault);
    }
    requireUnlocked(table.sheet, area);
    table.area = area;
    table.readHeaders();
    this.scope.workbook.calc.everythingChanged();
  }

  /** The table and its cells go [doc: Table.delete]; cells below are not moved up [unverified]. */
  Delete(): void {
    const { table } = this;
    requireUnlocked(table.sheet, table.area);
    this.scope.workbook.deleteTable(table);
    clearCells(this.scope.workbook, table.sheet, table.area, 'All');
  }

  ConvertToRange(): HostObject {
    const { table } = this;
    this.scope.workbook.deleteTable(table);
    return this.scope.make.range(table.sheet, table.area);
  }

  _RegisterDataChangedEvent(): void {
    this.subscribe('tableChanged', true);
  }

  _UnregisterDataChangedEvent(): void {
    this.subscribe('tableChanged', false);
  }

  _RegisterSelectionChangedEvent(): void {
    this.subscribe('tableSelectionChanged', true);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.subscribe('tableSelectionChanged', false);
  }

  private subscribe(event: EventName, on: boolean): void {
    this.scope.subscribe(event, this.Id, on);
  }

  private range(at: Area | undefined): HostObject {
    // A table without a header or totals row gives ItemNotFound [unverified: the code].
    if (at === undefined) throw new Refusal('ItemNotFound');
    return this.scope.make.range(this.table.sheet, at);
  }
}

/** The tables of the workbook, or of one sheet. */
export class TablesObject extends HostCollection {
  readonly className = 'TableCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet | undefined,
  ) {
    super();
  }

  items(): readonly TableObject[] {
    return this.own().map((table) => new TableObject(this.scope, table));
  }

  /** By name or id. */
  getItem(key: unknown): TableObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(key: unknown): TableObject | null {
    const wanted = String(key).toLowerCase();
    const found =
      this.own().find((table) => String(table.id) === wanted) ??
      this.own().find((table) => table.name.toLowerCase() === wanted);
    return found === undefined ? null : new TableObject(this.scope, found);
  }

  GetItemAt(index: unknown): TableObject {
    const table = this.own()[integer(index)];
    if (table === undefined) throw new Refusal('InvalidArgument');
    return new TableObject(this.scope, table);
  }

  get Count(): number {
    return this.own().length;
  }

  GetCount(): number {
    return this.own().length;
  }

  /** Overlapping another table or merged cells is refused [doc: error code MergedRangeConflict; unverified for tables]. */
  Add(address: unknown, hasHeaders: unknown): TableObject {
    const { sheet, area } = this.placeOf(address);
    const { workbook } = this.scope;
    requireUnlocked(sheet, area);
    const name = this.freeName();
    const merged = sheet.merges.some((merge) => intersection(merge, area) !== undefined);
    if (merged || workbook.tableFault(name, sheet, area) !== undefined) {
      throw new Refusal('MergedRangeConflict');
    }
    if (!flag(hasHeaders)) {
      // Excel moves the data down and puts headers above it; the add-in always writes its headers.
      throw new Refusal('ApiNotFound', 'The host adds only tables that have headers.');
    }
    const whole = area.rows < 2 ? { ...area, rows: 2 } : area;
    return new TableObject(this.scope, workbook.putTable(workbook.newTable(name, sheet, whole)));
  }

  _RegisterDataChangedEvent(): void {
    this.subscribe('tableChanged', true);
  }

  _UnregisterDataChangedEvent(): void {
    this.subscribe('tableChanged', false);
  }

  _RegisterAddedEvent(): void {
    this.subscribe('tableAdded', true);
  }

  _UnregisterAddedEvent(): void {
    this.subscribe('tableAdded', false);
  }

  _RegisterDeletedEvent(): void {
    this.subscribe('tableDeleted', true);
  }

  _UnregisterDeletedEvent(): void {
    this.subscribe('tableDeleted', false);
  }

  private subscribe(event: EventName, on: boolean): void {
    this.scope.subscribe(event, this.sheet?.id ?? WORKBOOK_TARGET, on);
  }

  private own(): HostTable[] {
    const { workbook } = this.scope;
    return this.sheet === undefined ? workbook.tables : workbook.tablesOn(this.sheet);
  }

  private placeOf(address: unknown): { sheet: HostSheet; area: Area } {
    if (address instanceof RangeShape) return address;
    const found = parseAddress(text(address));
    const sheet =
      found?.sheet === undefined
        ? (this.sheet ?? this.scope.workbook.active)
        : this.scope.workbook.sheetNamed(found.sheet);
    if (found === undefined || sheet === undefined || !onSheet(found.area)) {
      throw new Refusal('InvalidArgument');
    }
    return { sheet, area: found.area };
  }

  private freeName(): string {
    const { workbook } = this.scope;
    let number = workbook.tables.length + 1;
    while (workbook.tableNamed(`Table${number}`) !== undefined) number += 1;
    return `Table${number}`;
  }
}
