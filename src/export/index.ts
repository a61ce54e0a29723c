export { BYTE_FORMS, spacedHex, type ByteForm } from './byte-forms.ts';
export { elementBytes, elementMessage, elementXml, elementValue } from './element.ts';
export { messageFileName, conversationFileName, exportFileName, type NamedMessage } from './file-name.ts';
export { reportMarkdown, conversationMarkdown, type ReportParts, type ReportFinding } from './report.ts';
export { messageReports, type MessageReport } from './message-report.ts';
export { curlCommand } from './curl.ts';
export { printed, quoted } from './shell.ts';
export { fixtureJson } from './fixture.ts';
export { htmlReport } from './html-report.ts';
