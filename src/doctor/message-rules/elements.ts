import { keyOf, vocabularyOf } from '../../doctypes/index.ts';
import { KIND, type TokenTable } from '../../wbxml/index.ts';
import { HERE_TOO } from '../further-places.ts';
import type { Judgement } from '../rule.ts';
import { elementSpan, pastElement } from '../scene.ts';
import { textOf } from '../walk/element-text.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import type { MessageScene } from './message-index.ts';

const keys = new Map<string, number>();

/** Key of an ActiveSync tag by its `Page:Name`. */
export function keyNamed(name: string): number {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const vocabulary = vocabularyOf('activesync');
  const [space = '', local = ''] = name.split(':');
  const page = vocabulary?.namespacePage(space);
  const code = page === undefined ? undefined : vocabulary?.tagCode(page, local);
  if (page === undefined || code === undefined) throw new Error(`fault: no tag ${name}`);
  const key = keyOf(page, code);
  keys.set(name, key);
  return key;
}

/** True where the tag with index `i` is the one with this `Page:Name`. */
export const isNamed = ({ decoded: { tokens } }: MessageScene, i: number, name: string): boolean =>
  hasKey(tokens, i, keyNamed(name));

const hasKey = (tokens: TokenTable, i: number, key: number): boolean =>
  i >= 0 && tokens.kind(i) === KIND.tag && keyOf(tokens.page(i), tokens.tagCode(i)) === key;

/** Tokens of all tags with this `Page:Name`, in order; with `parent`, those that stand directly in one of that name. */
export function tagsNamed(scene: MessageScene, name: string, parent?: string): readonly number[] {
  const all = scene.index.tags(keyNamed(name));
  if (parent === undefined || all.length === 0) return all;
  const { tokens } = scene.decoded;
  const wanted = keyNamed(parent);
  const isThere = (i: number): boolean => hasKey(tokens, tokens.parent(i), wanted);
  return all.every(isThere) ? all : all.filter(isThere);
}

/** Token of the first child with this `Page:Name`, or −1. */
export const childNamed = (scene: MessageScene, parent: number, name: string): number =>
  parent < 0 ? -1 : scene.index.child(parent, keyNamed(name));

/** Tokens of the children with this `Page:Name`, the first `most` of them. */
export function childrenNamed(scene: MessageScene, parent: number, name: string, most = Infinity): number[] {
  const found: number[] = [];
  const first = childNamed(scene, parent, name);
  if (first < 0) return found;
  const key = keyNamed(name);
  const { tokens } = scene.decoded;
  const past = pastElement(tokens, parent);
  for (let i = first; i < past && found.length < most; i = pastElement(tokens, i)) {
    if (hasKey(tokens, i, key) && tokens.parent(i) === parent) found.push(i);
  }
  return found;
}

/** Text of the first child with this `Page:Name`; `undefined` where there is none. */
export function valueNamed(scene: MessageScene, parent: number, name: string): string | undefined {
  const i = childNamed(scene, parent, name);
  return i < 0 ? undefined : textIn(scene, i);
}

/** The text directly in the element whose tag has index `i`. */
export function textIn({ decoded }: MessageScene, i: number): string {
  const { tokens } = decoded;
  if (!tokens.hasContent(i)) return '';
  let past = i + 1;
  while (past < tokens.length && tokens.parent(past) === i) past++;
  return textOf(decoded, i + 1, past);
}

/** True where the input ends before the element does. */
export function isCutOff({ decoded: { tokens } }: MessageScene, i: number): boolean {
  return tokens.hasContent(i) && tokens.kind(tokens.past(i) - 1) !== KIND.end;
}

/** True where the message is of this side and of one of these commands. */
export const isOf = (
  { command, side }: MessageScene,
  wanted: MessageScene['side'],
  ...commands: string[]
): boolean => side === wanted && commands.includes(command);

/** What a rule says at the first of several places where the same fault stands; nothing where there is none. */
export function atFirst(
  scene: MessageScene,
  places: readonly number[],
  say: (first: number) => Omit<Judgement, 'start' | 'end' | 'times'>,
  span: (scene: MessageScene, i: number) => { start: number; end: number } = elementSpan,
): Judgement[] {
  const [first] = places;
  if (first === undefined) return [];
  const said = say(first);
  const more = places.slice(1, MAX_PLACES).map((i) => ({ ...span(scene, i), text: HERE_TOO }));
  const related = [...(said.related ?? []), ...more];
  return [
    {
      ...said,
      ...span(scene, first),
      ...(related.length > 0 && { related }),
      ...(places.length > 1 && { times: places.length }),
    },
  ];
}

/** Token of the root where it is this tag, or −1. */
export function rootNamed(scene: MessageScene, name: string): number {
  const { tokens } = scene.decoded;
  const i = tagsNamed(scene, name)[0] ?? -1;
  return i >= 0 && tokens.parent(i) < 0 ? i : -1;
}
