import type { Breach, Consequence, Judgement } from '../rule.ts';
import { pastElement, tokenSpan } from '../scene.ts';
import { atFirst, childNamed, isCutOff, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** What an element must hold when something else stands in it: more than the content models can say. */
export interface Demand {
  command: string;
  /** `Page:Name` of the element. */
  holder: string;
  /** Children that hold something wherever this is asked of it, and the text that one must have, if it matters. */
  beside: readonly { name: string; is?: string }[];
  /** `Page:Name`s of which one must stand in it, at any depth: one in a wrong place is another rule's to tell. */
  needs: readonly string[];
  /** Set where an element with nothing in it is another rule's to tell. */
  unlessEmpty?: true;
  breach: Breach;
  consequence: Consequence;
  source: string;
  text: string;
}

/** What is said of each demand that is not met, at the tags of the elements that do not meet it. */
export function unmetDemands(scene: MessageScene, demands: readonly Demand[]): Judgement[] {
  return demands.flatMap((demand) => {
    if (demand.command !== scene.command) return [];
    const { breach, consequence, source, text } = demand;
    const places = tagsNamed(scene, demand.holder).filter((i) => isUnmet(scene, i, demand));
    return atFirst(scene, places, () => ({ text, breach, consequence, source }), tokenSpan);
  });
}

function isUnmet(scene: MessageScene, holder: number, { beside, needs, unlessEmpty }: Demand): boolean {
  const { tokens } = scene.decoded;
  if (unlessEmpty && !tokens.hasContent(holder)) return false;
  const asked = beside.every(({ name, is }) => {
    const i = childNamed(scene, holder, name);
    return i >= 0 && tokens.hasContent(i) && (is === undefined || textIn(scene, i) === is);
  });
  return asked && !needs.some((name) => holds(scene, holder, name)) && !isCutOff(scene, holder);
}

/** True where a tag of this name stands anywhere in an element. */
function holds(scene: MessageScene, holder: number, name: string): boolean {
  const tags = tagsNamed(scene, name);
  let [low, high] = [0, tags.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle] as number) <= holder) low = middle + 1;
    else high = middle;
  }
  const first = tags[low];
  return first !== undefined && first < pastElement(scene.decoded.tokens, holder);
}
