/** Serial numbers of days, as a workbook counts them. No time zone takes part. */

const DAY_MS = 86_400_000;
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** Days between the two date systems [doc: date systems in Excel]. */
const DAYS_TO_1904 = 1462;

/** The serial number of a civil day; months count from 1. Undefined for a day that does not exist or that Excel has no number for. */
export function daySerial(
  day: { year: number; month: number; day: number },
  date1904: boolean,
): number | undefined {
  const ms = Date.UTC(day.year, day.month - 1, day.day);
  const made = new Date(ms);
  if (made.getUTCMonth() !== day.month - 1 || made.getUTCDate() !== day.day) return undefined;
  if (day.year < (date1904 ? 1904 : 1900) || day.year > 9999) return undefined;
  return shifted((ms - DAY_ZERO_MS) / DAY_MS, date1904);
}

/** The serial number that DATE gives: months and days may run over. */
export function dateFunction(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
): number | undefined {
  const full = year < 1900 ? year + 1900 : year;
  const serial = shifted(
    (Date.UTC(full, Math.trunc(month) - 1, Math.trunc(day)) - DAY_ZERO_MS) / DAY_MS,
    date1904,
  );
  return serial < 0 || Number.isNaN(serial) ? undefined : serial;
}

/** Excel counts a 29 February 1900 that never was, so the days before it are one lower. */
function shifted(days: number, date1904: boolean): number {
  if (date1904) return days - DAYS_TO_1904;
  return days < 61 ? days - 1 : days;
}

/** The civil day and time of a serial number. */
export function civil(serial: number, date1904: boolean): Date {
  const whole = date1904 ? serial + DAYS_TO_1904 : serial < 60 ? serial + 1 : serial;
  return new Date(DAY_ZERO_MS + Math.round(whole * 86_400) * 1000);
}
