/** Worksheet: one sheet as the add-in sees it. */
import { area, COLUMNS_MAX, parseAddress, ROWS_MAX, type Area } from '../model/area';
import { copySheet } from '../model/copySheet';
import { Refusal } from '../model/refusal';
import type { HostSheet, Visibility } from '../model/sheet';
import { HostObject } from '../protocol/hostObject';
import { AutoFilterObject } from './autoFilter';
import { choice, color, flag, integer, text } from './args';
import { ChartsObject } from './charts';
import { CustomPropertiesObject } from './customProperties';
import { FreezePanesObject } from './freezePanes';
import { PageLayoutObject } from './pageLayout';
import { SheetProtectionObject } from './protection';
import type { ApiScope, EventName } from './scope';

export class WorksheetObject extends HostObject {
  readonly className = 'Worksheet';

  constructor(
    private readonly scope: ApiScope,
    private readonly own: HostSheet,
  ) {
    super();
  }

  /** The sheet; once deleted it is not found any more. */
  get sheet(): HostSheet {
    if (!this.scope.workbook.sheets.includes(this.own)) throw new Refusal('ItemNotFound');
    return this.own;
  }

  override identity(): { readonly [key: string]: string } {
    return { Id: this.own.id };
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): string {
    return this.sheet.name;
  }

  set Name(value: unknown) {
    const name = text(value);
    const { workbook } = this.scope;
    this.requireStructure();
    // As for a new sheet [unverified: for a new name of an old one].
    if (workbook.sheetNameFault(name, this.sheet) !== undefined) {
      throw new Refusal('InvalidArgument', workbook.sheetNameFault(name, this.sheet));
    }
    workbook.renameSheet(this.sheet, name);
  }

  get Position(): number {
    return this.scope.workbook.sheets.indexOf(this.sheet);
  }

  set Position(value: unknown) {
    const { sheets } = this.scope.workbook;
    const to = integer(value);
    this.requireStructure();
    if (to < 0 || to >= sheets.length) throw new Refusal('InvalidArgument');
    sheets.splice(this.Position, 1);
    sheets.splice(to, 0, this.own);
  }

  get Visibility(): Visibility {
    return this.sheet.visibility;
  }

  set Visibility(value: unknown) {
    const visibility = choice(value, ['Visible', 'Hidden', 'VeryHidden']);
    this.requireStructure();
    // At least one sheet stays in view [doc: hide worksheets].
    if (visibility !== 'Visible') this.requireAnotherVisible();
    this.sheet.visibility = visibility;
  }

  get TabColor(): string {
    return this.sheet.tabColor;
  }

  set TabColor(value: unknown) {
    this.sheet.tabColor = value === '' ? '' : color(value);
  }

  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  /** Office.js reads ShowGridlines and sets Gridlines [code: Office.js Worksheet_ShowGridlines_Set]. */
  get Gridlines(): boolean {
    return this.sheet.showGridlines;
  }

  set Gridlines(value: unknown) {
    this.sheet.showGridlines = flag(value);
  }

  get ShowHeadings(): boolean {
    return this.sheet.showHeadings;
  }

  get Headings(): boolean {
    return this.sheet.showHeadings;
  }

  set Headings(value: unknown) {
    this.sheet.showHeadings = flag(value);
  }

  /** Points. */
  get StandardHeight(): number {
    return 15;
  }

  get Tables(): HostObject {
    return this.scope.make.tables(this.sheet);
  }

  get Charts(): ChartsObject {
    return new ChartsObject(this.scope, this.sheet);
  }

  get Names(): HostObject {
    return this.scope.make.names(this.sheet);
  }

  get CustomProperties(): CustomPropertiesObject {
    return new CustomPropertiesObject(this.sheet.customProperties);
  }

  get FreezePanes(): FreezePanesObject {
    return new FreezePanesObject(this.scope, this.sheet);
  }

  get PageLayout(): PageLayoutObject {
    return new PageLayoutObject(this.scope, this.sheet);
  }

  get Protection(): SheetProtectionObject {
    return new SheetProtectionObject(this.sheet);
  }

  get AutoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.scope, this.sheet);
  }

  Activate(): void {
    if (this.sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation');
    this.scope.workbook.activate(this.sheet);
  }

  Calculate(markAllDirty: unknown): void {
    const { calc } = this.scope.workbook;
    if (flag(markAllDirty, false)) calc.recalculate(this.sheet);
    calc.calculate();
  }

  /** A very hidden or the only visible sheet cannot be deleted [doc: Worksheet.delete]. */
  Delete(): void {
    this.requireStructure();
    if (this.sheet.visibility === 'VeryHidden') throw new Refusal('InvalidOperation');
    this.requireAnotherVisible();
    this.scope.workbook.deleteSheet(this.sheet);
  }

  /** Places other than the beginning and the end are left out. */
  Copy(positionType: unknown): HostObject {
    this.requireStructure();
    const place = choice(positionType ?? 'None', ['None', 'Beginning', 'End']);
    const copy = copySheet(this.scope.workbook, this.sheet);
    const { sheets } = this.scope.workbook;
    if (place === 'Beginning') sheets.unshift(...sheets.splice(sheets.indexOf(copy), 1));
    return this.scope.make.worksheet(copy);
  }

  _GetAnotherWorksheetById(id: unknown): HostObject | null {
    const sheet = this.scope.workbook.sheets.find((item) => item.id === id);
    return sheet === undefined ? null : this.scope.make.worksheet(sheet);
  }

  _GetSheetById(id: unknown): HostObject | null {
    return this._GetAnotherWorksheetById(id);
  }

  GetRange(address: unknown): HostObject {
    if (address === null || address === undefined) {
      return this.range(area(0, 0, ROWS_MAX, COLUMNS_MAX));
    }
    const given = text(address);
    const found = parseAddress(given);
    if (found !== undefined) {
      const named = found.sheet?.toLowerCase() ?? this.sheet.name.toLowerCase();
      if (named !== this.sheet.name.toLowerCase()) throw new Refusal('InvalidArgument');
      return this.range(found.area);
    }
    return this.namedRange(given);
  }

  GetRangeByIndexes(...places: unknown[]): HostObject {
    const [row, column, rows, columns] = places.map((place) => integer(place));
    return this.range(area(row ?? 0, column ?? 0, rows, columns));
  }

  GetCell(row: unknown, column: unknown): HostObject {
    return this.range(area(integer(row), integer(column)));
  }

  /** A blank sheet gives its first cell [doc: Worksheet.getUsedRange]. */
  GetUsedRange(valuesOnly: unknown): HostObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.range(area(0, 0));
  }

  GetUsedRangeOrNullObject(valuesOnly: unknown): HostObject | null {
    this.scope.workbook.settle();
    const used = this.sheet.cells.used(flag(valuesOnly, false));
    return used === undefined ? null : this.range(used);
  }

  GetNextOrNullObject(visibleOnly: unknown): HostObject | null {
    return this.neighbour(1, flag(visibleOnly, false));
  }

  GetPreviousOrNullObject(visibleOnly: unknown): HostObject | null {
    return this.neighbour(-1, flag(visibleOnly, false));
  }

  _RegisterDataChangedEvent(): void {
    this.subscribe('changed', true);
  }

  _UnregisterDataChangedEvent(): void {
    this.subscribe('changed', false);
  }

  _RegisterSelectionChangedEvent(): void {
    this.subscribe('selectionChanged', true);
  }

  _UnregisterSelectionChangedEvent(): void {
    this.subscribe('selectionChanged', false);
  }

  _RegisterActivatedEvent(): void {
    this.subscribe('activated', true);
  }

  _UnregisterActivatedEvent(): void {
    this.subscribe('activated', false);
  }

  _RegisterDeactivatedEvent(): void {
    this.subscribe('deactivated', true);
  }

  _UnregisterDeactivatedEvent(): void {
    this.subscribe('deactivated', false);
  }

  private subscribe(event: EventName, on: boolean): void {
    this.scope.subscribe(event, this.sheet.id, on);
  }

  private range(at: Area): HostObject {
    return this.scope.make.range(this.sheet, at);
  }

  /** A name or a table in place of an address [doc: Worksheet.getRange]. */
  private namedRange(name: string): HostObject {
    const { workbook } = this.scope;
    const table = workbook.tableNamed(name);
    if (table?.sheet === this.sheet) return this.range(table.bodyArea);
    const formula = workbook.nameFormula(name, this.sheet);
    const place = formula === undefined ? undefined : parseAddress(formula.slice(1));
    if (place === undefined || workbook.sheetNamed(place.sheet ?? '') !== this.sheet) {
      throw new Refusal('InvalidArgument', `"${name}" is no address on ${this.sheet.name}.`);
    }
    return this.range(place.area);
  }

  private neighbour(step: number, visibleOnly: boolean): HostObject | null {
    const { sheets } = this.scope.workbook;
    for (let at = this.Position + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at];
      if (sheet !== undefined && (!visibleOnly || sheet.visibility === 'Visible')) {
        return this.scope.make.worksheet(sheet);
      }
    }
    return null;
  }

  private requireAnotherVisible(): void {
    const { sheets } = this.scope.workbook;
    const other = sheets.some((sheet) => sheet !== this.sheet && sheet.visibility === 'Visible');
    if (!other) throw new Refusal('InvalidOperation');
  }

  /** A workbook whose structure is protected takes no new, gone, renamed or moved sheet [doc: protect a workbook]. */
  private requireStructure(): void {
    if (this.scope.workbook.structureProtected) throw new Refusal('AccessDenied');
  }
}
