import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { sizedBody, PLAIN_TEXT } from './body-example.ts';
import { limitOf } from './body-types.ts';
import { answered, asked, sync } from './example-bytes.ts';

/** A cut that keeps the last character whole takes up to so many bytes more. */
const OF_ONE_CHARACTER = 3;

export const cutUnsaid: ExchangeRule = {
  id: 'cut-unsaid',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASAIRS R277',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const body = answered?.short.find(({ type, bytes, characters }) => {
        const limit = limitOf(asked, type);
        return limit > 0 && (characters === limit || (bytes <= limit && bytes >= limit - OF_ONE_CHARACTER));
      });
      if (!body) return [];
      return [
        {
          ...at(pair, 'response', body),
          text: `Data has ${body.bytes} bytes, just what the request asks for at most, and EstimatedDataSize says ${body.said ?? ''}: it was cut. Without Truncated 1 a phone takes it for the whole body, and does not ask for the rest.`,
          related: asked.options
            ? [{ ...at(pair, 'request', asked.options), text: 'What was asked for.' }]
            : [],
        },
      ];
    });
  },
};

export const cutUnsaidPage: RulePage = {
  title: 'A body that was cut, and does not say so',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  versions: '12.0-16.1',
  why: 'Truncated says whether there is more. Where it is missing, or 0, the text in the phone ends in the middle of a sentence, and nobody can read on.',
  covers: ['ITEM-03'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', sizedBody('x'.repeat(500), '900'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', sizedBody('x'.repeat(500), '900', '1'))) },
      },
    ],
  },
};
