import type { Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import type { PageFacts } from './explanation.ts';
import { pageName } from './token-names.ts';

/** The code page that token `i` was read with; `undefined` in the header and in what was not read. */
export function pageAt(decoded: Decoded, i: number): PageFacts | undefined {
  const { tokens } = decoded;
  const kind = tokens.kind(i);
  if (kind <= KIND.stringTableEntry || kind === KIND.unread) return undefined;
  // A PI's own byte is a global token, but what follows it is read with the attribute page.
  const space = tokens.inAttributes(i) || kind === KIND.pi ? 'attribute' : 'tag';
  const number = tokens.page(i);
  const name = space === 'tag' ? pageName(decoded, number) : undefined;
  const since = kind === KIND.switchPage ? i : switchBefore(decoded, i, space);
  return {
    space,
    number,
    ...(name !== undefined && { name }),
    ...(since >= 0 && { since: tokens.start(since) }),
  };
}

/** The page that a SWITCH_PAGE, token `i`, replaces. Both spaces begin with page 0. */
export function pageBefore(decoded: Decoded, i: number): number {
  const before = switchBefore(decoded, i, decoded.tokens.inAttributes(i) ? 'attribute' : 'tag');
  return before < 0 ? 0 : decoded.tokens.page(before);
}

function switchBefore(decoded: Decoded, i: number, space: 'tag' | 'attribute'): number {
  const { tokens } = decoded;
  for (let k = i - 1; k >= 0; k--) {
    if (tokens.kind(k) === KIND.switchPage && tokens.inAttributes(k) === (space === 'attribute')) return k;
  }
  return -1;
}
