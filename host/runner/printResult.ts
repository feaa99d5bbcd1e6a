/** Prints the result of a run for a person at a terminal. */
import type { RunResult } from '../../src/app/runReports';
import { moneyText } from '../../src/core/cents';
import { periodFromText, periodToText } from '../../src/core/period';
import { type Problem, problemText } from '../../src/ledger/problem';
import { effectSentence } from '../../src/reports/effectWords';
import type { OptionEffect } from '../../src/reports/optionEffects';
import { valueJson } from '../../src/reports/resultJson';
import {
  type ColumnType,
  rowTypes,
  type Sheet,
  type SheetTable,
  type Value,
} from '../../src/reports/sheet';

/** Tables longer than this are named with their rows instead of printed. */
const PRINTED_ROWS = 40;
/** Problems beyond this many of a severity are counted. */
const PRINTED_PROBLEMS = 12;

/** The lines to print: summaries, tie-outs, rows, options and problems. */
export function resultLines(result: RunResult): string[] {
  const { period, sheets, checks, sources, problems, effects } = result;
  const lines = [`Period ${periodFromText(period)} to ${periodToText(period)}`];
  for (const sheet of sheets) lines.push(...sheetLines(sheet));
  lines.push('', 'Tie-outs');
  for (const { id, label, differenceCents } of checks) {
    const state = differenceCents === 0 ? 'ok ' : 'OFF';
    lines.push(`  ${state} ${moneyText(differenceCents).padStart(12)}  ${label} (${id})`);
  }
  lines.push('', 'Rows');
  for (const { kind, sheet, rows } of sources) {
    const equation = `read ${rows.read} = used ${rows.used} + skipped ${rows.skipped} + held ${rows.held}`;
    lines.push(`  ${kind} ('${sheet}'): ${equation}; amount ${moneyText(rows.readCents)}`);
  }
  return [...lines, ...optionLines(effects), ...problemLines(problems)];
}

/** What another value of each option would move; those that move nothing are counted. */
function optionLines(effects: readonly OptionEffect[]): string[] {
  if (effects.length === 0) return [];
  const told = effects.filter(({ lack, changes }) => lack !== '' || changes.length > 0);
  const idle = effects.length - told.length;
  const rest = idle === 0 ? [] : [`  ${idle} other value(s) of the options move no money`];
  // Where none is compared, all have one reason.
  const sentences = new Set(told.map((effect) => `  ${effectSentence(effect)}`));
  return ['', 'Options', ...sentences, ...rest];
}

/** Problems by severity, the gravest first. */
export function problemLines(problems: readonly Problem[]): string[] {
  const lines: string[] = [];
  for (const severity of ['stopped', 'held', 'warned', 'noted'] as const) {
    const told = problems.filter((problem) => problem.severity === severity);
    if (told.length === 0) continue;
    lines.push('', `Problems: ${severity} (${told.length})`);
    lines.push(...told.slice(0, PRINTED_PROBLEMS).map((problem) => `  ${problemText(problem)}`));
    if (told.length > PRINTED_PROBLEMS)
      lines.push(`  … and ${told.length - PRINTED_PROBLEMS} more`);
  }
  return lines;
}

function sheetLines({ name, tables }: Sheet): string[] {
  const isText = name === 'Glossary' || name === 'Report Info';
  return tables.flatMap((table) => {
    if (isText || table.rows.length > PRINTED_ROWS) {
      return ['', `${table.title}: ${table.rows.length} rows`];
    }
    return ['', table.title, ...tableLines(table)];
  });
}

function tableLines(table: SheetTable): string[] {
  const { columns, rows, total } = table;
  const types = columns.map(({ type }) => type);
  const cells = (row: readonly Value[], of: readonly ColumnType[]): string[] =>
    row.map((value, column) => shown(value, of[column]));
  const texts = rows.map((row, place) => cells(row, rowTypes(table, place)));
  if (total !== undefined) texts.push(cells(total, types));
  const heads = columns.map(({ head }) => head);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...texts.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return types[column] === 'text' ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [heads, ...texts].map((cells) => `  ${line(cells)}`);
}

function shown(value: Value, type: ColumnType | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (type === 'cents') return moneyText(value);
  if (type === 'share') return `${(value * 100).toFixed(2)} %`;
  return String(valueJson(value, type));
}
