import type { Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { tagName } from './token-names.ts';

/** An element on the way from the root to a byte. */
export interface PathStep {
  name: string;
  /** Index of its tag, and where that begins. */
  token: number;
  offset: number;
}

/** The elements a token stands in, outermost first, the last being the one it belongs to. */
export interface ElementPath {
  steps: PathStep[];
  /** Elements left out after the first step because the path is very long. */
  skipped: number;
}

/** Inner steps shown of a very long path. */
const INNERMOST = 30;

/** The path to token `i`; a tag is the last step of its own path. */
export function elementPath(decoded: Decoded, i: number): ElementPath {
  const { tokens } = decoded;
  const inner: number[] = [];
  let depth = 0;
  let outermost = -1;
  for (let k = ownerOf(decoded, i); k >= 0; k = tokens.parent(k)) {
    if (depth < INNERMOST) inner.push(k);
    outermost = k;
    depth++;
  }
  const indices = inner.reverse();
  if (outermost >= 0 && indices[0] !== outermost) indices.unshift(outermost);
  const steps = indices.map((token) => ({
    name: tagName(decoded, token),
    token,
    offset: tokens.start(token),
  }));
  return { steps, skipped: depth - steps.length };
}

/** Index of the tag (or PI) that token `i` belongs to: itself where it is one; −1 outside the root. */
export function ownerOf(decoded: Decoded, i: number): number {
  const { tokens } = decoded;
  const kind = tokens.kind(i);
  return kind === KIND.tag || kind === KIND.literalTag || kind === KIND.pi ? i : tokens.parent(i);
}

/** A path as it is said: `Sync > Collections > Collection > SyncKey`. */
export function pathWords({ steps, skipped }: ElementPath): string {
  const names = steps.map(({ name }) => name);
  if (skipped > 0) names.splice(1, 0, `… ${skipped} more …`);
  return names.join(' > ');
}
