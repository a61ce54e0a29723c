import { grouped } from '../../bytes/index.ts';

/** Words of the panes and of what one does in them. */
export const words = {
  talk: 'Talk',
  noBytesYet: 'No bytes yet',
  noXml: (verdict: string) => `${verdict} So there is no XML to show.`,
  noBody: 'This message has no body.',
  takenBack: (what: string) => `Taken back: ${what}.`,
  doneAgain: (what: string) => `Done again: ${what}.`,
  nothingToTakeBack: 'Nothing to take back.',
  nothingToDoAgain: 'Nothing to do again.',
  examining: 'Examining…',
  noFindings: 'No findings.',
  findingOf: (nth: number, count: number, severity: string, text: string) =>
    `Finding ${grouped(nth)} of ${grouped(count)}, ${severity}: ${text}`,
  copied: (what: string) => `${what} copied.`,
  saved: (name: string) => `${name} saved.`,
  timeline: 'Timeline',
  addMessage: '+ message',
  panes: 'Panes',
  bytes: 'Bytes',
  betweenBytesAndXml: 'Between bytes and XML',
  xml: 'XML',
  findings: 'Findings',
  thisByte: 'This byte',
  close: 'Close',
};
