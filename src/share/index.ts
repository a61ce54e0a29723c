export { toLink, fromLink, MAX_LINK } from './link.ts';
export { MAX_CONTAINER } from './payload.ts';
export type { Shared } from './container.ts';
export type { View } from './view.ts';
export { isLinkProblem, type LinkProblem, type LinkProblemCode } from './link-problem.ts';
export { readHash, type Address } from './address.ts';
export { linkFacts, DESTINATIONS, type Destination, type LinkFacts } from './link-facts.ts';
export { personalIn, personalWords, type PersonalCount } from './personal.ts';
export { PERSONAL_KINDS, type PersonalId, type PersonalKind } from './personal-elements.ts';
