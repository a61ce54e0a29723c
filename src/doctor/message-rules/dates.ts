const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const DASHED = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z$/;

/** A date as it stands in a message. */
export interface DateRead {
  form: 'compact' | 'dashed';
  /** Milliseconds since 1970. */
  time: number;
}

/**
 * Reads a date of MS-ASDTYPE in either form.
 * @returns `undefined` for what has neither form; that is another rule's to tell
 */
export function readDate(text: string): DateRead | undefined {
  const compact = COMPACT.exec(text);
  const parts = compact ?? DASHED.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute, second] = parts.slice(1, 7).map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day); // not Date.UTC: it takes years below 100 for 19xx
  const time = at.setUTCHours(hour, minute, second, Number((parts[7] ?? '').padEnd(3, '0')));
  return { form: compact ? 'compact' : 'dashed', time };
}

/** Milliseconds from one date to the other; `undefined` where they are not two dates of one form. */
export function spanBetween(first: string, last: string): number | undefined {
  const [from, to] = [readDate(first), readDate(last)];
  return from && from.form === to?.form ? to.time - from.time : undefined;
}
