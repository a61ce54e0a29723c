import { messageAt, sizeText, type Conversation } from '../../conversation/index.ts';
import { contextOf, type Finding, type Severity } from '../../doctor/index.ts';
import type { At } from '../../state/index.ts';
import { isWorse } from '../shared/severity.ts';

/** A message of the timeline. */
export interface RailStep {
  at: At;
  /** What it is, in a word or two. */
  title: string;
  size: string;
  worst: Severity | undefined;
  /** It has bytes, and nothing is wrong with them. */
  good: boolean;
}

const keyOf = ({ exchange, side }: At): string => `${exchange} ${side}`;

/** The rows of the timeline. */
export function railSteps(conversation: Conversation, steps: readonly At[], findings: readonly Finding[]): RailStep[] {
  const worst = new Map<string, Severity>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (isWorse(finding.severity, worst.get(key))) worst.set(key, finding.severity);
  }
  return steps.map((at) => {
    const message = messageAt(conversation, at) ?? {};
    const partner = messageAt(conversation, { ...at, side: at.side === 'request' ? 'response' : 'request' });
    const { command } = contextOf(message, at.side, partner);
    const said = worst.get(keyOf(at));
    return {
      at,
      title: command.value ?? message.http?.method ?? (at.side === 'request' ? 'request' : 'reply'),
      size: sizeText(message),
      worst: said,
      good: said === undefined && (message.bytes?.length ?? 0) > 0,
    };
  });
}
