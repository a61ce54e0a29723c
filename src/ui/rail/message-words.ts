import { readingOf, type Message, type Side } from '../../conversation/index.ts';
import { decode, type Decoded } from '../../doctypes/index.ts';
import type { Examination } from '../../doctor/index.ts';

/** Larger messages of other types are called by their side alone: the timeline does not wait for them. */
const LARGEST = 1 << 20;

/** What a message is called. */
export interface MessageWords {
  /** Its command, or the title of a document type that is not ActiveSync's; absent where nobody knows. */
  what?: string;
  /** Who wrote it; absent where nothing says so. */
  side?: Side;
}

/** Titles of other document types, each message read once. */
const titles = new WeakMap<Message, string>();

/**
 * What to call a message, from what was found out about it.
 * @param decoded it as it reads, for whoever has that: it is not read again
 */
export function messageWords(
  message: Message | undefined,
  known: Pick<Examination, 'body' | 'context'> | undefined,
  placed: Side,
  decoded?: Decoded,
): MessageWords {
  const { command, side } = known?.context ?? {};
  if (command) return { what: command.value, side: side?.value ?? placed };
  const title = known?.body.kind === 'wbxml' ? otherType(message, decoded) : '';
  if (title === '') return { side: side?.value ?? placed };
  return side && side.how !== 'guessed' ? { what: title, side: side.value } : { what: title };
}

/** The title of a message's document type; '' where that is ActiveSync's, or none. */
function otherType(message: Message | undefined, decoded?: Decoded): string {
  if (!message?.bytes || (!decoded && message.bytes.length > LARGEST)) return '';
  const before = titles.get(message);
  if (before !== undefined) return before;
  const { id, title } = (decoded ?? decode(message.bytes, readingOf(message))).vocabulary.type;
  const other = id === 'activesync' || id === 'none' ? '' : title;
  titles.set(message, other);
  return other;
}
