import type { Side } from '../conversation/index.ts';
import { sideWord } from '../conversation/index.ts';

/** Longest name before its ending, in characters. */
const LONGEST = 60;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** What a message is known by when it is saved; what is not known is left out. */
export interface NamedMessage {
  side: Side;
  command?: string;
  /** Its number in the timeline, from 1, where there is more than one. */
  step?: number;
}

/** A file's name for a message: `03-sync-reply.wbxml`. */
export function messageFileName(
  { side, command, step }: NamedMessage,
  ending: 'wbxml' | 'xml' | 'bin',
): string {
  const parts = [step === undefined ? '' : String(step).padStart(2, '0'), command ?? '', sideWord(side)];
  return `${plainName(parts.join(' '))}.${ending}`;
}

/** A file's name for a whole conversation: `the-37-bytes.conversation.json`. */
export const conversationFileName = (title: string): string => `${plainName(title)}.conversation.json`;

/** The same for other files of a whole conversation: `the-37-bytes.report.html`. */
export const exportFileName = (title: string, ending: 'fixture.json' | 'report.html' | 'report.md'): string =>
  `${plainName(title)}.${ending}`;

/** A title as a name every system takes: lower-case ASCII letters, digits and single dashes. */
function plainName(title: string): string {
  const ascii = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const dashed = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  if (dashed === '') return 'message';
  return DEVICE.test(dashed) ? `message-${dashed}` : dashed;
}
