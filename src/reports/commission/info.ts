/** The info block of the commission sheets: the options of the bases that the plans name, and no others. */
import { type OptionName, optionsOf } from '../../engine/options';
import type { Basis } from '../../ledger/planKinds';
import { infoBlock } from '../infoBlock';
import type { CommissionFigures } from './figures';

/** Options of a basis' own report. */
const basisOptions: Partial<Record<OptionName, readonly Basis[]>> = {
  'negative-lines': ['collected-invoicing', 'net-income'],
  'cpt-spread': ['cpt-collections'],
  'cpt-refunds': ['cpt-collections'],
  'write-off-date': ['net-production'],
};

/** The options that can move a commission of these plans, as `name: value`. */
export function commissionOptions({
  commission,
  request,
}: Pick<CommissionFigures, 'commission' | 'request'>): string[] {
  const named = new Set(commission.bases.map(({ basis }) => basis));
  return optionsOf('commission', request.options)
    .filter(([name]) => basisOptions[name]?.some((basis) => named.has(basis)) ?? true)
    .map(([name, value]) => `${name}: ${value}`);
}

export function commissionInfo(
  figures: Pick<CommissionFigures, 'commission' | 'request'>,
  of: { readonly question: string; readonly basis: string },
): [string, string][] {
  const words = commissionOptions(figures).join(', ');
  return infoBlock('commission', figures.request, of).map(([label, value]) =>
    label === 'Options' ? [label, words] : [label, value],
  );
}
