/** Words of src/ui/embed. */
export const words = {
  open: 'Open in the playground',
  reading: 'Reading…',
  notLoaded: 'This could not be loaded.',
  verdict: 'Verdict',
  bytes: 'Bytes',
  sentEmpty: 'Sent empty: the message has no bytes.',
  notCaptured: 'Not captured.',
  notWbxml: 'It is not WBXML, so there is no XML to show.',
  noBody: 'This message has no body.',
  writing: 'Writing the XML of a large message…',
  moreLines: 'More lines stand below: open it in the playground.',
};
