import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { PLAIN_TEXT_PREVIEW, previewedBody } from './body-example.ts';
import { answered, asked, sync } from './example-bytes.ts';

export const previewOverLimit: ExchangeRule = {
  id: 'preview-over-limit',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASAIRS R250',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const preview = answered?.preview;
      const limits = asked.preferences.flatMap(({ preview: most }) => most ?? []);
      const limit = Math.max(...limits);
      if (!preview || limits.length === 0 || preview.characters <= limit) return [];
      return [
        {
          ...at(pair, 'response', preview),
          text: `Preview has ${preview.characters} characters; the request asks for ${limit} at most.`,
          related: asked.options
            ? [{ ...at(pair, 'request', asked.options), text: 'What was asked for.' }]
            : [],
        },
      ];
    });
  },
};

export const previewOverLimitPage: RulePage = {
  title: 'A preview longer than was asked for',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  versions: '14.1-16.1',
  why: 'The number of characters is what the list of messages has room for.',
  covers: ['ITEM-03'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT_PREVIEW)), version: '14.1' },
        response: { hex: sync(answered('2', '2', previewedBody('more than ten'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', PLAIN_TEXT_PREVIEW)), version: '14.1' },
        response: { hex: sync(answered('2', '2', previewedBody('just a ten'))) },
      },
    ],
  },
};
