/** Insurers' checks against the claim lines that say whose money they are: they should be the same sum. */
import { NO_MOMENT } from '../../core/brand';
import { centsText } from '../../core/cents';
import { contains, type Period } from '../../core/period';
import type { Ledger } from '../../ledger/ledger';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';
import { finalisedOn, insurerChecks, isPaidByClaimLines, isPaidLine } from '../insuranceMoney';

/** Warns where the checks of the period are not the Insurance Paid of the lines whose check is of it. */
export function insuranceDiffers({ ledger }: AllocatedLedger, period: Period): Problem[] {
  const hasPayments = ledger.sources.some(({ kind }) => kind === 'Payments');
  if (!hasPayments || !isPaidByClaimLines(ledger)) return [];
  const checks = checksOf(ledger, period);
  const onLines = paidOnLines(ledger, period);
  const first = checks.first ?? onLines.first;
  const apart = checks.cents - onLines.cents;
  if (first === undefined || apart === 0) return [];
  return [
    {
      code: 'INSURANCE_DIFFERS',
      severity: 'warned',
      ...first,
      found: `insurers' checks of ${centsText(checks.cents)} in the period, and Insurance Paid of ${centsText(onLines.cents)} on claim lines: ${centsText(apart)} apart`,
      done: 'income is that of the claim lines, cash that of the checks',
      fix: 'look for a check without its claim lines, for claim lines without their check, or for one of another day',
      count: 1,
      cents: apart,
    },
  ];
}

interface Sum {
  readonly cents: number;
  /** The cell of the first of them. */
  readonly first: Place | undefined;
}

/** A check without a date of its own has the day it was entered in the books. */
function checksOf(ledger: Ledger, period: Period): Sum {
  const { payments, paid, tables } = ledger;
  const isCheck = insurerChecks(ledger);
  let cents = 0;
  let first: Place | undefined;
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !isCheck(row)) continue;
    const final = finalisedOn(ledger, 'Payments', row);
    if (!contains(period, final === NO_MOMENT ? payments.date[row]! : final)) continue;
    cents += paid.cents[row]!;
    first ??= rowPlace(tables, 'Payments', { row, field: 'amount' });
  }
  return { cents, first };
}

function paidOnLines(ledger: Ledger, period: Period): Sum {
  const { tables } = ledger;
  const lines = tables['Claim Lines'];
  let cents = 0;
  let first: Place | undefined;
  for (let row = 0; row < lines.length; row++) {
    if (!isPaidLine(ledger, row)) continue;
    const final = finalisedOn(ledger, 'Claim Lines', row);
    if (final === NO_MOMENT || !contains(period, final)) continue;
    cents += lines.insurancePaid.cents[row]!;
    first ??= rowPlace(tables, 'Claim Lines', { row, field: 'insurancePaid' });
  }
  return { cents, first };
}

type Place = Pick<Problem, 'sheet' | 'cell' | 'column'>;
