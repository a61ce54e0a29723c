import { commandNamed, reactionsTo } from '../../eas/index.ts';
import { AT_START, at, commandOf, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, post, reply, sync } from './example-bytes.ts';

/** An empty reply whose headers say that there is something: most often a proxy that packs nothing. */
export const dressedUpNothing: ExchangeRule = {
  id: 'dressed-up-nothing',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASHTTP R216, R412',
  ground: 'no-body',
  judge(pair) {
    const { response } = pair;
    const command = commandOf(pair);
    if (!response || !isHttpOk(response) || command === undefined || !commandNamed(command)) return [];
    if (response.packsNothing) {
      return [
        {
          ...at(pair, 'response', { start: 0, end: response.length }),
          text: `An empty reply was packed: these ${response.length} bytes are a gzip of nothing. It has to have Content-Length 0 and no Content-Encoding.`,
          phone: reactionsTo('dressed-up-nothing'),
        },
      ];
    }
    if (response.body !== 'empty') return [];
    const { contentEncoding, contentLength, contentType } = response.http;
    const wrong = [
      ...(contentEncoding !== undefined && contentEncoding !== 'identity'
        ? [`Content-Encoding ${contentEncoding}`]
        : []),
      ...(contentLength !== undefined && contentLength > 0 ? [`Content-Length ${contentLength}`] : []),
      ...(contentType?.startsWith('text/') === true && command === 'Sync'
        ? [`Content-Type ${contentType}`]
        : []),
    ];
    if (wrong.length === 0) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `The reply is empty, but its headers say ${wrong.join(', ')}. An empty reply has Content-Length 0 and nothing of the kind.`,
        phone: reactionsTo('dressed-up-nothing'),
      },
    ];
  },
};

const WBXML = { 'Content-Type': 'application/vnd.ms-sync.wbxml' };

export const dressedUpNothingPage: RulePage = {
  title: 'An empty reply that does not look empty',
  scope: 'exchange',
  side: 'response',
  why: 'A phone that is told of packed bytes waits for them: “Checking for Mail…”, for 80 seconds, and then the same again.',
  covers: ['HTTP-CT-02', 'D22'],
  bad: {
    exchanges: [
      {
        request: post('Sync', sync(asked('1', '2'))),
        response: reply('', {
          'Content-Type': 'text/html',
          'Content-Encoding': 'gzip',
          'Content-Length': '20',
        }),
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: post('Sync', sync(asked('1', '2'))),
        response: reply(sync(answered('1', '2')), WBXML),
      },
    ],
  },
};
