/** Named periods: what `last month` means today, in days. */
import { civilOfSerial, dayText, daysInMonth, serialOfCivil } from '../core/day';
import type { Preset, PresetName } from './pane';

const labels: Readonly<Record<PresetName, string>> = {
  'last-month': 'Last month',
  'this-month': 'This month',
  'last-quarter': 'Last quarter',
  'year-to-date': 'Year to date',
  'last-year': 'Last year',
  ledger: 'All months of the ledger',
};

export const presetNames = Object.keys(labels) as PresetName[];

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days of a preset; undefined for those that the ledger decides. `today` is a serial day. */
export function presetDays(name: PresetName, today: number): Days | undefined {
  const { year, month } = civilOfSerial(today);
  switch (name) {
    case 'last-month':
      return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1);
    case 'this-month':
      return months(year, month, month);
    case 'last-quarter': {
      const first = month - ((month - 1) % 3) - 3;
      return first < 1 ? months(year - 1, 10, 12) : months(year, first, first + 2);
    }
    case 'year-to-date':
      return { from: `${year}-01-01`, to: dayText(today) };
    case 'last-year':
      return months(year - 1, 1, 12);
    case 'ledger':
      return undefined;
  }
}

function months(year: number, first: number, last: number): Days {
  const day = (month: number, of: number): string =>
    dayText(serialOfCivil({ year, month, day: of }) ?? 0);
  return { from: day(first, 1), to: day(last, daysInMonth(year, last)) };
}

/** All presets as they are today; `ledger` is what the rows cover, undefined without a date. */
export function presets(today: number, ledger: Days | undefined): Preset[] {
  return presetNames.map((name) => {
    const days = name === 'ledger' ? ledger : presetDays(name, today);
    return { name, label: labels[name], from: days?.from, to: days?.to };
  });
}
