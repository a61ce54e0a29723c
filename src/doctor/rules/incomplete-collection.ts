import { deviationFor, reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { childToken, elementText, fullName, nameOf, tokenSpan } from '../scene.ts';

const SUCCESS = '1';
/** Failures of one folder: its key is not valid, or the server could not read it. Whoever answers so names it. */
const FOR_FOLDER = ['3', '5'];

export const incompleteCollection: FaultRule = {
  id: 'incomplete-collection',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.181.4, R2842, R1403, R2770',
  ground: 'missing-child',
  sees: 'missing',
  judge(fault, scene) {
    if (fault.kind !== 'missing' || scene.side !== 'response') return undefined;
    const { parent, element } = fault;
    if (fullName(parent.element) !== 'AirSync:Collection') return undefined;
    const status = parent.content.children.find(({ name }) => name === 'Status');
    const statusToken = status ? childToken(scene, parent.token, status.key) : -1;
    const code = statusToken < 0 ? SUCCESS : elementText(scene, statusToken);
    const isForFolder = element.name === 'CollectionId' && FOR_FOLDER.includes(code);
    const row = deviationFor('incomplete-collection', 'AirSync:Collection', fullName(element));
    const deviation = code === SUCCESS || isForFolder ? undefined : row;
    const known = deviation ? ` ${deviation.server} answers a failure so; ${deviation.phones}.` : '';
    return {
      ...tokenSpan(scene, fault.token),
      text: `Collection has no ${nameOf(scene, element, parent.element)}. In a response each Collection has exactly one.${known}`,
      phone: reactionsTo('missing-sync-part'),
      deviation,
    };
  },
};

export const incompleteCollectionPage: RulePage = {
  title: 'A Collection without its key, id or Status',
  scope: 'message',
  commands: ['Sync'],
  side: 'response',
  why: 'The id says which folder is meant, the Status whether it went well, the key where to go on. Without one of them a phone cannot use the answer.',
  covers: ['SYNC-RSP-03', 'SYNC-INIT-03', 'SCHEMA-03', 'D5'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
