import { grouped } from '../../bytes/index.ts';
import { messageAt, sizeText, type Conversation, type Message } from '../../conversation/index.ts';
import type { Severity } from '../../doctor/index.ts';
import type { At, Examiner } from '../../state/index.ts';

/** A message of the timeline. */
export interface RailStep {
  at: At;
  /** What it is, in a word or two. */
  title: string;
  size: string;
  worst: Severity | undefined;
  /** It is WBXML, and nothing is wrong with it. */
  good: boolean;
}

/** The rows of the timeline. */
export function railSteps(
  conversation: Conversation,
  steps: readonly At[],
  examiner: Pick<Examiner, 'of'>,
): RailStep[] {
  return steps.map((at) => {
    const message = messageAt(conversation, at);
    const known = examiner.of(at);
    const [worst] = known?.findings ?? [];
    return {
      at,
      title:
        known?.context.command?.value ??
        message?.http?.method ??
        (at.side === 'request' ? 'request' : 'reply'),
      size: shortSize(message),
      worst: worst?.severity === 'note' ? undefined : worst?.severity,
      good: known?.body.kind === 'wbxml' && worst?.severity !== 'error' && worst?.severity !== 'warning',
    };
  });
}

/** `72 B`: the lane is narrow. */
const shortSize = (message: Message | undefined): string =>
  message?.bytes?.length ? `${grouped(message.bytes.length)} B` : sizeText(message);
