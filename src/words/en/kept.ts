import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/kept. */
export const words = {
  title: 'Your conversations',
  about: 'What you pasted or changed, kept in this browser only. The page drops none of it.',
  mayDrop: 'The browser may drop all of it when it runs out of room:',
  askIt: 'ask it not to',
  search: 'Search by title',
  order: 'Order',
  orders: { newest: 'newest first', largest: 'largest first', title: 'by title' },
  full: 'This browser has no room left for this.',
  refused: 'This browser does not let the page do this.',
  unread: 'This page cannot read it.',
  deleted: (title: string) => `“${title}” deleted.`,
  deletedShown: (title: string) => `“${title}” deleted. It stays on show until something else is opened.`,
  named: (title: string) => `named “${title}”`,
  bringBack: 'Bring it back',
  all: (count: string, bytes: string) => `${count}, ${bytes}`,
  conversations: (digits: string, isOne: boolean) => `${digits} ${isOne ? 'conversation' : 'conversations'}`,
  messages: (digits: string, isOne: boolean) => `${digits} ${isOne ? 'message' : 'messages'}`,
  some: (some: number, all: number) => `${grouped(some)} of ${grouped(all)}`,
  list: 'Conversations',
  more: (more: number) => `${grouped(more)} more`,
  none: 'None yet. What you paste, and samples you change, will be here.',
  noMatch: (query: string) => `No title holds “${query}”.`,

  newTitle: 'New title',
  untitled: 'Without a title',
  worst: {
    error: 'errors found',
    warning: 'warnings found',
    note: 'notes only',
    nothing: 'nothing wrong found',
  },
  copyOf: (title: string) => `${title} (copy)`,
  copy: 'a copy: two tabs changed it',
  shown: 'on show',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  earlier: 'by an earlier version of this page',
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`,

  eraseAsk: 'Erase all…',
  eraseSure: (count: number) =>
    `Erase ${count === 0 ? '' : count === 1 ? 'the conversation and ' : `all ${grouped(count)} conversations and `}your settings from this browser? This cannot be taken back.`,
  keepThem: 'Keep them',
  erase: 'Erase all',

  stopped: 'The page stopped last time',
  stoppedWhile: (title: string, bytes: string) =>
    `It stopped, or was closed, while it opened “${title}”, ${bytes}. It may stop again.`,
  isKept: 'Nothing is lost: it is kept in this browser.',
  inLink: 'The link still holds it.',
  discard: 'Discard',
  download: 'Download it',
  openAnyway: 'Open anyway',

  notSaved: 'Not saved',
  notSavedYet: 'Not saved:',
  leftNotSaved: (title: string) =>
    title === '' ? 'What was on show before is not saved:' : `“${title}”, on show before, is not saved:`,
  noRoom:
    'this browser has no room left for this page, which goes on trying. Delete conversations, or save this one as a file.',
  keepsNothing: 'this browser keeps nothing for this page, which goes on trying. A file is safe.',
  partMissing: 'a part of this page could not be loaded. Save this as a file, then reload the page.',
  saveFile: 'Save as a file',
  yours: 'Your conversations…',
};
