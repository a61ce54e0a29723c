/** Words of the panes and of what one does in them. */
export const words = {
  findingsTab: 'Findings',
  talk: 'Talk',
  noBytesYet: 'No bytes yet',
  noXml: (verdict: string) => `${verdict} So there is no XML to show.`,
  noBody: 'This message has no body.',
  takenBack: 'Taken back.',
  examining: 'Examining…',
  noFindings: 'No findings.',
  findingOf: (at: number, count: number, severity: string, text: string) =>
    `Finding ${at} of ${count}, ${severity}: ${text}`,
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
