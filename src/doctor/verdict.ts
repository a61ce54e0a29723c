import { firstSentence } from './sentence.ts';
import type { Check, Finding } from './types.ts';
import { noBody, notWbxml } from './body-findings.ts';
import { saysPart } from './early-end.ts';
import { refusedByHttp } from './refused-by-http.ts';
import { worstFirst } from './worst-first.ts';

/**
 * The one sentence about a message: its worst finding, with what a phone does about it where that is known, or what
 * was asked of it without finding anything.
 * @param findings of this message, in any order; @param checks what `examineMessage` asked of it
 */
export function verdict(findings: readonly Finding[], checks: readonly Check[] = []): string {
  const [worst] = [...findings].sort(worstFirst);
  const said =
    worst && worst.severity !== 'note' ? worst : (findings.find(saysStatus) ?? findings.find(saysBody));
  if (said) return `${headline(said)}${reaction(said)}.`;
  const passed = checks.filter(({ answer }) => answer === 'yes').length;
  const open = checks.filter(({ answer }) => answer === 'cannot tell').length;
  const notes = findings.length;
  const nothing = findings.some(saysPart)
    ? 'Only a part of this message is here, and nothing wrong was found in it'
    : 'Nothing wrong found';
  const parts = [
    `${nothing}: ${passed + open > 0 ? `${count(passed, 'check')} passed` : 'there is nothing to check'}`,
    ...(open > 0 ? [`${open} cannot be told from the bytes`] : []),
    ...(notes > 0 ? [count(notes, 'note')] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** What HTTP refused, and what is no WBXML, is all that there is to say: nobody looked for more in it. */
const saysStatus = ({ rule, ground }: Finding): boolean =>
  rule === refusedByHttp.id || ground === refusedByHttp.id;
const saysBody = ({ rule }: Finding): boolean => rule === notWbxml.id || rule === noBody.id;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The first sentence of a finding, without its full stop. */
function headline({ text }: Finding): string {
  return firstSentence(text).replace(/[.]$/, '');
}

function reaction({ phone = [] }: Finding): string {
  const known = phone.find(
    ({ verdict, does }) => does !== undefined && (verdict === 'rejects' || verdict === 'crashes'),
  );
  return known
    ? `: ${/^[aeiou]/i.test(known.profile) ? 'an' : 'a'} ${known.profile} ${known.does ?? ''}`
    : '';
}
