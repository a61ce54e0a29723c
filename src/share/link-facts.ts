import { isLinkProblem, type LinkProblem } from './link-problem.ts';
import { openLink } from './link.ts';
import { personalIn, personalWords, type PersonalCount } from './personal.ts';
import type { Conversation } from '../conversation/index.ts';

/** Somewhere a link may be put, and the longest that goes in whole. */
export interface Destination {
  name: string;
  /** In characters. */
  limit: number;
  source: string;
}

/** From the smallest to the largest. */
export const DESTINATIONS: readonly Destination[] = [
  { name: 'Discord', limit: 2_000, source: 'microsoft/TypeScript-Website#541' },
  { name: 'Slack', limit: 4_000, source: 'Slack splits longer messages (API changelog, April 2018)' },
  { name: 'servers and scanners on the way', limit: 8_000, source: 'RFC 9110 §4.1: at least 8,000 octets' },
  { name: 'Teams', limit: 14_000, source: 'Microsoft: about 28 KB a message, two bytes a character' },
  { name: 'browsers', limit: 2_000_000, source: 'Chromium opens 2,050,000 characters and not 2,100,000' },
];

/** What a person should know before a link is handed on. */
export interface LinkFacts {
  /** Length of the whole address. */
  characters: number;
  fits: { destination: Destination; fits: boolean }[];
  personal: PersonalCount[];
  /** `personal` in words: '2 addresses, 1 subject'; empty where nothing was found. */
  personalWords: string;
  /** Set where not even this page would open it: then offer the conversation file. */
  problem?: LinkProblem;
}

/**
 * The facts of a link.
 * @param address the whole address, page and link
 * @param conversation what the link holds
 */
export function linkFacts(address: string, conversation: Conversation): LinkFacts {
  const characters = address.length;
  const personal = personalIn(conversation);
  const opened = openLink(address.slice(Math.max(0, address.indexOf('#'))));
  return {
    characters,
    fits: DESTINATIONS.map((destination) => ({ destination, fits: characters <= destination.limit })),
    personal,
    personalWords: personalWords(personal),
    ...(isLinkProblem(opened) && { problem: opened }),
  };
}
