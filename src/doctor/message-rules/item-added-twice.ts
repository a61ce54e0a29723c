import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, childrenNamed, tagsNamed, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const itemAddedTwice: MessageRule = {
  id: 'item-added-twice',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Commands', 'AirSync:Add'],
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R757',
  judge(scene) {
    const pairs = tagsNamed(scene, 'AirSync:Commands', 'AirSync:Collection').flatMap((i) => twice(scene, i));
    const firstOf = new Map(pairs);
    return atFirst(
      scene,
      pairs.map(([i]) => i),
      (i) => ({
        text: `Item ${valueNamed(scene, i, 'AirSync:ServerId') ?? ''} is added a second time. A client takes this one for a change of the first.`,
        related: [{ ...elementSpan(scene, firstOf.get(i) ?? i), text: 'It is added here first.' }],
        phone: reactionsTo('item-added-twice'),
      }),
    );
  },
};

export const itemAddedTwicePage: RulePage = {
  title: 'The same item added twice',
  scope: 'message',
  why: 'An item has one ServerId in its folder. Two Adds with one id mean that the server counts something twice.',
  covers: ['SYNC-RSP-12', 'SYNC-RSP-13'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5403780001 0101 0000 47 4d03313a310001 5d 0002 5403780001 010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5403780001 0101 0000 47 4d03313a320001 5d 0002 5403780001 010101010101',
    side: 'response',
  },
};

/** The Adds of one Commands whose ServerId an earlier one has, each with that one. */
function twice(scene: MessageScene, commands: number): [later: number, first: number][] {
  const known = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const i of childrenNamed(scene, commands, 'AirSync:Add')) {
    const id = valueNamed(scene, i, 'AirSync:ServerId');
    if (id === undefined || id === '') continue;
    const first = known.get(id);
    if (first === undefined) known.set(id, i);
    else pairs.push([i, first]);
  }
  return pairs;
}
