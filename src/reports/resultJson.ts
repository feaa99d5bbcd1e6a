/** The result of a run for machines: the JSON of the public contract. */
import { centsText } from '../core/cents';
import { momentText } from '../core/day';
import { type Period, periodFromText, periodToText } from '../core/period';
import { type Problem, problemText } from '../ledger/problem';
import type { SourceTable } from '../ledger/tables';
import { effectJson } from './effectsJson';
import type { OptionEffect } from './optionEffects';
import {
  type Check,
  type ColumnType,
  isDateType,
  rowTypes,
  type Sheet,
  type SheetTable,
  type Value,
} from './sheet';

interface Result {
  readonly period: Period;
  readonly sheets: readonly Sheet[];
  readonly checks: readonly Check[];
  readonly sources: readonly SourceTable[];
  readonly problems: readonly Problem[];
  /** Undefined where the values of the options were not compared. */
  readonly effects?: readonly OptionEffect[];
}

/**
 * Money as text with two decimals, counts and ratios as numbers, dates as `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:mm`, nothing as null.
 */
export function resultJson(result: Result): object {
  const { period, sheets, checks, sources, problems, effects } = result;
  return {
    period: { from: periodFromText(period), to: periodToText(period) },
    sheets: sheets.map(({ name, report, info, tables }) => ({
      name,
      report,
      info,
      tables: tables.map(tableJson),
    })),
    checks: checks.map(({ id, label, differenceCents }) => ({
      id,
      label,
      difference: centsText(differenceCents),
      ok: differenceCents === 0,
    })),
    rows: sources.map(rowsJson),
    problems: problems.map(problemJson),
    effects: (effects ?? []).map(effectJson),
  };
}

function tableJson(table: SheetTable): object {
  const { title, columns, rows, total, countRows } = table;
  const types = columns.map(({ type }) => type);
  return {
    title,
    columns: columns.map(({ head }) => head),
    rows: rows.map((row, place) =>
      rowJson(row, countRows === undefined ? types : rowTypes(table, place)),
    ),
    ...(total === undefined ? {} : { total: rowJson(total, types) }),
  };
}

function rowJson(row: readonly Value[], types: readonly ColumnType[]): Value[] {
  return row.map((value, column) => valueJson(value, types[column]));
}

/** One value of a sheet as JSON has it. */
export function valueJson(value: Value, type: ColumnType | undefined): Value {
  if (typeof value !== 'number') return value;
  if (type === 'cents') return centsText(value);
  if (type === 'month') return momentText(value).slice(0, 'YYYY-MM'.length);
  return isDateType(type) ? momentText(value) : value;
}

function rowsJson({ kind, sheet, table, rows }: SourceTable): object {
  return {
    kind,
    sheet,
    table,
    read: rows.read,
    used: rows.used,
    skipped: rows.skipped,
    held: rows.held,
    unreadable: rows.unreadable,
    amountRead: centsText(rows.readCents),
    amountUsed: centsText(rows.usedCents),
    amountSkipped: centsText(rows.skippedCents),
    amountHeld: centsText(rows.heldCents),
  };
}

function problemJson(problem: Problem): object {
  const { code, severity, sheet, cell, column, found, done, fix, count, cents } = problem;
  const message = problemText(problem);
  const amount = cents === undefined ? null : centsText(cents);
  return { code, severity, sheet, cell, column, message, found, done, fix, count, amount };
}
