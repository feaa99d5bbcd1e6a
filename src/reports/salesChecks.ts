/** The tie-outs of the sales report. */
import type { AllocatedLedger } from '../engine/allocateLedger';
import { cashCents } from '../engine/cash';
import type { SaleDays } from '../engine/saleBalances';
import type { ReportRequest } from './request';
import type { SalesSums } from './salesSums';
import type { Check } from './sheet';

export function salesChecks(
  { ledger }: AllocatedLedger,
  { period, locations }: ReportRequest,
  { sums, days }: { readonly sums: SalesSums; readonly days: SaleDays },
): Check[] {
  const sum = (column: Float64Array): number => column.reduce((all, one) => all + one, 0);
  const ofProviders = sums.providers.reduce((all, one) => all + one.cents, 0);
  const adjustments = sum(days.cash) - sum(days.services) - sum(days.tax);
  // Of several locations each has only a part of the cash.
  const cash = locations === undefined ? cashCents(ledger, period) : sum(days.cash);
  return [
    {
      id: 'sales.cash',
      label: 'Total of Cash Summary = all cash of the ledger in the period',
      differenceCents: sums.cash - cash,
    },
    {
      id: 'sales.categories',
      label: 'Account Adjustments + categories + Sales Tax = Cash',
      differenceCents: sums.accountAdjustments + sums.services + sums.tax - sums.cash,
    },
    {
      id: 'sales.providers',
      label: 'Provider Summary = categories of Category Summary',
      differenceCents: ofProviders - sums.services,
    },
    {
      id: 'sales.components',
      label: 'Components of Account Adjustments = its sum over the days',
      differenceCents: sums.accountAdjustments - adjustments,
    },
    {
      id: 'sales.balances',
      label: 'Cumulative Account Adjustments = Client Credits − Receivable on every day',
      differenceCents: days.cumulative.reduce(
        (off, cumulative, day) =>
          off + Math.abs(cumulative - days.clientCredits[day]! + days.receivable[day]!),
        0,
      ),
    },
  ];
}
