/** Dates in years that no practice keeps in its ledger: a slip of the keyboard, used as it stands (B7). */
import { NO_MOMENT } from '../../core/brand';
import { dayText, dayOfMoment } from '../../core/day';
import { startOfText } from '../../core/period';
import type { Problem } from '../../ledger/problem';
import { NO_SOURCE, rowPlace, type Tables } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

const EARLIEST = startOfText('1980-01-01') ?? 0;
const LATEST = startOfText('2100-01-01') ?? 0;

const columns = [
  ['Charges', 'service'],
  ['Invoices', 'closed'],
  ['Payments', 'date'],
  ['Adjustments', 'date'],
] as const;

export function farDates({ ledger }: AllocatedLedger): Problem[] {
  return columns.flatMap(([kind, field]) => farIn(ledger.tables, kind, field));
}

function farIn(tables: Tables, kind: (typeof columns)[number][0], field: string): Problem[] {
  const table: Readonly<Record<string, unknown>> = { ...tables[kind] };
  const moments = table[field];
  if (!(moments instanceof Float64Array)) return [];
  const { source } = tables[kind];
  let first = -1;
  let count = 0;
  for (let row = 0; row < moments.length; row++) {
    const moment = moments[row]!;
    if (moment === NO_MOMENT || source[row] === NO_SOURCE) continue;
    if (moment >= EARLIEST && moment < LATEST) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (first < 0) return [];
  return [
    {
      code: 'DATE_FAR',
      severity: 'warned',
      ...rowPlace(tables, kind, { row: first, field }),
      found: `${dayText(dayOfMoment(moments[first]!))}, before 1980 or after 2099`,
      done: 'used as it stands',
      fix: 'correct the year',
      count,
    },
  ];
}
