/** Turns what happens in the workbook into the event messages of Office.js. */
import { areaAddress, intersection } from './model/area';
import { CellError, type CellValue } from './model/cell';
import type { CellsChange } from './model/sheet';
import type { WorkbookEvent } from './model/workbook';
import { EVENT_TYPES, WORKBOOK_TARGET, type EventName } from './objects/scope';
import { OBJECT_EVENT_CATEGORY, type EventEntry } from './protocol/wire';
import type { HostTable } from './model/table';

/** An event before it is sent: which one, to whose handlers, and with what. */
export interface EventMessage {
  readonly event: EventName;
  readonly targetId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Workbook.onSelectionChanged is registered inside Office.js alone, under this number [code: Office.js eventRegistration]. */
const DOCUMENT_SELECTION_CHANGED = 2;

/** The entry in which a message travels. */
export function eventEntry({ event, targetId, details }: EventMessage): EventEntry {
  return entry(EVENT_TYPES[event], targetId, details);
}

/** The entry that tells of a new selection to Workbook.onSelectionChanged. */
export function selectionEntry(): EventEntry {
  return entry(DOCUMENT_SELECTION_CHANGED, '', {});
}

function entry(messageType: number, targetId: string, details: object): EventEntry {
  const message = JSON.stringify(details);
  return { messageCategory: OBJECT_EVENT_CATEGORY, messageType, targetId, message, id: '' };
}

/** The messages that an event of the workbook gives rise to, for every kind of handler. */
export function messagesOf(
  event: WorkbookEvent,
  context: { tables: readonly HostTable[]; ownAddIn: object; referenceId: string },
): EventMessage[] {
  const { source } = event.actor;
  switch (event.kind) {
    case 'cells':
      return changeMessages(event, context, {
        source,
        triggerSource: event.actor.addIn === context.ownAddIn ? 'ThisLocalAddin' : 'Unknown',
        referenceId: context.referenceId,
      });
    case 'format':
    case 'calculated':
      return [];
    case 'sheetAdded':
      return toWorkbook('added', { source, worksheetId: event.sheet.id });
    case 'sheetDeleted':
      return toWorkbook('deleted', { source, worksheetId: event.sheet.id });
    case 'sheetActivated':
      return toBoth('activated', event.sheet.id, { worksheetId: event.sheet.id });
    case 'sheetDeactivated':
      return toBoth('deactivated', event.sheet.id, { worksheetId: event.sheet.id });
    case 'selection':
      return selectionMessages(event, context.tables);
    case 'tableAdded':
    case 'tableDeleted': {
      const { table } = event;
      const details = { source, tableId: String(table.id), worksheetId: table.sheet.id };
      return toBoth(event.kind, table.sheet.id, details);
    }
  }
}

function toWorkbook(event: EventName, details: EventMessage['details']): EventMessage[] {
  return [{ event, targetId: WORKBOOK_TARGET, details }];
}

function toBoth(
  event: EventName,
  targetId: string,
  details: EventMessage['details'],
): EventMessage[] {
  return [{ event, targetId, details }, ...toWorkbook(event, details)];
}

function changeMessages(
  change: CellsChange,
  { tables }: { tables: readonly HostTable[] },
  common: Readonly<Record<string, unknown>>,
): EventMessage[] {
  const worksheetId = change.sheet.id;
  const details = {
    ...common,
    worksheetId,
    changeType: 'RangeEdited',
    shiftDirection: 'None',
    address: areaAddress(change.area),
    ...(change.after === undefined ? {} : singleCell(change)),
  };
  const messages = toBoth('changed', worksheetId, details);
  for (const table of tables) {
    if (table.sheet !== change.sheet || !intersection(table.area, change.area)) continue;
    const tableId = String(table.id);
    const ofTable = { ...details, tableId };
    messages.push({ event: 'tableChanged', targetId: tableId, details: ofTable });
    messages.push(...toBoth('tableChanged', worksheetId, ofTable));
  }
  return messages;
}

/** For one cell the event tells what it held and holds [doc: WorksheetChangedEventArgs.details]. */
function singleCell({ before, after }: CellsChange): Record<string, unknown> {
  return {
    valueBefore: jsonOf(before),
    valueAfter: jsonOf(after),
    valueTypeBefore: typeOf(before),
    valueTypeAfter: typeOf(after),
  };
}

function jsonOf(value: CellValue | undefined): unknown {
  return value instanceof CellError ? value.code : (value ?? '');
}

function typeOf(value: CellValue | undefined): string {
  if (value === undefined || value === '') return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

function selectionMessages(
  event: WorkbookEvent & { kind: 'selection' },
  tables: readonly HostTable[],
): EventMessage[] {
  const address = areaAddress(event.area);
  const worksheetId = event.sheet.id;
  const messages = toBoth('selectionChanged', worksheetId, { address, worksheetId });
  for (const table of tables) {
    if (table.sheet !== event.sheet) continue;
    const inside = intersection(table.area, event.area);
    const details = { address: inside ? areaAddress(inside) : '', worksheetId };
    messages.push({ event: 'tableSelectionChanged', targetId: String(table.id), details });
  }
  return messages;
}
