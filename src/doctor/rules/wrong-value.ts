import { deviationFor } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, elementText, fullName } from '../scene.ts';
import { misfit } from '../value-words.ts';

export const wrongValue: FaultRule = {
  id: 'wrong-value',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || (fault.fault !== 'out-of-range' && fault.fault !== 'not-listed'))
      return undefined;
    const { element, parent } = fault;
    const { value } = element;
    const { clamped, negotiated } = value.kind === 'integer' ? value : {};
    const text = elementText(scene, fault.token);
    const deviation = deviationFor('wrong-value', fullName(parent.element), fullName(element), text);
    const known = deviation ? ` ${deviation.server} writes it so; ${deviation.phones}.` : '';
    return {
      ...elementSpan(scene, fault.token),
      text: `${misfit(scene, fault)}${known}`,
      source: deviation?.source ?? clamped ?? negotiated ?? parent.content.source,
      deviation,
      ...(negotiated !== undefined && {
        breach: 'SHOULD',
        consequence: { what: 'hurts', by: 'server', basis: 'spec' },
      }),
      ...(clamped !== undefined && { breach: 'SHOULD', consequence: { what: 'tolerated', basis: 'spec' } }),
    };
  },
};

export const wrongValuePage: RulePage = {
  title: 'A value outside its range or list',
  scope: 'message',
  why: 'The document lists the values, or gives their range. What another one means nobody knows.',
  covers: ['SCHEMA-06', 'FS-04', 'SYNC-REQ-03', 'SYNC-REQ-04'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5203330001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5203320001 01 01 010101 01',
    side: 'response',
  },
};
