/** The money of one report made twice, under two values of an option: which figures are not the same. */
import { momentText } from '../core/day';
import {
  isDateType,
  type Report,
  type ReportName,
  rowTypes,
  type SheetTable,
  type Value,
} from './sheet';

/** What the rows of a compared table are; `Total`: its total row alone. */
export type ComparedBy = 'Provider' | 'Month' | 'CPT Code' | 'Category' | 'Line' | 'Total';

/** A sheet whose money tells what an option does: its first table, or all of them. */
export interface ComparedSheet {
  readonly sheet: string;
  /** The column that says whose each row is. With `Line` each row is a figure of its own. */
  readonly by: ComparedBy;
  /** The figures that a sentence tells; the others only where none of these changed. */
  readonly leads: readonly string[];
  readonly isWhole?: true;
}

/** A figure that another value of an option changes. */
export interface Change {
  readonly report: ReportName;
  readonly sheet: string;
  /** Title of its table on the sheet. */
  readonly table: string;
  readonly by: ComparedBy;
  /** The header of its column; the line, in a table of lines. */
  readonly figure: string;
  /** Whose it is: a provider, month or code; undefined for that of all of them. */
  readonly row: string | undefined;
  readonly nowCents: number;
  readonly insteadCents: number;
  readonly isLead: boolean;
}

/** Every compared figure that differs, in the order of the tables, each with that of all rows behind it. */
export function changesOf(
  now: Report,
  instead: Report,
  of: { readonly name: ReportName; readonly compared: readonly ComparedSheet[] },
): Change[] {
  return of.compared.flatMap((compared) => {
    const others = tablesOf(instead, compared);
    return tablesOf(now, compared).flatMap((table) => {
      const other = others.find(({ title }) => title === table.title);
      if (other === undefined) return [];
      return differences(table, other).map((change) => ({
        ...change,
        report: of.name,
        sheet: compared.sheet,
        table: table.title,
        by: compared.by,
        isLead: compared.leads.includes(change.figure),
      }));
    });
  });
}

interface Figures {
  readonly title: string;
  readonly by: ComparedBy;
  /** Cents by figure, and in it by row. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Cents of all rows by figure, also of those that a filter hides. */
  readonly totals: ReadonlyMap<string, number>;
}

function tablesOf({ sheets }: Report, { sheet, by, isWhole }: ComparedSheet): Figures[] {
  const tables = sheets.find(({ name }) => name === sheet)?.tables ?? [];
  return tables.flatMap((table, place) => {
    if (place > 0 && isWhole !== true) return [];
    return by === 'Total' || table.columns.some(({ head }) => head === by)
      ? [figuresOf(table, by)]
      : [];
  });
}

/** The money of a table, column by column; a table of lines has one, and each line is a figure. */
function figuresOf(table: SheetTable, by: ComparedBy): Figures {
  const rows = new Map<string, ReadonlyMap<string, number>>();
  const totals = new Map<string, number>();
  for (const [column, { head, type }] of table.columns.entries()) {
    if (type !== 'cents') continue;
    const sums = sumsOf(table, column, by);
    if (by === 'Line') {
      for (const [line, cents] of sums) rows.set(line, new Map([['', cents]]));
      break;
    }
    rows.set(head, by === 'Total' ? new Map<string, number>() : sums);
    const all = [...sums.values()].reduce((sum, cents) => sum + cents, 0);
    // A total may be a negative zero, which no cell holds.
    totals.set(head, 0 + Number(table.total?.[column] ?? all));
  }
  return { title: table.title, by, rows, totals };
}

/** A column of money by the names of the rows; rows of one name, such as a provider's codes, are added up. */
function sumsOf(table: SheetTable, column: number, by: ComparedBy): Map<string, number> {
  const key = table.columns.findIndex(({ head }) => head === by);
  const isMonth = isDateType(table.columns[key]?.type);
  const sums = new Map<string, number>();
  for (const [place, row] of table.rows.entries()) {
    const isMoney = table.countRows === undefined || rowTypes(table, place)[column] === 'cents';
    if (!isMoney) continue;
    const name = nameOf(row[key] ?? null, isMonth);
    sums.set(name, (sums.get(name) ?? 0) + Number(row[column] ?? 0));
  }
  return sums;
}

function nameOf(value: Value, isMonth: boolean): string {
  return isMonth ? momentText(Number(value)).slice(0, 'YYYY-MM'.length) : String(value);
}

type Difference = Pick<Change, 'figure' | 'row' | 'nowCents' | 'insteadCents'>;

/** Of the columns that both have: with write-off-date=claim Writeoff is two others, and in Tot Prod. */
function differences(now: Figures, instead: Figures): Difference[] {
  const isOfLines = now.by === 'Line';
  const figures = isOfLines ? union(now.rows, instead.rows) : [...now.rows.keys()];
  return figures.flatMap((figure): Difference[] => {
    const [before, after] = [now.rows.get(figure), instead.rows.get(figure)];
    if (!isOfLines && after === undefined) return [];
    const rows = union(before, after).map((row) => ({
      figure,
      row: isOfLines ? undefined : row,
      nowCents: before?.get(row) ?? 0,
      insteadCents: after?.get(row) ?? 0,
    }));
    const [nowCents, insteadCents] = [now.totals.get(figure), instead.totals.get(figure)];
    const changed = rows.filter((one) => one.nowCents !== one.insteadCents);
    if (isOfLines || nowCents === undefined || insteadCents === undefined) return changed;
    const isSame = changed.length === 0 && nowCents === insteadCents;
    return isSame ? [] : [...changed, { figure, row: undefined, nowCents, insteadCents }];
  });
}

/** The names of both, those that are only in the second one last. */
function union(
  one: ReadonlyMap<string, unknown> | undefined,
  other: ReadonlyMap<string, unknown> | undefined,
): string[] {
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])];
}
