import type { Message } from '../../conversation/index.ts';
import { decode, type Decoded } from '../../doctypes/index.ts';
import { KIND, type Header } from '../../wbxml/index.ts';
import { examineMessage, type Examination, type MessagePlace } from '../examination.ts';
import type { Scene } from '../rule.ts';
import { partsOf, REDUNDANT, type SizePart } from './parts.ts';
import { NOTHING, write, type Leaving } from './layout.ts';
import { bareTags, faultyElements, isTableIdle, spareElements, withBytes } from './leave-out.ts';

export interface SizeExplanation {
  total: number;
  /** Together all bytes; what is needed first. */
  parts: SizePart[];
  /** The message without what is spare or a fault. */
  smallest: Uint8Array;
  /** True where nothing louder than a note is to be said of the smallest. */
  legal: boolean;
  /** “37 = 25 + 2 redundant SWITCH_PAGE + 5 Status under Sync, legal + …” */
  sentence: string;
}

/**
 * Tells whose every byte of a message is, and how far it is from the smallest legal message of the same meaning.
 * @param known the message read and examined, where the caller has that already
 * Linear in the message. A message that cannot be read to its end is one part, its own smallest.
 */
export function explainSize(
  message: Message,
  place: MessagePlace = {},
  known?: { decoded: Decoded; examination: Examination },
): SizeExplanation {
  const bytes = message.bytes ?? new Uint8Array();
  const { doctype } = message.readAs ?? {};
  const read = known?.decoded ?? decode(bytes, doctype === undefined ? {} : { doctype });
  const whole = known?.examination ?? examineMessage(message, place, read);
  const { header } = read.document;
  if (whole.body.kind !== 'wbxml' || !header || isUnread(read)) return asItIs(bytes, isLegal(whole));
  const { leaving, faults, smallest, legal } = shrink(message, place, whole, read, header);
  const parts = partsOf(read, header, leaving, faults);
  return {
    total: bytes.length,
    parts,
    smallest,
    legal,
    sentence: sentenceOf(bytes.length, smallest.length, parts, legal),
  };
}

const isLegal = ({ findings }: Examination): boolean => findings.every(({ severity }) => severity === 'note');

function isUnread({ tokens, problems }: Decoded): boolean {
  return (
    tokens.length === 0 ||
    tokens.kind(tokens.length - 1) === KIND.unread ||
    problems.some(({ severity }) => severity === 'error')
  );
}

function asItIs(bytes: Uint8Array, legal: boolean): SizeExplanation {
  const places = bytes.length === 0 ? [] : [{ start: 0, end: bytes.length }];
  const parts: SizePart[] = places.length
    ? [{ text: 'all of it', bytes: bytes.length, places, kind: 'needed' }]
    : [];
  const sentence = `${bytes.length} bytes, which cannot be told apart: they cannot be read to their end.`;
  return {
    total: bytes.length,
    parts,
    smallest: bytes.slice(),
    legal,
    sentence: bytes.length ? sentence : 'No bytes.',
  };
}

interface Shrunk {
  leaving: Leaving;
  /** Which of the elements that go are against a rule. */
  faults: ReadonlySet<number>;
  smallest: Uint8Array;
  legal: boolean;
}

/** Leaves out as much as can be without a new fault: what is faulty and spare, else one of both, else only switches. */
function shrink(
  message: Message,
  place: MessagePlace,
  whole: Examination,
  read: Decoded,
  header: Header,
): Shrunk {
  const { context } = whole;
  const scene: Scene = {
    decoded: read,
    context,
    command: context.command?.value ?? '',
    side: context.side.value,
  };
  const faults = faultyElements(whole.findings, read);
  const spare = spareElements(scene, faults);
  const bare = bareTags(read);
  const table = isTableIdle(read);
  const before = loudOf(whole);
  const barely = new Set([...faults].filter((token) => !bare.has(token)));
  const tries: Leaving[] = [
    ...(barely.size < faults.size ? [{ elements: new Set([...barely, ...spare]), bare, table }] : []),
    { elements: new Set([...faults, ...spare]), bare, table },
    { elements: faults, bare, table },
    { elements: spareElements(scene, new Set()), bare, table },
    { elements: new Set(), bare, table },
    { ...NOTHING, table },
    NOTHING,
  ];
  let best: (Shrunk & { loud: number }) | undefined;
  const done = new Set<string>();
  for (const leaving of tries) {
    const id = `${leaving.elements.size} ${leaving.bare.size} ${leaving.table}`; // the sets are subsets of each other
    if (done.has(id)) continue;
    done.add(id);
    const smallest = write(read, header, leaving).bytes;
    // Without elements that go the tree is the same, and so is what is said of it.
    if (before === 0 && leaving.elements.size === 0 && leaving.bare.size === 0) {
      return { leaving, faults, smallest, legal: true };
    }
    const after = examineMessage(withBytes(message, smallest), place);
    if (isLegal(after)) return { leaving, faults, smallest, legal: true };
    if (loudOf(after) <= (best ? best.loud - 1 : before))
      best = { leaving, faults, smallest, legal: false, loud: loudOf(after) };
  }
  return best ?? { leaving: NOTHING, faults, smallest: write(read, header, NOTHING).bytes, legal: false };
}

const loudOf = ({ findings }: Examination): number =>
  findings.filter(({ severity }) => severity !== 'note').reduce((sum, { times = 1 }) => sum + times, 0);

function sentenceOf(total: number, least: number, parts: readonly SizePart[], legal: boolean): string {
  const more = parts.filter(({ kind }) => kind !== 'needed').sort((a, b) => rank(a) - rank(b));
  const sum = [String(least), ...more.map(({ bytes, text }) => `${bytes} ${text}`)].join(' + ');
  const first = more.length === 0 ? `${total}: nothing in it is spare.` : `${total} = ${sum}.`;
  return legal ? first : `${first} What is left is not legal yet: taking bytes out cannot mend it.`;
}

const rank = ({ kind, text }: SizePart): number => (kind === 'fault' ? 2 : text === REDUNDANT ? 0 : 1);
