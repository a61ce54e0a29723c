import { reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import { childTags, childToken, elementSpan, fullName, fullNameOf } from '../scene.ts';
import { takeOut } from '../take-out.ts';
import type { Container } from '../walk/fault.ts';

const FEW = 8;

/** The fault of the case: a reply modelled on FolderSync, where the key does stand directly under the root. */
export const synckeyUnderSync: FaultRule = {
  id: 'synckey-under-sync',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD 2.2.3.180, 2.2.3.181.4',
  ground: 'unexpected-child',
  sees: 'unexpected',
  judge(fault, scene) {
    if (fault.kind !== 'unexpected' || fullName(fault.parent.element) !== 'AirSync:Sync') return undefined;
    if (fullNameOf(scene, fault.key) !== 'AirSync:SyncKey') return undefined;
    const right = rightPlaces(scene, fault.parent, fault.key);
    const isReply = scene.side === 'response';
    return {
      ...elementSpan(scene, fault.token),
      text: 'SyncKey stands directly under Sync. Its place is in Collection; under FolderSync this place is right.',
      ...(!isReply && { consequence: { what: 'unknown', by: 'server', basis: 'inferred' }, basis: 'spec' }),
      ...(isReply && { phone: reactionsTo('synckey-under-sync') }),
      related: right.map((i) => ({
        ...elementSpan(scene, i),
        text: 'The key of this collection stands here.',
      })),
      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const synckeyUnderSyncPage: RulePage = {
  title: 'SyncKey directly under Sync',
  scope: 'message',
  commands: ['Sync'],
  why: 'A Sync reply may name several collections, each with a key of its own. A key outside them belongs to none, and a phone that reads by structure does not take it.',
  covers: ['SYNC-INIT-04', 'SYNC-RSP-01', 'FLOW-02', 'D1'],
  bad: { hex: '03016a00 45 4b03310001 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

/** The SyncKeys that stand in a Collection, the first few. */
function rightPlaces(scene: Scene, { token, content }: Container, key: number): number[] {
  const collections = content.children.find(({ name }) => name === 'Collections');
  const container = collections ? childToken(scene, token, collections.key) : -1;
  const places: number[] = [];
  if (container < 0) return places;
  for (const collection of childTags(scene, container)) {
    const place = childToken(scene, collection, key);
    if (place >= 0) places.push(place);
    if (places.length === FEW) break;
  }
  return places;
}
