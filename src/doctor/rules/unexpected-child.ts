import { deviationFor, type ElementModel } from '../../eas/index.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import { elementSpan, fullName, fullNameOf, homesOf, keyName, listed, nameOf, pageInUse } from '../scene.ts';
import { takeOut } from '../take-out.ts';
import type { Container } from '../walk/fault.ts';

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
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} stands in ${parent}. ${placeOf(scene, fault.key, fault.parent)}${known}`,
      source: deviation?.source ?? `${fault.parent.content.source}; MS-ASCMD R4817`,
      deviation,
      fix: deviation ? undefined : takeOut(scene, [fault.token, ...fault.more]),
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
