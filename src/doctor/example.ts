import { fromHex } from '../bytes/index.ts';
import type { Conversation, Message } from '../conversation/index.ts';
import type { Example, ExampleMessage, TalkExample } from './rule.ts';

/** A rule's example as a conversation, to be examined or shown. */
export function exampleConversation(example: Example | TalkExample, title = ''): Conversation {
  if ('exchanges' in example) {
    const exchanges = example.exchanges.map(({ request, response }, i) => ({
      id: `${i + 1}`,
      ...(request && { request: messageOf(request) }),
      ...(response && { response: messageOf(response) }),
    }));
    return { format: 1, title, exchanges };
  }
  const { hex, side, version, command } = example;
  const readAs = {
    side,
    ...(version !== undefined && { version }),
    ...(command !== undefined && { command }),
  };
  const message: Message = { bytes: bytesOf(hex), readAs };
  return { format: 1, title, exchanges: [{ id: '1', [side]: message }] };
}

function messageOf({ hex, http, version }: ExampleMessage): Message {
  return {
    ...(hex !== undefined && { bytes: bytesOf(hex) }),
    ...(http && { http }),
    ...(version !== undefined && { readAs: { version } }),
  };
}

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
