import { bytesOf, type Conversation } from '../conversation/index.ts';
import { forgetOpening, noteOpening, readOpenings, type Opening } from '../storage/index.ts';
import { idle } from './idle.ts';

/** Ms that the page must be at rest after something was shown, until it is taken to have stood it. */
const REST = 1_000;

/**
 * Notes what is being opened before it is, and forgets it when the page is at rest again: what is still noted when a
 * page starts has stopped one before.
 */
export class CrashWatch {
  readonly #page: string;
  readonly #isGone: (opening: Opening) => boolean;
  #waiting = 0;

  /** @param page name of this page @param isGone whether the page that noted something is gone */
  constructor(page: string, isGone: (opening: Opening) => boolean) {
    this.#page = page;
    this.#isGone = isGone;
    addEventListener('pagehide', () => this.#rest(this.#waiting)); // a page that hangs is not told
  }

  /** Something is about to be shown. */
  begin(hash: string, conversation: Conversation): void {
    const { title } = conversation;
    const bytes = bytesOf(conversation);
    // It is tried once more: an older note says nothing beyond this one.
    for (const older of readOpenings()) if (older.hash === shortForm(hash)) forgetOpening(older.page);
    noteOpening({ page: this.#page, hash: shortForm(hash), title, bytes, when: Date.now() });
    const turn = ++this.#waiting;
    void idle().then(() => setTimeout(() => void idle().then(() => this.#rest(turn)), REST));
  }

  /** What stopped a page when it was opened under that address. */
  stopped(hash: string): Opening | undefined {
    return readOpenings().find((opening) => opening.hash === shortForm(hash) && this.#isGone(opening));
  }

  /** A person has decided about it. */
  decided({ page }: Opening): void {
    forgetOpening(page);
  }

  #rest(turn: number): void {
    if (turn === this.#waiting) forgetOpening(this.#page);
  }
}

const LONG = 60;

/** An address as it is noted: a link's bytes are in its address, and a note must not hold them. */
function shortForm(hash: string): string {
  if (hash.length <= LONG) return hash;
  let sum = 0;
  for (let i = 0; i < hash.length; i++) sum = (Math.imul(sum, 31) + hash.charCodeAt(i)) | 0;
  return `${hash.slice(0, 4)}…${hash.length}…${(sum >>> 0).toString(36)}`;
}
