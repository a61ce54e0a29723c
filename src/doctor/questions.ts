/** The questions that the rules about one message answer, and the rules that answer each with no. */
export const QUESTIONS = {
  header: 'Can the header be read?',
  structure: 'Does each tag have its END, with nothing after the root?',
  names: 'Does every code have a name on its page?',
  strings: 'Are the strings text?',
  root: 'Is the root that of a command?',
  place: 'Does each element stand where it may?',
  required: 'Is everything there that must be?',
  order: 'Do the elements keep their order?',
  values: 'Do the values fit their types?',
  key: 'Is the key one that a phone can take?',
  rules: 'Does it keep the rules of its command?',
  version: 'Does it fit the protocol version?',
} as const;

export type Topic = keyof typeof QUESTIONS;

/** Rules by the question they answer. One that is in no list is about the command: `rules`. */
const RULES: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  header: ['unknown-version', 'unknown-charset', 'unknown-type', 'foreign-header', 'unterminated-table'],
  structure: [
    'truncated',
    'too-large',
    'missing-end',
    'after-root',
    'no-root',
    'not-in-attributes',
    'value-before-start',
    'empty-attributes',
    'attribute-list',
    'foreign-token',
    'opaque-in-1.0',
    'long-number',
    'redundant-switch-page',
    'content-in-empty-tag',
  ],
  names: ['unknown-tag', 'unknown-page', 'unknown-attribute', 'unknown-value', 'foreign-page', 'legacy-tag'],
  strings: ['not-text', 'not-a-character', 'outside-table', 'string-table', 'control-character'],
  root: ['wrong-root'],
  place: [
    'synckey-under-sync',
    'status-under-sync',
    'request-only-tag',
    'response-only-tag',
    'unexpected-child',
    'child-despite-failure',
    'repeated-child',
    'exclusive-children',
    'ruled-out-by-value',
    'text-in-container',
    'element-in-value',
    'mixed-classes',
    'misplaced-status',
    'collections-beside-failure',
  ],
  required: [
    'missing-child',
    'incomplete-request',
    'success-without-result',
    'missing-beside-value',
    'incomplete-collection',
    'empty-container',
    'empty-collections',
    'empty-commands',
    'empty-responses',
  ],
  order: ['wrong-order'],
  values: [
    'unreadable-date',
    'wrong-type',
    'wrong-value',
    'wrong-length',
    'wrong-time-zone',
    'too-short-span',
    'impossible-time-zone',
    'reversed-times',
    'all-day-with-time',
    'wrong-note-class',
    'address-with-scheme',
    'opaque-value',
    'empty-value',
    'unknown-status',
  ],
  key: ['zero-key', 'key-on-failure'],
  version: ['not-in-version', 'missing-in-version', 'class-in-collection', 'status-not-in-version'],
};

const TOPICS = new Map(
  Object.entries(RULES).flatMap(([topic, rules]) => rules.map((rule) => [rule, topic as Topic] as const)),
);

/** The question that a rule about a message answers. */
export const topicOf = (rule: string): Topic => TOPICS.get(rule) ?? 'rules';
