import { versionsText } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { nameOf, tokenSpan } from '../scene.ts';

export const missingInVersion: FaultRule = {
  id: 'missing-in-version',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  ground: 'missing-child',
  sees: 'missing-in-version',
  judge(fault, scene) {
    if (fault.kind !== 'missing-in-version') return undefined;
    const { parent, element } = fault;
    const [name, where] = [nameOf(scene, element, parent.element), nameOf(scene, parent.element)];
    return {
      ...tokenSpan(scene, fault.token),
      text: `${where} has no ${name}. Each must have one in ${versionsText(element.requiredIn)}.`,
      source: parent.content.source,
      versionBound: true,
    };
  },
};

export const missingInVersionPage: RulePage = {
  title: 'An element that this protocol version requires is not there',
  scope: 'message',
  why: 'What names an exception to a series changed with 16.0: its start before, its InstanceId since. A mail that SmartForward sends on must be there up to 14.1; later versions may name the Forwardees instead.',
  covers: ['SCHEMA-03'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 54 53 5503310001 01 01 01 01 010101 01',
    side: 'response',
    version: '14.1',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 54 53 5503310001 56033230323630313035543039303030305a0001 01 01 01 01 010101 01',
    side: 'response',
    version: '14.1',
  },
};
