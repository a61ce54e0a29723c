import type { Place } from '../conversation/index.ts';
import type { Finding } from './types.ts';

/** What is said at a further place of the same fault; every other text is said of what belongs to it. */
export const HERE_TOO = 'Here too.';

/** The further places of a finding in its own message, where the same fault stands again; by place. */
export const furtherPlaces = ({ exchange, side, related = [] }: Finding): readonly Place[] =>
  related.filter((place) => place.text === HERE_TOO && place.exchange === exchange && place.side === side);
