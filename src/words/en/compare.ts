import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of src/ui/compare. */
export const words = {
  large: (size: string) => `They are large: comparing ${size} takes some seconds.`,
  firstAndSecond: (reference: string) => `First: ${reference}. Second: this message.`,
  first: (bytes: string) => `first: ${bytes}`,
  moreLines: (lines: number) => `Show ${counted(lines, 'more line')}`,
  moreRows: (rows: number) => `Show ${counted(rows, 'more row')}`,
  ofRealServer: (what: string) => `A ${what} of a real server`,
  sampleWith: (title: string, count: number) => (count > 1 ? `${title}: ${grouped(count)} of them` : title),
  byte: (offset: number) => `Byte ${offset}`,
  xml: 'XML',
  bytes: 'Bytes',
  others: 'Others',
  verdicts: { fault: 'fault', suspicious: 'suspicious', harmless: 'harmless' },
  sides: {
    same: 'same',
    other: 'other',
    'only in the first': 'only in the first',
    'only in the second': 'only in the second',
  },
  xmlOfReference: (title: string) => `XML of the reference, ${title}`,
  xmlOfThis: 'XML of this message',
  nothingToRead: 'There is nothing in it to be read.',
  notEncoded: (why: string) => `${why} It cannot be encoded: open it as a message to see where it is broken.`,
  notReadable: 'The part of this page that reads it could not be loaded.',
  /** What a comparison comes to. @param faults of those that matter @param rest that do not matter */
  summary(matter: number, faults: number, rest: number): string {
    const differences = (count: number) => `${grouped(count)} difference${count === 1 ? '' : 's'}`;
    if (matter + rest === 0) return 'They do not differ: the same bytes.';
    if (matter === 0)
      return `${differences(rest)}, and ${rest === 1 ? 'it does not matter' : 'none matters'}.`;
    const ofThem =
      faults === 0 ? '' : faults === 1 ? ', 1 of them a fault' : `, ${grouped(faults)} of them faults`;
    const faulty = faults === matter ? (matter === 1 ? ', a fault' : ', all faults') : ofThem;
    const matters = `${differences(matter)} ${matter === 1 ? 'matters' : 'matter'}${faulty}`;
    return rest === 0 ? `${matters}.` : `${matters}; ${grouped(rest)} ${rest === 1 ? 'does' : 'do'} not.`;
  },
  sampleFailed: 'A sample could not be loaded.',
  noBytes: 'The message on show has no bytes to be compared.',
  compareThem: 'Compare them',
  noneFits: 'None of the recorded servers has a message like this one. Pick any other, or paste one.',
  noOther: 'There is no other message with bytes in it.',
  showAs: 'Show as',
  differences: 'Differences',
  messageToCompare: 'Message to compare with',
  forms: 'Hex in any form, base64, a dump, XML: 03 01 6a 00 …',
  compare: 'Compare',
  onlyReferenceAnd: 'only in the reference,',
  onlyTextEnd: 'only in this message.',
  linesOfBoth: 'Lines of both',
  onlyText: 'only in this message',
  onlyReference: 'only in the reference',
  compareWith: 'Compare with',
  pickAReference: 'choose a message…',
  here: 'another message of this conversation',
  pasted: 'a message that I paste',
  message: 'Message',
  sideBySide: 'Bytes side by side, token by token',
  howTheyDiffer: 'How they differ',
  thisMessage: 'This message',
  differenceBefore: 'Difference before',
  nextDifference: 'Next difference',
  stepThrough: 'Step through the differences, the worst first.',
  loadingTheEditor: 'Loading the editor…',
  touch: 'The editor that compares is not made for fingers: these are the lines.',
  editorFailed: 'The editor could not be loaded: these are the lines.',
  xmlOfBoth: 'XML of both',
  tooLarge: 'They are too large to be put side by side; each difference leads to its bytes.',
  comparing: (size: string) => `Comparing ${size}…`,
  cancel: 'Cancel',
  failed: 'It could not be done: this page was replaced or is offline. Reload it.',
};
