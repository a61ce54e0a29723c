import type { MessageRule, RulePage } from '../rule.ts';
import { takeOut } from '../take-out.ts';
import { atFirst, childNamed, rootNamed, textIn } from './elements.ts';

export const keyOnFailure: MessageRule = {
  id: 'key-on-failure',
  side: 'response',
  commands: ['FolderSync'],
  about: ['FolderHierarchy:Status', 'FolderHierarchy:SyncKey'],
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4581',
  judge(scene) {
    const root = rootNamed(scene, 'FolderHierarchy:FolderSync');
    const status = childNamed(scene, root, 'FolderHierarchy:Status');
    const key = childNamed(scene, root, 'FolderHierarchy:SyncKey');
    if (status < 0 || key < 0 || textIn(scene, status) === '1') return [];
    return atFirst(scene, [key], () => ({
      text: `SyncKey stands beside Status ${textIn(scene, status)}. A failure carries no key: the client keeps the one it has, or begins again.`,
      fix: takeOut(scene, [key]),
    }));
  },
};

export const keyOnFailurePage: RulePage = {
  title: 'A key beside a failure',
  scope: 'message',
  why: 'A key says up to where the client has the folders. A request that failed has nothing to say of that.',
  covers: ['FS-06'],
  bad: { hex: '03016a00 0007 56 4c03390001 5203310001 01', side: 'response' },
  good: { hex: '03016a00 0007 56 4c03390001 01', side: 'response' },
};
