import { ruleHash } from './written-address.ts';

/** Ms between two changes of the address: Safari refuses more than 100 in 30 s. */
const ADDRESS_AFTER = 500;
const RULE = /^#rule(?:\/(.*))?$/;
/** Characters of the longest id that is looked for. */
const LONGEST = 100;

/** The page of a rule that was asked for; an empty id asks for the list of all. */
export interface RuleAsked {
  id: string;
}

/**
 * The address of what is on show, and the browser's history of it: a conversation, and at times the page of a rule
 * beside it. The address of a rule says nothing of the conversation, so the history keeps that with it.
 */
export class AddressBar {
  #conversation = '';
  #rule = $state.raw<RuleAsked>();
  #following: ReturnType<typeof setTimeout> | undefined;

  /** The rule whose page the address asks for; a new object each time it is asked for. */
  get rule(): RuleAsked | undefined {
    return this.#rule;
  }

  /** True where the conversation on show has this address. */
  stands(hash: string): boolean {
    return this.#conversation === hash;
  }

  /** A conversation was opened that has this address. */
  push(hash: string): void {
    this.#conversation = hash;
    history.pushState(null, '', hash);
  }

  /** The conversation on show has this address, from here on; no entry of the history. */
  settle(hash: string): void {
    this.#conversation = hash;
    const rule = ruleOf(location.hash);
    if (rule === undefined) history.replaceState(null, '', hash);
    else history.replaceState({ conversation: hash }, '');
  }

  /** What was on show before is on show again, and the address says nothing else. */
  restored(hash: string): void {
    if (location.hash.length <= 1 || ruleOf(location.hash) !== undefined) this.settle(hash);
    else this.#conversation = hash; // one that cannot be opened stays, to be looked at
  }

  /** What the address names was opened. */
  opened(hash: string): void {
    this.#conversation = hash;
  }

  /** The address follows when the person has come to rest. @param hash what it is then, or that it stays as it is */
  follow(hash: () => string | undefined): void {
    if (this.#following !== undefined) return;
    this.#following = setTimeout(() => {
      this.#following = undefined;
      const next = hash();
      if (next !== undefined && next !== this.#conversation) this.settle(next);
    }, ADDRESS_AFTER);
  }

  /** Opens the page of a rule; the browser's Back leads to what was before. */
  showRule(id: string): void {
    this.#rule = { id };
    const hash = ruleHash(id);
    if (location.hash !== hash) history.pushState({ conversation: this.#conversation }, '', hash);
  }

  /**
   * Reads the address after it changed.
   * @returns the address of the conversation it asks for; `undefined` where it asks for a rule alone
   */
  read(): string | undefined {
    const { hash } = location;
    const id = ruleOf(hash);
    this.#rule = id === undefined ? undefined : { id };
    if (id === undefined) return hash;
    const state: unknown = history.state;
    const kept = typeof state === 'object' && state !== null && 'conversation' in state;
    if (kept && typeof state.conversation === 'string') return state.conversation;
    history.replaceState({ conversation: this.#conversation }, ''); // a link was followed: it says no more than the rule
    return undefined;
  }
}

/** The id of the rule an address asks for, empty for all of them; `undefined` where it asks for something else. */
function ruleOf(hash: string): string | undefined {
  const found = RULE.exec(hash);
  if (!found) return undefined;
  const text = (found[1] ?? '').slice(0, LONGEST);
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone %: no rule has it, and the page says so
  }
}
