import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of what can be copied and saved of a message. */
export const words = {
  bytesAs: (bytes: number, form: string) => `${counted(bytes, 'byte')} as ${form.toLowerCase()}`,
  bytesInCode: (bytes: number, language: string) => `${counted(bytes, 'byte')} as ${language}`,
  selected: 'Selected bytes as hex',
  someOf: (some: number, all: number) => `${grouped(some)} of ${grouped(all)}`,
  bytesAsHex: (bytes: number) => `${counted(bytes, 'byte')} as hex`,
  inCode: 'As code',
  inCodeHint: 'C, C#, Go, Java, Python …',
  listing: 'Annotated listing',
  saveBytes: 'Save the bytes',
  xml: 'XML',
  saveXml: 'Save the XML',
  theElement: 'the element',
  valueOf: (element: string) => `Value of ${element}`,
  bytesOf: (element: string) => `Bytes of ${element}`,
  xmlOf: (element: string) => `XML of ${element}`,
  shortMessages: 'Short messages as hex',
  shortMessagesHint: (messages: number) =>
    `${grouped(messages)} ${messages === 1 ? 'line' : 'lines'}, with what the message is now`,
  copyReport: 'Copy as report',
  reportHint: 'Markdown: bytes, findings, link to this exchange',
  report: 'Report',
  copyWholeReport: 'Copy report of all',
  wholeReportHint: (messages: number) => `Markdown: ${counted(messages, 'message')}`,
  curlCommand: 'The curl command',
  copyCurl: 'Copy as curl',
  curlHint: 'The request, for a shell',
  saveFixture: 'Save a test fixture',
  fixtureHint: 'JSON: bytes as hex, XML, findings',
  saveHtml: 'Save an HTML report',
  htmlHint: 'One page without scripts',
  saveConversation: 'Save the conversation',
};
