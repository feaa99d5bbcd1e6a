/** The one place that asks what day it is, and where. */
import { serialOfCivil } from '../core/day';
import type { RunStamp } from '../reports/request';
import { version } from './version';

/** Today as a serial day, by the clock of the person at the screen. */
export function today(): number {
  const now = new Date();
  const day = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return serialOfCivil(day) ?? 0;
}

/** When and with which version a run is made. */
export function stampNow(): Omit<RunStamp, 'practice'> {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return {
    created: `${day} ${two(now.getHours())}:${two(now.getMinutes())}`,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    version,
  };
}
