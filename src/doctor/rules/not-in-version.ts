import { deviationFor, reactionsTo, versionsText, type ElementModel } from '../../eas/index.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import { elementSpan, fullName, nameOf } from '../scene.ts';
import type { Container } from '../walk/fault.ts';

export const notInVersion: FaultRule = {
  id: 'not-in-version',
  breach: 'habit',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASWBXML, columns of versions; MS-ASCMD R4817',
  sees: 'version',
  judge(fault, scene) {
    if (fault.kind !== 'version') return undefined;
    const { element, parent } = fault;
    const isReply = scene.side === 'response';
    const deviation = isReply
      ? deviationFor('not-in-version', fullName(parent.element), fullName(element))
      : undefined;
    const known = deviation ? ` ${deviation.server} does the same; ${deviation.phones}.` : '';
    return {
      ...elementSpan(scene, fault.token),
      text: `${placeOf(fault, scene)} in ${versionsText(element.versions)}; ${thisVersion(scene)}.${known}`,
      versionBound: true,
      deviation,
      ...(isReply
        ? { phone: reactionsTo('not-in-version') }
        : { breach: 'SHOULD', consequence: { what: 'rejected', by: 'server', basis: 'inferred' } }),
    };
  },
};

export const notInVersionPage: RulePage = {
  title: 'An element that this protocol version does not have',
  scope: 'message',
  why: 'Phones skip what their version does not know. A strict server answers such a request with Status 4 or 103.',
  covers: ['SCHEMA-08'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5b 5c037265640001 01 01 01 010101 01',
    side: 'response',
    version: '12.1',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5b 5c037265640001 01 01 01 010101 01',
    side: 'response',
    version: '14.1',
  },
};

function placeOf({ element, parent }: { element: ElementModel; parent: Container }, scene: Scene): string {
  const name = nameOf(scene, element, parent.element);
  if (element === parent.element) return `${name} is the root. It is one`;
  return `${name} stands in ${nameOf(scene, parent.element)}. It belongs there`;
}

function thisVersion({ context: { version } }: Scene): string {
  const guessed = version?.how === 'guessed' ? ', as far as one can guess' : '';
  return `this message is ${version?.value ?? 'of an unknown version'}${guessed}`;
}
