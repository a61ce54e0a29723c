import { expect, test } from 'vitest';

type Said = (...given: unknown[]) => unknown;

const catalogue = import.meta.glob<{ words: object }>('./en/*.ts', { eager: true });
const files = Object.entries(catalogue).map(([path, { words }]) => ({
  file: path.replace(/^.*\//, ''),
  words,
}));

/** One of what is called as more are; a verb behind a number, or a small word, may end in s. */
const MANY = /\b1 (?:more )?(?!(?:as|is|has|was|does|differs|Its|sends|takes|crashes)\b)\w+s\b/;

/** These are said of more than one alone, or of a limit. */
const OF_MORE = new Set([
  'byte-editing.ts.manyMessages',
  'commands.ts.fixAll',
  'editor.ts.wideNumber',
  'findings.ts.applyAll',
  'findings.ts.timesInAll',
  'openings.ts.noRoomFor',
  'openings.ts.tooManyBranches',
  'page.ts.examiningSome',
  'share.ts.characters',
  'share.ts.scopes.all',
  'shared.ts.times',
  'simulate.ts.outcomes.loop',
  'simulate.ts.sameQuestion',
  'staging.ts.noBranches',
  'staging.ts.otherToday',
  'sweep.ts.crowd',
  'tables.ts.times',
  'workspace.ts.fixes',
]);

/** Given in the place of an object: every field of it is 1. */
const ones: object = new Proxy({}, { get: () => 1 });

/** Every function of a catalogue, by its path. */
function functionsOf(words: object, path: string): [string, Said][] {
  return Object.entries(words).flatMap(([name, value]): [string, Said][] => {
    if (typeof value === 'function') return [[`${path}.${name}`, value as Said]];
    return typeof value === 'object' && value !== null ? functionsOf(value as object, `${path}.${name}`) : [];
  });
}

/** What it says of one; nothing where it takes something else. */
function saidOfOne(say: Said): string[] {
  return [[1, 1, 1, 1], [ones]].flatMap((given) => {
    try {
      const said = say(...given);
      return typeof said === 'string' ? [said] : [];
    } catch {
      return []; // made for texts or lists: it counts nothing by a number
    }
  });
}

test('the measure is right', () => {
  expect(saidOfOne((count) => `${String(count)} bytes`).some((text) => MANY.test(text))).toBe(true);
  expect(saidOfOne((given) => `1 more ${typeof given}s`).every((text) => MANY.test(text))).toBe(true);
  expect(MANY.test('1 byte, 11 rows, of 1 it is')).toBe(false);
});

test('the catalogue is there', () => {
  expect(files.length).toBeGreaterThan(40);
});

test.each(files)('$file says one of what is one', ({ file, words }) => {
  const counting = functionsOf(words, file).filter(([name]) => !OF_MORE.has(name));
  const wrong = counting.flatMap(([name, say]) =>
    saidOfOne(say)
      .filter((text) => MANY.test(text))
      .map((text) => `${name}: ${text}`),
  );
  expect(wrong.join('\n')).toBe('');
});
