import { at, isAt, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, leaf, sync } from './example-bytes.ts';

/** What is none of them is another rule's. */
const CLASSES: readonly string[] = ['Email', 'Calendar', 'Contacts', 'Tasks'];

export const classNotEchoed: ExchangeRule = {
  id: 'class-not-echoed',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R6290, R6319',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      if (!asked.class || !answered) return [];
      const related = [{ ...at(pair, 'request', asked.class), text: 'The Class of the request.' }];
      if (
        answered.class &&
        CLASSES.includes(answered.class.text) &&
        answered.class.text !== asked.class.text
      ) {
        const text = `The request names the Class “${asked.class.text}”, and the reply “${answered.class.text}”. The Class of a reply is that of the request.`;
        return [{ ...at(pair, 'response', answered.class), text, breach: 'MUST' as const, related }];
      }
      // Exchange leaves it out from 12.1 on
      if (answered.class || !isAt(pair, '2.5-12.0')) return [];
      return [
        {
          ...at(pair, 'response', answered.id ?? answered),
          text: `The request names the Class “${asked.class.text}”, and the reply does not repeat it. Up to 12.0 it stands first in the Collection.`,
          related,
        },
      ];
    });
  },
};

const withClass = (collection: string): string => collection.replace('4f', `4f ${leaf('50', 'Email')}`);

export const classNotEchoedPage: RulePage = {
  title: 'The Class of the request is not repeated',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'Phones of that time find out by the Class what kind of items a folder holds.',
  covers: ['SYNC-RSP-06'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(withClass(asked('0', '2'))), version: '12.0' },
        response: { hex: sync(answered('1', '2')) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(withClass(asked('0', '2'))), version: '12.0' },
        response: { hex: sync(withClass(answered('1', '2'))) },
      },
    ],
  },
};
