/** WorksheetCollection. */
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostCollection } from '../protocol/hostObject';
import { flag, text } from './args';
import { WORKBOOK_TARGET, type ApiScope, type EventName } from './scope';
import { WorksheetObject } from './worksheet';

export class WorksheetsObject extends HostCollection {
  readonly className = 'WorksheetCollection';

  constructor(private readonly scope: ApiScope) {
    super();
  }

  items(): readonly WorksheetObject[] {
    return this.scope.workbook.sheets.map((sheet) => this.of(sheet));
  }

  /** By name or id. */
  getItem(key: unknown): WorksheetObject {
    const found = this.GetItemOrNullObject(key);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemOrNullObject(key: unknown): WorksheetObject | null {
    const wanted = text(key);
    const { workbook } = this.scope;
    const sheet = workbook.sheets.find(({ id }) => id === wanted) ?? workbook.sheetNamed(wanted);
    return sheet === undefined ? null : this.of(sheet);
  }

  /** A name that Excel refuses is InvalidArgument [issue office-scripts-docs#738], one that is taken ItemAlreadyExists [issue office-scripts-docs#560]. */
  Add(name: unknown): WorksheetObject {
    const { workbook } = this.scope;
    if (workbook.structureProtected) throw new Refusal('AccessDenied');
    const wanted = name === null || name === undefined ? this.freeName() : text(name);
    if (workbook.sheetNamed(wanted) !== undefined) throw new Refusal('ItemAlreadyExists');
    const fault = workbook.sheetNameFault(wanted);
    if (fault !== undefined) throw new Refusal('InvalidArgument', fault);
    return this.of(workbook.addSheet(wanted));
  }

  GetActiveWorksheet(): WorksheetObject {
    return this.of(this.scope.workbook.active);
  }

  GetCount(visibleOnly: unknown): number {
    return this.listed(visibleOnly).length;
  }

  GetFirst(visibleOnly: unknown): WorksheetObject {
    return this.of(this.listed(visibleOnly)[0]);
  }

  GetLast(visibleOnly: unknown): WorksheetObject {
    return this.of(this.listed(visibleOnly).at(-1));
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

  _RegisterAddedEvent(): void {
    this.subscribe('added', true);
  }

  _UnregisterAddedEvent(): void {
    this.subscribe('added', false);
  }

  _RegisterDeletedEvent(): void {
    this.subscribe('deleted', true);
  }

  _UnregisterDeletedEvent(): void {
    this.subscribe('deleted', false);
  }

  private subscribe(event: EventName, on: boolean): void {
    this.scope.subscribe(event, WORKBOOK_TARGET, on);
  }

  private listed(visibleOnly: unknown): HostSheet[] {
    const all = !flag(visibleOnly, false);
    return this.scope.workbook.sheets.filter((sheet) => all || sheet.visibility === 'Visible');
  }

  private of(sheet: HostSheet | undefined): WorksheetObject {
    if (sheet === undefined) throw new Refusal('ItemNotFound');
    return new WorksheetObject(this.scope, sheet);
  }

  private freeName(): string {
    let number = this.scope.workbook.sheets.length + 1;
    while (this.scope.workbook.sheetNamed(`Sheet${number}`) !== undefined) number += 1;
    return `Sheet${number}`;
  }
}
