/** Commission Summary: what is payable to whom; what was not counted, and whose plan cannot be computed. */
import { at } from '../../core/assert';
import { contains } from '../../core/period';
import { bases } from '../../ledger/planKinds';
import { EVERYONE } from '../../ledger/planRule';
import { isProviderShown } from '../request';
import { cents, count, prose, type SheetTable, text, type Value } from '../sheet';
import type { Unpaid } from '../../engine/commission/rules';
import { basisName, type CommissionFigures } from './figures';
import { leftOutWords, unpaidWords } from './words';

/** The contract's columns; payable = commission + adjustments + carry-forward. */
export function summaryTable({ allocated, request, figures }: CommissionFigures): SheetTable {
  const { names } = allocated.ledger.providers;
  const shown = figures.filter(({ provider }) => isProviderShown(request, at(names, provider)));
  const sum = (of: (one: (typeof figures)[number]) => number): number =>
    figures.reduce((all, one) => all + of(one), 0);
  return {
    title: 'Commission Summary',
    columns: [
      text('Provider'),
      text('Basis'),
      cents('Base'),
      cents('Commission'),
      cents('Adjustments'),
      cents('Carry-forward'),
      cents('Payable'),
    ],
    rows: shown.map((one) => [
      at(names, one.provider),
      basisName(one.basis),
      one.base,
      one.commission,
      one.adjustments,
      one.carryForward,
      one.payable,
    ]),
    total: [
      'Total',
      null,
      sum(({ base }) => base),
      sum(({ commission }) => commission),
      sum(({ adjustments }) => adjustments),
      sum(({ carryForward }) => carryForward),
      sum(({ payable }) => payable),
    ],
  };
}

/** Money and work of the period that earned nothing, by provider, basis and reason. */
export interface NotCounted {
  readonly provider: number;
  readonly basis: number;
  readonly why: string;
  readonly rows: number;
  readonly cents: number;
}

const unpaidOrder = Object.keys(unpaidWords) as Unpaid[];

export function notCounted({
  allocated,
  commission,
  leftOut,
  request,
}: CommissionFigures): NotCounted[] {
  const { rules } = allocated.ledger.plans;
  /** What a provider does besides the bases that his plan names is not left out of anything. */
  const isNamed = ({ provider, basis }: NotCounted): boolean => {
    const owner = commission.picker.planOf(provider);
    return (
      typeof owner === 'string' ||
      rules.some((rule) => rule.provider === owner && rule.basis === bases[basis])
    );
  };
  const found = commission.bases.flatMap(({ basis, lines, notPaid }): NotCounted[] => {
    const place = bases.indexOf(basis);
    const piles = new Map<string, { provider: number; why: Unpaid; rows: number; cents: number }>();
    for (const { line, provider, cents: amount, why } of notPaid) {
      if (!contains(request.period, lines.moment[line]!)) continue;
      const key = `${provider} ${why}`;
      const pile = piles.get(key) ?? { provider, why, rows: 0, cents: 0 };
      pile.rows += 1;
      pile.cents += amount;
      piles.set(key, pile);
    }
    const unpaid = [...piles.values()]
      .sort((a, b) => unpaidOrder.indexOf(a.why) - unpaidOrder.indexOf(b.why))
      .map((pile) => ({ ...pile, basis: place, why: unpaidWords[pile.why] }));
    const besides = (leftOut.get(basis) ?? []).map((pile) => ({
      ...pile,
      basis: place,
      why: leftOutWords[pile.why],
    }));
    return [...unpaid, ...besides];
  });
  // A sort that keeps the order of the reasons.
  return found.filter(isNamed).sort((a, b) => a.provider - b.provider || a.basis - b.basis);
}

/** Rows of all providers or of one; empty where everything was counted. */
export function notCountedTable(
  { allocated, request }: CommissionFigures,
  rows: readonly NotCounted[],
): SheetTable[] {
  const { names } = allocated.ledger.providers;
  const shown = rows.filter(({ provider }) => isProviderShown(request, at(names, provider)));
  if (shown.length === 0) return [];
  return [
    {
      title: 'Not counted, and why',
      columns: [text('Provider'), text('Basis'), text('Why'), count('Rows'), cents('Amount')],
      rows: shown.map((one): Value[] => [
        at(names, one.provider),
        basisName(one.basis),
        one.why,
        one.rows,
        one.cents,
      ]),
    },
  ];
}

/** Providers whose plan cannot be computed, with the reason: they are paid nothing, and named. */
export function refusedTable(of: CommissionFigures): SheetTable[] {
  const rows = refused(of);
  if (rows.length === 0) return [];
  return [
    { title: 'Plans that cannot be computed', columns: [text('Provider'), prose('Why')], rows },
  ];
}

/** The names of those providers. */
export function refusedNames(of: CommissionFigures): string[] {
  return refused(of).map(([name]) => name);
}

function refused({ allocated, commission }: CommissionFigures): [name: string, why: string][] {
  const { plans, providers } = allocated.ledger;
  const reasons = new Map(plans.refused);
  for (const { owner, why } of commission.refusals) {
    if (!reasons.has(owner)) reasons.set(owner, why);
  }
  return [...reasons]
    .filter(([owner]) => owner !== providers.noProvider)
    .sort(([a], [b]) => a - b)
    .map(([owner, why]) => [
      owner === EVERYONE ? 'Everyone else' : at(providers.names, owner),
      why,
    ]);
}
