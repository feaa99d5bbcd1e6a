/** The time of day behind a date written as text. */

export interface TimeOfDay {
  readonly seconds: number;
  readonly zoneIgnored: boolean;
}

const midnight: TimeOfDay = { seconds: 0, zoneIgnored: false };

const clock =
  /^(?:T|, ?| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AP])\.?M\.?)?(?: ?([+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{1,4}))?$/;

const zoneOnly = /^(?:Z|[+-]\d{2}:\d{2})$/;

const zones: ReadonlySet<string> = new Set(
  'Z UTC GMT BST CET CEST AT AST ADT ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST AEST AEDT'.split(
    ' ',
  ),
);

/** Reads ` 9:05 PM`, `T09:05:30Z` or nothing at all; `undefined` where it is no time. */
export function readTime(text: string): TimeOfDay | undefined {
  if (text === '') return midnight;
  const upper = text.toUpperCase();
  if (zoneOnly.test(upper)) return { seconds: 0, zoneIgnored: true };
  const match = clock.exec(upper);
  if (match === null) return undefined;
  const [, hourText, minuteText, secondText = '0', , half, zone = ''] = match;
  const hour = hourOfDay(Number(hourText), half);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  if (/^[A-Z]/.test(zone) && !zones.has(zone)) return undefined;
  return { seconds: hour * 3600 + minute * 60 + second, zoneIgnored: zone !== '' };
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'P' ? 12 : 0);
}
