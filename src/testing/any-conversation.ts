import fc from 'fast-check';
import type { Conversation, Exchange, Http, Message, ReadAs } from '../conversation/index.ts';

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 8 }));
/** What JSON gives back as it was: no −0, and no name that is refused. */
const json: fc.Arbitrary<unknown> = fc
  .json({ maxDepth: 2 })
  .filter((written) => !/"__proto__"/.test(written))
  .map((written) => JSON.parse(written) as unknown);
const side = fc.constantFrom('request' as const, 'response' as const);

const http: fc.Arbitrary<Http> = fc.record(
  {
    method: fc.constantFrom('POST', 'OPTIONS'),
    url: fc.oneof(fc.constant('/Microsoft-Server-ActiveSync?Cmd=Sync'), text),
    status: fc.integer({ min: 0, max: 999 }),
    headers: fc.dictionary(fc.stringMatching(/^[A-Za-z-]{1,12}$/), text, {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const readAs: fc.Arbitrary<ReadAs> = fc.record(
  { doctype: text, command: text, side, version: text },
  { requiredKeys: [], noNullPrototype: true },
);

const message: fc.Arbitrary<Message> = fc.record(
  {
    bytes: fc.uint8Array({ maxLength: 80 }),
    http,
    readAs,
    sideTold: side,
    recorded: fc.constant('in part' as const),
    extra: json,
  },
  { requiredKeys: [], noNullPrototype: true },
);

const exchange: fc.Arbitrary<Omit<Exchange, 'id'>> = fc.record(
  { note: text, request: message, response: message },
  { requiredKeys: [], noNullPrototype: true },
);

/** Any conversation of up to six exchanges, with fields that this build does not know here and there. */
export const anyConversation: fc.Arbitrary<Conversation> = fc
  .record(
    {
      title: text,
      note: text,
      exchanges: fc.array(exchange, { maxLength: 6 }),
      setup: json,
    },
    { requiredKeys: ['title', 'exchanges'], noNullPrototype: true },
  )
  .map(({ exchanges, ...rest }) => ({
    format: 1,
    ...rest,
    exchanges: exchanges.map((each, i) => ({ id: String(i + 1), ...each })),
  }));
