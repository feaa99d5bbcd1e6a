/** Commission: what each provider is paid for the period, line by line, and a statement for each (C1 to C23). */
import { at } from '../../core/assert';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { unknownWords } from '../../engine/commission/rules';
import { inOrder, type Problem, tellFirst } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import { isProviderShown, type ReportRequest } from '../request';
import type { Report, Sheet, SheetTable } from '../sheet';
import { commissionChecks } from './checks';
import { changesTable, closedInfo, historyTable } from './closedWords';
import { detailTable, shownLines } from './detail';
import { type CommissionFigures, commissionFigures } from './figures';
import { commissionInfo } from './info';
import { statementNames, statementSheet } from './statement';
import { notCounted, notCountedTable, refusedTable, summaryTable } from './summary';
import { basisWords } from './words';

/** Why a year is not computed anew (INV-24). */
const roundingNote =
  'A commission is rounded once for each provider, basis and calendar month; a longer period is the sum of its months';

export function* commissionReport(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<Report> {
  const of = yield* commissionFigures(allocated, request);
  yield;
  const lines = shownLines(of);
  yield;
  const missing = notCounted(of);
  const info: [string, string][] = [
    ...commissionInfo(of, {
      question: 'What is payable to whom, on what, and why?',
      basis: of.commission.bases.map(({ basis }) => basisWords[basis]).join('; '),
    }),
    [
      'Payable',
      'Commission + Adjustments (what a guarantee adds) + Carry-forward (draws and deficits, changes to closed periods)',
    ],
    ['Rounding', roundingText(of)],
    ...closedInfo(of),
  ];
  const sheet = (name: string, tables: SheetTable[]): Sheet => ({
    name,
    report: 'commission',
    info,
    tables,
  });
  const summary = sheet('Commission Summary', [
    summaryTable(of),
    ...changesTable(of),
    ...notCountedTable(of, missing),
    ...refusedTable(of),
    ...historyTable(of),
  ]);
  yield;
  const detail = sheet('Commission Detail', [detailTable(of, lines)]);
  yield;
  const statements = statementsOf(of, lines, missing);
  yield;
  return {
    sheets: [summary, detail, ...statements],
    checks: yield* commissionChecks(of, lines, statements),
    problems: planProblems(of),
  };
}

function roundingText({ request: { options } }: CommissionFigures): string {
  return options['round-commission-at'] === 'line'
    ? 'Each line is rounded by itself'
    : roundingNote;
}

function statementsOf(
  of: CommissionFigures,
  lines: ReturnType<typeof shownLines>,
  missing: ReturnType<typeof notCounted>,
): Sheet[] {
  const { names } = of.allocated.ledger.providers;
  const all = [...new Set(of.figures.map(({ provider }) => provider))];
  // Named before the filter: a statement is called the same whoever else is shown.
  const called = statementNames(all.map((provider) => at(names, provider)));
  return all.flatMap((provider, place) => {
    if (!isProviderShown(of.request, at(names, provider))) return [];
    return [
      statementSheet(of, provider, {
        name: at(called, place),
        lines: lines.filter((line) => line.provider === provider),
        missing: missing.filter((one) => one.provider === provider),
      }),
    ];
  });
}

/** Plans that cannot be computed, and words of Applies To that no charge has. */
export function planProblems({ allocated, commission }: CommissionFigures): Problem[] {
  const { ledger } = allocated;
  const refused = commission.refusals.map(({ rule, why }): Problem => ({
    code: 'PLAN_NOT_COMPUTED',
    severity: 'warned',
    ...rowPlace(ledger.tables, 'Commission Plans', { row: rule.row, field: 'basis' }),
    found: why,
    done: 'no commission was computed for this provider',
    fix: 'add what is missing, ask for all locations, or choose another basis',
    count: 1,
  }));
  const words = unknownWords(ledger).map(({ rule, word }): Problem => ({
    code: 'PLAN_WORD_UNKNOWN',
    severity: 'warned',
    ...rowPlace(ledger.tables, 'Commission Plans', { row: rule.row, field: 'appliesTo' }),
    found: `"${word}", which is no code, invoice tag or category of any charge`,
    done: 'nothing is paid at this rate',
    fix: 'write the code, tag or category as Charges has it',
    count: 1,
  }));
  return tellFirst(inOrder([...refused, ...words]));
}
