import type { Conversation } from '../conversation/index.ts';
import type { At } from './talk-view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The conversation that is told in chapters, by the id of its sample. */
export const STORY = 'synckey-0-loop';
/** How its exchanges are called: the chapter is in the name, so that an edited, kept or shared copy has it too. */
const CHAPTER = /^synckey-0-loop\/([1-9])\//;

/** The chapter an exchange belongs to, from 1; `undefined` where it is no part of the story. */
export function chapterOf({ exchanges }: Conversation, exchange: number): number | undefined {
  const [, number] = CHAPTER.exec(exchanges[exchange]?.id ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Where a chapter opens: the reply of its first exchange. `undefined` where there is no such chapter. */
export function chapterPlace(conversation: Conversation, chapter: number): At | undefined {
  const exchange = conversation.exchanges.findIndex((_, i) => chapterOf(conversation, i) === chapter);
  return exchange < 0 ? undefined : { exchange, side: 'response' };
}

/** The chapter on show, of the story in this page's workspace. */
export class Story {
  readonly #workspace: Workspace;
  readonly chapter: number | undefined = $derived.by(() =>
    chapterOf(this.#workspace.conversation, this.#workspace.at.exchange),
  );

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Shows what a chapter begins with, where there is such a chapter. */
  open(chapter: number): void {
    const at = chapterPlace(this.#workspace.conversation, chapter);
    if (at) this.#workspace.show(at);
  }
}
