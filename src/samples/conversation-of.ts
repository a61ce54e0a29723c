import { fromBase64 } from '../bytes/index.ts';
import type { Conversation, Exchange, Message } from '../conversation/index.ts';

type Plain<T> = Omit<T, 'bytes'> & { bytes?: string };
type PlainExchange = Omit<Exchange, 'request' | 'response'> & {
  request?: Plain<Message>;
  response?: Plain<Message>;
};

const withBytes = ({ bytes, ...message }: Plain<Message>): Message => ({
  ...message,
  ...(bytes !== undefined && { bytes: fromBase64(bytes) ?? new Uint8Array(0) }),
});

/**
 * The conversation of a sample's file. Nothing is checked here, so that what checks files need not be loaded with the
 * page: tests check that every sample reads as any file of a conversation does.
 */
export function conversationOf(value: unknown): Conversation {
  const { exchanges, ...facts } = value as Omit<Conversation, 'exchanges'> & { exchanges: PlainExchange[] };
  return {
    ...facts,
    exchanges: exchanges.map(({ request, response, ...exchange }) => ({
      ...exchange,
      ...(request && { request: withBytes(request) }),
      ...(response && { response: withBytes(response) }),
    })),
  };
}
