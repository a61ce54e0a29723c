import type { Side } from '../conversation/index.ts';
import { hexUpper, keyOf } from '../doctypes/index.ts';
import { bodyModel, versionBit, type ElementModel, type VersionSet } from '../eas/index.ts';
import { KIND, type TokenTable } from '../wbxml/index.ts';
import { containersIn } from './containers.ts';
import type { Scene } from './rule.ts';
import { textOf } from './walk/element-text.ts';

/** Tokens up to which the end of an element is looked for: beyond, the table of all ends is worth making. */
const NEAR = 64;

/** Index just past the last token of the element whose tag has index `i`: what follows stands in nothing from `i` on. */
export function pastElement(tokens: TokenTable, i: number): number {
  const end = Math.min(tokens.length, i + NEAR);
  for (let k = i + 1; k < end; k++) if (tokens.parent(k) < i) return k;
  return end === tokens.length ? end : tokens.past(i);
}

/** Bytes of the whole element whose tag has index `i`, its END included; half-open. */
export function elementSpan({ decoded: { tokens } }: Scene, i: number): { start: number; end: number } {
  return { start: tokens.start(i), end: tokens.start(pastElement(tokens, i)) };
}

/** Bytes of the token with index `i` alone. */
export function tokenSpan({ decoded: { tokens } }: Scene, i: number): { start: number; end: number } {
  return { start: tokens.start(i), end: tokens.end(i) };
}

/**
 * Name of a tag by its key, with its page's name before it where the name alone could be another page's.
 * @param near an element it stands in or beside: on its page no name needs a page
 */
export function keyName(
  { decoded: { vocabulary }, command }: Scene,
  key: number,
  near?: { readonly key: number },
): string {
  const [page, code] = [key >> 8, key & 0xff];
  const name = vocabulary.tag(page, code)?.name ?? `tag-0x${hexUpper(code)}`;
  const namespace = vocabulary.page(page)?.namespace;
  const isClear = page === rootPage(command) || (near && near.key >> 8 === page);
  const isUnique = vocabulary.tagsNamed(name).length === 1;
  return isClear || isUnique || namespace === undefined ? name : `${namespace}:${name}`;
}

const rootPage = (command: string): number => {
  const root = bodyModel(command, 'request') ?? bodyModel(command, 'response');
  return root ? root.key >> 8 : 0;
};

export const nameOf = (scene: Scene, element: ElementModel, near?: ElementModel): string =>
  keyName(scene, element.key, near);

/** `Page:Name`, as the tables of facts write it. */
export const fullName = (element: ElementModel): string => `${element.namespace}:${element.name}`;

/** `Page:Name` of a tag by its key. */
export function fullNameOf({ decoded: { vocabulary } }: Scene, key: number): string {
  const [page, code] = [key >> 8, key & 0xff];
  return `${vocabulary.page(page)?.namespace ?? ''}:${vocabulary.tag(page, code)?.name ?? ''}`;
}

/** The text of the element whose tag has index `i`. */
export const elementText = ({ decoded }: Scene, i: number): string =>
  decoded.tokens.hasContent(i) ? textOf(decoded, i + 1, pastElement(decoded.tokens, i)) : '';

/** Tokens of the tags directly in the element whose tag has index `i`, in order. */
export function* childTags({ decoded: { tokens } }: Scene, i: number): Generator<number, undefined> {
  if (!tokens.hasContent(i)) return undefined;
  const past = pastElement(tokens, i);
  for (let k = i + 1; k < past; k = pastElement(tokens, k)) {
    const kind = tokens.kind(k);
    if ((kind === KIND.tag || kind === KIND.literalTag) && tokens.parent(k) === i) yield k;
  }
  return undefined;
}

/** Token of the first child with this key, or −1. */
export function childToken(scene: Scene, parent: number, key: number): number {
  const { tokens } = scene.decoded;
  for (const i of childTags(scene, parent)) if (keyOf(tokens.page(i), tokens.tagCode(i)) === key) return i;
  return -1;
}

/** Every element of the command, in this direction, that may hold a child with this key; each once, outermost first. */
export const homesOf = (scene: Scene, key: number, side = scene.side): ElementModel[] =>
  containersOf(scene.command, side).filter((element) => element.content?.byKey.has(key));

/** True where some element of the command, in this direction, has a child on this code page. */
export const pageInUse = (command: string, side: Side, page: number): boolean => {
  const root = bodyModel(command, side);
  return root !== undefined && pagesIn(root).has(page);
};

const pagesOfRoot = new WeakMap<ElementModel, ReadonlySet<number>>();

/** The code pages of everything that may stand below a root. */
function pagesIn(root: ElementModel): ReadonlySet<number> {
  let pages = pagesOfRoot.get(root);
  if (!pages) {
    const children = containersIn(root).flatMap(({ content }) => content?.children ?? []);
    pagesOfRoot.set(root, (pages = new Set(children.map(({ key }) => key >> 8))));
  }
  return pages;
}

/** Every container of a command's body, in this direction. */
function containersOf(command: string, side: Side): ElementModel[] {
  const root = bodyModel(command, side);
  return root ? containersIn(root) : [];
}

/** True where the tag with index `i` stands in an item: somewhere in its ApplicationData. */
export function isInItem({ decoded: { tokens, vocabulary } }: Scene, i: number): boolean {
  return tokens
    .ancestors(i)
    .some((p) => tokens.page(p) === 0 && vocabulary.tag(0, tokens.tagCode(p))?.name === 'ApplicationData');
}

/** True where the message's version is one of these, or nothing tells it; true without a set. */
export function holdsIn(versions: VersionSet | undefined, { context: { version } }: Scene): boolean {
  const bit = versionBit(version?.value ?? '');
  return versions === undefined || bit === 0 || (versions & bit) !== 0;
}

/** Names in a row: “Add, Change and Delete”; more than four are cut short. */
export function listed(names: readonly string[], word = 'and'): string {
  const unique = [...new Set(names)];
  if (unique.length > 4) return `${unique.slice(0, 3).join(', ')} ${word} ${unique.length - 3} more`;
  const last = unique.at(-1) ?? '';
  return unique.length < 2 ? last : `${unique.slice(0, -1).join(', ')} ${word} ${last}`;
}
