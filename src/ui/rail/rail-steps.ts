import { grouped } from '../../bytes/index.ts';
import { messageAt, sideWord, sizeText, type Conversation, type Message } from '../../conversation/index.ts';
import type { Severity } from '../../doctor/index.ts';
import type { At, Examiner } from '../../state/index.ts';
import { messageWords } from './message-words.ts';

/** A message of the timeline. */
export interface RailStep {
  at: At;
  /** It begins an exchange. */
  isFirst: boolean;
  /** What it is, in a word or two; the name of its exchange, where it has one and this is its first message. */
  title: string;
  /** What the title leaves out, for whoever does not see the lanes. */
  spoken: string;
  /** Of its exchange. */
  note: string | undefined;
  /** HTTP's, where it is not 200. */
  status: number | undefined;
  /** '' where an HTTP status says more than that there is no body. */
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
    const exchange = conversation.exchanges[at.exchange];
    const known = examiner.of(at);
    const [worst] = known?.findings ?? [];
    const { what = message?.http?.method, side } = messageWords(message, known, at.side);
    const placed = sideWord(at.side);
    const { status } = message?.http ?? {};
    const isFirst = at.side === 'request' || !exchange?.request;
    const name = isFirst ? exchange?.name : undefined;
    const title = name ?? what ?? placed;
    return {
      at,
      isFirst,
      title,
      spoken: [name && what, side && placed].filter((word) => word && word !== title).join(' '),
      note: exchange?.note,
      status: status === 200 ? undefined : status,
      size: shortSize(message, status),
      worst: worst?.severity === 'note' ? undefined : worst?.severity,
      good:
        known?.body.kind === 'wbxml' &&
        !(Number(status) >= 400) &&
        worst?.severity !== 'error' &&
        worst?.severity !== 'warning',
    };
  });
}

/** `72 B`: the lane is narrow. */
const shortSize = (message: Message | undefined, status = 200): string =>
  message?.bytes?.length ? `${grouped(message.bytes.length)} B` : status === 200 ? sizeText(message) : '';
