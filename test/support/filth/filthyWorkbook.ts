/** Dirty pages in a workbook: a sheet for each, beside each other or one below the other, of 1900 or 1904. */
import { type HostSheet, HostWorkbook } from '../../../host/index';
import { readKinds } from '../../../src/ledger/kinds';
import { mappingsText } from '../../../src/ledger/mapping/mappingText';
import type { ColumnSource, TableMapping } from '../../../src/ledger/mapping/tableMapping';
import type { Cell } from '../plainLedger';
import { cellsOfType, type Page } from './page';

export interface Placing {
  readonly layout: 'sheets' | 'side by side' | 'one below the other';
  readonly date1904: boolean;
}

const DAYS_TO_1904 = 1462;
const GAP = 2;

export function filthyWorkbook(
  pages: readonly Page[],
  { layout, date1904 }: Placing,
): HostWorkbook {
  const workbook = new HostWorkbook(undefined, date1904);
  const mappings = pages.flatMap(mappingOf);
  if (mappings.length > 0) {
    workbook.settings.set('practiceLedger.mappings', mappingsText(mappings));
  }
  const grids = pages.map((page) => gridOf(date1904 ? since1904(page) : page));
  if (layout === 'sheets') {
    for (const [place, grid] of grids.entries()) {
      const sheet = workbook.addSheet(`Export ${place + 1}`);
      sheet.setValues('A1', grid);
      hide(sheet, grid, pages.slice(place, place + 1));
    }
    return workbook;
  }
  const sheet = workbook.addSheet('Paste');
  const grid = layout === 'side by side' ? beside(grids) : below(grids);
  sheet.setValues('A1', grid);
  hide(sheet, grid, pages);
  return workbook;
}

/** Rows that a person or a filter has hidden. */
function hide(sheet: HostSheet, grid: readonly Cell[][], pages: readonly Page[]): void {
  for (const { hidesEvery, isFiltered } of pages) {
    if (hidesEvery === undefined) continue;
    for (let row = hidesEvery; row < grid.length; row += hidesEvery) sheet.hiddenRows.add(row);
    const columns = grid[0]?.length ?? 1;
    if (isFiltered === true) sheet.filter = { row: 0, column: 0, rows: grid.length, columns };
  }
}

/** What the workbook keeps of a page whose columns cannot be read without it. */
function mappingOf(page: Page): TableMapping[] {
  const { mapped, kind, headers, heads } = page;
  if (mapped === undefined) return [];
  const specs: readonly { readonly header: string }[] = Object.values(readKinds[kind]);
  const known = specs.map(({ header }) => header);
  const fields: Record<string, ColumnSource> = {};
  for (const [column, header] of headers.entries()) {
    if (!known.includes(header)) continue;
    fields[header] = { columns: [String(heads[column])], ...mapped.get(header) };
  }
  return [{ name: kind, headers: heads.map(String), views: [{ kind, fields }] }];
}

function since1904(page: Page): Page {
  return cellsOfType(page, ['moment'], (cell) =>
    typeof cell === 'number' ? cell - DAYS_TO_1904 : cell,
  );
}

/** All its rows from A1 on, as wide as the widest. */
function gridOf({ heads, rows, above, left, top }: Page): Cell[][] {
  const free = new Array<Cell>(left).fill(null);
  const lines = [...above, heads, ...rows].map((row) => [...free, ...row]);
  return squared([...Array.from({ length: top }, () => []), ...lines]);
}

function squared(lines: readonly (readonly Cell[])[]): Cell[][] {
  const width = Math.max(1, ...lines.map(({ length }) => length));
  return lines.map((line) => [...line, ...new Array<Cell>(width - line.length).fill(null)]);
}

function beside(grids: readonly Cell[][][]): Cell[][] {
  const height = Math.max(...grids.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, row) =>
    grids.flatMap((grid) => {
      const width = (grid[0]?.length ?? 0) + GAP;
      const line = grid[row] ?? [];
      return [...line, ...new Array<Cell>(width - line.length).fill(null)];
    }),
  );
  return squared(lines);
}

function below(grids: readonly Cell[][][]): Cell[][] {
  return squared(grids.flatMap((grid) => [...grid, [], []]));
}
