/** What is payable to whom for a period: commission, what a guarantee adds, what is carried from month to month. */
import type { Period } from '../../core/period';
import type { Ledger } from '../../ledger/ledger';
import { bases } from '../../ledger/planKinds';
import { EVERYONE } from '../../ledger/planRule';
import type { Options } from '../options';
import type { Commission } from './commission';
import { lineSums, type SettledLine } from './lineSums';
import { type TermEvent, termSettler } from './terms';

/** Figures of one provider and basis; payable = commission + adjustments + carry-forward. */
export interface BasisFigures {
  readonly provider: number;
  /** Place in `bases`. */
  readonly basis: number;
  readonly base: number;
  readonly commission: number;
  readonly adjustments: number;
  readonly carryForward: number;
  readonly payable: number;
}

export interface Settlement {
  /** Providers with a statement: a plan in force, or a line; in the order of the reports. */
  providers(period: Period): number[];
  /** One for each basis of the provider's plan or lines. */
  figures(provider: number, period: Period): BasisFigures[];
  events(provider: number, period: Period): TermEvent[];
  lines(provider: number, basis: number, period: Period): SettledLine[];
  /** Commission, adjustments and carry-forward together. */
  payable(provider: number, period: Period): number;
}

export function settlement(ledger: Ledger, commission: Commission, options: Options): Settlement {
  const { names } = ledger.providers;
  const sums = lineSums(commission.lines, names.length, options);
  const terms = termSettler(ledger, commission, sums);
  const inForce = plansInForce(ledger, commission);
  const eventsOf = remembered((provider, period) => terms.events(provider, period));
  const basesOf = (provider: number, period: Period, events: readonly TermEvent[]): number[] =>
    [...bases.keys()].filter(
      (basis) =>
        inForce(provider, basis, period) ||
        sums.hasLines(provider, basis, period) ||
        events.some((event) => event.basis === basis),
    );
  const figures = (provider: number, period: Period): BasisFigures[] => {
    const events = eventsOf(provider, period);
    const sumOf = (kind: TermEvent['kind'], basis: number): number =>
      events.reduce(
        (sum, event) => sum + (event.kind === kind && event.basis === basis ? event.cents : 0),
        0,
      );
    return basesOf(provider, period, events).map((basis) => {
      const earned = sums.commission(provider, basis, period);
      const [adjustments, carryForward] = [sumOf('guarantee', basis), sumOf('deficit', basis)];
      return {
        provider,
        basis,
        base: sums.base(provider, basis, period),
        commission: earned,
        adjustments,
        carryForward,
        payable: earned + adjustments + carryForward,
      };
    });
  };
  return {
    providers: (period) =>
      [...names.keys()].filter((provider) => figures(provider, period).length > 0),
    figures,
    events: eventsOf,
    lines: (provider, basis, period) => sums.lines(provider, basis, period),
    payable: (provider, period) =>
      figures(provider, period).reduce((sum, one) => sum + one.payable, 0),
  };
}

type EventsOf = (provider: number, period: Period) => TermEvent[];

/** A deficit is carried from the first month on: a period that is asked for again is not walked again. */
function remembered(events: EventsOf): EventsOf {
  const known = new Map<string, TermEvent[]>();
  return (provider, period) => {
    const key = `${provider} ${period.from} ${period.to}`;
    const found = known.get(key) ?? events(provider, period);
    known.set(key, found);
    return found;
  };
}

/** True where a provider's own plan on a basis is in force at some moment of the period. */
function plansInForce(
  { plans }: Ledger,
  { picker }: Commission,
): (provider: number, basis: number, period: Period) => boolean {
  return (provider, basis, period) => {
    const owner = picker.planOf(provider);
    if (typeof owner === 'string' || owner === EVERYONE) return false;
    return plans.rules.some(
      (rule) =>
        rule.provider === owner &&
        rule.basis === bases[basis] &&
        rule.from <= period.to &&
        period.from <= rule.to,
    );
  };
}
