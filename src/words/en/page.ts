import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of what the page tells of itself: what it does, what it keeps, what it lacks. */
export const words = {
  reading: (size: string) => `Reading ${size}…`,
  examining: (size: string) => `Examining ${size}…`,
  examiningSome: (done: number, of: number) => `Examining: ${grouped(done)} of ${grouped(of)} messages…`,
  examiningMany: (messages: number) => `Examining ${counted(messages, 'message')}…`,
  examiningTalk: 'Looking at the conversation as a whole…',
  printing: (size: string) => `Writing the XML of ${size}…`,
  working: 'Working…',
  newVersion: 'A new version is ready: reload. What you have open is kept.',
  updated: 'A part of the page could not be loaded; it may have been updated. What you have open is kept.',
  reload: 'Reload',
  offline:
    'There is no network, and a part of the page was not loaded before. It is tried again when you ask again.',
  noReader: 'The part of this page that reads it could not be loaded.',
  noOpener: 'The part of this page that opens it could not be loaded.',
};
