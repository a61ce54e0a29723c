import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, childrenNamed, tagsNamed, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const conflictWithoutChange: MessageRule = {
  id: 'conflict-without-change',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Responses', 'AirSync:Change'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R2069, R4443 to R4445',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections').flatMap((i) =>
      lost(scene, i),
    );
    return atFirst(scene, places, () => ({
      text: 'Change is answered with Status 7: the server’s copy won. That copy is not in Commands, so the client goes on showing its own.',
    }));
  },
};

export const conflictWithoutChangePage: RulePage = {
  title: 'A lost conflict without the copy that won',
  scope: 'message',
  why: 'With Status 7 the server throws away what the client changed. What it has instead follows as a Change, or both sides differ from then on.',
  covers: ['SYNC-ST-09'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 46 48 4d03313a310001 4e03370001 0101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 46 48 4d03313a310001 4e03370001 0101 56 48 4d03313a310001 5d 0002 5503310001 010101010101',
    side: 'response',
  },
};

/** The answered Changes of a Collection that lost and whose winner is not among its Commands. */
function lost(scene: MessageScene, collection: number): number[] {
  const responses = childNamed(scene, collection, 'AirSync:Responses');
  if (responses < 0) return [];
  const losers = childrenNamed(scene, responses, 'AirSync:Change').filter(
    (i) => valueNamed(scene, i, 'AirSync:Status') === '7',
  );
  if (losers.length === 0) return [];
  const commands = childNamed(scene, collection, 'AirSync:Commands');
  // The winner may come as a Change, or as a Delete.
  const sent = ['Change', 'Delete', 'Add'].flatMap((name) =>
    childrenNamed(scene, commands, `AirSync:${name}`),
  );
  const ids = new Set(sent.map((i) => valueNamed(scene, i, 'AirSync:ServerId')));
  return losers.filter((i) => !ids.has(valueNamed(scene, i, 'AirSync:ServerId')));
}
