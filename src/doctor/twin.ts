import type { Side } from '../conversation/index.ts';
import { keyOf } from '../doctypes/index.ts';
import { bodyModel, type ElementModel } from '../eas/index.ts';
import type { Scene } from './rule.ts';

/**
 * True where the other side of the command may hold this child in the same place: under the same names, from the
 * root down.
 * @param parent token of the element it stands in
 */
export function mayHold({ decoded, command }: Scene, parent: number, key: number, side: Side): boolean {
  const { tokens } = decoded;
  const path = [...tokens.ancestors(parent), parent];
  let element: ElementModel | undefined = bodyModel(command, side);
  for (const i of path.slice(1)) {
    element = element?.content?.byKey.get(keyOf(tokens.page(i), tokens.tagCode(i)));
  }
  return element?.content?.byKey.has(key) ?? false;
}
