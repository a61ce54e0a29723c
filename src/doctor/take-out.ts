import type { Judgement, Scene } from './rule.ts';
import { childTags, elementSpan } from './scene.ts';

const SWITCH_PAGE = 0x00;

/**
 * Takes elements out of the bytes. Where the page in force behind one is not the page before it, a SWITCH_PAGE
 * takes its place, so that what follows keeps its meaning.
 * @param elements tokens of their tags
 * @returns `undefined` where that would leave a parent empty, which is a fault of its own
 */
export function takeOut(scene: Scene, elements: readonly number[]): Judgement['fix'] {
  const { tokens } = scene.decoded;
  const gone = new Set(elements);
  const parents = new Set(elements.map((i) => tokens.parent(i)));
  for (const parent of parents) if (parent < 0 || !keepsChild(scene, parent, gone)) return undefined;
  const edits = elements.map((i) => {
    const last = tokens.past(i) - 1;
    const before = tokens.page(i);
    const behind = tokens.inAttributes(last) ? before : tokens.page(last);
    const bytes = behind === before ? new Uint8Array() : Uint8Array.of(SWITCH_PAGE, behind);
    return { ...elementSpan(scene, i), bytes };
  });
  const saved = edits.reduce((sum, { start, end, bytes }) => sum + end - start - bytes.length, 0);
  return { title: `Take ${saved === 1 ? 'this byte' : `these ${saved} bytes`} out`, edits };
}

function keepsChild(scene: Scene, parent: number, gone: ReadonlySet<number>): boolean {
  for (const child of childTags(scene, parent)) if (!gone.has(child)) return true;
  return false;
}
