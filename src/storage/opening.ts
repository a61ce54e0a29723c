import { keptNames, readKept, writeKept } from './page-storage.ts';

/** Something that is being opened, noted before it is: what stops the page is found again by it. */
export interface Opening {
  /** The page that opens it. */
  page: string;
  /** Address of the conversation, from its `#` on; of a link a short form, which holds none of its bytes. */
  hash: string;
  title: string;
  bytes: number;
  /** Ms since 1970. */
  when: number;
}

const START = 'opening:';

/** Notes that something is being opened, synchronously. */
export function noteOpening(opening: Opening): void {
  writeKept('local', START + opening.page, JSON.stringify(opening));
}

/** It is open, and the page at rest; or a person has decided about it. */
export function forgetOpening(page: string): void {
  writeKept('local', START + page, undefined);
}

/** What pages were opening when they stopped, or are opening now. */
export function readOpenings(): Opening[] {
  return keptNames('local', START)
    .map((name) => parse(readKept('local', name)))
    .filter((opening) => opening !== undefined);
}

function parse(text: string | undefined): Opening | undefined {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Record<keyof Opening, unknown>> | null;
    const { page, hash, title, bytes, when } = value ?? {};
    const texts = [page, hash, title].every((one) => typeof one === 'string');
    const numbers = [bytes, when].every(Number.isFinite);
    return texts && numbers ? (value as unknown as Opening) : undefined;
  } catch {
    return undefined; // written by hand
  }
}
