/** Finds and reads ledger tables that are plain ranges: anywhere on a sheet, also several of them. */
import { decideHeader } from '../ledger/mapping/decideHeader';
import { isBlank } from '../ledger/cellMarks';
import { cellAddress } from '../ledger/tables';
import { blankRuns, withoutBanners } from './headerLine';
import { headersInLine, type PlainHeader } from './headersInLine';
import type { ExcelTable, Reading, SheetToRead } from './reading';
import { readBlock, type Rectangle } from './readRows';
import { readTables } from './readTables';
import { staggeredHeader } from './staggeredHeader';

/** Most headers stand near the top: the first look is short. */
const FIRST_LOOK = 40;
/** Cells of a later look: one cell far down must not make a thousand looks at blank rows. */
const LATER_CELLS = 200_000;

/** Reads the plain tables of a sheet, and tells of filled rows that belong to no table. */
export async function readPlainTables(reading: Reading, sheet: SheetToRead): Promise<void> {
  if (sheet.used === undefined || isCovered(sheet.used, sheet.excelTables)) return;
  const strays = await scanAreas(reading, sheet, [{ ...sheet.used, isRest: false }]);
  tellStrays(reading, sheet, strays);
}

/** Reads what stands behind a second header row inside an Excel table, as plain ranges. */
export async function readRest(
  reading: Reading,
  sheet: SheetToRead,
  of: { readonly table: ExcelTable; readonly firstRow: number },
): Promise<void> {
  const { table, firstRow } = of;
  const rows = table.body.row + table.body.rows - firstRow;
  const excelTables = sheet.excelTables.filter((one) => one !== table);
  const rest = { ...table.body, row: firstRow, rows, isRest: true };
  await scanAreas(reading, { ...sheet, excelTables }, [rest]);
}

/** Rows to look through for headers. */
interface Area extends Rectangle {
  /** Rows that a table gave up because another one's header seems to stand there. */
  readonly isRest: boolean;
}

async function scanAreas(
  reading: Reading,
  sheet: SheetToRead,
  areas: readonly Area[],
): Promise<StrayRow[]> {
  const strays: StrayRow[] = [];
  const toScan = [...areas];
  for (let area = toScan.pop(); area !== undefined; area = toScan.pop()) {
    toScan.push(...(await scanArea(reading, sheet, { area, strays })));
  }
  return strays;
}

function isCovered(used: Rectangle, tables: readonly ExcelTable[]): boolean {
  return tables.some(
    ({ whole }) =>
      whole.row <= used.row &&
      whole.column <= used.column &&
      whole.row + whole.rows >= used.row + used.rows &&
      whole.column + whole.columns >= used.column + used.columns,
  );
}

function inside({ whole }: ExcelTable, row: number, column: number): boolean {
  return (
    row >= whole.row &&
    row < whole.row + whole.rows &&
    column >= whole.column &&
    column < whole.column + whole.columns
  );
}

/** Looks down an area for a header row; reads the tables under it; returns what is left to scan. */
async function scanArea(
  reading: Reading,
  sheet: SheetToRead,
  of: { readonly area: Area; readonly strays: StrayRow[] },
): Promise<Area[]> {
  const { area } = of;
  const lost: number[] = [];
  const isMasked = (row: number, column: number): boolean =>
    sheet.excelTables.some((table) => inside(table, row, column));
  const end = area.row + area.rows;
  let rows = Math.min(FIRST_LOOK, area.rows);
  const laterRows = Math.max(Math.floor(LATER_CELLS / area.columns), 100);
  for (let row = area.row; row < end; row += rows, rows = Math.min(laterRows, end - row)) {
    reading.watch('read');
    const [cells = []] = await readBlock(reading.context, sheet.worksheet, [
      { ...area, row, rows },
    ]);
    for (const [r, raw] of cells.entries()) {
      const line = raw.map((cell, c) => (isMasked(row + r, area.column + c) ? '' : cell));
      const place = { sheet: sheet.name, row: row + r, column: area.column };
      const headers = headersInLine(reading, { ...place, line });
      if (headers.length > 0) {
        tellLost(reading, sheet, { area, rows: lost });
        return readUnder(reading, sheet, { headers, area, row: row + r, line, isMasked });
      }
      const columns = line.flatMap((cell, c) => (isBlank(cell) ? [] : [area.column + c]));
      if (columns.length === 0) continue;
      of.strays.push({ row: row + r, columns });
      if (area.isRest) lost.push(row + r);
    }
  }
  tellLost(reading, sheet, { area, rows: lost });
  return [];
}

/** A row that no header claims, with its filled columns. */
interface StrayRow {
  readonly row: number;
  readonly columns: readonly number[];
}

/**
 * Reads the tables under the headers of one row. Each governs the columns up to the next one. Where
 * another table begins below, and in columns without a header, the search goes on.
 */
async function readUnder(
  reading: Reading,
  sheet: SheetToRead,
  of: {
    readonly headers: readonly PlainHeader[];
    readonly area: Area;
    readonly row: number;
    readonly line: readonly unknown[];
    readonly isMasked: (row: number, column: number) => boolean;
  },
): Promise<Area[]> {
  const { area, row } = of;
  const areaEnd = area.row + area.rows;
  const line = withoutBanners(reading, of.line);
  const under = { ...area, row: row + 1, rows: areaEnd - row - 1 };
  const endRow = await staggeredHeader(reading, sheet, { ...of, area: under, line });
  const left: Area[] = [];
  if (endRow < areaEnd) left.push({ ...area, row: endRow, rows: areaEnd - endRow, isRest: true });
  for (const [place, { decision, cells, firstColumn }] of of.headers.entries()) {
    const first = place === 0 ? area.column : firstColumn;
    const end = of.headers[place + 1]?.firstColumn ?? area.column + area.columns;
    const header = { sheet: sheet.name, row, column: firstColumn };
    const rows = { decision, place: header, cells, table: '', firstRow: row + 1, endRow };
    const next = await readTables(reading, sheet, rows, of.isMasked);
    if (next < endRow) {
      const size = { rows: endRow - next, columns: end - first };
      left.push({ row: next, column: first, ...size, isRest: true });
    }
    left.push(...withoutHeader(line, { area, first, end, row: row + 1, next }));
  }
  return left;
}

/** Runs of columns that bear no header, beside a table: another one may begin in them further down. */
function withoutHeader(
  line: readonly unknown[],
  of: {
    readonly area: Rectangle;
    readonly first: number;
    readonly end: number;
    readonly row: number;
    readonly next: number;
  },
): Area[] {
  const rows = of.next - of.row;
  if (rows <= 0) return [];
  const start = of.first - of.area.column;
  const runs = blankRuns(line.slice(start), of.end - of.first);
  // A header needs two columns at the least.
  const wide = runs.filter(({ count }) => count > 1);
  return wide.map(({ first, count }) => {
    return { row: of.row, rows, column: of.first + first, columns: count, isRest: false };
  });
}

/** Rows behind a second header that turned out to be of no table: never dropped in silence. */
function tellLost(
  reading: Reading,
  sheet: SheetToRead,
  of: { readonly area: Area; readonly rows: readonly number[] },
): void {
  const [first] = of.rows;
  if (first === undefined) return;
  reading.problems.push({
    code: 'CELLS_NOT_READ',
    severity: 'warned',
    sheet: sheet.name,
    cell: cellAddress(of.area.column, first + 1),
    column: '',
    found: `${of.rows.length} filled row(s) from row ${first + 1} that look like another table without its headers`,
    done: 'they were not read',
    fix: 'leave a blank row before them and give them a header row, or delete them',
    count: of.rows.length,
  });
}

/** Filled rows below an Excel table that ended early are not read, and told (D8). */
function tellStrays(reading: Reading, sheet: SheetToRead, strays: readonly StrayRow[]): void {
  for (const table of sheet.excelTables) {
    const { header, whole } = table;
    if (header === undefined) continue;
    const { row: top, column } = whole;
    const place = { sheet: sheet.name, row: top, column };
    if (decideHeader(header, place, reading.kept).tables.length === 0) continue;
    const isUnder = (column: number): boolean =>
      column >= whole.column && column < whole.column + whole.columns;
    const below = strays.filter(
      ({ row, columns }) => row >= whole.row + whole.rows && columns.some(isUnder),
    );
    if (below.length === 0) continue;
    const first = below.reduce((least, { row }) => Math.min(least, row), below[0]?.row ?? 0);
    reading.problems.push({
      code: 'CELLS_NOT_READ',
      severity: 'warned',
      sheet: sheet.name,
      cell: cellAddress(table.whole.column, first + 1),
      column: '',
      found: `${below.length} filled row(s) below the table ${table.name}, from row ${first + 1}`,
      done: 'they were not read, because they are not part of the table',
      fix: 'drag the corner of the table down over them, or delete them',
      count: below.length,
    });
  }
}
