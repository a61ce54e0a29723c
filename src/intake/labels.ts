import type { Side } from '../conversation/index.ts';

/** How much of the text in front of a reading is looked at. */
const NEAR = 120;

/** Words that say it, and words for one of the two, who sends one and is sent the other. */
const REQUEST =
  /(?<![a-z\d])(?:request|req|wbxml-in|decoded wbxml|c->s|c2s)(?:body|data|bytes|hex|payload)?(?![a-z\d])|(?:^|\s)(?:>>+|-->|=> send\b)|^\s*(?:->|> (?=\d{4}\/\d\d\/\d\d [\d:.]+ +length=))/gi;
const RESPONSE =
  /(?<![a-z\d])(?:response|resp|res|reply|answer|wbxml-out|s->c|s2c)(?:body|data|bytes|hex|payload)?(?![a-z\d])|(?:^|\s)(?:<<+(?![<'"~\w-])|<--|<= recv\b)|^\s*(?:<-(?!-)|< (?=\d{4}\/\d\d\/\d\d [\d:.]+ +length=))/gi;
const CLIENT =
  /(?<![a-z\d])(?:client|phone|device)(?:body|data|bytes|hex|payload)?(?![a-z\d])|(?:^|\s)c:(?=\s|$)/gi;
const SERVER = /(?<![a-z\d])server(?:body|data|bytes|hex|payload)?(?![a-z\d])|(?:^|\s)s:(?=\s|$)/gi;
const NAMED = /\b(?:hex|wbxml|base64|b64|bytes?|body|payload|data|dump|request|req|response|resp|reply)\b/i;

/** Tags and fences. */
const TAG = /<\/?[a-z][^<>]*>|^[^<>]*">|```\w*/gi;

/** The words in front of a reading: on its line, or on the line before where its own has none. */
function before(text: string, start: number): string {
  const near = text
    .slice(Math.max(0, start - NEAR), start)
    .replace(TAG, '')
    .trimEnd();
  return near.slice(near.lastIndexOf('\n') + 1);
}

const lastIndex = (pattern: RegExp, words: string): number =>
  [...words.matchAll(pattern)].at(-1)?.index ?? -1;

function nearest(words: string, ofRequest: RegExp, ofResponse: RegExp): Side | undefined {
  const request = lastIndex(ofRequest, words);
  const response = lastIndex(ofResponse, words);
  if (request < 0 && response < 0) return undefined;
  return request > response ? 'request' : 'response';
}

/** Whose message the words in front of it say it is; the nearest counts, and a word for one of the two last. */
export function labelledSide(text: string, start: number): Side | undefined {
  const words = before(text, start);
  return nearest(words, REQUEST, RESPONSE) ?? nearest(words, CLIENT, SERVER);
}

/** Whether the words in front of a reading say that bytes follow. */
export const isLabelled = (text: string, start: number): boolean => NAMED.test(before(text, start));
