import { answer, placed } from './checks.ts';
import { AT_START, type Digest, type Mark, type Pair } from './digest/index.ts';
import type { Spot } from './finding.ts';
import type { Check, Finding } from './types.ts';

const HTTP = [
  'wrong-content-type',
  'wrong-content-length',
  'dressed-up-nothing',
  'no-version-header',
  'other-version',
  'no-new-address',
  'no-retry-after',
  'no-challenge',
  'no-offer',
  'offer-without-command',
  'old-offer',
  'unreadable-query',
  'command-not-in-version',
  'options-refused',
  'refused-by-http',
  'server-error',
  'server-errors-in-a-row',
  'gateway-timeout',
  'late-401',
  'refused-again',
  'lists-in-reply',
  'provision-refused',
];
const IDS = [
  'other-collection',
  'unanswered-collection',
  'other-item',
  'unanswered-item',
  'other-ping-folder',
];
const KEYS = [
  'key-not-moved-on',
  'key-0-refused',
  'empty-reply-to-key-0',
  'empty-reply-to-operations',
  'resend-moved-on',
  'resend-answered-otherwise',
  'key-refused-at-once',
  'transient-key-lost',
  'shared-key',
  'unissued-key',
];
const ASKED = [
  'items-at-key-0',
  'window-exceeded',
  'unasked-responses',
  'unasked-changes',
  'unasked-body-type',
  'body-over-limit',
  'cut-unsaid',
  'preview-over-limit',
  'unasked-range',
  'part-without-parts',
  'unanswered-add',
  'unanswered-fetch',
  'unanswered-setting',
  'class-not-echoed',
  'forgotten-options',
  'policy-part-missing',
  'device-information-unanswered',
  'success-with-body',
  'empty-reply',
  'empty-reply-too-old',
  'empty-folder-list',
  'no-inbox',
  'empty-ping-refused',
];
const FOLDERS = [
  'unknown-folder',
  'orphan-folder',
  'default-folder-changed',
  'folder-ids-changed',
  'drafts-too-early',
  'no-folder-list',
];
const GOES_ON = [
  'same-request-again',
  'gave-up',
  'ping-without-changes',
  'unprimed-ping-refused',
  'own-limit-refused',
  'provision-again',
  'policy-key-forgotten',
  'other-policy-key',
  'added-again',
  'more-promised',
  'sent-twice',
  'empty-sync-first',
];

/** What is known around a message. */
export interface Around {
  pair: Pair;
  spot: Spot;
  /** Whether a whole list of folders was seen in the conversation. */
  hasFolders: boolean;
  /** Number of exchanges in the conversation. */
  exchanges: number;
}

/** What was asked of a message in its exchange and its conversation. `findings`: all that stand at it. */
export function wideChecks(findings: readonly Finding[], around: Around): Check[] {
  const { pair, spot, hasFolders, exchanges } = around;
  const digest = pair[spot.side];
  if (!digest) return [];
  const isReply = digest.side === 'response';
  const ask = (
    question: string,
    rules: readonly string[],
    looked: readonly Mark[],
    yes: string,
    cannot?: string,
  ): Check =>
    answer(
      question,
      findings.filter(({ rule }) => rules.includes(rule)),
      placed(looked, spot),
      yes,
      cannot,
    );
  const lone = pair.request?.body === undefined ? 'Its request is not here.' : undefined;
  const ids = idsOf(digest);
  const keys = keysOf(digest);
  const isHttpKnown = digest.http.hasHeaders || digest.http.status !== undefined;
  return [
    ...(isReply && ids.length > 0
      ? [
          ask(
            'Does it answer for the ids that were asked for?',
            IDS,
            ids,
            'They are those of the request.',
            lone,
          ),
        ]
      : []),
    ...(isReply && keys.length > 0
      ? [
          ask(
            'Does the key move on as it should?',
            KEYS,
            keys,
            'It follows from the key of the request.',
            lone,
          ),
        ]
      : []),
    ...(isReply && digest.body !== 'absent'
      ? [
          ask(
            'Is it what was asked for?',
            ASKED,
            [AT_START],
            'Nothing is left out, and nothing comes unasked.',
            lone,
          ),
        ]
      : []),
    ...(ids.length > 0 && isFolderCommand(digest)
      ? [
          ask(
            'Are its folders known from FolderSync?',
            FOLDERS,
            ids,
            'FolderSync told of all of them.',
            hasFolders ? undefined : 'No whole folder list is here.',
          ),
        ]
      : []),
    ask(
      'Does what HTTP says fit?',
      HTTP,
      [AT_START],
      'Status and headers fit the body.',
      isHttpKnown ? undefined : 'Nothing is known of HTTP.',
    ),
    ...(exchanges > 1
      ? [ask('Does the conversation go on from it?', GOES_ON, [AT_START], 'Nothing goes round in it.')]
      : []),
  ];
}

/** The rules that these questions are about, each once. */
export const wideRules: readonly string[] = [HTTP, IDS, KEYS, ASKED, FOLDERS, GOES_ON].flat();

export const asksAbout = (rule: string): boolean => wideRules.includes(rule);

const isFolderCommand = ({ sync, ping }: Digest): boolean => sync !== undefined || ping !== undefined;

const idsOf = ({ sync, ping, items }: Digest): Mark[] => [
  ...(sync?.collections.flatMap(({ id }) => id ?? []) ?? []),
  ...(ping?.folders ?? []),
  ...(items?.flatMap(({ ids }) => Object.values(ids)) ?? []),
];

const keysOf = ({ sync, hierarchy }: Digest): Mark[] =>
  [...(sync?.collections.map(({ key }) => key) ?? []), hierarchy?.key].filter((key) => key !== undefined);
