import { reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName } from '../scene.ts';
import { takeOut } from '../take-out.ts';

export const emptyCommands: FaultRule = {
  id: 'empty-commands',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.32, R2053',
  ground: 'empty-container',
  sees: 'no-children',
  judge(fault, scene) {
    if (fault.kind !== 'no-children' || fullName(fault.parent.element) !== 'AirSync:Commands')
      return undefined;
    const isReply = scene.side === 'response';
    return {
      ...elementSpan(scene, fault.token),
      text: 'Commands is empty. It holds one operation at least, or it is left out.',
      ...(isReply
        ? { phone: reactionsTo('empty-commands') }
        : { consequence: { what: 'unknown', by: 'server', basis: 'inferred' } }),

      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const emptyCommandsPage: RulePage = {
  title: 'Commands without anything in it',
  scope: 'message',
  commands: ['Sync'],
  why: 'Commands announces changes, so it holds at least one. A server without changes leaves it out.',
  covers: ['SYNC-RSP-08', 'D8'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5601 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
