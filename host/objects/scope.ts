/** What the API objects of one add-in share. */
import type { Area } from '../model/area';
import type { HostSheet } from '../model/sheet';
import type { HostTable } from '../model/table';
import type { HostWorkbook } from '../model/workbook';
import type { HostObject } from '../protocol/hostObject';
import type { References } from '../protocol/references';

/** The events of Office.js that the host can send, with their numbers in the protocol. */
export const EVENT_TYPES = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventName = keyof typeof EVENT_TYPES;

/** Makes API objects; it stands between the classes so that none has to know all others. */
export interface ObjectMaker {
  range(sheet: HostSheet, area: Area): HostObject;
  worksheet(sheet: HostSheet): HostObject;
  table(table: HostTable): HostObject;
  tables(sheet?: HostSheet): HostObject;
  names(sheet?: HostSheet): HostObject;
}

/** The workbook as one add-in sees it, and what the add-in has asked of the host. */
export interface ApiScope {
  readonly workbook: HostWorkbook;
  readonly references: References;
  /** Cells of a range that are handed over; above it null [doc: resource limits]. */
  readonly readCellsMax: number;
  /** False while the add-in has switched its events off. */
  eventsEnabled: boolean;
  /** Makes the objects that other objects lead to. */
  readonly make: ObjectMaker;
  /** Starts or stops an event for a sheet id, a table id or "Workbook". */
  subscribe(event: EventName, targetId: string, on: boolean): void;
  /** Takes note that the add-in reads cells. */
  noteRead(sheet: HostSheet, area: Area, member: string): void;
  /** Takes note that the add-in asks to suspend something until the end of the request. */
  noteSuspended(what: 'calculation' | 'screen'): void;
  /** Takes note that the add-in writes cells. */
  noteWrite(cells: number): void;
  /** The object behind an event's reference id. */
  eventObject(id: string): HostObject | undefined;
}

/** The target id of events of the whole workbook [code: Office.js Constants.eventWorkbookId]. */
export const WORKBOOK_TARGET = 'Workbook';
