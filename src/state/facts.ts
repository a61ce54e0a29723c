import { words } from '#words/workspace.ts';
import { stringSpan, type Decoded } from '../doctypes/index.ts';
import type { Known } from '../doctor/index.ts';
import { KIND } from '../wbxml/index.ts';

/** Tokens looked at: a SyncKey stands near the front or nowhere. */
const NEAR = 64;
/** Characters of a key that are shown; a UUID with its counter has 40. */
const SHOWN = 44;

/** The first SyncKey of a message, as text; `undefined` where it has none near its front. */
export function firstSyncKey({ tokens, document, bytes }: Decoded): string | undefined {
  for (let i = 0; i < Math.min(NEAR, tokens.length - 1); i++) {
    if (tokens.kind(i) !== KIND.tag || tokens.kind(i + 1) !== KIND.strI) continue;
    if (tokens.at(i).name !== 'SyncKey') continue;
    const { start, end } = stringSpan(document, i + 1);
    const text = document.header?.encoding.decode(bytes.subarray(start, Math.min(end, start + SHOWN)));
    return text === undefined || end - start <= SHOWN ? text : `${text}…`;
  }
  return undefined;
}

/** Facts for the line above the verdict, a few words each. */
export function factsOf(decoded: Decoded, version: Known<string> | undefined): string[] {
  const key = firstSyncKey(decoded);
  return [
    ...(version === undefined ? [] : [words.version(version.value, version.how === 'guessed')]),
    ...(key === undefined ? [] : [words.key(key)]),
  ];
}
