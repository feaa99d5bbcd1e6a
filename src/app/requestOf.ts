/** Settings of the workbook → what a run is asked for. */
import { stampNow, today } from './clock';
import type { PeriodChoice, Settings } from './pane';
import { presetDays } from './presets';
import type { RunRequest } from './runRequest';

/** Every report whose tables are there, on all months of the ledger, options at their defaults. */
export const plainSettings: Settings = { period: { kind: 'ledger' }, reports: [], options: {} };

export function requestOf(
  settings: Settings | undefined,
  of: { readonly write: boolean },
): RunRequest {
  const { period, reports, options } = settings ?? plainSettings;
  const days = daysOf(period);
  return {
    reports: reports.length === 0 ? ['all'] : reports,
    from: days?.from,
    to: days?.to,
    options: Object.entries(options),
    providers: [],
    locations: [],
    controls: [],
    write: of.write,
    stamp: stampNow(),
  };
}

function daysOf(period: PeriodChoice): { from: string; to: string } | undefined {
  return period.kind === 'custom' ? period : presetDays(period.kind, today());
}
