import fc from 'fast-check';
import { ContiguousTokensStore } from 'monaco-editor/editor/common/tokens/contiguousTokensStore';
import { expect, test } from 'vitest';
import { mendGrownLines } from './grown-lines.ts';

const codec = { encodeLanguageId: () => 1, decodeLanguageId: () => 'xml' };

/** Lines and what Monaco keeps of them, edited together; a line is looked at only when that is said. */
class Text {
  private readonly store = new ContiguousTokensStore(codec);
  lines: string[];

  constructor(lines: string[]) {
    this.lines = lines;
    lines.forEach((_, i) => this.look(i));
  }

  /** A token for each character of the line. */
  look(line: number): void {
    const { length } = this.lines[line] ?? '';
    const tokens = Uint32Array.from({ length: 2 * length }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : 0));
    this.store.setTokens('xml', line, length, tokens, false);
  }

  /** Columns count from 0. */
  edit([fromLine, fromColumn]: Place, [toLine, toColumn]: Place, insert: string): void {
    const { lines } = this;
    const start = lines[fromLine]?.slice(0, fromColumn) ?? '';
    const end = lines[toLine]?.slice(toColumn) ?? '';
    const range = {
      startLineNumber: fromLine + 1,
      startColumn: fromColumn + 1,
      endLineNumber: toLine + 1,
      endColumn: toColumn + 1,
    };
    const inserted = insert.split('\n');
    this.store.acceptEdit(range, inserted.length - 1, inserted[0]?.length ?? 0);
    lines.splice(fromLine, toLine - fromLine + 1, ...(start + insert + end).split('\n'));
  }

  /** Lines whose tokens end elsewhere than the line. */
  get wrong(): number[] {
    return this.lines.flatMap((text, i) => {
      const tokens = this.store.getTokens('xml', i, text);
      return tokens.getEndOffset(tokens.getCount() - 1) === text.length ? [] : [i];
    });
  }
}

type Place = readonly [line: number, column: number];

mendGrownLines();

test('a line that was empty is joined with the next one', () => {
  const text = new Text(['<a>', '', '</a>']);
  text.edit([1, 0], [1, 0], 'grown');
  text.edit([1, 5], [2, 0], '');
  expect(text.lines).toEqual(['<a>', 'grown</a>']);
  expect(text.wrong).toEqual([]);
});

test('the next line is joined with one that was emptied and written anew', () => {
  const text = new Text(['<a>', '</a>']);
  text.edit([1, 0], [1, 4], '');
  text.edit([1, 0], [1, 0], 'grown');
  text.edit([0, 3], [1, 0], '');
  expect(text.lines).toEqual(['<a>grown']);
  expect(text.wrong).toEqual([]);
});

test('whatever is edited before a line is looked at, its tokens end where it ends', () => {
  const line = fc.stringMatching(/^[a-c]{0,4}$/);
  const step = fc.record({
    from: fc.nat(),
    length: fc.nat(6),
    insert: fc.stringMatching(/^[d\n]{0,3}$/),
    look: fc.option(fc.nat(), { freq: 3 }),
  });
  const steps = fc.array(step, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), steps, (lines, edits) => {
      const text = new Text([...lines]);
      for (const { from, length, insert, look } of edits) {
        const all = text.lines.join('\n').length;
        const start = from % (all + 1);
        text.edit(placeOf(text.lines, start), placeOf(text.lines, Math.min(all, start + length)), insert);
        if (look !== null) text.look(look % text.lines.length);
        expect(text.wrong).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

function placeOf(lines: readonly string[], offset: number): Place {
  let start = 0;
  for (const [line, text] of lines.entries()) {
    if (offset <= start + text.length) return [line, offset - start];
    start += text.length + 1;
  }
  throw new Error(`there is no offset ${offset}`);
}
