import { grouped } from '../../bytes/index.ts';

/** Words of the bars: the top one, the status, and what stands between. */
export const words = {
  alsoSelected: (bytes: number) => (bytes > 1 ? `, ${grouped(bytes)} selected` : ''),
  refused: 'the bytes an iPhone refused',
  realReply: 'a real Exchange reply',
  phoneLoop: 'watch the phone loop',
  playing: 'Playing…',
  done: (title: string, size?: string) =>
    size === undefined ? `Done: ${title}.` : `Done: ${title}. The message has ${size} now.`,
  undo: 'Undo',
  codePage: (number: number, name = '') => `page ${number} ${name}`.trim(),
  attributePage: (number: number) => `attribute page ${number}`,
  anywhere: 'Paste WBXML anywhere.',
  dropHere:
    'Drop a message or a capture: bytes, a dump, HAR, SAZ, pcap, mitmproxy flows, a log. It stays in this browser.',
  forms: 'Hex, base64, a log, a capture, a file. It stays in this browser.',
  filesToOpen: 'Files to open',
  noBytes: 'no bytes',
  behind: (last: number) => `end, after byte ${last}`,
  promise: 'Nothing you paste leaves this page',
  keysAndHelp: 'Keys and help',
  page: 'Page',
  paste: 'Paste',
  samples: 'Samples',
  simulate: 'Simulate',
  share: 'Share',
  lightColours: 'Light colours',
  darkColours: 'Dark colours',
  more: 'More',
  tabTitle: (message: string, page: string) => `${message} – ${page}`,
  newVersion: 'New version',
  howFar: 'Progress',
  cancel: 'Cancel',
  whatWasDone: 'What was done',
  messageOfPage: 'Message of the page',
  closeMessage: 'Close this message',
};
