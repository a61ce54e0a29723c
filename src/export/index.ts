export { BYTE_FORMS, spacedHex, cArray, type ByteForm } from './byte-forms.ts';
export { elementBytes, elementMessage, elementXml, elementValue } from './element.ts';
export { messageFileName, conversationFileName, type NamedMessage } from './file-name.ts';
export { reportMarkdown, type ReportParts, type ReportFinding } from './report.ts';
