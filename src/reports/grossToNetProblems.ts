/** What an accountant should look at in the audit trail of a period. */
import { at } from '../core/assert';
import { moneyText } from '../core/cents';
import { contains, type Period } from '../core/period';
import { counted, type TrailChoices, type TrailPile } from '../engine/auditTrail';
import type { Ledger } from '../ledger/ledger';
import { inOrder, type Problem, tellFirst } from '../ledger/problem';
import { rowPlace } from '../ledger/tables';
import { trailTabs } from '../ledger/trailKinds';
import { reschedules } from './grossToNetMemos';

interface Told {
  readonly ledger: Ledger;
  readonly piles: readonly TrailPile[];
  readonly choices: TrailChoices;
}

export function trailProblems(of: Told, period: Period): Problem[] {
  return tellFirst(
    inOrder([
      ...typeProblems(of),
      ...rescheduleProblem(of),
      ...signProblems(of, period),
      ...withoutVoided(of),
    ]),
  );
}

/** Types that nothing knows (G-A4), and those that say two things (G-A6): once a type. */
function typeProblems({ ledger, piles, choices }: Told): Problem[] {
  return piles.flatMap((pile): Problem[] => {
    const { rows, cents } = counted(pile, choices);
    if (rows === 0) return [];
    const { reason, isBoth } = pile.class;
    const found = `type '${pile.type}' on ${pile.tab}: ${rows} row(s), ${moneyText(cents)}`;
    const place = rowPlace(ledger.tables, 'Audit Trail', { row: pile.firstRow, field: 'type' });
    if (reason === 'unknown') {
      const done = 'unclassified: in no net figure';
      const fix = `add a Type Map row with this tab, the type as Pattern, and its Bucket`;
      return [
        {
          code: 'TRAIL_TYPE_UNKNOWN',
          severity: 'warned',
          ...place,
          found,
          done,
          fix,
          count: rows,
          cents,
        },
      ];
    }
    if (reason === 'assumed') {
      const done = 'counted as a production adjustment, as most types of this tab are';
      const fix = 'nothing, if it is one; otherwise add a Type Map row for it';
      return [
        {
          code: 'TRAIL_TYPE_ASSUMED',
          severity: 'noted',
          ...place,
          found,
          done,
          fix,
          count: rows,
          cents,
        },
      ];
    }
    if (!isBoth) return [];
    const done = 'counted once, as a discount';
    const fix = 'add a Type Map row if it is a write-off';
    return [
      {
        code: 'TRAIL_TYPE_BOTH',
        severity: 'warned',
        ...place,
        found,
        done,
        fix,
        count: rows,
        cents,
      },
    ];
  });
}

/** Money moved between now and the future stands on both tabs (G-A5). */
function rescheduleProblem({ ledger, piles, choices }: Told): Problem[] {
  const { rows, plus, minus } = reschedules(piles, choices);
  if (plus === minus) return [];
  const first = piles.find(
    ({ class: { part, reason } }) => part === 'excluded' && reason === 'type',
  );
  const row = first?.firstRow ?? 0;
  const apart = moneyText(Math.abs(plus - minus));
  return [
    {
      code: 'TRAIL_RESCHEDULE_UNEQUAL',
      severity: 'warned',
      ...rowPlace(ledger.tables, 'Audit Trail', { row, field: 'amount' }),
      found: `rescheduled contract fees of ${moneyText(plus)} on [+] Contract Adj and ${moneyText(minus)} on [-] Contract Adj: ${apart} apart`,
      done: 'both are excluded from production',
      fix: 'look for the other half of a reschedule, which may lie outside the period',
      count: rows,
      cents: plus - minus,
    },
  ];
}

/** The trail shows absolute amounts (G-4): a minus says nothing there. Once a tab. */
function signProblems({ ledger }: Told, period: Period): Problem[] {
  const { tab, date, amount, length } = ledger.tables['Audit Trail'];
  const negative = trailTabs.map((): number[] => []);
  for (let row = 0; row < length; row++) {
    if (amount[row]! < 0 && contains(period, date[row]!)) at(negative, tab[row]!).push(row);
  }
  return negative.flatMap((rows, place): Problem[] => {
    const [row] = rows;
    if (row === undefined) return [];
    return [
      {
        code: 'TRAIL_AMOUNT_SIGN',
        severity: 'warned',
        ...rowPlace(ledger.tables, 'Audit Trail', { row, field: 'amount' }),
        found: `${rows.length} negative amount(s) on ${at(trailTabs, place)}, the first one here`,
        done: 'read as absolute amounts: the tab gives the sign',
        fix: 'move the row to the tab of the other sign if it takes something back',
        count: rows.length,
        cents: rows.reduce((sum, one) => sum + amount[one]!, 0),
      },
    ];
  });
}

/** A paste loses the stroke through voided rows: without a column they cannot be told (G-10). */
function withoutVoided({ ledger }: Told): Problem[] {
  return ledger.sources.flatMap(({ kind, sheet, fields, rows }): Problem[] => {
    if (kind !== 'Audit Trail' || rows.read === 0) return [];
    if (fields.has('voided') || fields.has('voidingStaff')) return [];
    return [
      {
        code: 'TRAIL_WITHOUT_VOIDED',
        severity: 'noted',
        sheet,
        cell: '',
        column: '',
        found: 'an Audit Trail without a column Voided',
        done: 'no row was taken as voided',
        fix: 'add a column Voided with Yes on the rows that are crossed out',
        count: 1,
      },
    ];
  });
}
