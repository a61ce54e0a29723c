import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, tagsNamed, valueNamed } from './elements.ts';

export const folderAddedTwice: MessageRule = {
  id: 'folder-added-twice',
  side: 'response',
  commands: ['FolderSync'],
  about: ['FolderHierarchy:Add', 'FolderHierarchy:ServerId'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.166, ServerId(FolderSync)',
  judge(scene) {
    const firstOf = new Map<string, number>();
    const later: number[] = [];
    for (const i of tagsNamed(scene, 'FolderHierarchy:Add', 'FolderHierarchy:Changes')) {
      const id = valueNamed(scene, i, 'FolderHierarchy:ServerId') ?? '';
      if (id === '') continue;
      if (firstOf.has(id)) later.push(i);
      else firstOf.set(id, i);
    }
    return atFirst(scene, later, (i) => {
      const id = valueNamed(scene, i, 'FolderHierarchy:ServerId') ?? '';
      return {
        text: `Folder ${id} is added a second time. A folder has an id of its own; whatever is asked of ${id} is asked of one of the two.`,
        related: [{ ...elementSpan(scene, firstOf.get(id) ?? i), text: 'It is added here first.' }],
      };
    });
  },
};

export const folderAddedTwicePage: RulePage = {
  title: 'Two folders with one id',
  scope: 'message',
  why: 'The ServerId is all by which a folder is named from then on. With two of one id a phone shows one of them, or the items of one in the other.',
  covers: [],
  bad: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703320001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 01 4f 4803310001 4903300001 47034d61696c0001 4a0331320001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703320001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 01 4f 4803320001 4903300001 47034d61696c0001 4a0331320001 010101',
    side: 'response',
  },
};
