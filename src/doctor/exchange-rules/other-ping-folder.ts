import { at, quoted, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message } from './example-bytes.ts';

export const otherPingFolder: ExchangeRule = {
  id: 'other-ping-folder',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.177.11',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.ping || !response?.ping || request.ping.folders.length === 0) return [];
    const asked = new Set(request.ping.folders.map(({ text }) => text));
    return response.ping.folders
      .filter(({ text }) => !asked.has(text))
      .map((folder) => ({
        ...at(pair, 'response', folder),
        text: `The reply says that the folder ${quoted(folder.text)} changed, which the phone did not ask to watch.`,
      }));
  },
};

const PING = message(
  '000d',
  holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
);
const reply = (id: string): string =>
  message('000d', holding('45', leaf('47', '2'), holding('49', leaf('4a', id))));

export const otherPingFolderPage: RulePage = {
  title: 'A change in a folder that is not watched',
  scope: 'exchange',
  commands: ['Ping'],
  side: 'response',
  why: 'After Status 2 the phone syncs the folders that the reply names.',
  covers: ['PING-01'],
  bad: { exchanges: [{ request: { hex: PING }, response: { hex: reply('3') } }] },
  good: { exchanges: [{ request: { hex: PING }, response: { hex: reply('2') } }] },
};
