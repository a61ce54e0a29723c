const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,12}))?\s*(?:Z|([+-])(\d\d):?(\d\d))?$/i;

/** Days from 1 March of year 0 on, so that the leap day ends a year. */
function dayNumber(year: number, month: number, day: number): number {
  const from = month < 3 ? year - 1 : year;
  const months = (month + 9) % 12;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leaps + Math.floor((153 * months + 2) / 5) + day;
}

/** A time of ISO 8601 as seconds on one scale, for putting times in order; `undefined` where it is none. */
export function instantOf(text: string): number | undefined {
  const found = ISO.exec(text.trim());
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const fraction = Number(`0.${found[7] ?? '0'}`);
  const zone = (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0)) * (found[8] === '-' ? -1 : 1);
  return dayNumber(year, month, day) * 86_400 + (hour * 60 + minute - zone) * 60 + second + fraction;
}
