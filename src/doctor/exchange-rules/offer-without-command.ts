import { versionBit, versionsOf } from '../../eas/index.ts';
import { AT_START, at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { offer, OPTIONS } from './options-example.ts';

/** What a phone uses at a version without asking twice. */
const NEEDED: readonly (readonly [command: string, versions: string, why: string])[] = [
  ['Find', '16.1', 'At 16.1 an iPhone searches with Find, not with Search.'],
  ['Settings', '12.0-16.1', 'An iPhone sends Settings first of all.'],
];

export const offerWithoutCommand: ExchangeRule = {
  id: 'offer-without-command',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD 2.2.1.2; MS-ASHTTP R254',
  judge(pair) {
    const { request, response } = pair;
    if (request?.http.method !== 'OPTIONS' || !response || !isHttpOk(response)) return [];
    const commands = listOf(response.http.commands);
    const versions = listOf(response.http.versions);
    if (commands.length === 0 || versions.length === 0) return [];
    return NEEDED.flatMap(([command, range, why]) => {
      const offered = versions.filter((one) => (versionBit(one) & versionsOf(range)) !== 0);
      const top = offered.at(-1);
      if (top === undefined || commands.some((one) => one.toLowerCase() === command.toLowerCase())) return [];
      return [
        {
          ...at(pair, 'response', AT_START),
          text: `The server offers version ${top} but not the command ${command}. ${why}`,
        },
      ];
    });
  },
};

const listOf = (header = ''): string[] =>
  header
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

export const offerWithoutCommandPage: RulePage = {
  title: 'A version offered without its commands',
  scope: 'exchange',
  side: 'response',
  why: 'A phone takes the highest version that both sides know, and with it the commands that belong to it.',
  covers: ['FIND-01', 'SET-01', 'HTTP-OPT-02'],
  bad: { exchanges: [{ request: OPTIONS, response: offer('14.1,16.0,16.1') }] },
  good: { exchanges: [{ request: OPTIONS, response: offer('14.1,16.0,16.1', ',Find') }] },
};
