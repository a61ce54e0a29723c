import type { Message } from '../../conversation/index.ts';
import { elementBytes } from '../message/element-bytes.ts';
import { type Element, type Mark } from '../message/element.ts';
import { replyMessage } from '../message/http.ts';
import type { Request } from './request.ts';

/** A reply before it is bytes. */
export interface Draft {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: a reply without a body. */
  readonly root?: Element;
  /** Marks before the root. */
  readonly before?: readonly Mark[];
}

/**
 * A change of what a server sends, on its way from the draft to the wire. Each sees only what the one before made of
 * the reply, and the request it answers.
 */
export interface Alteration {
  readonly draft?: (draft: Draft, request: Request) => Draft;
  readonly message?: (message: Message, request: Request) => Message;
}

export const ok = (root?: Element): Draft => ({ status: 200, ...(root && { root }) });

/** The reply as it goes out. */
export function finish(draft: Draft, request: Request, alterations: readonly Alteration[]): Message {
  let altered = draft;
  for (const { draft: alter } of alterations) if (alter) altered = alter(altered, request);
  const { status, headers, root, before } = altered;
  const bytes = root ? elementBytes(root, before) : new Uint8Array(0);
  let message = replyMessage(status, bytes, headers);
  for (const { message: alter } of alterations) if (alter) message = alter(message, request);
  return message;
}
