/** The sheet Issues: every problem of the run with its cell, and the row equation of every table. */
import { byCodeUnit } from '../core/order';
import { type Period, periodText } from '../core/period';
import { byGravity, type Problem, titleOfCode } from '../ledger/problem';
import type { SourceTable } from '../ledger/tables';
import { cents, count, prose, type RunSheet, type SheetTable, text, type Value } from './sheet';

/** The run as far as the sheet tells of it. */
export interface IssuesOf {
  readonly period: Period;
  readonly problems: readonly Problem[];
  readonly sources: readonly SourceTable[];
}

/** What each severity means, in the words of the pane. */
const meanings: Readonly<Record<Problem['severity'], string>> = {
  stopped: 'stopped: nothing is written until it is corrected',
  held: 'held: the row is in no total until it is corrected',
  warned: 'warned: the row is used as told',
  noted: 'noted: nothing needs to be done',
};

/** Problems one by one, how many of each kind, and what became of every row read (INV-32). */
export function issuesSheet(practice: string, of: IssuesOf): RunSheet {
  const { period, problems, sources } = of;
  return {
    name: 'Issues',
    report: 'run',
    info: [
      [
        'Question',
        'What should be looked at in the ledger, and was every row of it accounted for?',
      ],
      ['Practice', practice],
      ['Period', periodText(period)],
      ['Severity', Object.values(meanings).join('; ')],
      ...(problems.length === 0 ? [['Result', 'No problem was found'] as const] : []),
    ],
    tables: [problemTable(problems), codeTable(problems), rowTable(sources)],
  };
}

function problemTable(problems: readonly Problem[]): SheetTable {
  return {
    title: 'Issues',
    columns: [
      text('Severity'),
      text('Code'),
      text('Sheet'),
      text('Cell'),
      text('Column'),
      cents('Amount'),
      prose('Found'),
      prose('Done'),
      prose('What to do'),
    ],
    rows: problems.map((problem) => [
      problem.severity,
      problem.code,
      problem.sheet === '' ? 'Workbook' : problem.sheet,
      problem.cell,
      problem.column,
      problem.cents ?? null,
      problem.found,
      problem.done,
      problem.fix,
    ]),
  };
}

/** How many cells or rows each code stands for, the gravest first. */
function codeTable(problems: readonly Problem[]): SheetTable {
  const counts = new Map<string, { of: Problem; cells: number }>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const known = counts.get(key) ?? { of: problem, cells: 0 };
    counts.set(key, { of: known.of, cells: known.cells + problem.count });
  }
  const rows = [...counts.values()]
    .sort((a, b) => byGravity(a.of, b.of) || byCodeUnit(a.of.code, b.of.code))
    .map(({ of, cells }): Value[] => [of.severity, of.code, titleOfCode(of.code), cells]);
  return {
    title: 'Issues by kind',
    columns: [text('Severity'), text('Code'), text('Kind'), count('Cells or Rows')],
    rows,
  };
}

/** read = used + skipped + held, in rows and in money, for every table found. */
function rowTable(sources: readonly SourceTable[]): SheetTable {
  return {
    title: 'Rows and money of every table: read = used + skipped + held',
    columns: [
      text('Table'),
      text('Sheet'),
      text('Rows That Were'),
      count('Rows'),
      // Beside it stands the column of the first table's cells.
      text('Name of Table'),
      cents('Amount'),
    ],
    rows: sources.flatMap(({ kind, sheet, table, rows }): Value[][] => [
      [kind, sheet, 'Read', rows.read, table, rows.readCents],
      [kind, sheet, 'Used', rows.used, table, rows.usedCents],
      [kind, sheet, 'Skipped', rows.skipped, table, rows.skippedCents],
      [kind, sheet, 'Held', rows.held, table, rows.heldCents],
    ]),
    groups: sources.map((_, place) => place * ROWS_EACH),
  };
}

/** Lines of a table in the row equation. */
const ROWS_EACH = 4;
