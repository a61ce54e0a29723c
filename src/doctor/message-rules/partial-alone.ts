import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, rootNamed } from './elements.ts';

const BESIDE = ['Collections', 'Wait', 'HeartbeatInterval', 'WindowSize'];

export const partialAlone: MessageRule = {
  id: 'partial-alone',
  side: 'request',
  commands: ['Sync'],
  about: ['AirSync:Partial'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R3642, R3643',
  judge(scene) {
    const root = rootNamed(scene, 'AirSync:Sync');
    const partial = childNamed(scene, root, 'AirSync:Partial');
    if (partial < 0 || BESIDE.some((name) => childNamed(scene, root, `AirSync:${name}`) >= 0)) return [];
    return atFirst(scene, [partial], () => ({
      text: 'Partial stands alone. It says that the rest is as before, so there must be something that is not: Collections, Wait, HeartbeatInterval or WindowSize.',
    }));
  },
};

export const partialAlonePage: RulePage = {
  title: 'Partial with nothing beside it',
  scope: 'message',
  versions: '12.1-16.1',
  why: 'A partial request names what changed since the last one. To repeat the last one unchanged, a request is sent empty.',
  covers: ['SYNC-REQ-07'],
  bad: { hex: '03016a00 45 26 01', side: 'request', version: '14.1' },
  good: { hex: '03016a00 45 69033630300001 26 01', side: 'request', version: '14.1' },
};
