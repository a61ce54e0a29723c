import { all, child, textAt, type Node } from '../message/tree.ts';
import type { PhoneProfile } from '../phone/profiles.ts';
import { collectionFor } from './breaches.ts';
import type { Judgement } from './judgement.ts';
import type { Question } from './question.ts';
import { reaction } from './reaction.ts';

/** What a reply has to hold for its question; a judgement where it does not. */
export function missingNeed(
  question: Question,
  root: Node | undefined,
  profile: PhoneProfile,
): Judgement | undefined {
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
      const answered = question.folders.filter(({ id }) => collectionFor(root, id));
      for (const { id, key, uploads } of question.folders) {
        const collection = collectionFor(root, id);
        if (!collection) {
          // A folder without a change may be left out: of all from 12.1 on, of several asked for always. An answer to
          // key 0 may not.
          if (key !== '0' && !child(root, 'AirSync:Collections')) continue;
          if (key !== '0' && !uploads && answered.length > 0) continue;
          return missing(
            `There is no Collection for the folder that was asked for, ${id}.`,
            'other-collection',
          );
        }
        const status = textAt(collection, 'AirSync:Status');
        if (status !== undefined && status !== '1') continue;
        const next = textAt(collection, 'AirSync:SyncKey');
        if (!next) return missing(`The Collection of folder ${id} brings no key.`);
        if (next === '0') return missing(`The Collection of folder ${id} brings the key 0.`, 'zero-key');
        if (status === undefined) return missing(`The Collection of folder ${id} has no Status.`);
      }
      return undefined;
    }
    case 'FolderSync': {
      const status = textAt(root, 'FolderHierarchy:Status');
      if (status !== undefined && status !== '1') return undefined;
      const next = textAt(root, 'FolderHierarchy:SyncKey');
      if (!next) return missing('There is no key of the tree.');
      if (next === '0') return missing('The key of the tree is 0.', 'zero-key');
      if (status === undefined) return missing('There is no Status.');
      const changes = child(root, 'FolderHierarchy:Changes');
      const isEmpty =
        all(changes, 'FolderHierarchy:Add').length + all(changes, 'FolderHierarchy:Update').length === 0;
      return question.treeKey === '0' && isEmpty
        ? reaction('empty-folder-list', profile, 'There is no folder in it.')
        : undefined;
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
