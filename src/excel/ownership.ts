/** Which sheets are ours: both keys must agree, the marker on the sheet and the stamp in its cell. */
import type { SheetBody } from '../reports/sheet';
import { STAMP_CELL, STAMP_START } from './stamp';
import { type Matrix, readRows } from './readRows';

/** Worksheet custom properties of a report sheet; a copy that a user makes does not get them. */
export const MARKER = {
  /** The sheet's name in the public contract: what it is, whatever it is called now. */
  sheet: 'practiceLedger.sheet',
  /** `rows x columns` of what was written, from A1. */
  size: 'practiceLedger.size',
  /** Digest of what was written; WRITING while a write is under way. */
  digest: 'practiceLedger.digest',
} as const;

/** In place of a digest: the sheet is being written, or a write was interrupted. */
export const WRITING = 'writing';

export interface OwnSheet {
  readonly worksheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly rows: number;
  readonly columns: number;
  readonly digest: string;
}

export interface WorkbookSheets {
  /** Names of all sheets, in lower case: names are compared so by Excel. */
  readonly names: Set<string>;
  /** Sheets with both keys, by the contract's sheet name; several where a file was merged. */
  readonly own: ReadonlyMap<string, readonly OwnSheet[]>;
  /**
   * Sheets that may hold ledger tables, in the order of the workbook: those that are not ours, but
   * for a copy of a report, which would be read as charges.
   */
  readonly ledgers: readonly Excel.Worksheet[];
}

/** Looks at every sheet of the workbook; nothing is changed. */
export async function surveySheets(context: Excel.RequestContext): Promise<WorkbookSheets> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const candidates = worksheets.items.map((worksheet) => {
    const property = (key: string): Excel.WorksheetCustomProperty => {
      const found = worksheet.customProperties.getItemOrNullObject(key);
      found.load('value');
      return found;
    };
    const stamp = worksheet.getRangeByIndexes(STAMP_CELL.row, STAMP_CELL.column, 1, 1);
    stamp.load('values');
    const [sheet, size, digest] = [MARKER.sheet, MARKER.size, MARKER.digest].map(property);
    return { worksheet, sheet, size, digest, stamp };
  });
  await context.sync();
  const own = new Map<string, OwnSheet[]>();
  const ledgers: Excel.Worksheet[] = [];
  for (const { worksheet, sheet, size, digest, stamp } of candidates) {
    const sheetName = textOf(sheet);
    const [rows = 0, columns = 0] = textOf(size).split('x').map(Number);
    const stamped = String(stamp.values[0]?.[0]);
    const isWriting = textOf(digest) === WRITING;
    if (sheetName === '' || !(stamped.endsWith(` · ${sheetName}`) || isWriting)) {
      if (!stamped.startsWith(STAMP_START)) ledgers.push(worksheet);
      continue;
    }
    const one = { worksheet, sheetName, rows, columns, digest: textOf(digest) };
    own.set(sheetName, [...(own.get(sheetName) ?? []), one]);
  }
  const names = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  return { names, own, ledgers };
}

function textOf(property: Excel.WorksheetCustomProperty | undefined): string {
  return property === undefined || property.isNullObject ? '' : property.value;
}

/** Sets the marker of a sheet; the values reach Excel with the next sync. */
export function mark(worksheet: Excel.Worksheet, of: Omit<OwnSheet, 'worksheet'>): void {
  worksheet.customProperties.add(MARKER.sheet, of.sheetName);
  worksheet.customProperties.add(MARKER.size, `${of.rows}x${of.columns}`);
  worksheet.customProperties.add(MARKER.digest, of.digest);
}

/** Gives a sheet up: it is the user's from now on, and keeps all that stands on it. */
export function release(worksheet: Excel.Worksheet): void {
  // The other keys mean nothing without this one, and need not be there.
  worksheet.customProperties.getItem(MARKER.sheet).delete();
}

/** Where a report's sheet may be written: in place, or not, with what stands in the way. */
export type Target =
  | { readonly kind: 'inPlace'; readonly own: OwnSheet }
  | {
      readonly kind: 'new';
      readonly release: readonly OwnSheet[];
      readonly why: InTheWay | undefined;
    };

/** What keeps a report from its sheet. */
export interface InTheWay {
  readonly code: 'SHEET_NAME_TAKEN' | 'SHEET_EDITED';
  readonly found: string;
}

function edited(found: string): InTheWay {
  return { code: 'SHEET_EDITED', found };
}

/** Decides for one sheet: in place only if nobody changed it and nothing of the user is in the way. */
export async function targetOf(
  context: Excel.RequestContext,
  sheet: Pick<SheetBody, 'name'>,
  of: { readonly sheets: WorkbookSheets; readonly rows: number; readonly columns: number },
): Promise<Target> {
  const own = of.sheets.own.get(sheet.name) ?? [];
  const [only] = own;
  if (only === undefined) {
    const taken = of.sheets.names.has(sheet.name.toLowerCase());
    const found = 'a sheet of yours has this name';
    const why: InTheWay | undefined = taken ? { code: 'SHEET_NAME_TAKEN', found } : undefined;
    return { kind: 'new', release: [], why };
  }
  if (own.length > 1) {
    return {
      kind: 'new',
      release: own,
      why: edited('several sheets bear the mark of this report'),
    };
  }
  if (!(await isFree(context, only, of))) {
    return {
      kind: 'new',
      release: own,
      why: edited('cells of yours stand where the report grows'),
    };
  }
  if (only.digest === WRITING) return { kind: 'inPlace', own: only };
  const same = (await digestOf(context, only.worksheet, only)) === only.digest;
  return same
    ? { kind: 'inPlace', own: only }
    : { kind: 'new', release: own, why: edited('you changed cells in the report') };
}

/** True where no cell of the user stands beside or below the old report and inside the new one. */
async function isFree(
  context: Excel.RequestContext,
  { worksheet, rows, columns }: OwnSheet,
  grown: { readonly rows: number; readonly columns: number },
): Promise<boolean> {
  const strips: Excel.Range[] = [];
  if (grown.columns > columns) {
    const beside = [0, columns, grown.rows, grown.columns - columns] as const;
    strips.push(worksheet.getRangeByIndexes(...beside));
  }
  if (grown.rows > rows && columns > 0) {
    strips.push(worksheet.getRangeByIndexes(rows, 0, grown.rows - rows, columns));
  }
  const used = strips.map((strip) => strip.getUsedRangeOrNullObject(true));
  // A formula that shows nothing is in the way as well.
  for (const one of used) one.load('formulas');
  await context.sync();
  // The used part of a range may be that of its sheet: only filled cells are in the way.
  const filled = used
    .filter((one) => !one.isNullObject)
    .flatMap((one): unknown[] => one.formulas.flat());
  return filled.every((formula) => formula === '');
}

/** SHA-256 over what the cells from A1 hold: any cell that somebody changed changes it. */
async function digestOf(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  size: { readonly rows: number; readonly columns: number },
): Promise<string> {
  let digest = '';
  await readRows(context, worksheet, size, async (values) => {
    digest = await digestBlock(digest, values);
  });
  return digest;
}

/** The digest of the blocks so far and one more; how the cells look does not count. */
export async function digestBlock(digest: string, values: Matrix): Promise<string> {
  const bytes = new TextEncoder().encode(digest + JSON.stringify(values));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `name`, or `name (2)`, `name (3)` … where it is taken; 31 characters at the most. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let copy = 2; ; copy++) {
    const suffix = ` (${copy})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
