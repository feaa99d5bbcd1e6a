/** Cases of the gallery: an audit trail beside the clean ledger; its money is in no invoice. */
import type { Problem, ProblemCode } from '../../src/ledger/problem';
import type { Grid } from '../support/hostRun';
import { cleanCollected, ledgerWith, type ProblemCase } from './problemCase';

const head = ['Tab', 'Date', 'Type', 'Amount', 'Voided'];
const day = 45357;

interface TrailCase {
  readonly code: ProblemCode;
  readonly what: string;
  readonly rows: Grid;
  readonly severity: Problem['severity'];
  readonly column: 'Type' | 'Amount';
  readonly found: string;
  readonly count?: number;
}

/** The problem stands in the first row of the trail. */
function trailCase(of: TrailCase): ProblemCase {
  const { code, what, rows, severity, column, found, count } = of;
  const cell = column === 'Type' ? 'C2' : 'D2';
  return {
    code,
    what,
    workbook: () => ledgerWith({ Trail: [head, ...rows] }),
    problem: {
      severity,
      sheet: 'Trail',
      cell,
      column,
      found,
      ...(count === undefined ? {} : { count }),
    },
    collected: cleanCollected,
    rows: { 'Audit Trail': `${rows.length} = ${rows.length} + 0 + 0` },
  };
}

export const trailCases: readonly ProblemCase[] = [
  trailCase({
    code: 'TRAIL_TYPE_UNKNOWN',
    what: 'two rows of a type on [+] that no rule knows',
    rows: [
      ['[+] Adjustments', day, 'Mystery', 10, ''],
      ['[+] Adjustments', day, 'Mystery', 1200, ''],
    ],
    severity: 'warned',
    column: 'Type',
    found: "type 'Mystery' on [+] Adjustments: 2 row(s), 1,210.00",
    count: 2,
  }),
  trailCase({
    code: 'TRAIL_TYPE_ASSUMED',
    what: 'a type on [-] that no rule knows',
    rows: [['[-] Adjustments', day, 'Goodwill', 10, '']],
    severity: 'noted',
    column: 'Type',
    found: "type 'Goodwill' on [-] Adjustments: 1 row(s), 10.00",
  }),
  trailCase({
    code: 'TRAIL_TYPE_BOTH',
    what: 'a type that is a discount and a write-off',
    rows: [['[-] Adjustments', day, 'Discount Write-off', 10, '']],
    severity: 'warned',
    column: 'Type',
    found: "type 'Discount Write-off' on [-] Adjustments: 1 row(s), 10.00",
  }),
  trailCase({
    code: 'TRAIL_RESCHEDULE_UNEQUAL',
    what: 'a reschedule without its other half',
    rows: [['[+] Contract Adj', day, 'Reschedule Charged Contract Fees', 365.62, '']],
    severity: 'warned',
    column: 'Amount',
    found: '365.62 on [+] Contract Adj and 0.00 on [-] Contract Adj: 365.62 apart',
  }),
  trailCase({
    code: 'TRAIL_AMOUNT_SIGN',
    what: 'a negative amount where amounts are absolute',
    rows: [['[-] Adjustments', day, 'Courtesy Discount', -10, '']],
    severity: 'warned',
    column: 'Amount',
    found: '1 negative amount(s) on [-] Adjustments',
  }),
  {
    code: 'TRAIL_WITHOUT_VOIDED',
    what: 'a trail without the column Voided',
    workbook: () =>
      ledgerWith({ Trail: [head.slice(0, 4), ['Production', day, 'Treatment', 100]] }),
    problem: {
      severity: 'noted',
      sheet: 'Trail',
      cell: '',
      column: '',
      found: 'without a column Voided',
    },
    collected: cleanCollected,
    rows: { 'Audit Trail': '1 = 1 + 0 + 0' },
  },
];
