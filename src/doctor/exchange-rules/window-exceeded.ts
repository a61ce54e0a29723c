import { at, operationsOf, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, deletes, leaf, sync } from './example-bytes.ts';

const ABSENT = 100;
const MOST = 512;

export const windowExceeded: ExchangeRule = {
  id: 'window-exceeded',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.199, R4776, R4778, R4782',
  judge(pair) {
    const turns = turnsOf(pair).flatMap(({ asked, answered }) => {
      const commands = answered?.commands;
      const limit = windowOf(asked.windowSize?.text);
      if (!commands || asked.key?.text === '0' || commands.count <= limit) return [];
      const past = operationsOf(answered, 'commands')[limit];
      const said = asked.windowSize
        ? `the request asks for ${limit} at most`
        : `without a WindowSize ${ABSENT} count as asked for`;
      return [
        {
          ...at(pair, 'response', past ?? commands),
          text: `The reply has ${commands.count} changes; ${said}. Send the rest with the next key, and MoreAvailable now.`,
          related: asked.windowSize
            ? [{ ...at(pair, 'request', asked.windowSize), text: 'The WindowSize of the request.' }]
            : [],
        },
      ];
    });
    return turns.length > 0 ? turns : ofAll(pair);
  },
};

/** The WindowSize directly under Sync holds for all collections together. */
function ofAll(pair: Parameters<ExchangeRule['judge']>[0]): ReturnType<ExchangeRule['judge']> {
  const size = pair.request?.sync?.windowSize;
  const collections = pair.response?.sync?.collections ?? [];
  if (!size) return [];
  const limit = windowOf(size.text);
  const count = collections.reduce((sum, { commands }) => sum + (commands?.count ?? 0), 0);
  const last = collections.findLast(({ commands }) => commands && commands.count > 0)?.commands;
  if (count <= limit || !last) return [];
  return [
    {
      ...at(pair, 'response', last),
      text: `The reply has ${count} changes in all its collections; the request asks for ${limit} at most.`,
      related: [{ ...at(pair, 'request', size), text: 'The WindowSize of the whole request.' }],
    },
  ];
}

/** 0, and what is above 512, count as 512. */
function windowOf(text: string | undefined): number {
  if (text === undefined || !/^\d+$/.test(text)) return ABSENT;
  const size = Number(text);
  return size === 0 || size > MOST ? MOST : size;
}

export const windowExceededPage: RulePage = {
  title: 'More changes than were asked for',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'WindowSize says how many changes the phone takes at once.',
  covers: ['SYNC-RSP-14', 'SYNC-REQ-04', 'D26'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', leaf('55', '1'))) },
        response: { hex: sync(answered('2', '2', deletes('2:1', '2:2'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', leaf('55', '1'))) },
        response: { hex: sync(answered('2', '2', '14', deletes('2:1'))) },
      },
    ],
  },
};
