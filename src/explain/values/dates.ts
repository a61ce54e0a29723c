/** A date and time in UTC; month and day from 1. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** The form it was written in. */
  form: 'compact' | 'long' | 'day';
}

const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/;
const LONG = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,7})?Z?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

const FORMS = [
  { form: 'compact', pattern: COMPACT },
  { form: 'long', pattern: LONG },
  { form: 'day', pattern: DAY },
] as const;

/**
 * A text in one of the forms ActiveSync writes dates in: `20251001T215355Z`, `2025-10-01T21:53:55.000Z`, or a day
 * alone. `undefined` for any other text; whether there is such a day is not looked at.
 * @see MS-ASDTYPE
 */
export function readDate(text: string): DateParts | undefined {
  for (const { form, pattern } of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
    return { year, month, day, hour, minute, second, form };
  }
  return undefined;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A date in words: `Wednesday, 1 October 2025, 21:53:55 UTC`; says so where there is no such day or time. */
export function dateWords({ year, month, day, hour, minute, second, form }: DateParts): string {
  const name = MONTHS[month - 1];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day); // not Date.UTC: it takes years below 100 for 19xx
  if (!name || at.getUTCDate() !== day || day === 0) {
    return `no day of the calendar: month ${month}, day ${day}`;
  }
  const date = `${WEEKDAYS[at.getUTCDay()]}, ${day} ${name} ${year}`;
  if (form === 'day') return date;
  if (hour > 23 || minute > 59 || second > 59) {
    return `${date}, but no time of day: ${two(hour)}:${two(minute)}:${two(second)}`;
  }
  return `${date}, ${two(hour)}:${two(minute)}:${two(second)} UTC`;
}
