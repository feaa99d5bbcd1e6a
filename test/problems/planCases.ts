/** Cases of the gallery: a table of commission plans beside the clean ledger; no invoice is concerned. */
import type { ProblemCode } from '../../src/ledger/problem';
import { cleanCollected, ledgerWith, type ProblemCase } from './problemCase';

const heads = [
  'Provider',
  'Basis',
  'Rate',
  'Tier From',
  'Effective From',
  'Effective To',
  'Retention',
  'Applies To',
] as const;
type Head = (typeof heads)[number];
type PlanRow = Partial<Record<Head, string | number>>;

const basis = 'collected-invoicing';

interface PlanCase {
  readonly code: ProblemCode;
  readonly what: string;
  /** The last row is the one at fault. */
  readonly rows: readonly PlanRow[];
  readonly column: Head;
  readonly found: string;
  readonly isWarned?: true;
}

function planCase({ code, what, rows, column, found, isWarned }: PlanCase): ProblemCase {
  const grid = rows.map((row) =>
    heads.map((head) => row[head] ?? (head === 'Basis' ? basis : head === 'Rate' ? 30 : null)),
  );
  const read = rows.length;
  return {
    code,
    what,
    workbook: () => ledgerWith({ Plans: [heads, ...grid] }),
    problem: {
      severity: isWarned === true ? 'warned' : 'held',
      sheet: 'Plans',
      cell: `${'ABCDEFGH'.charAt(heads.indexOf(column))}${read + 1}`,
      column,
      found,
    },
    collected: cleanCollected,
    rows: {
      'Commission Plans':
        isWarned === true ? `${read} = ${read} + 0 + 0` : `${read} = ${read - 1} + 0 + 1`,
    },
  };
}

export const planCases: readonly ProblemCase[] = [
  planCase({
    code: 'RATE_AMBIGUOUS',
    what: 'a rate of 0.30 in a cell without a per cent sign',
    rows: [{ Provider: 'Adams', Rate: 0.3 }],
    column: 'Rate',
    found: '0.3',
  }),
  planCase({
    code: 'RATE_NOT_UNDERSTOOD',
    what: 'a rate of more than 100 %',
    rows: [{ Provider: 'Adams', Rate: 3000 }],
    column: 'Rate',
    found: '3000',
  }),
  planCase({
    code: 'PLAN_REFUSED',
    what: 'a plan with a retention, which is not computed',
    rows: [{ Provider: 'Adams', Retention: '10 %' }],
    column: 'Retention',
    found: 'a term that is not computed',
  }),
  planCase({
    code: 'PLAN_OVERLAP',
    what: 'two rates for the same work at the same time',
    rows: [
      { Provider: 'Adams', 'Effective To': 45382 },
      { Provider: 'Adams', Rate: 35, 'Effective From': 45382 },
    ],
    column: 'Rate',
    found: 'row 2 is in force as well, from 2024-03-31',
  }),
  planCase({
    code: 'PLAN_GAP',
    what: 'two weeks without a plan between two rows',
    rows: [
      { Provider: 'Adams', 'Effective To': 45366 },
      { Provider: 'Adams', Rate: 35, 'Effective From': 45383 },
    ],
    column: 'Effective From',
    found: 'no plan is in force from 2024-03-16 to 2024-03-31',
    isWarned: true,
  }),
  planCase({
    code: 'PLAN_TWO_BASES',
    what: 'one provider on two bases at the same time',
    rows: [{ Provider: 'Adams' }, { Provider: 'Adams', Basis: 'gross-production', Rate: 10 }],
    column: 'Basis',
    found: 'gross-production beside collected-invoicing in row 2',
    isWarned: true,
  }),
  planCase({
    code: 'PLAN_PROVIDER_UNKNOWN',
    what: 'a plan for a name that nobody has',
    rows: [{ Provider: 'Adamson' }],
    column: 'Provider',
    found: 'a provider whom no row of the ledger',
    isWarned: true,
  }),
  planCase({
    code: 'PLAN_NOT_COMPUTED',
    what: 'a basis whose column is not in the ledger',
    rows: [{ Provider: 'Adams', Basis: 'net-income' }],
    column: 'Basis',
    found: "net-income needs the column 'Entered Date' in Payments on 'Payments'",
    isWarned: true,
  }),
  planCase({
    code: 'PLAN_WORD_UNKNOWN',
    what: 'a rate for a code that nobody was charged',
    rows: [{ Provider: 'Adams' }, { Provider: 'Adams', Rate: 40, 'Applies To': 'D2740' }],
    column: 'Applies To',
    found: '"D2740", which is no code, invoice tag or category of any charge',
    isWarned: true,
  }),
];
