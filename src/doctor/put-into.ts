import { keyOf } from '../doctypes/index.ts';
import type { ElementModel } from '../eas/index.ts';
import { CONTENT_BIT, KIND } from '../wbxml/index.ts';
import type { Judgement, Scene } from './rule.ts';
import { childTags, elementSpan, nameOf } from './scene.ts';
import type { Fault } from './walk/fault.ts';

const SWITCH_PAGE = 0x00;
const END = 0x01;
/** Children that are looked at; who lacks an element around more of them has to look at the code that wrote them. */
const MOST = 1000;

/** An element that is missing around others, and how it is put there. */
export interface Missing {
  element: ElementModel;
  fix: NonNullable<Judgement['fix']>;
}

/**
 * The one element that lacks around a child that cannot stand where it does: its parent has none of them, it may hold
 * the child and every stranger beside it, and has all it needs of them. They stand in a row, so that it goes around them.
 * @returns `undefined` where no element is that, or more than one may be
 */
export function missingAround(
  scene: Scene,
  { parent, key, token, times, more }: Fault & { kind: 'unexpected' },
): Missing | undefined {
  const { tokens } = scene.decoded;
  if (times > MOST || more.some((i) => tokens.parent(i) !== parent.token)) return undefined;
  const keyAt = (i: number): number => keyOf(tokens.page(i), tokens.tagCode(i));
  const children: number[] = [];
  for (const i of childTags(scene, tokens.parent(token))) {
    if (children.length === MOST) return undefined;
    children.push(i);
  }
  const here = new Set(children.map(keyAt));
  const homes = parent.content.children.filter(
    (one) => one.content?.byKey.has(key) && one.max > 0 && !here.has(one.key),
  );
  const [element, other] = homes;
  if (!element?.content || other) return undefined;
  const strangers = children.filter((i) => !parent.content.byKey.has(keyAt(i)));
  const [first, last] = [strangers[0], strangers.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isRow = children.indexOf(last) - children.indexOf(first) === strangers.length - 1;
  const held = new Set(strangers.map(keyAt));
  const { byKey, required } = element.content;
  const fits = [...held].every((key) => byKey.has(key)) && required.every(({ key }) => held.has(key));
  if (!isRow || !fits) return undefined;
  if (isCutOff(scene, last)) return undefined;
  const behind = elementSpan(scene, last).end;
  return {
    element,
    fix: {
      title: `Put ${strangers.length === 1 ? 'it' : `these ${strangers.length}`} into ${nameOf(scene, element)}`,
      edits: [opening(scene, first, element), { start: behind, end: behind, bytes: Uint8Array.of(END) }],
    },
  };
}

const isCutOff = ({ decoded: { tokens } }: Scene, i: number): boolean =>
  tokens.hasContent(i) && tokens.kind(tokens.past(i) - 1) !== KIND.end;

/** The beginning of the element, in front of its first child; each stands on a page of its own. */
function opening({ decoded: { tokens } }: Scene, first: number, element: ElementModel) {
  const [page, tag] = [element.key >> 8, (element.key & 0xff) | CONTENT_BIT];
  const own = tokens.page(first);
  const isSwitched = tokens.kind(first - 1) === KIND.switchPage;
  if (page === own) {
    const at = tokens.start(first);
    return { start: at, end: at, bytes: Uint8Array.of(tag) };
  }
  // In front of the SWITCH_PAGE of the child, where it has one: that leads to its page again.
  const at = tokens.start(isSwitched ? first - 1 : first);
  const before = isSwitched ? tokens.page(first - 2) : own;
  const to = page === before ? [] : [SWITCH_PAGE, page];
  const back = isSwitched ? [] : [SWITCH_PAGE, own];
  return { start: at, end: at, bytes: Uint8Array.of(...to, tag, ...back) };
}
