import { words as dock } from '#words/dock.ts';
import { words, type ChapterWords } from '#words/story.ts';
import type { DockId } from '../looks.svelte.ts';

/** Something to do, and the tab of the dock in which it is seen. */
export interface Deed {
  text: string;
  /** The same on a narrow page. */
  narrow: string;
  dock?: { id: DockId; label: string };
}

/** One of the five guesses of the person whose server it was, and what the deed of a chapter says to it. */
export interface Theory {
  number: 1 | 2 | 3 | 4 | 5;
  guess: string;
  answer: string;
}

/** A chapter of the story. It opens at the reply of its first exchange. */
export interface Chapter {
  title: string;
  question: string;
  deeds: readonly Deed[];
  proves: string;
  theories: readonly Theory[];
  /** The tab of the dock that is open when it begins. */
  dock: DockId;
}

/** What a chapter shows: the tab of each deed, the number of each guess, and the tab it begins with. */
interface Shape {
  docks: readonly (keyof typeof dock.tabs | undefined)[];
  guesses: readonly Theory['number'][];
  dock: DockId;
}

const SHAPES: readonly Shape[] = [
  { docks: [undefined, 'phones'], guesses: [], dock: 'phones' },
  { docks: [undefined, 'findings', 'phones'], guesses: [1], dock: 'findings' },
  { docks: ['phones', undefined, 'phones'], guesses: [2], dock: 'phones' },
  { docks: ['checks', 'versions', 'findings'], guesses: [3, 4], dock: 'checks' },
  { docks: [undefined, undefined, 'phones'], guesses: [5], dock: 'findings' },
  { docks: [undefined, 'tables'], guesses: [], dock: 'findings' },
  { docks: [undefined, 'phones'], guesses: [], dock: 'phones' },
];

/** The case, told in the order in which it would have been solved. */
export const chapters: readonly Chapter[] = words.chapters.flatMap((told, i) => {
  const shape = SHAPES[i];
  return shape ? [chapterOf(told, shape)] : [];
});

function chapterOf(
  { deeds, theories, ...told }: ChapterWords,
  { docks, guesses, dock: first }: Shape,
): Chapter {
  return {
    ...told,
    dock: first,
    deeds: deeds.map((told, i) => {
      const { wide: text, narrow } = typeof told === 'string' ? { wide: told, narrow: told } : told;
      const id = docks[i];
      return { text, narrow, ...(id !== undefined && { dock: { id, label: dock.tabs[id] } }) };
    }),
    theories: theories.flatMap((theory, i) => {
      const number = guesses[i];
      return number === undefined ? [] : [{ number, ...theory }];
    }),
  };
}
