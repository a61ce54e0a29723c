import { grouped } from '../../bytes/index.ts';

/** Words of the bars: the top one, the status, and what stands between. */
export const words = {
  alsoSelected: (bytes: number) => (bytes > 1 ? `, ${grouped(bytes)} selected` : ''),
  refused: 'the bytes an iPhone refused',
  realReply: 'a real Exchange reply',
  phoneLoop: 'watch the phone loop',
  reading: 'Reading…',
  playing: 'Playing…',
  applied: (title: string, size: string) => `Applied: ${title}. The message has ${size} now.`,
  undo: 'Undo',
  codePage: (number: number, name = '') => `page ${number} ${name}`.trim(),
  attributePage: (number: number) => `attribute page ${number}`,
  anywhere: 'Paste WBXML anywhere.',
  dropHere:
    'Drop a message or a capture: bytes, a dump, HAR, SAZ, pcap, mitmproxy flows, a log. It stays in this browser.',
  forms: 'Hex, base64, a log, a capture, a file. It stays in this browser.',
  fileToOpen: 'File to open',
  noBytes: 'no bytes',
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
  newVersion: 'New version',
  howFar: 'How far it is',
  cancel: 'Cancel',
};
