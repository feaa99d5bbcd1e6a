/** The calendar: serial days as Excel counts them, moments in whole seconds. No Date, no zone. */

export const SECONDS_PER_DAY = 86400;

/** First day that the 1900 and 1904 systems agree on after Excel's false leap day: 1900-03-01. */
const FIRST_DAY = 61;
/** 9999-12-31. */
const LAST_DAY = 2958465;
/** Days between the two date systems of Excel. */
export const DAYS_1904 = 1462;
/** What a serial number of whole seconds may lack by its binary fraction. */
const DUST_SECONDS = 0.002;
/** Serial day of 1970-01-01. */
const UNIX_DAY = 25569;

/** A day of the civil calendar. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Serial day of a civil day; `undefined` where there is no such day or Excel has no number for it. */
export function serialOfCivil({ year, month, day }: CivilDay): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const serial = era * 146097 + dayOfEra + dayOfYear - 719468 + UNIX_DAY;
  return isSerialDay(serial) ? serial : undefined;
}

/** The civil day of a serial day. */
export function civilOfSerial(serial: number): CivilDay {
  const shifted = serial - UNIX_DAY + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

/** True for a day that Excel can hold and that is not one of the false first sixty. */
export function isSerialDay(serial: number): boolean {
  return serial >= FIRST_DAY && serial <= LAST_DAY;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The moment of a cell's serial number in whole seconds; `undefined` if no date. A part of a second
 * is cut, so that the last one of a day stays in it; a binary fraction short of a second is not.
 */
export function momentOfSerial(serial: number): number | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const seconds = Math.floor(serial * SECONDS_PER_DAY + DUST_SECONDS);
  return isSerialDay(Math.floor(seconds / SECONDS_PER_DAY)) ? seconds : undefined;
}

/** The serial number that a cell holds for a moment, in the workbook's date system. */
export function serialOfMoment(moment: number, date1904 = false): number {
  return moment / SECONDS_PER_DAY - (date1904 ? DAYS_1904 : 0);
}

export function dayOfMoment(moment: number): number {
  return Math.floor(moment / SECONDS_PER_DAY);
}

export function startOfDay(serialDay: number): number {
  return serialDay * SECONDS_PER_DAY;
}

/** The last second of a day: an end date without a time means the whole day (I-6). */
export function endOfDay(serialDay: number): number {
  return serialDay * SECONDS_PER_DAY + SECONDS_PER_DAY - 1;
}

/** `YYYY-MM-DD` of a serial day. */
export function dayText(serialDay: number): string {
  const { year, month, day } = civilOfSerial(serialDay);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM-DDTHH:mm`, or `YYYY-MM-DD` at midnight; seconds are left out of texts. */
export function momentText(moment: number): string {
  const day = dayText(dayOfMoment(moment));
  const seconds = moment % SECONDS_PER_DAY;
  if (seconds === 0) return day;
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
