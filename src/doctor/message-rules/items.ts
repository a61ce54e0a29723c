import { childNamed, isNamed, tagsNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/**
 * The items that a reply to Sync adds and that have all of some properties but lack one: their ApplicationData.
 * @param has, lacks `Page:Name`s
 */
export function itemsWithout(scene: MessageScene, has: readonly string[], lacks: string): number[] {
  const { tokens } = scene.decoded;
  if (has.some((name) => tagsNamed(scene, name).length === 0)) return [];
  return tagsNamed(scene, 'AirSync:ApplicationData', 'AirSync:Add').filter(
    (i) =>
      childNamed(scene, i, lacks) < 0 &&
      has.every((name) => childNamed(scene, i, name) >= 0) &&
      isNamed(scene, tokens.parent(tokens.parent(i)), 'AirSync:Commands'),
  );
}
