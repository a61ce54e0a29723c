import type { Tree } from '../message/tree.ts';
import type { PhoneProfile } from '../phone/profiles.ts';
import type { Breach } from './breach.ts';
import type { Judgement } from './judgement.ts';
import { missingNeed } from './needs.ts';
import type { Question } from './question.ts';
import { clean, ofBreach, worstOf } from './reaction.ts';

/**
 * A reader that ignores how Sync is nested: what only stands at the wrong level is no fault to it. Of all else
 * nothing is reported.
 */
export function flatJudgement(
  question: Question,
  tree: Tree,
  breaches: readonly Breach[],
  profile: PhoneProfile,
): Judgement {
  const { root, nodes } = tree;
  const isSync = question.command === 'Sync';
  const levelOnly = [
    'unexpected-child',
    'class-in-collection',
    'not-in-version',
    'repeated-child',
    'missing-sync-part',
    'empty-commands',
    'empty-responses',
  ];
  const found = breaches
    .filter(({ fault, level }) => !(isSync && level === 'envelope' && levelOnly.includes(fault)))
    .map((breach) => ofBreach(breach, profile));
  const refusedKey = nodes.some(({ name, text }) => name === 'AirSync:Status' && text !== '1');
  const key = nodes.findLast(({ name }) => name === 'AirSync:SyncKey');
  if (isSync && root?.name === 'AirSync:Sync' && !key && !refusedKey) {
    found.push({
      verdict: 'rejects',
      why: 'There is no SyncKey at any level.',
      basis: 'inferred',
      source: 'AbstractSyncParser.parse of AOSP Exchange: without a new key it is where it was',
      fault: 'missing-sync-part',
      goesOn: false,
    });
  }
  if (!isSync) {
    const need = missingNeed(question, root, profile);
    if (need) found.push(need);
  }
  const worst = worstOf(found);
  if (worst) return worst;
  if (breaches.length === 0) return clean(tree, question);
  const first = breaches[0];
  return {
    verdict: 'accepts',
    why: `${first?.what ?? ''} It does not look at how Sync is nested, and takes the key.`,
    basis: 'inferred',
    source: 'AbstractSyncParser.parse of AOSP Exchange flattens Sync',
    goesOn: true,
    ...(first && { fault: first.fault, place: { start: first.start, end: first.end } }),
  };
}
