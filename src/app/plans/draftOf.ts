/** What a person made of the plans: the rows as they would be read, and the cells that differ. */
import { assert, at } from '../../core/assert';
import type { PlanFrame } from '../../excel/planFrames';
import type { PlanCellWrite } from '../../excel/writePlans';
import { isPlanTextRead, planCell, planFields, planSpec, planText } from '../../ledger/planCells';
import type { PlanDraft, PlanTable } from '../../ledger/planDraft';
import type { PlanRow, SourceField } from '../../ledger/tables';
import { type CommissionPlansField, refusedTerms } from '../../ledger/planKinds';
import type { DraftPlan, PlanTexts } from './types';

/** The plans as they were read, and how far their tables reach. */
export interface PlansRead {
  readonly draft: PlanDraft;
  readonly frames: readonly PlanFrame[];
  readonly date1904: boolean;
  /** Place of a table that would be made, behind the last source. */
  readonly newPlace: number;
}

/** What is to be written into one table. */
export interface TableChange {
  readonly table: PlanTable;
  readonly frame: PlanFrame | undefined;
  readonly nextRow: number;
  readonly heads: readonly string[];
  readonly rows: number;
  readonly cells: readonly PlanCellWrite[];
}

export interface DraftMade {
  readonly draft: PlanDraft;
  /** Key of each row of the draft. */
  readonly keys: readonly string[];
  readonly changes: readonly TableChange[];
  /** Cells that cannot be read by themselves, in words; one problem of a row would hide the next. */
  readonly unread: readonly string[];
}

export function keyOf({ source, sheetRow }: Pick<PlanRow, 'source' | 'sheetRow'>): string {
  return `${source} ${sheetRow}`;
}

export function textsOf(row: PlanRow, date1904: boolean): PlanTexts {
  const filled = planFields
    .map((field) => [field, planText(field, row.cells.get(field), date1904)] as const)
    .filter(([, text]) => text !== '');
  return Object.fromEntries(filled);
}

export function draftOf(read: PlansRead, plans: readonly DraftPlan[]): DraftMade {
  const { draft } = read;
  const asked = new Map(plans.map((plan) => [plan.key, plan.texts]));
  const known = new Set(draft.rows.map(keyOf));
  const added = plans.filter(({ key, texts }) => !known.has(key) && !isEmpty(texts));
  const tables = draft.tables.length === 0 && added.length > 0 ? [newTable(read)] : draft.tables;
  const made = tables.map((table, place) => {
    const rows = draft.rows.filter(({ source }) => source === table.place);
    const own = rows.map((row) => ({ row, texts: asked.get(keyOf(row)) }));
    // New rows stand in the first table.
    const more = place === 0 ? added : [];
    return changeOf(read, { table, frame: read.frames[place], own, more });
  });
  return {
    draft: {
      tables: made.map(({ change }) => change.table),
      rows: made.flatMap((one) => one.rows),
    },
    keys: made.flatMap((one) => one.keys),
    changes: made.map(({ change }) => change).filter(({ cells }) => cells.length > 0),
    unread: made.flatMap((one) => one.unread),
  };
}

function isEmpty(texts: PlanTexts): boolean {
  return Object.values(texts).every((text) => text.trim() === '');
}

function newTable({ newPlace }: PlansRead): PlanTable {
  const fields = planFields
    .filter((field) => !refusedTerms.some((term) => term === field))
    .map((field, place): [string, SourceField] => [field, columnAt(field, place)]);
  const words = { sheet: 'Commission Plans', table: 'Commission Plans', headerRow: 1 };
  return { ...words, place: newPlace, fields: new Map(fields) };
}

function columnAt(field: CommissionPlansField, sheetColumn: number): SourceField {
  return { header: planSpec(field).header, sheetColumn, reversed: false };
}

interface Changing {
  readonly table: PlanTable;
  readonly frame: PlanFrame | undefined;
  /** Rows that stand there; without texts those that are removed. */
  readonly own: readonly { readonly row: PlanRow; readonly texts: PlanTexts | undefined }[];
  readonly more: readonly DraftPlan[];
}

interface Changed {
  readonly change: TableChange;
  readonly rows: readonly PlanRow[];
  readonly keys: readonly string[];
  readonly unread: readonly string[];
}

function changeOf({ date1904 }: PlansRead, { table, frame, own, more }: Changing): Changed {
  const heads = newColumns(table, [...own.map(({ texts }) => texts ?? {}), ...more.map(textsIn)]);
  const fields = new Map(table.fields);
  for (const [place, field] of heads.entries()) {
    assert(frame !== undefined, 'a table that is made has all columns');
    fields.set(field, columnAt(field, frame.right + place));
  }
  const cells: PlanCellWrite[] = [];
  const unread: string[] = [];
  /** The cells of a row with those that differ, which are to be written. */
  const edited = (row: PlanRow, before: PlanTexts, texts: PlanTexts): PlanRow => {
    const now = new Map(row.cells);
    for (const field of planFields) {
      const text = textIn(texts, field);
      const place = fields.get(field);
      if (text === textIn(before, field) || place === undefined) continue;
      const cell = planCell(field, text, date1904);
      const { sheetColumn: column, header } = place;
      cells.push({ row: row.sheetRow - 1, column, type: planSpec(field).type, cell });
      now.set(field, cell);
      if (!isPlanTextRead(field, text)) unread.push(`‘${text}’ in ${header}, row ${row.sheetRow}`);
    }
    return { ...row, cells: now };
  };
  const stay = own.flatMap(({ row, texts }) => {
    const after = edited(row, textsOf(row, date1904), texts ?? {});
    return texts === undefined ? [] : [{ row: after, key: keyOf(row) }];
  });
  const last = Math.max(table.headerRow, ...own.map(({ row }) => row.sheetRow));
  const added = more.map(({ key, texts }, place) => {
    const row = { source: table.place, sheetRow: last + 1 + place, cells: new Map() };
    return { row: edited(row, {}, texts), key };
  });
  const rows = [...stay, ...added];
  const change = {
    ...{ table: { ...table, fields }, frame, cells, nextRow: last, rows: more.length },
    heads: heads.map((field) => planSpec(field).header),
  };
  return { change, rows: rows.map(({ row }) => row), keys: rows.map(({ key }) => key), unread };
}

function textsIn({ texts }: DraftPlan): PlanTexts {
  return texts;
}

/** Columns that the table has not, and a row wants. */
function newColumns(table: PlanTable, wanted: readonly PlanTexts[]): CommissionPlansField[] {
  return planFields.filter(
    (field) => !table.fields.has(field) && wanted.some((texts) => textIn(texts, field) !== ''),
  );
}

function textIn(texts: PlanTexts, field: string): string {
  return (texts[field] ?? '').trim();
}

/** The cells of a change as rows of a table that is made. */
export function rowsOfNew({ table, rows, cells, nextRow }: TableChange): (string | number)[][] {
  const made = Array.from({ length: rows }, () =>
    new Array<string | number>(table.fields.size).fill(''),
  );
  for (const { row, column, cell } of cells) at(made, row - nextRow)[column] = cell;
  return made;
}
