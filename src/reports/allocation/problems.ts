/** What allocation cannot put right: insurers that paid too much, and negative production that may not move. */
import { centsText } from '../../core/cents';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import { inOrder, type Problem, tellFirst } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';

export function allocationProblems(made: Allocated): Problem[] {
  return tellFirst(inOrder([...overpaid(made), ...refused(made)]));
}

/** R13, A44: only patients' money may be moved. */
function overpaid({ accounts, overpaid: found }: Allocated): Problem[] {
  const { tables } = accounts.allocated.ledger;
  return found.map(({ charge, cents }) => ({
    code: 'INSURANCE_OVERPAID',
    severity: 'warned',
    ...rowPlace(tables, 'Charges', { row: charge, field: 'amount' }),
    found: `insurers paid and wrote off ${centsText(cents)} above what the charge is worth`,
    done: 'insurance money is never moved by a transfer (A44)',
    fix: 'check the claim, and give the money back to the insurer if it is his',
    count: 1,
  }));
}

/** T3, T8: an error blocks the family. */
function refused({ accounts, refused: found }: Allocated): Problem[] {
  const { allocated, entries } = accounts;
  return found.map(({ entry, cents }) => {
    const { kind, row } = entries.keyOf(entry);
    const table = kind === 'charge' ? 'Charges' : 'Adjustments';
    return {
      code: 'NEGATIVE_PRODUCTION',
      severity: 'warned',
      ...rowPlace(allocated.ledger.tables, table, { row, field: 'amount' }),
      found: `${centsText(cents)} below 0 that nobody paid, which the option negative-production-as-income=no forbids to move`,
      done: 'no transfer is proposed for the family',
      fix: 'correct the charge or adjustment, or choose negative-production-as-income=yes',
      count: 1,
    };
  });
}
