import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { childNamed, rootNamed, valueNamed } from './elements.ts';

export const pingWithoutFolders: MessageRule = {
  id: 'ping-without-folders',
  side: 'response',
  commands: ['Ping'],
  about: ['Ping:Status'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD, Status(Ping), Folders(Ping)',
  judge(scene) {
    const root = rootNamed(scene, 'Ping:Ping');
    if (root < 0 || valueNamed(scene, root, 'Ping:Status') !== '2') return [];
    if (childNamed(scene, root, 'Ping:Folders') >= 0) return [];
    return [
      {
        ...tokenSpan(scene, root),
        text: 'Status 2 says that something changed, and Folders is missing, which says where. A client does not know what to synchronise.',
      },
    ];
  },
};

export const pingWithoutFoldersPage: RulePage = {
  title: 'A change reported without its folder',
  scope: 'message',
  why: 'Ping waits for changes in several folders at once. The answer names those that changed; the client synchronises them and no others.',
  covers: ['PING-01'],
  bad: { hex: '03016a00 000d 45 4703320001 01', side: 'response' },
  good: { hex: '03016a00 000d 45 4703320001 49 4a03310001 0101', side: 'response' },
};
