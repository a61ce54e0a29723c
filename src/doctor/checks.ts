import { versionBit } from '../eas/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { codecRule } from './codec/codec-rules.ts';
import type { Settled } from './context.ts';
import type { Spot } from './finding.ts';
import type { Check, Finding } from './types.ts';

const HEADER = ['unknown-version', 'unknown-charset', 'unknown-type'];
const STRUCTURE = [
  'truncated',
  'too-large',
  'missing-end',
  'after-root',
  'no-root',
  'not-in-attributes',
  'value-before-start',
];
const NAMES = ['unknown-tag', 'unknown-page', 'unknown-attribute', 'unknown-value'];
const REQUIRED = [
  'missing-child',
  'missing-in-version',
  'incomplete-collection',
  'empty-container',
  'empty-collections',
  'empty-commands',
  'empty-responses',
];
const VALUES = [
  'unreadable-date',
  'wrong-type',
  'wrong-value',
  'wrong-length',
  'wrong-time-zone',
  'opaque-value',
  'empty-value',
];
const ELSEWHERE = ['wrong-root', 'wrong-order', 'legacy-tag'];
const VERSION = ['not-in-version', 'class-in-collection', 'missing-in-version'];

/** What was asked of a message, question by question: each is answered from what the codec and the walk saw. */
export function checksOf(
  decoded: Decoded,
  settled: Settled,
  findings: readonly Finding[],
  spot: Spot,
): Check[] {
  const of = (ids: readonly string[]): Finding[] => findings.filter(({ rule }) => ids.includes(rule));
  const ask = (question: string, against: readonly Finding[], yes: string, cannot?: string): Check => {
    const places = against.map(({ start, end }) => ({ ...spot, start, end }));
    const [worst] = against;
    if (worst) return { question, answer: 'no', why: firstSentence(worst.text), places };
    return cannot === undefined
      ? { question, answer: 'yes', why: yes, places }
      : { question, answer: 'cannot tell', why: cannot, places };
  };
  const { rootName, walked, context } = settled;
  const placed = findings.filter(({ rule }) => isAboutPlace(rule));
  const unnamed = rootName === undefined ? 'The root has no name here.' : undefined;
  const asked = [
    ask(
      'Can the header be read?',
      decoded.document.header ? of(HEADER) : findings,
      'Version, type and charset are known.',
    ),
    ask(
      'Does each tag have its END, with nothing after the root?',
      of(STRUCTURE),
      'The tags and their ENDs match.',
    ),
    ask('Does every code have a name on its page?', of(NAMES), 'Pages and codes are all in the tables.'),
    ask('Are the strings text?', of(['not-text', 'not-a-character', 'outside-table']), 'All are UTF-8.'),
    ask(
      'Is the root that of a command?',
      of(['wrong-root', 'no-root']),
      `The root is ${rootName ?? ''}.`,
      unnamed,
    ),
  ];
  if (!walked) {
    const unknown = `The content of ${context.command?.value ?? 'an unknown command'} is not examined yet.`;
    return [...asked, ask('Is what stands in it right?', [], '', unknown)];
  }
  const cutOff = walked.whole ? undefined : 'The message ends before its root does.';
  return [
    ...asked,
    ask('Does each element stand where it may?', placed, 'None is out of place.'),
    ask('Is everything there that must be?', of(REQUIRED), 'Nothing required is missing.', cutOff),
    ask('Do the values fit their types?', of(VALUES), 'Numbers, dates, lists and lengths fit.'),
    ask('Does it fit the protocol version?', of(VERSION), versionReason(settled), versionDoubt(settled)),
  ];
}

/** Rules about content that none of the other questions asks. Another order is no other place. */
const isAboutPlace = (rule: string): boolean =>
  codecRule(rule) === undefined && ![...REQUIRED, ...VALUES, ...VERSION, ...ELSEWHERE].includes(rule);

const versionReason = ({ walked, context }: Settled): string =>
  walked && walked.bound.length === 0
    ? 'Every version has all of it.'
    : `All of it belongs to ${context.version?.value ?? 'one version'}.`;

function versionDoubt({ walked, context: { version } }: Settled): string | undefined {
  if (!walked || walked.bound.length === 0) return undefined;
  if (version && version.how !== 'guessed' && versionBit(version.value) !== 0) return undefined;
  return 'The bytes do not say which version was agreed on.';
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
