import { words } from '#words/kept.ts';
import { grouped } from '../../bytes/index.ts';
import { byteCount } from '../../conversation/index.ts';
import type { Summary, Worst } from '../../storage/index.ts';

/** “34 messages · 12,480 bytes”. */
export const sizeWords = ({ messages, bytes }: Pick<Summary, 'messages' | 'bytes'>): string =>
  `${words.messages(grouped(messages), messages === 1)} · ${byteCount(bytes)}`;

/** “12 conversations, 3,014,000 bytes”. */
export const allWords = (count: number, bytes: number): string =>
  words.all(words.conversations(grouped(count), count === 1), byteCount(bytes));

/** The sign of the worst that was found; it says the same without colour. */
export const WORST_SIGNS: Readonly<Record<Worst, string>> = {
  error: '✖',
  warning: '!',
  note: '·',
  nothing: '✓',
};

/** When something was saved, as a person reads it. @param saved ms since 1970; 0: nobody knows */
export function whenWords(saved: number, now: number): string {
  if (saved === 0) return words.earlier;
  const minutes = Math.floor((now - saved) / 60_000);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return words.minutesAgo(minutes);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(saved);
}
