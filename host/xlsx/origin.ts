/** What a workbook of the model came from: the parts of its file, to be saved again with as little change as possible. */
import { chartContent, type HostChart } from '../model/chart';
import type { HostSheet } from '../model/sheet';
import type { HostTable } from '../model/table';
import type { HostWorkbook, HostXmlPart } from '../model/workbook';
import { type ChartOrigin, chartPlace } from './readCharts';
import type { ZipEntries } from './zip';

/** Where a sheet lies in the file. */
export interface SheetOrigin {
  readonly part: string;
  readonly relationshipId: string;
  readonly sheetId: string;
  /** How the sheet was when it was opened, to tell what changed. */
  readonly aspects: Aspects;
}

/** The parts of a sheet that are written separately, each as a text that changes when the part does. */
export interface Aspects {
  readonly name: string;
  readonly visibility: string;
  readonly properties: string;
  readonly view: string;
  readonly columns: string;
  readonly rows: string;
  readonly page: string;
  readonly merges: string;
  readonly links: string;
  readonly protection: string;
  readonly filter: string;
  readonly custom: string;
  readonly tables: string;
  readonly charts: string;
}

/** The file behind a workbook. */
export interface Origin {
  readonly entries: ZipEntries;
  /** The name of the workbook part. */
  readonly workbookPart: string;
  readonly stylesPart: string;
  readonly sheets: Map<HostSheet, SheetOrigin>;
  readonly tables: Map<HostTable, { readonly part: string; readonly state: string }>;
  readonly charts: ReadonlyMap<HostChart, ChartOrigin>;
  readonly xmlParts: Map<HostXmlPart, { readonly part: string; readonly xml: string }>;
  /** How many cell formats the file has. */
  readonly styles: number;
  readonly names: string;
  readonly settings: string;
  readonly workbookState: string;
}

const origins = new WeakMap<HostWorkbook, Origin>();

/** Remembers the file behind a workbook. */
export function setOrigin(workbook: HostWorkbook, origin: Origin): void {
  origins.set(workbook, origin);
}

/** The file behind a workbook; undefined for one that was made by code. */
export function originOf(workbook: HostWorkbook): Origin | undefined {
  return origins.get(workbook);
}

/** A text for each part of a sheet. */
export function aspectsOf(workbook: HostWorkbook, sheet: HostSheet): Aspects {
  const text = JSON.stringify;
  const { hiddenColumns, columnWidths, columnStyles, hiddenRows, rowHeights, rowStyles } = sheet;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    properties: text([sheet.tabColor, sheet.page.fitWide, sheet.page.fitTall]),
    // Two selected sheets would be a group, whose edits go to both.
    view: text([sheet.showGridlines, sheet.showHeadings, sheet.frozen, workbook.active === sheet]),
    columns: text([[...columnWidths], [...hiddenColumns], [...columnStyles]]),
    rows: text([[...rowHeights], [...hiddenRows], [...rowStyles]]),
    page: text(sheet.page),
    merges: text(sheet.merges),
    links: text([...sheet.hyperlinks]),
    protection: text(sheet.protection),
    filter: text(sheet.filter),
    custom: text([...sheet.customProperties]),
    tables: text(workbook.tablesOn(sheet).map((table) => table.id)),
    charts: text(
      workbook.chartsOn(sheet).map((chart) => [chart.id, chartContent(chart), chartPlace(chart)]),
    ),
  };
}

/** A text that changes when a table does. */
export function tableState(table: HostTable): string {
  return JSON.stringify(table, (key, value: unknown) => (key === 'sheet' ? undefined : value));
}

/** A text that changes when a name does. */
export function namesState(workbook: HostWorkbook): string {
  return JSON.stringify(workbook.names.map((name) => ({ ...name, scope: name.scope?.id })));
}

/** A text that changes when the settings do. */
export function settingsState(workbook: HostWorkbook): string {
  return JSON.stringify([...workbook.settings]);
}

/** A text that changes when the workbook's own state does: order of sheets, protection, active sheet. */
export function workbookState(workbook: HostWorkbook): string {
  const active = workbook.sheets.length === 0 ? '' : workbook.active.id;
  return JSON.stringify([
    workbook.sheets.map((sheet) => [sheet.id, sheet.name, sheet.visibility]),
    workbook.structureProtected,
    active,
  ]);
}
