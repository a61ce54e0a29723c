import { wordOf } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, tagsNamed, valueNamed } from './elements.ts';

/** Types of which a mailbox has one folder: Inbox, Drafts, Deleted Items, Sent Items, Outbox, Calendar, Contacts. */
const DEFAULTS = ['2', '3', '4', '5', '6', '8', '9'];

export const doubledDefaultFolder: MessageRule = {
  id: 'doubled-default-folder',
  side: 'response',
  commands: ['FolderSync'],
  about: ['FolderHierarchy:Add'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4668 to R4675',
  judge(scene) {
    const firstOf = new Map<string, number>();
    const later: number[] = [];
    for (const i of tagsNamed(scene, 'FolderHierarchy:Add', 'FolderHierarchy:Changes')) {
      const type = valueNamed(scene, i, 'FolderHierarchy:Type') ?? '';
      if (!DEFAULTS.includes(type)) continue;
      if (firstOf.has(type)) later.push(i);
      else firstOf.set(type, i);
    }
    return atFirst(scene, later, (i) => {
      const type = valueNamed(scene, i, 'FolderHierarchy:Type') ?? '';
      const first = firstOf.get(type) ?? i;
      return {
        text: `A second folder of type ${type} is added${named(type)}. A mailbox has one of each default type; others are user folders.`,
        related: [{ ...elementSpan(scene, first), text: 'The first one stands here.' }],
      };
    });
  },
};

export const doubledDefaultFolderPage: RulePage = {
  title: 'Two folders of one default type',
  scope: 'message',
  why: 'A phone looks for the Inbox, the calendar and so on by their type. With two of one type it takes one of them, and nobody knows which.',
  covers: ['FS-07'],
  bad: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703320001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 01 4f 4803320001 4903300001 47034d61696c0001 4a03320001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 0007 56 4c03310001 5203310001 4e 5703320001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 01 4f 4803320001 4903300001 47034d61696c0001 4a0331320001 010101',
    side: 'response',
  },
};

function named(type: string): string {
  const word = wordOf('FolderHierarchy:Type', type);
  return word === undefined ? '' : `: ${word}`;
}
