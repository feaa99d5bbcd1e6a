/** The question that stops a run: whether money received stands with a minus (A14). */
import { moneyText } from '../../core/cents';
import type { Problem } from '../problem';

/** `cents`: the sum of the amounts as they stand there. */
export function signProblem(
  place: Pick<Problem, 'sheet' | 'cell' | 'column'>,
  of: { readonly what: 'payments' | 'amounts'; readonly cents: number; readonly count: number },
): Problem {
  const { what, cents, count } = of;
  const total = `${what} total ${moneyText(cents)}`;
  const asked =
    what === 'payments'
      ? 'is money received negative here?'
      : 'which of them go out and which come back?';
  return {
    ...place,
    code: 'SIGN_UNCLEAR',
    severity: 'stopped',
    found: `${total}: ${asked}`,
    done: 'nothing was computed, because a guess would turn every figure round',
    fix: 'say under How tables are read what a minus means in this column',
    count,
    cents,
  };
}
