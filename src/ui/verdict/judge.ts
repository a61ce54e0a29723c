import { words } from '#words/verdict.ts';
import type { Finding, Severity } from '../../doctor/index.ts';
import type { Workspace } from '../../state/index.ts';

/** The one sentence about a message, how bad it is, and the finding it comes from. */
export interface Judged {
  text: string;
  severity: Severity | 'good' | 'pending';
  finding: Finding | undefined;
}

/** @param fault the first error of a text that cannot be read: then that is what there is to say */
export function judge(workspace: Workspace, fault: { line: number; text: string } | undefined): Judged {
  if (workspace.broken && fault) {
    return { text: words.lineOfXml(fault.line, fault.text), severity: 'error', finding: undefined };
  }
  const { verdict: text, findings, body, examiner, at, message } = workspace;
  const [worst] = findings;
  if (!examiner.of(at)) return { text, severity: 'pending', finding: undefined };
  if (worst && worst.severity !== 'note') return { text, severity: worst.severity, finding: worst };
  const isGood = body.kind === 'wbxml' && !(Number(message?.http?.status) >= 400);
  return { text, severity: isGood ? 'good' : 'note', finding: undefined };
}
