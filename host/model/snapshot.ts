/** A whole workbook as plain data, so that two moments can be compared. */
import { areaAddress, cellAddress, columnName } from './area';
import { CellError, type CellValue } from './cell';
import { type HostChart, referenceOf } from './chart';
import type { HostSheet } from './sheet';
import type { CellStyle } from './style';
import type { HostTable } from './table';
import type { HostWorkbook } from './workbook';

/** A filled or formatted cell. */
export interface CellSnapshot {
  readonly value?: string | number | boolean | { readonly error: string };
  readonly formula?: string;
  readonly style?: CellStyle;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: string;
  /** By address. */
  readonly cells: Readonly<Record<string, CellSnapshot>>;
  readonly tables: readonly object[];
  /** Everything else that belongs to the sheet. */
  readonly rest: object;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly object[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly xmlParts: readonly object[];
  readonly properties: object;
  readonly structureProtected: boolean;
}

/** Everything that a save would keep, but for the view: which sheet is active and what is selected. */
export function snapshot(workbook: HostWorkbook): WorkbookSnapshot {
  workbook.settle();
  const { custom, ...properties } = workbook.properties;
  return {
    sheets: workbook.sheets.map((sheet) => sheetSnapshot(workbook, sheet)),
    names: workbook.names.map((name) => ({ ...name, scope: name.scope?.name ?? null })),
    settings: Object.fromEntries(workbook.settings),
    xmlParts: workbook.xmlParts.map((part) => ({ ...part })),
    properties: { ...properties, custom: Object.fromEntries(custom) },
    structureProtected: workbook.structureProtected,
  };
}

function sheetSnapshot(workbook: HostWorkbook, sheet: HostSheet): SheetSnapshot {
  const styles = (ids: ReadonlyMap<number, number>): object =>
    Object.fromEntries([...ids].map(([at, id]) => [at, workbook.styles.entry(id).style]));
  const sorted = (rows: ReadonlySet<number>): number[] => [...rows].sort((one, two) => one - two);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cellsOf(workbook, sheet),
    tables: workbook.tablesOn(sheet).map(tableSnapshot),
    rest: structuredClone({
      tabColor: sheet.tabColor,
      showGridlines: sheet.showGridlines,
      showHeadings: sheet.showHeadings,
      frozen: sheet.frozen,
      columnWidths: Object.fromEntries(
        [...sheet.columnWidths].map(([column, width]) => [columnName(column), width]),
      ),
      rowHeights: Object.fromEntries(sheet.rowHeights),
      hiddenRows: sorted(sheet.hiddenRows),
      hiddenColumns: sorted(sheet.hiddenColumns),
      rowStyles: styles(sheet.rowStyles),
      columnStyles: styles(sheet.columnStyles),
      merges: sheet.merges.map(areaAddress),
      hyperlinks: Object.fromEntries(sheet.hyperlinks),
      customProperties: Object.fromEntries(sheet.customProperties),
      page: sheet.page,
      protection: sheet.protection,
      filter: sheet.filter,
      charts: workbook.chartsOn(sheet).map(chartSnapshot),
    }),
  };
}

function cellsOf(workbook: HostWorkbook, sheet: HostSheet): Record<string, CellSnapshot> {
  const cells: Record<string, CellSnapshot> = {};
  for (const [number, column] of sheet.cells.filled()) {
    const { end } = column;
    for (let row = 0; row < end; row += 1) {
      const value = column.values[row];
      const formula = column.formulas.get(row);
      const style = column.styleOf(row);
      if (value === undefined && formula === undefined && style === undefined) continue;
      cells[cellAddress(row, number)] = {
        ...(value === undefined ? {} : { value: plain(value) }),
        ...(formula === undefined ? {} : { formula }),
        ...(style === undefined ? {} : { style: workbook.styles.entry(style).style }),
      };
    }
  }
  return cells;
}

function plain(value: CellValue): string | number | boolean | { error: string } {
  return value instanceof CellError ? { error: value.code } : value;
}

function chartSnapshot(chart: HostChart): object {
  const { name, type, anchor, title, legend, valueFormat, series } = chart;
  const drawn = series.map((one) =>
    [one.name, one.values, one.labels].map((of) => (of === undefined ? '' : referenceOf(of))),
  );
  return { name, type: type ?? '', anchor: anchor ?? {}, title, legend, valueFormat, drawn };
}

function tableSnapshot(table: HostTable): object {
  const { name, style, showHeaders, showTotals, columns } = table;
  return { name, address: areaAddress(table.area), style, showHeaders, showTotals, columns };
}
