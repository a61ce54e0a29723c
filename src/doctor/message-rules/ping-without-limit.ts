import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { childNamed, rootNamed, valueNamed } from './elements.ts';

/** What the answer to a number out of bounds must carry, by its Status. */
const LIMITS: Readonly<Record<string, readonly [tag: string, what: string]>> = {
  5: ['HeartbeatInterval', 'the nearest interval that the server takes'],
  6: ['MaxFolders', 'how many folders the server watches'],
};

export const pingWithoutLimit: MessageRule = {
  id: 'ping-without-limit',
  side: 'response',
  commands: ['Ping'],
  about: ['Ping:Status'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R5690, R5691, R3259',
  judge(scene) {
    const root = rootNamed(scene, 'Ping:Ping');
    const status = root < 0 ? undefined : valueNamed(scene, root, 'Ping:Status');
    const limit = status === undefined || !Object.hasOwn(LIMITS, status) ? undefined : LIMITS[status];
    if (!limit || childNamed(scene, root, `Ping:${limit[0]}`) >= 0) return [];
    return [
      {
        ...tokenSpan(scene, root),
        text: `Status ${status ?? ''} stands without ${limit[0]}. It says ${limit[1]}; without it a client cannot ask better.`,
      },
    ];
  },
};

export const pingWithoutLimitPage: RulePage = {
  title: 'A refused Ping without the limit',
  scope: 'message',
  why: 'Status 5 and 6 refuse a number. The answer gives one that the server takes, so that the next Ping is right.',
  covers: ['PING-03'],
  bad: { hex: '03016a00 000d 45 4703350001 01', side: 'response' },
  good: { hex: '03016a00 000d 45 4703350001 48033930300001 01', side: 'response' },
};
