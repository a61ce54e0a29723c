import { deviationFor } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { childToken, elementSpan, elementText, fullName, nameOf } from '../scene.ts';
import { takeOut } from '../take-out.ts';

export const childDespiteFailure: FaultRule = {
  id: 'child-despite-failure',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASCMD R4570, R5785, R5786',
  sees: 'only-when',
  judge(fault, scene) {
    if (fault.kind !== 'only-when') return undefined;
    const { parent, element, because } = fault;
    const [name, sibling] = [
      nameOf(scene, element, parent.element),
      nameOf(scene, because.sibling, parent.element),
    ];
    const status = childToken(scene, parent.token, because.sibling.key);
    const value = status < 0 ? 'another' : elementText(scene, status);
    const deviation = deviationFor('child-despite-failure', fullName(parent.element), fullName(element));
    const known = deviation ? ` ${deviation.server} does the same; ${deviation.phones}.` : '';
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} stands beside ${sibling} ${value}. It stands there only with ${sibling} ${because.is}.${known}`,
      source: because.source,
      deviation,
      fix: takeOut(scene, [fault.token, ...fault.more]),
      related: status < 0 ? [] : [{ ...elementSpan(scene, status), text: `The ${sibling} stands here.` }],
    };
  },
};

export const childDespiteFailurePage: RulePage = {
  title: 'A result beside a failure',
  scope: 'message',
  commands: ['FolderCreate', 'FolderDelete', 'FolderUpdate'],
  side: 'response',
  why: 'A folder that could not be changed leaves the hierarchy as it was, so there is no new key to go on with.',
  covers: ['FS-09', 'SCHEMA-04'],
  bad: { hex: '03016a000007 53 4c03320001 5203310001 01', side: 'response' },
  good: { hex: '03016a000007 53 4c03320001 01', side: 'response' },
};
