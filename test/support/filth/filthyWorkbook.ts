/** Dirty pages in a workbook: a sheet for each, beside each other or one below the other, of 1900 or 1904. */
import { HostWorkbook } from '../../../host/index';
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
  const grids = pages.map((page) => gridOf(date1904 ? since1904(page) : page));
  if (layout === 'sheets') {
    for (const [place, grid] of grids.entries()) {
      workbook.addSheet(`Export ${place + 1}`).setValues('A1', grid);
    }
    return workbook;
  }
  const sheet = workbook.addSheet('Paste');
  sheet.setValues('A1', layout === 'side by side' ? beside(grids) : below(grids));
  return workbook;
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
