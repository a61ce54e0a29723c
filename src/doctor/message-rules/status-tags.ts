import { keyNamed } from './elements.ts';
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

/** Every Status of the message that says how a command went, with its code page. */
export function statusTags({ index }: MessageScene): [page: number, token: number][] {
  const found: [number, number][] = [];
  for (const key of KEYS) for (const i of index.tags(key)) found.push([key >> 8, i]);
  return found;
}
