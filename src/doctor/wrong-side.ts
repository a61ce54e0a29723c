import type { Side } from '../conversation/index.ts';
import { missingAround } from './put-into.ts';
import type { FaultRule } from './rule.ts';
import { elementSpan, keyName, nameOf } from './scene.ts';
import { takeOut } from './take-out.ts';
import { mayHold } from './twin.ts';

/**
 * The rule for a tag that stands in a message of one side and that only the other side may hold there.
 * @param side the side whose messages it is looked for in
 */
export function wrongSideRule(id: string, side: Side, source: string): FaultRule {
  const other: Side = side === 'request' ? 'response' : 'request';
  return {
    id,
    breach: 'MUST',
    consequence: { what: 'unknown', basis: 'inferred' },
    basis: 'spec',
    source,
    ground: 'unexpected-child',
    sees: 'unexpected',
    judge(fault, scene) {
      if (fault.kind !== 'unexpected' || scene.side !== side) return undefined;
      if (!mayHold(scene, fault.parent.token, fault.key, other)) return undefined;
      const around = missingAround(scene, fault);
      const name = keyName(scene, fault.key, fault.parent.element);
      const parent = nameOf(scene, fault.parent.element);
      return {
        ...elementSpan(scene, fault.token),
        text: around
          ? `${name} stands in ${parent}, as in a ${other}. In a ${side} its place is in ${nameOf(scene, around.element)}, which is missing around it.`
          : `${name} stands in a ${side}. In ${parent} only a ${other} has it.`,
        source: `${fault.parent.content.source}; ${source}`,
        fix: around?.fix ?? takeOut(scene, [fault.token, ...fault.more]),
      };
    },
  };
}
