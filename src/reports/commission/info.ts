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

export function commissionInfo(
  { commission, request }: Pick<CommissionFigures, 'commission' | 'request'>,
  of: { readonly question: string; readonly basis: string },
): [string, string][] {
  const named = new Set(commission.bases.map(({ basis }) => basis));
  const chosen = optionsOf('commission', request.options).filter(
    ([name]) => basisOptions[name]?.some((basis) => named.has(basis)) ?? true,
  );
  const words = chosen.map(([name, value]) => `${name}: ${value}`).join(', ');
  return infoBlock('commission', request, of).map(([label, value]) =>
    label === 'Options' ? [label, words] : [label, value],
  );
}
