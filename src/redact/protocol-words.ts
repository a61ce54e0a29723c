import { activeSyncPages } from '../doctypes/index.ts';
import { commands } from '../eas/index.ts';

/** Words of the protocol and folders that every mailbox has: they are about nobody, wherever they stand. */
const COMMON = [
  ...['inbox', 'drafts', 'sent', 'sent items', 'deleted items', 'trash', 'junk', 'junk email', 'outbox'],
  ...['archive', 'journal', 'mailbox', 'mail', 'email', 'calendar', 'contacts', 'tasks', 'notes', 'root'],
  ...['text', 'html', 'plain', 'application', 'image', 'jpeg', 'multipart', 'mime', 'post', 'http', 'https'],
  ...['user', 'test', 'phone', 'server', 'device', 'iphone', 'example', 'basic', 'bearer', 'true', 'false'],
];

const WORDS: ReadonlySet<string> = new Set([
  ...COMMON,
  ...activeSyncPages.flatMap(({ tags }) => tags.map(([, name]) => name.toLowerCase())),
  ...commands.map(({ name }) => name.toLowerCase()),
]);

/** True for a word that stands in messages, addresses and notes whoever wrote them. */
export const isProtocolWord = (text: string): boolean => WORDS.has(text.trim().toLowerCase());
