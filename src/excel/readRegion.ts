/** Reads the rows below one header into their tables: only the columns that these need. */
import type { ReadKind } from '../ledger/kinds';
import { columnsOfConditions } from '../ledger/mapping/fieldReading';
import type { ResolvedView } from '../ledger/mapping/resolveMapping';
import type { Block } from '../ledger/tableReader';
import { rateColumns } from './percentCells';
import { type BlockCells, readBlocks } from './readBlocks';
import type { Reading, SheetToRead } from './reading';

/** Tables on a sheet that share their rows; rows are 0-based and `endRow` is the one behind the last. */
export interface Region {
  /** Mostly one; a mapping may make several tables of one export. */
  readonly tables: readonly ResolvedView[];
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  /** From 1. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly endRow: number;
}

/**
 * Reads a region into the ledger. Returns the row (0-based) at which another table begins, or the
 * region's end.
 */
export async function readRegion(
  reading: Reading,
  sheet: SheetToRead,
  region: Region,
  isMasked: (row: number, column: number) => boolean = () => false,
): Promise<number> {
  let { endRow } = region;
  for (const tables of rounds(region.tables)) {
    endRow = await readRound(reading, sheet, { ...region, tables, endRow }, isMasked);
  }
  return endRow;
}

/** Tables that can be read at the same time: of each kind one, because rows of a kind stay together. */
function rounds(tables: readonly ResolvedView[]): ResolvedView[][] {
  const found: Map<ReadKind, ResolvedView>[] = [];
  for (const table of tables) {
    const free = found.find((round) => !round.has(table.kind));
    if (free === undefined) found.push(new Map([[table.kind, table]]));
    else free.set(table.kind, table);
  }
  return found.map((round) => [...round.values()]);
}

async function readRound(
  reading: Reading,
  sheet: SheetToRead,
  region: Region,
  isMasked: (row: number, column: number) => boolean,
): Promise<number> {
  const { tables, table, headerRow, firstRow, endRow } = region;
  const intakes = tables.map((one) => ({
    fields: one.fields,
    intake: reading.reader.open({ ...one, sheet: sheet.name, table, headerRow }),
  }));
  const columns = tables.flatMap(columnsOf);
  const rates = tables.flatMap(rateColumns);
  const span = { firstRow, endRow, columns, rates, isMasked };
  const next = await readBlocks(reading, sheet, span, (cells) => {
    // All tables tell rows apart by the columns of the first one, so that all end at the same row.
    const ends = intakes.map(({ intake, fields }) => intake.add(blockOf(fields, cells)));
    return Math.max(...ends);
  });
  for (const { intake } of intakes) intake.close();
  return next;
}

function blockOf(fields: ResolvedView['fields'], { row, rows, cellsOf }: BlockCells): Block {
  const columns = new Map(
    [...fields].map(([field, { sheetColumn }]) => [field, cellsOf(sheetColumn)] as const),
  );
  return {
    firstSheetRow: row + 1,
    rowCount: rows,
    columns,
    cellsOf: ({ sheetColumn }) => cellsOf(sheetColumn),
  };
}

/** Every column of the sheet that a table reads or looks at. */
function columnsOf({ fields, view }: ResolvedView): number[] {
  const all = [...fields.values(), ...(view?.lead.fields.values() ?? [])];
  const conditions = [
    ...(view?.when ?? []),
    ...(view?.others ?? []).flat(),
    ...(view?.leftOut ?? []).flat(),
  ];
  return [
    ...all.map(({ sheetColumn }) => sheetColumn),
    ...all.flatMap(({ how }) => how?.others?.map(({ sheetColumn }) => sheetColumn) ?? []),
    ...columnsOfConditions(conditions).map(({ sheetColumn }) => sheetColumn),
  ];
}
