import { expect, test } from 'vitest';
import type { Conversation, Exchange, Message } from '../../conversation/index.ts';
import type { Severity } from '../../doctor/index.ts';
import type { At } from '../../state/index.ts';
import { choicesOf, filterSteps, type Only, type Searched } from './rail-filter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const post = (command: string, more = ''): Message => ({
  bytes: bytes(`\u0003${more}`),
  http: { method: 'POST', url: `/Microsoft-Server-ActiveSync?Cmd=${command}&User=anna` },
});
const reply = (status: number, text = ''): Message => ({ bytes: bytes(text), http: { status } });

const exchanges: Exchange[] = [
  { id: 'a', request: { http: { method: 'OPTIONS', url: '/' } }, response: reply(200) },
  { id: 'b', name: 'The first list', request: post('FolderSync'), response: reply(449) },
  {
    id: 'c',
    note: 'Made by hand',
    request: post('Sync', '500 bottles'),
    response: reply(200, 'Lunch at Zoë’s'),
  },
  { id: 'd', request: post('Sync'), response: reply(500) },
  { id: 'e', response: { bytes: bytes('x') } },
];
const commands = [undefined, 'FolderSync', 'Sync', 'Sync', undefined];
const worstOf: Record<string, Severity> = {
  '3 response': 'warning',
  '2 request': 'error',
  '1 response': 'note',
};

function talkOf(conversation: Conversation): Searched {
  const steps = conversation.exchanges.flatMap((one, exchange) =>
    (['request', 'response'] as const).flatMap((side): At[] => (one[side] ? [{ exchange, side }] : [])),
  );
  return {
    conversation,
    steps,
    worst: steps.map(({ exchange, side }) => worstOf[`${exchange} ${side}`]),
    commandOf: ({ exchange }) => commands[exchange],
  };
}
const talk = talkOf({ format: 1, title: '', exchanges });

/** The ids of the exchanges that are shown, each message of them. */
const shown = (text: string, only: Only = ''): string | undefined =>
  filterSteps({ text, only }, talk)
    ?.map((i) => exchanges[talk.steps[i]?.exchange ?? -1]?.id)
    .join('');

test.each<[what: string, text: string, only: Only, ids: string | undefined]>([
  ['nothing asked for', '', '', undefined],
  ['blanks', '  ', '', undefined],
  ['a command, in whatever letters', 'foldersync', '', 'bb'],
  ['a part of it', 'sync', '', 'bbccdd'],
  ['a method', 'options', '', 'aa'],
  ['a name', 'first list', '', 'bb'],
  ['a note', 'by hand', '', 'cc'],
  ['an address', 'user=anna', '', 'bbccdd'],
  ['a text inside', 'zoë', '', 'cc'],
  ['a status that there is, and not the number in a text', '500', '', 'dd'],
  ['a number that is no status', 'bottles', '', 'cc'],
  ['a number of an exchange', '#5', '', 'e'],
  ['two words, both of which must be there', 'sync 500', '', 'dd'],
  ['words of which one is nowhere', 'sync nowhere', '', ''],
  ['errors', '', 'error', 'cc'],
  ['errors and warnings', '', 'warning', 'ccdd'],
  ['not 200; where no status is known there is none', '', 'status', 'bbdd'],
  ['one command', '', 'command Sync', 'ccdd'],
  ['a command and a word', 'zoë', 'command Sync', 'cc'],
  ['a method as a command', '', 'command OPTIONS', 'aa'],
])('%s', (_, text, only, ids) => {
  expect(shown(text, only)).toBe(ids);
});

test('what can be asked for, and how much there is of it', () => {
  expect(choicesOf(talk)).toEqual({
    exchanges: 5,
    error: 1,
    warning: 2,
    status: 2,
    commands: [
      ['FolderSync', 1],
      ['OPTIONS', 1],
      ['Sync', 2],
    ],
  });
});

test('an exchange that was changed is looked at anew', () => {
  expect(shown('renamed')).toBe('');
  const changed = talkOf({
    format: 1,
    title: '',
    exchanges: exchanges.map((one) => (one.id === 'd' ? { ...one, name: 'Renamed' } : one)),
  });
  expect(filterSteps({ text: 'renamed', only: '' }, changed)).toEqual([6, 7]);
});

test('10,000 exchanges are searched within the time of some frames', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    id: `${i}`,
    request: post('Sync', `key ${i}`),
    response: reply(i % 100 === 0 ? 500 : 200, 'x'.repeat(300)),
  }));
  const large = talkOf({ format: 1, title: '', exchanges: many });
  filterSteps({ text: 'warm', only: '' }, large);
  const before = performance.now();
  expect(filterSteps({ text: 'sync 500', only: '' }, large)).toHaveLength(200);
  expect(performance.now() - before).toBeLessThan(500);
});
