import type { Conversation } from '../conversation/index.ts';
import { spanWords } from '../explain/index.ts';
import type { MessageReport } from './message-report.ts';

/** A finding or a problem as a report tells it. Bytes, half-open. Findings of the doctor fit as they are. */
export interface ReportFinding {
  severity: 'error' | 'warning' | 'note';
  text: string;
  start: number;
  end: number;
  /** How it is known, and where it says so. */
  basis?: string;
  source?: string;
}

/** Everything a report says; all of it comes from the caller, so the same parts make the same report. */
export interface ReportParts {
  /** What the message is: 'Sync reply · 200 · 37 bytes'. */
  title: string;
  /** A sentence each: what it was read as and why, the protocol version and how it is known. */
  facts: readonly string[];
  /** Worst first. */
  findings: readonly ReportFinding[];
  /** The annotated bytes, as plain text; absent where it is no WBXML. */
  listing?: string;
  /** The XML text, where it is to be in the report. */
  xml?: string;
  link?: string;
  /** What wrote the report: 'WBXML Playground 0.1.0'. */
  page: string;
}

const SIGNS = { error: '✖', warning: '!', note: '·' } as const;

/** A report in Markdown, for an issue or a mail: what it is, what is wrong, the annotated bytes, a link. */
export function reportMarkdown(parts: ReportParts): string {
  const { title, facts, findings, listing, xml, link, page } = parts;
  const blocks = [
    `### ${escaped(title)}`,
    facts.map(escaped).join('  \n'),
    findings.length === 0 ? 'Nothing wrong found.' : findings.map(findingLine).join('\n'),
    listing === undefined ? '' : fenced(listing, 'text'),
    xml === undefined ? '' : fenced(xml, 'xml'),
    link === undefined ? escaped(page) : `[Open in ${escaped(page)}](${link})`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function findingLine({ severity, text, start, end, basis, source }: ReportFinding): string {
  const known = [basis, source].filter((each) => each !== undefined).map(escaped);
  const why = known.length === 0 ? '' : ` (${known.join(' · ')})`;
  return `- ${SIGNS[severity]} **${severity}**, ${spanWords(start, end)}: ${escaped(text)}${why}`;
}

/** Text that Markdown shows as it is: on one line, with a backslash before whatever would mean something. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** Text between fences longer than any row of backticks in it. */
function fenced(text: string, language: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`;
}

/** A whole conversation in Markdown: a section per message, one link at the end. */
export function conversationMarkdown(
  { title, note }: Conversation,
  reports: readonly MessageReport[],
  { page, link }: Pick<ReportParts, 'page' | 'link'>,
): string {
  const sections = reports.map(({ step, title: name, facts, findings, listing = '' }) =>
    [
      `### ${step}. ${escaped(name)}`,
      facts.map(escaped).join('  \n'),
      findings.length === 0 ? 'Nothing wrong found.' : findings.map(findingLine).join('\n'),
      listing === '' ? '' : fenced(listing, 'text'),
    ].filter((block) => block !== ''),
  );
  const blocks = [
    `## ${escaped(title)}`,
    ...(note === undefined ? [] : [escaped(note)]),
    ...sections.flat(),
    link === undefined ? escaped(page) : `[Open in ${escaped(page)}](${link})`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
