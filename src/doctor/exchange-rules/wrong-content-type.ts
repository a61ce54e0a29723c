import type { Side } from '../../conversation/index.ts';
import { AT_START, at, isHttpOk, type Digest, type ExchangeRule, type Pair } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

const WBXML = 'application/vnd.ms-sync.wbxml';
const MULTIPART = 'application/vnd.ms-sync.multipart';
const TYPES: readonly string[] = [WBXML, 'application/vnd.ms-sync'];

/** WBXML that HTTP calls something else, or does not name where it names the length of it. */
export const wrongContentType: ExchangeRule = {
  id: 'wrong-content-type',
  breach: 'MUST',
  consequence: { what: 'rejected', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R143, R219, R438',
  judge: (pair) => [...judgeOne(pair, 'request', pair.request), ...judgeOne(pair, 'response', pair.response)],
};

function judgeOne(pair: Pair, side: Side, message: Digest | undefined): ReturnType<ExchangeRule['judge']> {
  if (message?.body !== 'wbxml' || !isHttpOk(message) || message.rootName === undefined) return [];
  const { contentType, contentLength } = message.http;
  if (contentType !== undefined && TYPES.includes(contentType)) return [];
  if (contentType === MULTIPART && message.around > 0) return [];
  // Headers that say nothing of the body may have been left out of a log.
  if (contentType === undefined && contentLength === undefined) return [];
  const said = contentType === undefined ? 'There is no Content-Type' : `Its Content-Type is ${contentType}`;
  const text = `${said}, and the body is WBXML. It has to be ${WBXML}.`;
  return [{ ...at(pair, side, AT_START), text }];
}

export const wrongContentTypePage: RulePage = {
  title: 'WBXML under another Content-Type',
  scope: 'exchange',
  why: 'A reader goes by the Content-Type, and so do proxies on the way. What is called text/html may be changed as such.',
  covers: ['HTTP-CT-01', 'HTTP-CT-03', 'D22'],
  bad: {
    exchanges: [
      {
        request: post('Sync', SYNC_KEY_0),
        response: reply(SYNC_KEY_1, { 'Content-Type': 'text/html; charset=utf-8' }),
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: post('Sync', SYNC_KEY_0),
        response: reply(SYNC_KEY_1, { 'Content-Type': WBXML }),
      },
    ],
  },
};
