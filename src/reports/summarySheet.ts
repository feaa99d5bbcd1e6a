/** Tables by provider: the summary and the one by invoice tag. */
import { at } from '../core/assert';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { TagCombinations } from '../engine/tags';
import type { LineFigures } from './lineFigures';
import { isProviderShown, type ReportRequest } from './request';
import { cents, text, type SheetTable, type Value } from './sheet';

/** Provider, share of the practice, total, exempt, eligible; the share may be negative (I-22). */
export function summaryTable(
  figures: LineFigures,
  request: ReportRequest,
  of: { readonly title: string; readonly heads: readonly [string, string, string, string] },
): SheetTable {
  const [share, total, exempt, eligible] = of.heads;
  const shown = figures.providers.filter(({ provider }) => isProviderShown(request, provider));
  const { practice } = figures;
  return {
    title: of.title,
    columns: [
      text('Provider'),
      { head: share, type: 'share' },
      cents(total),
      cents(exempt),
      cents(eligible),
    ],
    rows: shown.map((one) => [one.provider, one.share, one.total, one.exempt, one.eligible]),
    total: ['Total', practice.share, practice.total, practice.exempt, practice.eligible],
  };
}

/** Commissionable amounts by provider and tag combination, each its own row (I-23). */
export function tagTable(
  { ledger }: AllocatedLedger,
  request: ReportRequest,
  of: { readonly figures: LineFigures; readonly tags: TagCombinations },
): SheetTable {
  const { figures, tags } = of;
  const { providers, charges } = ledger;
  const sums = new Map<number, number>();
  for (const charge of figures.charges) {
    if (charges.commissionable[charge]! === 0) continue;
    const key = providers.ofCharge[charge]! * tags.names.length + tags.ofCharge[charge]!;
    sums.set(key, (sums.get(key) ?? 0) + figures.cents[charge]!);
  }
  const inOrder = [...sums].sort(([a], [b]) => a - b);
  const rows = inOrder.map(([key, sum]): Value[] => [
    at(providers.names, Math.floor(key / tags.names.length)),
    at(tags.names, key % tags.names.length),
    sum,
  ]);
  return {
    title: 'Provider Invoice Tag Summary',
    columns: [text('Provider'), text('Invoice Tag'), cents('Total Commissions Amount Collected')],
    rows: rows.filter(([provider]) => isProviderShown(request, String(provider))),
    total: ['Total', null, inOrder.reduce((all, [, sum]) => all + sum, 0)],
  };
}
