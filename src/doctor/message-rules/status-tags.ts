import { keyNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Pages on which Status says how a command went; on the page Email it is a property of a flag. */
const PAGES = [
  'AirSync',
  'Move',
  'GetItemEstimate',
  'FolderHierarchy',
  'MeetingResponse',
  'ResolveRecipients',
  'ValidateCert',
  'Ping',
  'Provision',
  'Search',
  'Settings',
  'ItemOperations',
  'ComposeMail',
  'Find',
];

const KEYS = PAGES.map((page) => keyNamed(`${page}:Status`));

/** Every Status of the message that says how a command went and is not 1, with its code page and its text. */
export function failedStatuses(scene: MessageScene): [page: number, token: number, code: string][] {
  const found: [number, number, string][] = [];
  for (const key of KEYS) {
    for (const i of scene.index.tags(key)) {
      const code = textIn(scene, i);
      if (code !== '1') found.push([key >> 8, i, code]);
    }
  }
  return found;
}
