import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of the outline of a message whose XML is too long. */
export const words = {
  xmlOfElement: 'XML of the element',
  close: 'Close',
  editXml: 'Edit its XML',
  find: 'Find an element',
  nameOfElement: 'Name of an element',
  findHint: 'find an element',
  previous: 'Previous of that name',
  next: 'Next of that name',
  noneFound: 'No element has that in its name.',
  tooLong: (elements: number) => `${counted(elements, 'element')}. Its XML is too long to be shown whole.`,
  ended: (elements: number) =>
    `${counted(elements, 'element')}. Its XML is not written whole: it was cancelled.`,
  writeWhole: 'Write it whole',
  element: 'Element',
  overtaken:
    'It was changed in the message meanwhile. What you wrote here is not in it yet, and will take the place of that.',
  editorComes: 'Loading the editor…',
  children: (count: number) => `${grouped(count)} ${count === 1 ? 'child' : 'children'}`,
  elements: 'Elements of the message',
  saveValue: 'Save the value',
  bytesOfText: (bytes: number) => `${counted(bytes, 'byte')} of text`,
  bytesOfData: (bytes: number) => `${counted(bytes, 'byte')} of data`,
  moreBytes: (bytes: number) => counted(bytes, 'more byte'),
  editOf: (name: string) => `edit of ${name}`,
};
