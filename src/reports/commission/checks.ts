/** Tie-outs of commissions: the base is the figure of its report, the lines are the summary, the parts the whole. */
import { contains } from '../../core/period';
import type { Steps } from '../../core/steps';
import { collected } from '../../engine/collected';
import type { BasisCommission } from '../../engine/commission/commission';
import { basisMeasures } from '../../engine/commission/basisLines';
import { natures } from '../../engine/commission/baseLines';
import { cptCollections } from '../../engine/cptCollections';
import { earnedIncome } from '../../engine/earnedIncome';
import { bases } from '../../ledger/planKinds';
import { collectedFigures } from '../cptCollected';
import { cptScope } from '../cptScope';
import { selectedPostings, sumOf, sumsByKey } from '../income/selection';
import { invoicesInLocations, isOnInvoiceOf, lineFigures } from '../lineFigures';
import type { Check, Sheet } from '../sheet';
import type { ShownLine } from './detail';
import type { CommissionFigures } from './figures';

export function* commissionChecks(
  of: CommissionFigures,
  lines: readonly ShownLine[],
  statements: readonly Sheet[],
): Steps<Check[]> {
  const { figures, settled, request } = of;
  const sum = (column: 'base' | 'commission' | 'payable'): number =>
    figures.reduce((all, one) => all + one[column], 0);
  const ofLines = lines.reduce((all, { commission }) => all + commission, 0);
  const ofStatements = statements.reduce(
    (all, { tables }) => all + Number(tables[0]?.total?.[3] ?? 0),
    0,
  );
  const providers = [...new Set(figures.map(({ provider }) => provider))];
  const ofProviders = providers.reduce(
    (all, provider) => all + settled.payable(provider, request.period),
    0,
  );
  const checks: Check[] = [
    {
      id: 'commission.detail',
      label: 'Commission of Commission Summary = that of the lines of Commission Detail',
      differenceCents: sum('commission') - ofLines,
    },
    {
      id: 'commission.detail-base',
      label: 'Base of Commission Summary = that of the lines of Commission Detail',
      differenceCents: sum('base') - lines.reduce((all, { base }) => all + (base ?? 0), 0),
    },
    {
      id: 'commission.providers',
      label: 'Payable of Commission Summary = what each provider is paid',
      differenceCents: sum('payable') - ofProviders,
    },
  ];
  // A filter of providers leaves statements out.
  if (request.providers === undefined) {
    checks.push({
      id: 'commission.statements',
      label: 'Payable of Commission Summary = that of the statements',
      differenceCents: sum('payable') - ofStatements,
    });
  }
  checks.push(...(yield* closedChecks(of)));
  for (const one of of.commission.bases) {
    yield;
    const ofReport = yield* reportFigures(of, one);
    yield;
    checks.push({
      id: `commission.base.${one.basis}`,
      label: `Base of ${one.basis}, provider by provider, with what was not paid = the figure of its report`,
      differenceCents: baseDifference(of, one, ofReport),
    });
  }
  return checks;
}

/** What was paid, what was carried since and what is carried now = what the closed period pays as it stands (INV-30). */
function* closedChecks({ allocated, settled }: CommissionFigures): Steps<Check[]> {
  const { closes, providers } = allocated.ledger;
  const { periods } = closes;
  if (periods.length === 0) return [];
  yield;
  const lines = periods.flatMap((one) => one.lines.map((line) => ({ line, of: one.name })));
  return periods.map(({ name, period }) => {
    const sum = (some: readonly { readonly cents: number }[]): number =>
      some.reduce((all, one) => all + one.cents, 0);
    const paid = lines
      .filter(({ line, of }) => line.about === name || (of === name && line.about === ''))
      .map(({ line }) => line);
    const changed = [...settled.changes, ...settled.held]
      .filter(({ about }) => about === name)
      .map(({ before, after }) => ({ cents: after - before }));
    const restated = [...providers.names.keys()].reduce(
      (all, provider) => all + settled.restated.payable(provider, period),
      0,
    );
    return {
      id: `commission.closed.${name}`,
      label: `${name}: what was paid and what is carried = what it pays as the ledger stands`,
      differenceCents: sum(paid) + sum(changed) - restated,
    };
  });
}

/** The report's own figure of a basis by provider, computed as that report does. */
function* reportFigures(
  { allocated, request }: CommissionFigures,
  { basis }: BasisCommission,
): Steps<Map<number, number>> {
  const { ledger } = allocated;
  const { period, options } = request;
  if (basis === 'collected-invoicing') {
    const size = { charges: ledger.charges.length, invoices: ledger.invoices.length };
    const sums = collected(allocated.allocation, period, size);
    const isInside = isOnInvoiceOf(allocated, invoicesInLocations(allocated, request.locations));
    const isIn = (charge: number): boolean => sums.touched[charge] === 1 && isInside(charge);
    const places = new Map(ledger.providers.names.map((name, place) => [name, place]));
    const { providers } = lineFigures(allocated, sums.lineCents, isIn);
    return new Map(providers.map(({ provider, total }) => [places.get(provider) ?? -1, total]));
  }
  if (basis === 'cpt-collections') {
    const earned = yield* earnedIncome(allocated, options);
    const takesOut = options['cpt-refunds'] === 'exclude-refunded';
    const pieces = yield* cptCollections(allocated, earned, takesOut);
    const { byProvider } = yield* collectedFigures(allocated, pieces, cptScope(allocated, request));
    const sums = new Map<number, number>();
    for (const { provider, first } of byProvider) {
      sums.set(provider, (sums.get(provider) ?? 0) + first);
    }
    return sums;
  }
  const postings = yield* allocated.posted();
  const rows = yield* selectedPostings(allocated, postings, request);
  const byProvider = yield* sumsByKey(postings, rows, (row) => postings.provider[row]!);
  const of = basisMeasures(basis, options);
  return new Map([...byProvider].map(([provider, sums]) => [provider, sumOf(sums, of)]));
}

/** Base lines against the report provider by provider, then against what was paid on and what was not. */
function baseDifference(
  { commission, figures, request }: CommissionFigures,
  { basis, lines, notPaid }: BasisCommission,
  ofReport: ReadonlyMap<number, number>,
): number {
  const { period } = request;
  const own = new Map<number, number>();
  for (let line = 0; line < lines.length; line++) {
    const isLab = natures[lines.nature[line]!] === 'lab';
    if (isLab || !contains(period, lines.moment[line]!)) continue;
    const provider = lines.provider[line]!;
    own.set(provider, (own.get(provider) ?? 0) + lines.cents[line]!);
  }
  let apart = 0;
  for (const provider of new Set([...own.keys(), ...ofReport.keys()])) {
    apart += Math.abs((own.get(provider) ?? 0) - (ofReport.get(provider) ?? 0));
  }
  const all = [...own.values()].reduce((sum, one) => sum + one, 0);
  const place = bases.indexOf(basis);
  const paid = figures
    .filter((one) => one.basis === place)
    .reduce((sum, { base }) => sum + base, 0);
  const left = notPaid
    .filter(({ line }) => contains(period, lines.moment[line]!))
    .reduce((sum, { cents }) => sum + cents, 0);
  const isMade = commission.bases.some((one) => one.basis === basis);
  return apart + (isMade ? Math.abs(all - paid - left) : 0);
}
