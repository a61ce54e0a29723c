import { deviationFor } from '../../eas/index.ts';
import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { sizedBody, PLAIN_TEXT } from './body-example.ts';
import { limitOf, typeWord } from './body-types.ts';
import { answered, asked, sync } from './example-bytes.ts';

export const bodyOverLimit: ExchangeRule = {
  id: 'body-over-limit',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASAIRS R180, TruncationSize',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) =>
      (answered?.longest ?? []).flatMap((body) => {
        const limit = limitOf(asked, body.type);
        // Where bytes are many and characters are few, characters were counted.
        if (body.characters <= limit) return [];
        return [
          {
            ...at(pair, 'response', body),
            text: `The Data of a body of ${typeWord(body.type)} has ${body.bytes} bytes; the request asks for ${limit} at most.`,
            related: asked.options
              ? [{ ...at(pair, 'request', asked.options), text: 'What was asked for.' }]
              : [],
            deviation: deviationFor('body-over-limit'),
          },
        ];
      }),
    );
  },
};

export const bodyOverLimitPage: RulePage = {
  title: 'A body longer than was asked for',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  versions: '12.0-16.1',
  why: 'A phone asks for as much as its list of messages shows, and for the rest when somebody reads. Z-Push and SOGo send some bodies whole all the same; on a slow line that is what takes the time.',
  covers: ['ITEM-03'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', sizedBody('x'.repeat(501), '501'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', sizedBody('x'.repeat(500), '501', '1'))) },
      },
    ],
  },
};
