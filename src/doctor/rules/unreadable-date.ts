import { deviationFor, reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName } from '../scene.ts';
import { misfit } from '../value-words.ts';

export const unreadableDate: FaultRule = {
  id: 'unreadable-date',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASDTYPE R15, R18',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || fault.fault !== 'not-a-date') return undefined;
    const deviation = deviationFor(
      'unreadable-date',
      fullName(fault.parent.element),
      fullName(fault.element),
    );
    const known = deviation ? ` ${deviation.server} writes it so; ${deviation.phones}.` : '';
    return {
      ...elementSpan(scene, fault.token),
      text: `${misfit(scene, fault)}${known}`,
      ...(scene.side === 'response'
        ? { phone: reactionsTo('unreadable-date') }
        : { consequence: { what: 'unknown', by: 'server', basis: 'inferred' }, basis: 'spec' }),
      deviation,
    };
  },
};

export const unreadableDatePage: RulePage = {
  title: 'A date that cannot be read',
  scope: 'message',
  why: 'Mail, contacts and tasks write dates as 2026-01-05T09:00:00.000Z, calendars as 20260105T090000Z. A phone that cannot read one discards the whole reply.',
  covers: ['SCHEMA-06', 'ITEM-05', 'WBXML-PAGE-03', 'D13'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 4f033230323630313035543039303030305a0001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 4f03323032362d30312d30355430393a30303a30302e3030305a0001 01 01 010101 01',
    side: 'response',
  },
};
