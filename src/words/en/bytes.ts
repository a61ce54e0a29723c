import { counted } from '../counted.ts';

/** Words of the pane of bytes. */
export const words = {
  bytes: 'Bytes',
  listing: 'Listing',
  hex: 'Hex',
  noneYet: 'There are no bytes yet: they come with XML that can be read.',
  sentEmpty: 'Sent empty: the message has no bytes.',
  notCaptured: 'Not captured: its bytes are not known.',
  rows: 'Rows',
  bytesAsHex: (count: number) => `${counted(count, 'byte')} as hex`,
  bytesAs: 'Bytes as',
  editKey: 'F2',
  edit: 'Edit',
  editBytes: 'Edit bytes',
  copyBytes: 'Copy bytes',
  copy: 'Copy',
  stale: (line: number) => `Bytes are from before the error in line ${line}.`,
  notLoaded: 'This part of the page could not be loaded. Reload it.',
  goTo: 'go to',
  goToByte: (last: number) => `Go to byte, 0 to ${last}; hex as 0x1f`,
  listingLabel: 'Listing, a token a row',
};
