import { keyOf } from '../../doctypes/index.ts';
import { deviationFor, type ElementModel } from '../../eas/index.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { meantOnOtherPage } from '../other-page.ts';
import { missingAround } from '../put-into.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import {
  childTags,
  elementSpan,
  fullName,
  fullNameOf,
  homesOf,
  keyName,
  listed,
  nameOf,
  pageInUse,
} from '../scene.ts';
import { takeOut } from '../take-out.ts';
import type { Container, Fault } from '../walk/fault.ts';

export const unexpectedChild: FaultRule = {
  id: 'unexpected-child',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  sees: 'unexpected',
  judge(fault, scene) {
    if (fault.kind !== 'unexpected') return undefined;
    const name = keyName(scene, fault.key, fault.parent.element);
    const parent = nameOf(scene, fault.parent.element);
    const deviation = deviationFor(
      'unexpected-child',
      fullName(fault.parent.element),
      fullNameOf(scene, fault.key),
    );
    const known = deviation ? ` ${deviation.server} does the same; ${deviation.phones}.` : '';
    const around = missingAround(scene, fault);
    const place = around
      ? `Its place is in ${nameOf(scene, around.element)}, which is missing around it.`
      : (pageOf(scene, fault) ?? placeOf(scene, fault.key, fault.parent));
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} stands in ${parent}. ${place}${known}`,
      source: deviation?.source ?? `${fault.parent.content.source}; MS-ASCMD R4817`,
      deviation,
      fix: deviation ? undefined : (around?.fix ?? withoutStranger(scene, fault)),
    };
  },
};

export const unexpectedChildPage: RulePage = {
  title: 'An element where none of its kind may stand',
  scope: 'message',
  why: 'A reader that goes by structure looks for an element in its place only, and what stands elsewhere it skips or refuses.',
  covers: ['SCHEMA-02', 'SYNC-RSP-01', 'WBXML-TOK-02', 'GIE-01'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 01 4e03310001 0101',
    side: 'response',
  },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

/** Takes it out where it says nothing that is wanted elsewhere: a leaf that has no place in the message, or stands there, too. */
function withoutStranger(
  scene: MessageScene,
  { token, more, key, parent: { content } }: Fault & { kind: 'unexpected' },
) {
  const places = [token, ...more];
  if (places.some((i) => hasElements(scene, i))) return undefined;
  const { tokens } = scene.decoded;
  const parents = new Set(places.map((i) => tokens.parent(i)));
  // Several strangers are more likely read wrong than written wrong.
  if ([...parents].some((parent) => strangersIn(scene, parent, content) > 1)) return undefined;
  const isSaid = homesOf(scene, key).length === 0 || standsBeside(scene, key, parents);
  return isSaid ? takeOut(scene, places) : undefined;
}

/** Children that are looked at for strangers. */
const MOST = 1000;

/** How many different tags stand in an element that its model does not have, among its first children. */
function strangersIn(scene: Scene, parent: number, { byKey }: Container['content']): number {
  const { tokens } = scene.decoded;
  const strangers = new Set<number>();
  let seen = 0;
  for (const i of childTags(scene, parent)) {
    const key = keyOf(tokens.page(i), tokens.tagCode(i));
    if (!byKey.has(key)) strangers.add(key);
    if (++seen === MOST) break;
  }
  return strangers.size;
}

const hasElements = (scene: Scene, i: number): boolean => !childTags(scene, i).next().done;

/** True where the message has the element in another place, too. */
const standsBeside = (
  { decoded: { tokens }, index }: MessageScene,
  key: number,
  parents: ReadonlySet<number>,
) => index.tags(key).some((i) => !parents.has(tokens.parent(i)));

/** A sentence that says that it stands on a wrong code page, where that is what explains it. */
function pageOf(scene: Scene, { parent, token, key }: Fault & { kind: 'unexpected' }): string | undefined {
  const meant = meantOnOtherPage(scene, parent, token);
  const page = key >> 8;
  if (meant) {
    return `On code page ${meant.key >> 8} the same byte is ${fullName(meant)}, which may stand there: a SWITCH_PAGE before it may be missing or wrong.`;
  }
  if (!parent.content.item || parent.content.children.some((child) => child.key >> 8 === page))
    return undefined;
  const name = scene.decoded.vocabulary.page(page)?.name ?? '';
  return `No property of an item stands on code page ${page}, ${name}: a SWITCH_PAGE before it may be missing or wrong.`;
}

/** A sentence that says where it may stand instead. */
function placeOf(scene: Scene, key: number, parent: Container): string {
  const wanted = scene.decoded.vocabulary.tag(key >> 8, key & 0xff)?.name;
  const namesake = parent.content.children.find((child) => child.name === wanted);
  if (namesake) {
    return `${fullName(namesake)} may stand there: the code page is another one, so a SWITCH_PAGE may be missing or wrong.`;
  }
  const { side, command } = scene;
  const homes = homesOf(scene, key);
  const elsewhere = homes.filter((home) => home.key !== parent.element.key);
  if (elsewhere.length > 0) return `Its place is in ${inWords(scene, elsewhere)}.`;
  if (homes.length > 0) return `Only ${nameOf(scene, parent.element)} in another place holds it.`;
  const other = side === 'request' ? 'response' : 'request';
  const others = homesOf(scene, key, other);
  if (others.length > 0) return `Only a ${other} has it, in ${inWords(scene, others)}.`;
  const page = key >> 8;
  if (pageInUse(command, side, page)) return `No ${command} ${side} has it anywhere.`;
  const name = scene.decoded.vocabulary.page(page)?.name ?? '';
  return `Code page ${page} is ${name}, which no ${command} ${side} uses: the SWITCH_PAGE before it may be wrong.`;
}

const inWords = (scene: Scene, homes: readonly ElementModel[]): string =>
  listed(
    homes.map((home) => nameOf(scene, home)),
    'or',
  );
