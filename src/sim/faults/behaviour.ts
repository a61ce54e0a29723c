import { tag } from '../message/element.ts';
import { onDraft, onSync } from './edit.ts';
import type { Fault } from './types.ts';

const ADD = 'add-account';

/** Faults of what a server keeps and when it says it: each reply is well made. */
export const behaviourFaults: readonly Fault[] = [
  {
    id: 'one-state-for-all-folders',
    title: 'One row of state for all folders',
    about: 'The key of the last folder that was synchronised is the key of all of them.',
    rule: 'key-refused-at-once',
    script: 'mail-arrives',
    effect: 'loop',
    habits: { oneState: true },
  },
  {
    id: 'key-moved-on-sending',
    title: 'The key moves on when the reply is written',
    about: 'What was sent counts as arrived: a reply that is lost takes its items with it.',
    rule: 'resend-moved-on',
    script: 'reply-lost',
    effect: 'harm',
    habits: { commitOnSending: true },
  },
  {
    id: 'imports-twice',
    title: 'Uploads are not recognised',
    about: 'A request that is sent again is carried out again.',
    rule: 'resend-moved-on',
    script: 'reply-lost',
    effect: 'harm',
    habits: { importsTwice: true },
  },
  {
    id: 'ping-at-once',
    title: 'Ping is answered at once',
    about: 'Status 1 comes without waiting for the heartbeat.',
    rule: 'same-request-again',
    script: ADD,
    effect: 'loop',
    habits: { pingAtOnce: true },
  },
  {
    id: 'ping-without-news',
    title: 'Ping promises what Sync does not bring',
    about: 'Status 2 names a folder in which nothing changed.',
    rule: 'ping-without-changes',
    script: ADD,
    effect: 'loop',
    habits: { pingAlways2: true },
  },
  {
    id: 'policy-key-changes',
    title: 'The policy key changes all the time',
    about: 'Each phase of Provision makes a new key, and the one the phone took is not kept.',
    rule: 'provision-again',
    script: ADD,
    effect: 'loop',
    habits: { freshPolicyKeys: true },
  },
  {
    id: 'never-provisioned',
    title: 'Phase 2 is not recognised',
    about: 'The acknowledgement of the policy is answered with Policy Status 5.',
    rule: 'policy-key-forgotten',
    script: ADD,
    effect: 'loop',
    habits: { neverProvisioned: true },
  },
  {
    id: 'items-on-key-0',
    title: 'Items come with the first key',
    about: 'Key 0 is answered with the items of the folder.',
    rule: 'items-at-key-0',
    script: ADD,
    effect: 'goes on',
    habits: { itemsOnZero: true },
  },
  {
    id: 'more-available-for-ever',
    title: 'MoreAvailable without changes',
    about: 'MoreAvailable stands in every reply, also when nothing is left.',
    rule: 'more-without-changes',
    script: ADD,
    effect: 'loop',
    habits: { alwaysMore: true },
  },
  {
    id: 'same-key-with-items',
    title: 'The key stays the same',
    about: 'Items go out under the key that was asked with.',
    rule: 'key-not-moved-on',
    script: ADD,
    effect: 'goes on',
    habits: { sameKey: true },
  },
  {
    id: 'empty-reply-to-upload',
    title: 'Nothing for an answer to an upload',
    about: 'A request with operations is answered with HTTP 200 and no body.',
    rule: 'empty-reply-to-operations',
    script: 'calendar-and-contacts',
    effect: 'loop',
    habits: { emptyToUpload: true },
  },
  {
    id: 'window-ignored',
    title: 'More items than asked for',
    about: 'WindowSize is not looked at.',
    rule: 'window-exceeded',
    script: 'many-mails',
    effect: 'goes on',
    habits: { ignoresWindow: true },
  },
  {
    id: 'move-status-1',
    title: 'Status 1 for a move that was done',
    about: 'MoveItems says 1, which is “bad source”; success is 3.',
    rule: 'moved-with-failure',
    script: 'read-flag-delete-move',
    effect: 'harm',
    habits: { noMoveStatus: true },
  },
  {
    id: 'status-4-for-ever',
    title: 'Status 4 to a request that is right',
    about: 'The server cannot read a Sync that keeps all rules, and says so.',
    rule: 'same-request-again',
    script: ADD,
    effect: 'loop',
    alteration: onDraft('Sync', (draft) => ({
      ...draft,
      root: tag('AirSync:Sync', tag('AirSync:Status', '4')),
    })),
  },
  {
    id: 'status-3-for-ever',
    title: 'Status 3 to every key but 0',
    about: 'The server hands out keys and does not keep them.',
    rule: 'key-refused-at-once',
    script: ADD,
    effect: 'loop',
    alteration: onSync((element, parent) => {
      if (parent?.name !== 'AirSync:Collection') return element;
      const items = parent.holds?.some(
        (each) => typeof each === 'object' && 'name' in each && each.name === 'AirSync:Commands',
      );
      if (!items) return element;
      if (element.name === 'AirSync:Status') return tag(element.name, '3');
      return element.name === 'AirSync:Commands' || element.name === 'AirSync:MoreAvailable'
        ? undefined
        : element;
    }),
  },
];
