/** Insurer's money on claim lines whose status says that nothing was received (P8, P12, P41). */
import { at } from '../../core/assert';
import { NO_MOMENT } from '../../core/brand';
import { centsText } from '../../core/cents';
import { contains, type Period } from '../../core/period';
import { claimStatuses } from '../../ledger/claimKinds';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';
import { isPaidLine } from '../insuranceMoney';

/** Warns of lines dated in the period, and of lines without a date, that are paid and yet count nowhere. */
export function claimLinesNotCounted({ ledger }: AllocatedLedger, period: Period): Problem[] {
  const { tables } = ledger;
  const lines = tables['Claim Lines'];
  const problems: Problem[] = [];
  for (let line = 0; line < lines.length; line++) {
    const cents = lines.insurancePaid.cents[line]!;
    if (cents === 0 || isPaidLine(ledger, line)) continue;
    const dates = [lines.check[line]!, lines.date[line]!, lines.procedure[line]!];
    const moment = dates.find((one) => one !== NO_MOMENT);
    if (moment !== undefined && !contains(period, moment)) continue;
    problems.push({
      code: 'CLAIM_LINE_NOT_COUNTED',
      severity: 'warned',
      ...rowPlace(tables, 'Claim Lines', { row: line, field: 'insurancePaid' }),
      found: `${centsText(cents)} paid on a line of status ${at(claimStatuses, lines.status[line]!)}`,
      done: 'the money is in no income: only lines that were received have any',
      fix: 'set the status to Received or Supplemental if the insurer paid; otherwise empty the cell',
      count: 1,
      cents,
    });
  }
  return problems;
}
