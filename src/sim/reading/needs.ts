import { child, textAt, type Node } from '../message/tree.ts';
import { collectionFor } from './breaches.ts';
import type { Judgement } from './judgement.ts';
import type { Question } from './question.ts';

/** What a reply has to hold for its question; a judgement where it does not. */
export function missingNeed(question: Question, root: Node | undefined): Judgement | undefined {
  const missing = (why: string, fault = 'missing-sync-part'): Judgement => ({
    verdict: 'rejects',
    why,
    basis: 'inferred',
    source: 'MS-ASCMD R648, R2033: there is no answer in it to what was asked',
    fault,
    goesOn: false,
    ...(root && { place: { start: root.start, end: root.end } }),
  });
  if (!root) return missing('There is no element in it.', 'no-root');
  switch (question.command) {
    case 'Sync': {
      const top = textAt(root, 'AirSync:Status');
      if (top !== undefined && top !== '1') return undefined;
      for (const { id, key } of question.folders) {
        const collection = collectionFor(root, id);
        if (!collection) {
          // From 12.1 on a folder without a change may be left out; an answer to key 0 may not.
          if (key !== '0' && !child(root, 'AirSync:Collections')) continue;
          return missing(
            `There is no Collection for the folder that was asked for, ${id}.`,
            'other-collection',
          );
        }
        const status = textAt(collection, 'AirSync:Status');
        if (status !== undefined && status !== '1') continue;
        const next = textAt(collection, 'AirSync:SyncKey');
        if (next === undefined) return missing(`The Collection of folder ${id} brings no key.`);
        if (next === '0') return missing(`The Collection of folder ${id} brings the key 0.`, 'zero-key');
        if (status === undefined) return missing(`The Collection of folder ${id} has no Status.`);
      }
      return undefined;
    }
    case 'FolderSync': {
      const status = textAt(root, 'FolderHierarchy:Status');
      if (status !== undefined && status !== '1') return undefined;
      if (textAt(root, 'FolderHierarchy:SyncKey') === undefined)
        return missing('There is no key of the tree.');
      return status === undefined ? missing('There is no Status.') : undefined;
    }
    case 'Provision':
      return textAt(root, 'Provision:Status') === undefined
        ? missing('There is no Status.', 'missing-child')
        : undefined;
    case 'Ping':
      return textAt(root, 'Ping:Status') === undefined
        ? missing('There is no Status.', 'missing-child')
        : undefined;
    default:
      return undefined;
  }
}
