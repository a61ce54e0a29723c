import { reactionsTo, type Reaction } from '../../eas/index.ts';
import type { Tree } from '../message/tree.ts';
import type { PhoneProfile } from '../phone/profiles.ts';
import type { Breach } from './breach.ts';
import type { Judgement } from './judgement.ts';
import type { Question } from './question.ts';

/** A fault of the whole reply, as the profile takes it: what nobody reported is refused, for nothing can be read. */
export function reaction(fault: string, profile: PhoneProfile, why: string): Judgement {
  const known = reactionOf(fault, profile);
  return {
    verdict: known?.verdict ?? 'rejects',
    why: known?.does ? `${why} It ${known.does}.` : why,
    basis: known?.basis ?? 'inferred',
    source: known?.source ?? 'concluded: there is nothing in it to go on with',
    fault,
    goesOn: known?.verdict === 'accepts',
  };
}

/** What is known of a profile that meets a fault; `undefined` where nothing is. */
export const reactionOf = (fault: string, { reactsAs }: PhoneProfile): Reaction | undefined => {
  const known = reactionsTo(fault);
  for (const name of reactsAs) {
    const found = known.find(({ profile }) => profile === name);
    if (found) return found;
  }
  return undefined;
};

const WEIGHT = { crashes: 4, rejects: 3, unknown: 2, accepts: 1 } as const;
const BASIS_WEIGHT = { reported: 0.3, spec: 0.2, inferred: 0.1, unknown: 0 } as const;

/** The heaviest of several: what is refused before what is unknown, what was seen before what was concluded. */
export const worstOf = (judgements: readonly Judgement[]): Judgement | undefined => {
  let worst: Judgement | undefined;
  const weight = ({ verdict, basis }: Judgement): number => WEIGHT[verdict] + BASIS_WEIGHT[basis];
  for (const judgement of judgements) if (!worst || weight(judgement) > weight(worst)) worst = judgement;
  return worst;
};

/** A reply in which nothing is wrong. */
export function clean({ root }: Tree, { command }: Question): Judgement {
  return {
    verdict: 'accepts',
    why: `Nothing in this ${command} reply breaks a rule, and what was asked for is in it.`,
    basis: 'spec',
    source: 'MS-ASCMD 2.2.1',
    goesOn: true,
    ...(root && { place: { start: root.start, end: root.end } }),
  };
}

/** What a phone of this profile makes of one breach. */
export function ofBreach(breach: Breach, profile: PhoneProfile): Judgement {
  const { fault, start, end, what, must, source } = breach;
  const at = { place: { start, end }, fault };
  if (profile.reader === 'letter') {
    return must
      ? { ...at, verdict: 'rejects', why: what, basis: 'spec', source, goesOn: false }
      : { ...at, verdict: 'accepts', why: what, basis: 'spec', source, goesOn: true };
  }
  const known = reactionOf(fault, profile);
  if (!known) {
    // Bytes that cannot be read to their end leave nothing to go on with, whoever reads them.
    const unreadable = breach.level === 'bytes';
    const concluded = unreadable && profile.reader === 'structure';
    return {
      ...at,
      verdict: concluded ? 'rejects' : 'unknown',
      why: concluded ? what : `${what} Nobody has reported what ${article(profile.title)} does here.`,
      basis: concluded ? 'inferred' : 'unknown',
      source: concluded ? 'WAP-192-WBXML: the document ends inside an item' : '',
      goesOn: !unreadable,
    };
  }
  const does = known.does === undefined ? '' : ` ${capital(article(known.profile))} ${known.does}.`;
  return {
    ...at,
    verdict: known.verdict,
    why: `${what}${does}`,
    basis: known.basis,
    source: known.source,
    goesOn: known.verdict === 'accepts',
  };
}

const article = (title: string): string => `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
