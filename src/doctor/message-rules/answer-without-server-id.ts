import { deviationFor, versionBit, versionsOf } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';

/** A phone may send a draft off with its Add: then there is no item that an id could name. */
const SENDS = /* @__PURE__ */ versionsOf('16.0-16.1');

export const answerWithoutServerId: MessageRule = {
  id: 'answer-without-server-id',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Add', 'AirSync:Responses'],
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R759, R760',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Add', 'AirSync:Responses').filter(
      (i) => valueNamed(scene, i, 'AirSync:Status') === '1' && childNamed(scene, i, 'AirSync:ServerId') < 0,
    );
    const maySend = (versionBit(scene.context.version?.value ?? '') & SENDS) !== 0;
    return atFirst(scene, places, () => ({
      text: `Add is answered with Status 1, but without a ServerId. The client does not learn what its item is called now and may send it again.${maySend ? ' Only a mail that was sent off with Send needs none.' : ''}`,
      ...(maySend && { consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' } }),
      deviation: maySend ? undefined : deviationFor('answer-without-server-id', 'AirSync:Add'),
    }));
  },
};

export const answerWithoutServerIdPage: RulePage = {
  title: 'An item taken without being given its id',
  scope: 'message',
  why: 'A client names its new item with a ClientId; the answer gives the ServerId that both use from then on. Without it the item is sent again and stands in the folder twice.',
  covers: ['SYNC-RSP-10'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 46 47 4c03310001 4e03310001 0101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 46 47 4c03310001 4d03313a310001 4e03310001 0101010101',
    side: 'response',
  },
};
