/** The months of a period, as one picks them. */
import { civilOfSerial, dayOfMoment, dayText, daysInMonth, serialOfCivil } from '../../core/day';
import type { Period } from '../../core/period';
import type { Month } from './types';

/** Every month that a period touches, whole. */
export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  let day = dayOfMoment(from);
  const last = dayOfMoment(to);
  while (day <= last) {
    const { year, month } = civilOfSerial(day);
    const first = serialOfCivil({ year, month, day: 1 }) ?? day;
    const end = first + daysInMonth(year, month) - 1;
    const text = dayText(first);
    months.push({ label: text.slice(0, 7), from: text, to: dayText(end) });
    day = end + 1;
  }
  return months;
}
