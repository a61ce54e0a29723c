import { typePhrase } from '../eas/index.ts';
import type { Scene } from './rule.ts';
import { elementText, nameOf } from './scene.ts';
import type { Fault } from './walk/fault.ts';

const SHOWN = 40;
/** Longer texts are not counted to the last character. */
const COUNTED = 100_000;

type ValueMisfit = Extract<Fault, { kind: 'value' }>;

/** “Importance is “3”. It is a number from 0 to 2.” */
export function misfit(scene: Scene, { token, element, parent }: ValueMisfit): string {
  const text = elementText(scene, token);
  const characters = [...text.slice(0, COUNTED)];
  const long = characters.length > SHOWN;
  const shown = `“${characters.slice(0, SHOWN).join('')}${long ? '…' : ''}”${long ? ` (${text.length > COUNTED ? 'over ' : ''}${characters.length} characters)` : ''}`;
  return `${nameOf(scene, element, parent.element)} is ${shown}. It is ${typePhrase(element.value)}.`;
}
