import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, isOf, rootNamed, tagsNamed, textIn, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const HIERARCHY = ['FolderSync', 'FolderCreate', 'FolderDelete', 'FolderUpdate'];

export const zeroKey: MessageRule = {
  id: 'zero-key',
  side: 'response',
  commands: ['Sync', ...HIERARCHY],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4598, R4603, R4578',
  judge(scene) {
    return atFirst(scene, zeroKeys(scene), () => ({
      text: 'SyncKey is 0 beside Status 1. Key 0 is what a client asks with to begin; a success hands out another, or the client begins for ever.',
      phone: reactionsTo('zero-key'),
    }));
  },
};

export const zeroKeyPage: RulePage = {
  title: 'A success that hands out key 0',
  scope: 'message',
  why: 'A client that asks with key 0 has nothing yet. The key of the answer says what it has from now on; with 0 it would have nothing again. Only a failure may echo it.',
  covers: ['SYNC-INIT-08', 'SYNC-KEY-09', 'FS-09', 'D6'],
  bad: { hex: '03016a00 45 5c4f 4b03300001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

/** Tokens of the keys that are 0 where the command, or the collection, went well. */
function zeroKeys(scene: MessageScene): number[] {
  if (isOf(scene, 'response', ...HIERARCHY)) {
    const root = rootNamed(scene, `FolderHierarchy:${scene.command}`);
    return succeeded(scene, root, 'FolderHierarchy');
  }
  if (!isOf(scene, 'response', 'Sync')) return [];
  return tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections').flatMap((i) =>
    succeeded(scene, i, 'AirSync'),
  );
}

function succeeded(scene: MessageScene, parent: number, page: string): number[] {
  if (parent < 0 || valueNamed(scene, parent, `${page}:Status`) !== '1') return [];
  const key = childNamed(scene, parent, `${page}:SyncKey`);
  return key >= 0 && textIn(scene, key) === '0' ? [key] : [];
}
