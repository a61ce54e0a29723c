import type { Conversation, MessagePlace } from '../conversation/index.ts';

/** A text that a person wrote for a message, spelt as they spelt it. */
export interface KeptText extends MessagePlace {
  text: string;
  /** True where it cannot be encoded yet: then it is more than the bytes beside it. */
  broken: boolean;
}

/** Which message was on show, which of its bytes were selected, half-open, and which step of a run it was. */
export interface KeptView extends MessagePlace {
  selection?: { start: number; end: number };
  step?: number;
}

/** All that is kept of a conversation. */
export interface Kept {
  conversation: Conversation;
  view: KeptView;
  texts: readonly KeptText[];
}

/** What a list says of a conversation without opening it. */
export interface Summary {
  id: string;
  title: string;
  messages: number;
  /** Bytes of all messages. */
  bytes: number;
  /** When it was saved last: ms since 1970. */
  saved: number;
  /** The worst that was found in it; absent where nobody looked. */
  worst?: Worst;
  /** It began as a copy, because another tab had changed the same conversation. */
  copy?: boolean;
}

export type Worst = 'error' | 'warning' | 'note' | 'nothing';

/** A name for something that nothing else in this browser has. */
export function newName(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (part) => part.toString(36)).join('');
}
