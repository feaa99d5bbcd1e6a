/** Reads sheets of real exports as the add-in does, and shows the rows of the ledger that they become. */
import { ExcelHost, type HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { ReadKind } from '../../src/ledger/kinds';
import { mappingsText } from '../../src/ledger/mapping/mappingText';
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import type { Problem } from '../../src/ledger/problem';
import { recordsOf } from '../ledger/readMapped';
import { type Grid, workbookOf } from '../support/hostRun';

export interface ImportRead {
  /** The used rows of a kind, as `Header: text` for each filled cell that is asked for. */
  rows(kind: ReadKind, columns: string): string[];
  /** `read = used + skipped + held` of every table, with its kind and sheet. */
  readonly equations: string[];
  /** `CODE cell` of every problem, the noted ones too. */
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
}

/** A grid as a person writes it: cells set apart by bars, the header first; dates and numbers as they are. */
export function grid(text: string): Grid {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => line.split('|').map((cell) => cellOf(cell.trim())));
}

/** `2024-03-05` is a date cell, `12.50` a number, `'5001` text. */
function cellOf(text: string): string | number | null {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day !== null) return serialOf(Number(day[1]), Number(day[2]), Number(day[3]));
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function serialOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25569;
}

/** Reads a workbook of these sheets; `kept` are the mappings that it keeps. */
export async function readImport(
  sheets: Readonly<Record<string, Grid>>,
  kept: readonly TableMapping[] = [],
): Promise<ImportRead> {
  return readImportOf(workbookOf(sheets), kept);
}

export async function readImportOf(
  workbook: HostWorkbook,
  kept: readonly TableMapping[] = [],
): Promise<ImportRead> {
  if (kept.length > 0) workbook.settings.set('practiceLedger.mappings', mappingsText(kept));
  await startOffice(new ExcelHost(workbook, { name: 'export.xlsx' }));
  const { inExcel } = await import('../../src/excel/session');
  const { readWorkbook } = await import('../../src/app/readWorkbook');
  const nothing = (): void => undefined;
  const { ledger } = await inExcel((context) => readWorkbook(context, nothing, nothing));
  const { tables, sources, problems } = ledger;
  return {
    rows: (kind, columns) => {
      const headers = columns.split(',').map((header) => header.trim());
      return recordsOf(tables, kind).map((record) =>
        headers.map((header) => record[header] ?? '').join(' | '),
      );
    },
    equations: sources.map(({ kind, sheet, rows: { read, used, skipped, held } }) => {
      expect(read).toBe(used + skipped + held);
      return `${kind} '${sheet}' ${read} = ${used} + ${skipped} + ${held}`;
    }),
    told: problems.map(({ code, cell }) => `${code} ${cell}`),
    problems,
  };
}
