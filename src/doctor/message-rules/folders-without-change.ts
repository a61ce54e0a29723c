import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { childNamed, rootNamed, valueNamed } from './elements.ts';

export const foldersWithoutChange: MessageRule = {
  id: 'folders-without-change',
  side: 'response',
  commands: ['Ping'],
  about: ['Ping:Folder'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD, Status(Ping), Folders(Ping)',
  judge(scene) {
    const root = rootNamed(scene, 'Ping:Ping');
    const folders = childNamed(scene, root, 'Ping:Folders');
    if (folders < 0 || valueNamed(scene, root, 'Ping:Status') !== '1') return [];
    return [
      {
        ...elementSpan(scene, folders),
        text: 'Status 1 says that nothing changed, and Folders says where something did. A client goes by the Status, and synchronises nothing: with changes it is 2.',
      },
    ];
  },
};

export const foldersWithoutChangePage: RulePage = {
  title: 'Folders beside “nothing changed”',
  scope: 'message',
  why: 'A Ping ends with Status 1 when its time has run out. What changed is told with Status 2, and only then the list of folders is read.',
  covers: ['PING-01'],
  bad: { hex: '03016a00 000d 45 4703310001 49 4a03310001 0101', side: 'response' },
  good: { hex: '03016a00 000d 45 4703320001 49 4a03310001 0101', side: 'response' },
};
