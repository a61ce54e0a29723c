import { GLOBAL } from '../../wbxml/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan, tokenSpan } from '../scene.ts';
import { atFirst, childNamed, childrenNamed, isCutOff, rootNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const KINDS = ['Add', 'Update', 'Delete'];
/** The schema lets it be missing; every server on record writes it, 0 too. */
const NONE = {
  text: 'Changes has no Count. It says how many Add, Update and Delete follow, and 0 where nothing changed.',
  breach: 'habit',
  source: 'MS-ASCMD 2.2.3.37',
} as const;

export const wrongFolderCount: MessageRule = {
  id: 'wrong-folder-count',
  side: 'response',
  commands: ['FolderSync'],
  about: ['FolderHierarchy:Changes'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD, Count(FolderSync)',
  judge(scene) {
    const root = rootNamed(scene, 'FolderHierarchy:FolderSync');
    const changes = childNamed(scene, root, 'FolderHierarchy:Changes');
    const count = childNamed(scene, changes, 'FolderHierarchy:Count');
    if (changes < 0 || isCutOff(scene, changes)) return [];
    if (count < 0) return atFirst(scene, [changes], () => NONE, tokenSpan);
    const claimed = textIn(scene, count);
    if (!/^\d{1,10}$/.test(claimed)) return [];
    const folders = KINDS.reduce(
      (sum, name) => sum + childrenNamed(scene, changes, `FolderHierarchy:${name}`).length,
      0,
    );
    if (Number(claimed) === folders) return [];
    const many = folders === 1 ? '1 folder' : `${folders} folders`;
    return atFirst(scene, [count], () => ({
      text: `Changes names ${many}, not ${claimed}. Count says how many Add, Update and Delete follow.`,
      fix: {
        title: `Write ${folders}`,
        edits: [{ ...elementSpan(scene, count), bytes: countOf(scene, count, folders) }],
      },
    }));
  },
};

export const wrongFolderCountPage: RulePage = {
  title: 'A Count that is not the number of folders, or is missing',
  scope: 'message',
  why: 'Count is there for a client to know what to expect. Where it is off, one of the two is not what the server meant.',
  covers: ['FS-03', 'D28'],
  bad: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703320001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703310001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 010101',
    side: 'response',
  },
};

/** Count with this number in it. */
function countOf({ decoded: { tokens } }: MessageScene, count: number, folders: number): Uint8Array {
  const digits = new TextEncoder().encode(String(folders));
  return Uint8Array.of(tokens.byte(count), GLOBAL.STR_I, ...digits, 0, GLOBAL.END);
}
