import type { ElementModel } from '../eas/index.ts';
import type { Scene } from './rule.ts';
import { childTags } from './scene.ts';
import type { Container } from './walk/fault.ts';

/** Children of an element that are looked at. */
const MOST = 20;

/**
 * What an element that stands at a wrong place would be on another code page: the one container with its code that may
 * stand there and may hold what its children would be on that page. `undefined` where it holds no elements, or where
 * more than one fits.
 */
export function meantOnOtherPage(scene: Scene, parent: Container, token: number): ElementModel | undefined {
  const { tokens } = scene.decoded;
  const codes = new Set<number>();
  let seen = 0;
  for (const i of childTags(scene, token)) {
    codes.add(tokens.tagCode(i));
    if (++seen === MOST) break;
  }
  if (seen === 0) return undefined;
  const [page, code] = [tokens.page(token), tokens.tagCode(token)];
  const [found, other] = parent.content.children.filter(
    ({ key, content }) =>
      key >> 8 !== page && (key & 0xff) === code && content && holds(content.children, codes),
  );
  return other ? undefined : found;
}

const holds = (children: readonly ElementModel[], codes: ReadonlySet<number>): boolean => {
  const known = new Set(children.map(({ key }) => key & 0xff));
  return [...codes].every((code) => known.has(code));
};
