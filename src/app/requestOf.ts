/** Settings of the workbook → what a run is asked for. */
import { stampNow, today } from './clock';
import type { PeriodChoice, Settings } from './pane';
import { presetDays } from './presets';
import type { RunRequest } from './runRequest';

/** Without settings: every report whose tables are there, options at their defaults, the suggested period. */
export function requestOf(
  settings: Settings | undefined,
  of: { readonly write: boolean },
): RunRequest {
  const days = settings && daysOf(settings.period);
  const reports = settings?.reports ?? [];
  return {
    reports: reports.length === 0 ? ['all'] : reports,
    from: days?.from,
    to: days?.to,
    ...(settings === undefined ? { suggestAsOf: today() } : {}),
    options: Object.entries(settings?.options ?? {}),
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
