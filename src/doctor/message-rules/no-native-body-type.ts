import { versionsOf } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { holdsIn, tokenSpan } from '../scene.ts';
import { atFirst } from './elements.ts';
import { itemsWithout } from './items.ts';

const SINCE = /* @__PURE__ */ versionsOf('12.0-16.1');
const MAIL = ['Email:From', 'Email:Subject', 'AirSyncBase:Body'];

export const noNativeBodyType: MessageRule = {
  id: 'no-native-body-type',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Add', 'Email:From', 'Email:Subject', 'AirSyncBase:Body'],
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASAIRS, NativeBodyType',
  judge(scene) {
    if (!holdsIn(SINCE, scene)) return [];
    return atFirst(
      scene,
      itemsWithout(scene, MAIL, 'AirSyncBase:NativeBodyType'),
      () => ({
        text: 'This mail has a Body but no NativeBodyType. It says what form the text has on the server, so that a phone knows whether there is a better one to ask for.',
      }),
      tokenSpan,
    );
  },
};

export const noNativeBodyTypePage: RulePage = {
  title: 'A mail without NativeBodyType',
  scope: 'message',
  versions: '12.0-16.1',
  why: 'One author reports mails shown as not downloaded without it; nobody has told that cause from others.',
  covers: ['ITEM-11'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 580361406578616d706c652e636f6d0001 5403780001 4f03323032362d30312d30355430393a30303a30302e3030305a0001 0011 4a 4603310001 4c03310001 4b03780001 01010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 580361406578616d706c652e636f6d0001 5403780001 4f03323032362d30312d30355430393a30303a30302e3030305a0001 0011 4a 4603310001 4c03310001 4b03780001 01 5603310001 010101010101',
    side: 'response',
  },
};
