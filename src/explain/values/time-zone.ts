import { quoted } from '../shown-text.ts';
import { MONTHS, WEEKDAYS } from './dates.ts';
import type { ValueLine } from './value-line.ts';

/** Bytes of the structure. */
export const TIME_ZONE_SIZE = 172;

const NAME_SIZE = 64;
const STANDARD_NAME = 4;
const STANDARD_DATE = STANDARD_NAME + NAME_SIZE;
const STANDARD_BIAS = STANDARD_DATE + 16;
const DAYLIGHT_NAME = STANDARD_BIAS + 4;
const DAYLIGHT_DATE = DAYLIGHT_NAME + NAME_SIZE;
const DAYLIGHT_BIAS = DAYLIGHT_DATE + 16;

/**
 * The time zone of a calendar item in words; `undefined` where the bytes are not the 172 of the structure.
 * @see MS-ASDTYPE §2.7.6
 */
export function timeZoneLines(bytes: Uint8Array): ValueLine[] | undefined {
  if (bytes.length !== TIME_ZONE_SIZE) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bias = view.getInt32(0, true);
  const standard = bias + view.getInt32(STANDARD_BIAS, true);
  const daylight = bias + view.getInt32(DAYLIGHT_BIAS, true);
  const season = (label: string, total: number, nameAt: number, dateAt: number): ValueLine => {
    const name = nameOf(view, nameAt);
    const from = changeWords(view, dateAt);
    const parts = [
      offsetWords(total),
      name === '' ? '' : quoted(name),
      from === undefined ? '' : `from ${from}`,
    ];
    return { label, text: parts.filter((part) => part !== '').join(', ') };
  };
  const lines = [{ label: 'Time zone', text: `${offsetWords(bias)}, bias ${bias} minutes` }];
  if (changeWords(view, DAYLIGHT_DATE) === undefined && changeWords(view, STANDARD_DATE) === undefined) {
    const name = nameOf(view, STANDARD_NAME);
    if (name !== '') lines.push({ label: 'Name', text: quoted(name) });
    return [...lines, { label: 'Summer time', text: 'none' }];
  }
  return [
    ...lines,
    season('Standard time', standard, STANDARD_NAME, STANDARD_DATE),
    season('Summer time', daylight, DAYLIGHT_NAME, DAYLIGHT_DATE),
  ];
}

/** The structure counts minutes from local time to UTC: 480 is UTC−8. */
function offsetWords(bias: number): string {
  if (bias === 0) return 'UTC';
  const minutes = Math.abs(bias);
  const rest = minutes % 60;
  return `UTC${bias < 0 ? '+' : '−'}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** A name of two-byte characters; servers are seen to write it in single bytes, which is read all the same. */
function nameOf(view: DataView, at: number): string {
  const single = view.getUint8(at) >= 0x20 && view.getUint8(at + 1) >= 0x20 && view.getUint8(at) < 0x7f;
  const step = single ? 1 : 2;
  let name = '';
  for (let i = at; i < at + NAME_SIZE; i += step) {
    const unit = single ? view.getUint8(i) : view.getUint16(i, true);
    if (unit === 0) break;
    name += String.fromCharCode(unit);
  }
  return name;
}

const WEEKS = ['', 'first', 'second', 'third', 'fourth', 'last'] as const;

/** When the season begins each year, or `undefined` where the structure names no time. */
function changeWords(view: DataView, at: number): string | undefined {
  const field = (index: number) => view.getUint16(at + 2 * index, true);
  const [year, month, weekday, day, hour, minute] = [
    field(0),
    field(1),
    field(2),
    field(3),
    field(4),
    field(5),
  ];
  const name = MONTHS[month - 1];
  if (month === 0) return undefined;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  if (!name) return `month ${month}, which is none`;
  // A year makes it a date; without one, day counts the weeks of the month.
  if (year !== 0) return `${day} ${name} ${year}, ${time}`;
  const week = WEEKS[day];
  const weekdayName = WEEKDAYS[weekday];
  return week && weekdayName
    ? `the ${week} ${weekdayName} of ${name}, ${time}`
    : `${name}, week ${day}, ${time}`;
}
