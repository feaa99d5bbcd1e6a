/** Why the report commission, asked for by name, cannot be made: a table or column that a basis lacks. */
import { refusalsOf } from '../engine/commission/refusals';
import type { Ledger } from '../ledger/ledger';
import type { Asked } from './checkRequest';

/** Empty unless it was asked for by name; among all reports a plan that lacks something is told. */
export function planReasons({ reports, options }: Asked, ledger: Ledger): string[] {
  if (!reports.includes('commission')) return [];
  const lacking = refusalsOf(ledger, options, { isPart: false }).filter((one) => one.isLacking);
  return [...new Set(lacking.map(({ why }) => `commission cannot be made: ${why}`))];
}
