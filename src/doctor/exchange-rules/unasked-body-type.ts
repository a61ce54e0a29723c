import { deviationFor, reactionsTo } from '../../eas/index.ts';
import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { listed } from '../scene.ts';
import { bodyItem, PLAIN_TEXT } from './body-example.ts';
import { typeWord, unaskedBody } from './body-types.ts';
import { answered, asked, sync } from './example-bytes.ts';

export const unaskedBodyType: ExchangeRule = {
  id: 'unasked-body-type',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASAIRS 2.2.2.12, 2.2.2.41',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const body = answered && unaskedBody(asked, answered);
      if (!body) return [];
      return [
        {
          ...at(pair, 'response', body),
          text: `The body is of ${typeWord(body.text)}; the request asks for ${listed(asked.asked.map(typeWord), 'or')}.`,
          related: asked.options
            ? [{ ...at(pair, 'request', asked.options), text: 'What was asked for.' }]
            : [],
          phone: reactionsTo('unasked-body-type'),
          deviation: deviationFor('unasked-body-type'),
        },
      ];
    });
  },
};

export const unaskedBodyTypePage: RulePage = {
  title: 'A body type that was not asked for',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  versions: '12.0-16.1',
  why: 'A phone that asks for plain text shows what it gets as plain text: HTML source appears in the list of messages. Z-Push sends HTML and MIME so, from the first HTML mail of a folder on; SOGo sends every signed mail (S/MIME) whole.',
  covers: ['ITEM-02'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', bodyItem('2'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
        response: { hex: sync(answered('2', '2', bodyItem('1'))) },
      },
    ],
  },
};
