/** A ledger with other rows of Commission Plans: read by the very reader and checks that read its cells. */
import { at } from '../core/assert';
import type { Steps } from '../core/steps';
import type { Ledger } from './ledger';
import { readPlans } from './plans';
import { inOrder, type Problem, tellFirst } from './problem';
import { ledgerReader } from './tableReader';
import type { PlanRow, SourceField, SourceTable, Tables } from './tables';

/** A table of plans as it stands, or as it would be made. */
export interface PlanTable extends Pick<SourceTable, 'sheet' | 'table' | 'headerRow' | 'fields'> {
  /** Its place among the ledger's sources; behind the last one for a table that is not there yet. */
  readonly place: number;
}

/** The plans as they would stand; `source` of a row is the place of its table. */
export interface PlanDraft {
  readonly tables: readonly PlanTable[];
  readonly rows: readonly PlanRow[];
}

export interface DraftRead {
  /** What a run would make of the workbook with these rows; its problems are those of the plans alone. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** The plans of a ledger as they stand. */
export function plansAsTheyStand({ tables }: Pick<Ledger, 'tables'>): PlanDraft {
  const found = [...tables.sources.entries()].flatMap(([place, source]): PlanTable[] => {
    if (source.kind !== 'Commission Plans') return [];
    const { sheet, table, headerRow, fields } = source;
    return [{ place, sheet, table, headerRow, fields }];
  });
  return { tables: found, rows: tables.planRows };
}

/** No other row of the ledger is looked at: a plan moves none of its money. */
export function* readDraft(
  ledger: Ledger,
  draft: PlanDraft,
  { date1904 }: { readonly date1904: boolean },
): Steps<DraftRead> {
  const tables = yield* tablesWith(ledger.tables, draft, date1904);
  const problems: Problem[] = [];
  const { plans, held } = readPlans(tables, ledger.providers, problems);
  yield;
  const told = [...tables.problems, ...tellFirst(inOrder(problems))];
  const sources = [...ledger.sources];
  for (const { place } of draft.tables) sources[place] = at(tables.sources, place);
  const { source } = tables['Commission Plans'];
  for (const row of held) {
    const { rows, ...of } = at(sources, source[row]!);
    sources[source[row]!] = { ...of, rows: { ...rows, used: rows.used - 1, held: rows.held + 1 } };
  }
  return { ledger: { ...ledger, tables, plans, sources, problems: told }, problems: inOrder(told) };
}

/** The tables with these rows of plans in place of their own, and with the problems of these rows alone. */
function* tablesWith(
  tables: Tables,
  { tables: all, rows }: PlanDraft,
  date1904: boolean,
): Steps<Tables> {
  const reader = ledgerReader({ date1904 });
  for (const { place, sheet, table, headerRow, fields } of all) {
    const plain = new Map([...fields].map(([field, source]) => [field, asItStands(source)]));
    const open = reader.open({ kind: 'Commission Plans', sheet, table, headerRow, fields: plain });
    for (const { source, sheetRow, cells } of rows) {
      if (source !== place) continue;
      const columns = new Map(
        [...fields.keys()].map((field) => [field, { values: [[cells.get(field)]], column: 0 }]),
      );
      // A row that is read as the header of another table ends this one, as it does on the sheet.
      if (open.add({ firstSheetRow: sheetRow, rowCount: 1, columns }) >= 0) break;
    }
    open.close();
    yield;
  }
  const read = reader.finish();
  const { 'Commission Plans': plans, heldPlans, planRows, problems } = read;
  const placeOf = (source: number): number => at(all, source).place;
  const sources = [...tables.sources];
  for (const [place, source] of read.sources.entries()) sources[placeOf(place)] = source;
  return {
    ...tables,
    sources,
    problems,
    heldPlans,
    planRows: planRows.map((row) => ({ ...row, source: placeOf(row.source) })),
    'Commission Plans': { ...plans, source: plans.source.map(placeOf) },
  };
}

/** Cells that a mapping has changed already are read as they are. */
function asItStands({ header, sheetColumn, reversed }: SourceField): SourceField {
  return { header, sheetColumn, reversed };
}
