import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { decode } from '../doctypes/index.ts';
import { anyDocument } from '../testing/any-document.ts';
import { allMessages, type Recorded } from '../testing/corpus.ts';
import { mutate } from '../testing/mutate.ts';
import { Random } from '../testing/random.ts';
import { KIND } from '../wbxml/index.ts';
import { toXml } from './index.ts';

/** Types whose names carry prefixes: what declares them is an attribute of the message, which may lack it. */
const PREFIXED = new Set(['drmrel-1.0', 'uaprof-wap248']);

/** What an XML parser that is not ours says against a text, or `undefined`. */
function objection(text: string, type: string): string | undefined {
  const parser = new SaxesParser({ xmlns: !PREFIXED.has(type) });
  let first: string | undefined;
  parser.on('error', (error) => (first ??= error.message));
  parser.write(text).close();
  return first;
}

/** An input without an element has a text without one: marks only. XML wants an element. */
function isExempt(bytes: Uint8Array): boolean {
  const { tokens } = decode(bytes);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) === KIND.tag || tokens.kind(i) === KIND.literalTag) return false;
  }
  return true;
}

/** Checks messages and gives how many were checked. */
function checkAll(messages: Iterable<Recorded>): number {
  let checked = 0;
  for (const { name, bytes } of messages) {
    if (isExempt(bytes)) continue;
    const decoded = decode(bytes);
    const text = toXml(decoded);
    const found = objection(text, decoded.doctype.id);
    if (found !== undefined) expect.fail(`${name}: ${found}\n${text.slice(0, 1000)}`);
    checked++;
  }
  return checked;
}

describe('an independent parser finds the text well-formed, namespaces and all', () => {
  const messages = allMessages();

  test('of every message of samples and corpus', () => {
    const exempt = messages.filter(({ bytes }) => isExempt(bytes));
    expect(checkAll(messages)).toBe(messages.length - exempt.length);
    expect(exempt.length / messages.length).toBeLessThan(0.1);
  });

  test('of some thousand mutated messages', () => {
    const small = messages.filter(({ bytes }) => bytes.length < 2000);
    function* mutated(): Generator<Recorded> {
      for (let seed = 1; seed <= 6000; seed++) {
        const random = new Random(seed);
        const { name, bytes } = random.pick(small);
        yield { name: `seed ${seed}, ${name}`, bytes: mutate(bytes, random) };
      }
    }
    expect(checkAll(mutated())).toBeGreaterThan(3000);
  });

  test('of documents of every token form', () => {
    fc.assert(
      fc.property(anyDocument, (bytes) => {
        checkAll([{ name: '', bytes }]);
      }),
      { numRuns: 3000 },
    );
  });
});

test('what is exempt is what it is said to be', () => {
  expect(objection('<?wbxml rest=""?>', 'activesync')).toBeDefined(); // no root
  expect(isExempt(Uint8Array.of(3, 1, 0x6a, 0))).toBe(true);
  expect(isExempt(Uint8Array.of(3, 1, 0x6a, 0, 5))).toBe(false);
});
