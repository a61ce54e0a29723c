import { toBase64, toHex } from '../bytes/index.ts';
import { conversationToJson, type Conversation, type Http } from '../conversation/index.ts';
import { spanWords } from '../explain/index.ts';
import { conversationFileName } from './file-name.ts';
import { REPORT_STYLE } from './html-report-style.ts';
import { messageReports, type Judged, type MessageReport } from './message-report.ts';

const SIGNS = { error: '✖', warning: '!', note: '·' } as const;
/** Most bytes shown of what is no WBXML. */
const MOST_HEX = 4096;

/**
 * A conversation as one HTML file that needs nothing else: for every message the verdict, what it was read as, findings,
 * annotated bytes, XML, what each protocol version would find. No script is in it, and its policy lets none in. The
 * messages themselves are in it as a file to save; opened here it is the same conversation.
 * @param known what was found out about each message, for whoever has it of all of them
 */
export function htmlReport(
  conversation: Conversation,
  page: string,
  known?: readonly (Judged | undefined)[],
): string {
  const reports = messageReports(conversation, true, known);
  const title = text(conversation.title || 'A conversation');
  const data = toBase64(new TextEncoder().encode(conversationToJson(conversation)));
  const many = reports.length > 1;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${conversation.note ? `<p>${text(conversation.note)}</p>\n` : ''}<p class="quiet">Made by ${text(page)}. <a id="messages" download="${text(conversationFileName(conversation.title))}" href="data:application/json;base64,${data}">Save the ${many ? 'messages' : 'message'}</a>: the file opens there; so does this report.</p>
</header>
<main>
${many ? contents(reports) : ''}${reports.map((report) => section(report, conversation)).join('\n')}
</main>
</body>
</html>
`;
}

function contents(reports: readonly MessageReport[]): string {
  const rows = reports.map(
    ({ step, title, findings }) =>
      `<li><a href="#m${step}">${text(title)}</a>${findings[0] ? ` ${sign(findings[0].severity)}` : ''}</li>`,
  );
  return `<nav aria-label="Messages"><ol>\n${rows.join('\n')}\n</ol></nav>\n`;
}

function section(report: MessageReport, conversation: Conversation): string {
  const { step, title, verdict, facts, message, exchange, side, findings, versions, listing, xml } = report;
  const note =
    side === 'request' || !conversation.exchanges[exchange]?.request
      ? conversation.exchanges[exchange]?.note
      : undefined;
  const blocks = [
    `<h2>${step}. ${text(title)}</h2>`,
    note ? `<p>${text(note)}</p>` : '',
    `<p class="verdict">${text(verdict)}</p>`,
    `<p class="quiet">${facts.map(text).join('<br>')}</p>`,
    message.http ? httpFacts(message.http) : '',
    findings.length > 0
      ? `<h3>Findings</h3>\n<ul class="findings">\n${findings.map(finding).join('\n')}\n</ul>`
      : '',
    ...bytesBlock(message.bytes, listing),
    xml === undefined ? '' : `<h3>XML</h3>\n<pre>${text(xml)}</pre>`,
    versions.length > 0
      ? `<h3>Protocol versions</h3>\n<p class="quiet">${versions.map((each) => `${text(each.version)}: ${text(each.words)}`).join(' · ')}</p>`
      : '',
  ];
  return `<section id="m${step}">\n${blocks.filter((block) => block !== '').join('\n')}\n</section>`;
}

function bytesBlock(bytes: Uint8Array | undefined, listing: string | undefined): string[] {
  if (listing !== undefined) return ['<h3>Bytes</h3>', `<pre>${text(listing)}</pre>`];
  if (!bytes || bytes.length === 0) return [];
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, MOST_HEX); at += 16)
    rows.push(toHex(bytes.subarray(at, at + 16), ' '));
  const more = bytes.length > MOST_HEX ? `\n… ${bytes.length - MOST_HEX} more bytes` : '';
  return ['<h3>Bytes</h3>', `<pre>${rows.join('\n')}${more}</pre>`];
}

function httpFacts({ method, url, status, headers = {} }: Http): string {
  const first = [method, url, status].filter((each) => each !== undefined).join(' ');
  const lines = [
    ...(first === '' ? [] : [first]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  if (lines.length === 0) return '';
  return `<details><summary>HTTP</summary><pre>${lines.map(text).join('\n')}</pre></details>`;
}

function finding({
  severity,
  start,
  end,
  text: words,
  basis,
  source,
}: MessageReport['findings'][number]): string {
  return `<li>${sign(severity)} ${text(words)} <span class="quiet">${severity}, ${spanWords(start, end)} · ${basis} · ${text(source)}</span></li>`;
}

const sign = (severity: keyof typeof SIGNS): string =>
  `<span class="${severity}" aria-label="${severity}">${SIGNS[severity]}</span>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that a browser shows as it is, wherever it stands: no tag, no attribute begins or ends in it. */
const text = (plain: string): string =>
  plain.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
