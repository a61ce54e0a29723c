import { VERSIONS } from '../eas/index.ts';
import type { Known } from './types.ts';
import type { VersionBound } from './walk/version-bound.ts';

/** Which version to take where several fit equally well: the one most servers offer, then the nearest below. */
const PREFERRED = ['14.1', '14.0', '12.1', '12.0', '2.5', '16.0', '16.1'];

/**
 * The protocol version that fits most of the elements that not every version has.
 * @param fits for each of `VERSIONS`, how many of them belong to it
 */
export function guessVersion(fits: readonly number[], bound: readonly VersionBound[]): Known<string> {
  const best = Math.max(0, ...fits);
  const value =
    PREFERRED.find((version) => fits[VERSIONS.findIndex((known) => known === version)] === best) ?? '14.1';
  if (best === 0) {
    const why = `Nothing in these bytes tells the versions apart. ${value} is what most servers offer.`;
    return { value, how: 'guessed', why };
  }
  const names = [
    ...new Set(bound.filter(({ kind }) => kind === 'version').map(({ element }) => element.name)),
  ];
  if (names.length === 0) return { value, how: 'guessed', why: 'It fits the form of what stands in it.' };
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return { value, how: 'guessed', why: `It fits what not every version has: ${shown}${more}.` };
}
