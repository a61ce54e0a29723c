import { toHex } from '../bytes/index.ts';
import { toPlain, type BytesForm, type Conversation } from '../conversation/index.ts';
import { messageReports, type Judged, type MessageReport } from './message-report.ts';

/** Bytes as hex: a test that reads the file needs no decoder for them. */
const HEX: BytesForm = {
  write: (bytes) => toHex(bytes),
  check: () => undefined,
  read: () => undefined,
  expected: '',
};

/**
 * A conversation as a fixture for tests, in JSON: every message's bytes as hex, and beside them what this page makes of
 * them: document type, command, side, version, XML and findings. Opened here it is the same conversation.
 * @param known what was found out about each message, for whoever has it of all of them
 */
export function fixtureJson(
  conversation: Conversation,
  page: string,
  known?: readonly (Judged | undefined)[],
): string {
  const { format: _, ...plain } = toPlain(conversation, HEX);
  const read = messageReports(conversation, false, known).map(readingOf);
  return `${JSON.stringify({ fixture: 1, madeBy: page, ...plain, read }, undefined, 2)}\n`;
}

function readingOf({ exchange, side, doctype, context, xml, verdict, findings }: MessageReport): object {
  return {
    exchange,
    side,
    ...(xml !== undefined && { doctype }),
    ...(context.command && { command: context.command.value }),
    ...(context.version && { version: context.version.value, versionHow: context.version.how }),
    verdict,
    ...(xml !== undefined && { xml }),
    findings: findings.map(({ rule, severity, basis, source, start, end, text }) => ({
      rule,
      severity,
      basis,
      source,
      start,
      end,
      text,
    })),
  };
}
