import { commandOfRoot } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';

export const wrongRoot: FaultRule = {
  id: 'wrong-root',
  breach: 'MUST',
  consequence: { what: 'unreadable', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  sees: 'root',
  judge(fault, scene) {
    if (fault.kind !== 'root') return undefined;
    const { found } = fault;
    const command = commandOfRoot(found);
    const belongs = command ? ` That is the root of ${command.name}.` : ' That is the root of no command.';
    const text =
      fault.expected === undefined
        ? `The root is ${found}, which is the root of no command. The first SWITCH_PAGE may be missing or wrong.`
        : `The root is ${found}. ${scene.command} has the root ${fault.expected}.${belongs}`;
    return { ...tokenSpan(scene, fault.token), text };
  },
};

export const wrongRootPage: RulePage = {
  title: 'A root that is not the command’s',
  scope: 'message',
  why: 'The root names the command. When the first SWITCH_PAGE is missing or wrong, the same code is another tag.',
  covers: ['SCHEMA-01', 'D16'],
  bad: { hex: '03016a00 56 5203300001 01', side: 'request', command: 'FolderSync' },
  good: { hex: '03016a000007 56 5203300001 01', side: 'request', command: 'FolderSync' },
};
