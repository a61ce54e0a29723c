import type { Side } from '../../conversation/index.ts';
import { AT_START, at, type Digest, type ExchangeRule, type Pair } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

/** The header and the bytes do not agree. A warning at most: whoever edits the bytes does not edit the header. */
export const wrongContentLength: ExchangeRule = {
  id: 'wrong-content-length',
  breach: 'SHOULD',
  consequence: { what: 'rejected', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R216',
  judge: (pair) => [...judgeOne(pair, 'request', pair.request), ...judgeOne(pair, 'response', pair.response)],
};

function judgeOne(pair: Pair, side: Side, message: Digest | undefined): ReturnType<ExchangeRule['judge']> {
  if (!message || message.body === 'absent' || message.body === 'empty') return [];
  const { contentLength, contentEncoding, transferEncoding } = message.http;
  // Packed bytes are counted packed; they may have been unpacked since.
  const isPacked = contentEncoding !== undefined && contentEncoding !== 'identity';
  if (contentLength === undefined || isPacked || transferEncoding !== undefined) return [];
  const sent = message.length + message.around;
  if (contentLength === sent) return [];
  const less = sent < contentLength;
  return [
    {
      ...at(pair, side, less ? { start: message.length, end: message.length } : AT_START),
      text: `Content-Length says ${contentLength}, and there are ${sent} bytes. ${less ? 'The reader waits for the rest, or the bytes were changed here.' : 'The reader stops before the end, or the bytes were changed here.'}`,
    },
  ];
}

const length = (bytes: number): Record<string, string> => ({
  'Content-Type': 'application/vnd.ms-sync.wbxml',
  'Content-Length': `${bytes}`,
});

export const wrongContentLengthPage: RulePage = {
  title: 'Another length than the header says',
  scope: 'exchange',
  why: 'Who reads a message goes by its Content-Length: one byte more, and the connection hangs.',
  covers: ['HTTP-LEN-01'],
  bad: {
    exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1, length(37)) }],
  },
  good: {
    exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1, length(25)) }],
  },
};
