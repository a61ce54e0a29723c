import type { ElementModel } from '../../eas/index.ts';
import type { Verdict } from './difference.ts';

/** How a difference of two values is to be taken, and why, as a clause. */
export interface ValueVerdict {
  verdict: Verdict;
  why: string;
}

const KEY_OR_ID = /(Key|Id|ID|Ids|UID|GUID|Hash|Index|Reference|Token)$/;
const SIZE = /(Size|Count|Length|Estimate|Total|Range)$/;

/**
 * Judges two values of the same element that differ and that no rule speaks about.
 * @param model where the content model has the element, if it has it there
 * @param isInItem true for a property of an item
 */
export function judgeValues(
  name: string,
  values: readonly [string, string],
  model: ElementModel | undefined,
  isInItem: boolean,
): ValueVerdict {
  if (/Key$/.test(name) && (values[0] === '0') !== (values[1] === '0')) {
    return { verdict: 'suspicious', why: 'one begins anew with key 0, the other goes on' };
  }
  if (KEY_OR_ID.test(name)) return { verdict: 'harmless', why: 'keys and ids differ by nature' };
  if (name === 'Status') return { verdict: 'suspicious', why: 'one of them may say that something failed' };
  const kind = model?.value.kind;
  if (kind === 'dateTime' || kind === 'compactDate')
    return { verdict: 'harmless', why: 'dates differ by nature' };
  if (SIZE.test(name)) return { verdict: 'harmless', why: 'sizes and counts follow what is sent' };
  if (isInItem) return { verdict: 'harmless', why: 'it is the content of an item' };
  if (kind === 'text') return { verdict: 'harmless', why: 'it is free text' };
  return { verdict: 'suspicious', why: 'it is neither a key, an id, a date nor content' };
}
