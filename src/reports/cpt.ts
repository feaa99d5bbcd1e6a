/** CPT Billed Services and CPT Collections (Gross), each also by provider: two reports, never blended (Z-1). */
import { at } from '../core/assert';
import { cashCents } from '../engine/cash';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { cptCollections } from '../engine/cptCollections';
import { type EarnedIncome, earnedIncome } from '../engine/earnedIncome';
import { inOrder, type Problem, tellFirst } from '../ledger/problem';
import { type BilledFigures, billedFigures, isPerformed } from './cptBilled';
import { type CollectedFigures, collectedFigures } from './cptCollected';
import {
  depositsTable,
  discountTables,
  earnedTable,
  guidanceTable,
  type LeftOut,
  leftOutServices,
  leftOutTable,
  refundsTable,
  unappliedTable,
  unplacedTables,
  wordsTable,
} from './cptMemos';
import { type CptScope, cptScope } from './cptScope';
import type { CodeFigures, CodeRow, CodeSums } from './cptSums';
import { infoBlock } from './infoBlock';
import { isProviderShown, type ReportRequest } from './request';
import { cents, text, type Check, type Report, type Sheet, type SheetTable } from './sheet';
import type { SheetColumn, Value } from './sheet';

/** The questions in the words of the practice's own definition of the two reports. */
const billedQuestion = 'What services did we provide, and what was their billed and earned value?';
const collectedQuestion =
  'What money did we actually receive, and which services did it come from?';

const billedBasis = 'The date the service was performed, not when payment was received';
const collectedBasis = 'The date payment was received, not the service date';

/** Why the two do not add up to each other (Z-11). */
const billedNote =
  'This report does not reflect when money was paid: services may appear before payment is received. Its totals do not match CPT Collections (Gross) for the same range. This is expected and correct.';
const collectedNote =
  'Payments may relate to services performed in prior months, so the totals do not match CPT Billed Services or production for the same range. This is expected and correct.';
const usedNote =
  'Service units that money was applied to, each counted once in the range: the months do not add up to the quarter.';

/** The sheets whose tables are there: with Charges alone only what was billed. */
export function* cptReport(allocated: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const { ledger } = allocated;
  const scope = cptScope(allocated, request);
  const earned = yield* earnedIncome(allocated, request.options);
  yield;
  const billed = yield* billedFigures(allocated, earned, scope);
  yield;
  const billedSheets = sheetsOfBilled(allocated, request, { earned, billed, scope });
  const problems = problemsOf(allocated, earned, scope);
  const checks = billedChecks(earned, billed);
  const hasMoney = ledger.sources.some(({ kind }) => kind === 'Payments' || kind === 'Claim Lines');
  if (!hasMoney) return { sheets: billedSheets, checks, problems };
  yield;
  const takesOut = request.options['cpt-refunds'] === 'exclude-refunded';
  const pieces = yield* cptCollections(allocated, earned, takesOut);
  yield;
  const collected = yield* collectedFigures(allocated, pieces, scope);
  const [billedSheet, ...billedByProvider] = billedSheets;
  const [collectedSheet, ...collectedByProvider] = sheetsOfCollected(allocated, request, collected);
  const sheets = [billedSheet, collectedSheet, ...billedByProvider, ...collectedByProvider];
  return {
    sheets: sheets.filter((sheet) => sheet !== undefined),
    checks: [...checks, ...collectedChecks(allocated, request, collected)],
    problems,
  };
}

function sheetsOfBilled(
  allocated: AllocatedLedger,
  request: ReportRequest,
  of: {
    readonly earned: EarnedIncome;
    readonly billed: BilledFigures;
    readonly scope: CptScope;
  },
): Sheet[] {
  const { earned, billed, scope } = of;
  const leftOut = leftOutServices(allocated, scope);
  const info: [string, string][] = [
    ...infoBlock('cpt', request, { question: billedQuestion, basis: billedBasis }),
    ['Note', billedNote],
    ['Left out', leftOutText(leftOut)],
  ];
  const money = [cents('Total Value'), cents('Total Income')];
  const figures = ({ used, first, second }: CodeFigures): Value[] => [used / 100, first, second];
  const [byCode, byProvider] = tablesOf(allocated, request, {
    titles: ['CPT Billed Services', 'CPT Billed by Provider'],
    sums: billed,
    money,
    figures,
  });
  return [
    {
      name: 'CPT Billed Services',
      report: 'cpt',
      info,
      tables: [
        byCode,
        earnedTable(earned, billed),
        leftOutTable(leftOut),
        ...discountTables(allocated, earned, { billed, scope }),
        ...unplacedTables(earned, scope),
        guidanceTable,
        wordsTable,
      ],
    },
    { name: 'CPT Billed by Provider', report: 'cpt', info, tables: [byProvider] },
  ];
}

function leftOutText(leftOut: readonly LeftOut[]): string {
  const some = leftOut.filter(
    ({ line, rows }) => rows > 0 || line === 'Unbilled' || line === 'Voided',
  );
  return `${some.map(({ line, rows }) => `${rows} ${line.toLowerCase()}`).join(', ')} services of the period`;
}

function sheetsOfCollected(
  allocated: AllocatedLedger,
  request: ReportRequest,
  collected: CollectedFigures,
): Sheet[] {
  const info: [string, string][] = [
    ...infoBlock('cpt', request, { question: collectedQuestion, basis: collectedBasis }),
    ['Note', collectedNote],
    ['Used', usedNote],
  ];
  const [byCode, byProvider] = tablesOf(allocated, request, {
    titles: ['CPT Collections (Gross)', 'CPT Collections by Provider'],
    sums: collected,
    money: [cents('Collected Amount')],
    figures: ({ used, first }) => [used / 100, first],
  });
  return [
    {
      name: 'CPT Collections (Gross)',
      report: 'cpt',
      info,
      tables: [
        byCode,
        depositsTable(collected),
        refundsTable(collected),
        unappliedTable(collected),
        guidanceTable,
        wordsTable,
      ],
    },
    { name: 'CPT Collections by Provider', report: 'cpt', info, tables: [byProvider] },
  ];
}

/** The table by code, and the one by provider; a filter hides rows of the latter. */
function tablesOf(
  { ledger }: AllocatedLedger,
  request: ReportRequest,
  of: {
    readonly titles: readonly [byCode: string, byProvider: string];
    readonly sums: CodeSums;
    readonly money: readonly SheetColumn[];
    readonly figures: (row: CodeFigures) => Value[];
  },
): readonly [SheetTable, SheetTable] {
  const { titles, sums, money, figures } = of;
  const columns = [text('CPT Code'), { head: 'Used', type: 'units' as const }, ...money];
  const cells = (row: CodeRow): Value[] => [row.code, ...figures(row)];
  const nameOf = (provider: number): string => at(ledger.providers.names, provider);
  const shown = sums.byProvider.filter((row) => isProviderShown(request, nameOf(row.provider)));
  const total = figures(sums.total);
  const groups = shown.flatMap(({ provider }, row) =>
    shown[row - 1]?.provider === provider ? [] : [row],
  );
  return [
    { title: titles[0], columns, rows: sums.byCode.map(cells), total: ['Total', ...total] },
    {
      title: titles[1],
      columns: [text('Provider'), ...columns],
      rows: shown.map((row) => [nameOf(row.provider), ...cells(row)]),
      total: ['Total', null, ...total],
      groups,
    },
  ];
}

/** Problems of the charges that the billed sheets show. */
function problemsOf(
  { ledger }: AllocatedLedger,
  { findings }: EarnedIncome,
  scope: CptScope,
): Problem[] {
  const inside = findings.filter(({ charge }) => isPerformed(ledger, scope, charge));
  return tellFirst(inOrder(inside.map(({ problem }) => problem)));
}

function billedChecks(earned: EarnedIncome, billed: BilledFigures): Check[] {
  const { total, byProvider, charges, rests } = billed;
  const sumOf = (part: 'first' | 'second'): number =>
    byProvider.reduce((all, row) => all + row[part], 0);
  let expected = 0;
  for (const charge of charges) {
    const off = earned.contractual[charge]! + earned.claimLevel[charge]!;
    expected += earned.billed[charge]! - off - earned.writeOffAdjustments[charge]!;
    expected += earned.overadjusted[charge]!;
    // What is not deducted is in no other column.
    if (earned.deductsDiscounts) expected -= earned.discounts[charge]!;
  }
  for (const { cents: rest } of rests) expected -= rest;
  return [
    {
      id: 'cpt.billed-providers',
      label: 'Total Value of CPT Billed Services = that of its providers',
      differenceCents: total.first - sumOf('first'),
    },
    {
      id: 'cpt.income-providers',
      label: 'Total Income of CPT Billed Services = that of its providers',
      differenceCents: total.second - sumOf('second'),
    },
    {
      id: 'cpt.income',
      label: 'Total Income = Total Value less every kind of reduction',
      differenceCents: total.second - expected,
    },
  ];
}

/** With locations, money that names several of them has no figure of its own to compare with. */
function collectedChecks(
  { ledger }: AllocatedLedger,
  { period, locations }: ReportRequest,
  collected: CollectedFigures,
): Check[] {
  const ofProviders = collected.byProvider.reduce((all, row) => all + row.first, 0);
  const cash = Object.values(collected.piles).reduce((all, pile) => all + pile.cash, 0);
  const pieces = collected.piles.collected;
  const ofPieces = pieces.cash + pieces.moved + pieces.onLines;
  return [
    {
      id: 'cpt.collected-providers',
      label: 'Collected Amount of CPT Collections (Gross) = that of its providers',
      differenceCents: collected.total.first - ofProviders,
    },
    {
      id: 'cpt.collected',
      label: 'Collected Amount = the money that was set on codes',
      differenceCents: collected.total.first - ofPieces,
    },
    ...(locations === undefined
      ? [
          {
            id: 'cpt.deposits',
            label: 'Collected, unapplied, taken out and given back = cash of the period',
            differenceCents: cash - cashCents(ledger, period),
          },
        ]
      : []),
  ];
}
