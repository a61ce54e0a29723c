import { deviationFor, reactionsTo, type ContentModel } from '../../eas/index.ts';
import type { FaultRule, Judgement, RulePage, Scene } from '../rule.ts';
import { elementSpan, fullName, holdsIn, nameOf } from '../scene.ts';
import type { Container } from '../walk/fault.ts';

const SHORT_LIST = 8;

export const wrongOrder: FaultRule = {
  id: 'wrong-order',
  breach: 'SHOULD',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R975, R976; MS-ASAIRS R348',
  sees: 'order',
  judge(fault, scene) {
    if (fault.kind !== 'order' || !holdsIn(fault.wrongIn, scene)) return undefined;
    const { parent, element, after } = fault;
    const where = fullName(parent.element);
    const deviation = scene.side === 'response' ? deviationFor('wrong-order', where) : undefined;
    const known = deviation ? ` ${deviation.server} keeps another order too; ${deviation.phones}.` : '';
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, element, parent.element)} stands after ${nameOf(scene, after, parent.element)}. ${orderOf(scene, parent)}${known}`,
      source: parent.content.source,
      ...strength(scene, parent.content),
      phone: scene.side === 'response' ? phonesOn(where) : [],
      deviation,
      ...(fault.wrongIn !== undefined && { versionBound: true }),
    };
  },
};

export const wrongOrderPage: RulePage = {
  title: 'Elements in another order than the one they have',
  scope: 'message',
  why: 'In a request a strict server answers another order with Status 4. Phones are served other orders every day, where the documents leave the order open or servers do not keep it.',
  covers: ['SCHEMA-05', 'SYNC-REQ-01', 'SYNC-RSP-04', 'SYNC-RSP-11', 'ITEM-01'],
  bad: { hex: '03016a00 45 5c4f 5203310001 4b03310001 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 010101', side: 'request' },
};

function orderOf(scene: Scene, { element, content }: Container): string {
  const parent = nameOf(scene, element);
  const whose = content.order === 'habit' ? 'servers in use keep' : 'the specification gives';
  if (content.children.length > SHORT_LIST)
    return `In ${parent} it is the other way round in the order that ${whose}.`;
  const names = content.children.map((child) => nameOf(scene, child, element)).join(', ');
  return `The order that ${whose} in ${parent} is ${names}.`;
}

function strength({ side }: Scene, { order }: ContentModel): Pick<Judgement, 'breach' | 'consequence'> {
  if (order === 'must') {
    return side === 'request'
      ? { breach: 'MUST', consequence: { what: 'rejected', by: 'server', basis: 'spec' } }
      : { breach: 'MUST', consequence: { what: 'unknown', by: 'phone', basis: 'inferred' } };
  }
  if (order === 'should' && side === 'request') {
    return { consequence: { what: 'rejected', by: 'server', basis: 'inferred' } };
  }
  return { consequence: { what: 'tolerated', by: 'phone', basis: 'reported' } };
}

function phonesOn(parent: string): ReturnType<typeof reactionsTo> {
  if (parent === 'AirSyncBase:Body') return reactionsTo('body-order');
  return parent === 'AirSync:Collection' ? reactionsTo('collection-order') : [];
}
