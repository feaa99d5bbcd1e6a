/** What accepting would do, as texts: who gains, who loses, and that the practice stays as it is. */
import { moneyText } from '../../core/cents';
import { counted } from '../../core/counted';
import type { Effects } from '../../reports/allocation/effect';
import type { EffectRow, EffectTable } from './types';

export function incomeTable(effects: Effects, hiddenCents: number): EffectTable {
  const note =
    hiddenCents === 0
      ? ''
      : `${moneyText(hiddenCents)} of hidden prepayments become income: until now they are in no figure.`;
  return tableOf(effects, { title: 'Income', totalNote: note });
}

export function commissionTable(effects: Effects): EffectTable {
  const { now, then } = effects.total;
  const note = now === then ? '' : 'Rates differ: the same income pays another commission.';
  return tableOf(effects, { title: 'Commission payable', totalNote: note });
}

function tableOf(
  { changed, unchanged, total }: Effects,
  of: Pick<EffectTable, 'title' | 'totalNote'>,
): EffectTable {
  return {
    ...of,
    rows: changed.map(({ provider, now, then }) => rowOf(provider, now, then)),
    total: rowOf('Practice', total.now, total.then),
    others:
      unchanged === 0
        ? ''
        : `${counted(unchanged)} other ${unchanged === 1 ? 'provider' : 'providers'}: no change`,
  };
}

function rowOf(name: string, now: number, then: number): EffectRow {
  const change = then - now;
  const sign = change > 0 ? '+' : '';
  return {
    name,
    now: moneyText(now),
    then: moneyText(then),
    change: change === 0 ? '' : `${sign}${moneyText(change)}`,
  };
}
