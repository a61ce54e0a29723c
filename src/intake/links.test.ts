import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLink, toLink } from '../share/index.ts';
import { readPaste } from './index.ts';

const BODY = 'Content-Type: application/vnd.ms-sync.wbxml\r\n\r\n03016a0045010101';

/** Whatever a paste is read as survives a link. */
async function survives(text: string): Promise<void> {
  for (const { conversation } of readPaste(text)) {
    if (conversation.exchanges.length === 0) continue;
    expect(await fromLink(await toLink(conversation))).toHaveProperty('conversation');
  }
}

describe('what is read of pasted HTTP survives a link', () => {
  test.each([
    { said: 'five long cookies', head: `Set-Cookie: ${'a'.repeat(16_000)}\r\n`.repeat(5) },
    { said: 'a long folded field', head: `A: b\r\n${` ${'a'.repeat(16_000)}\r\n`.repeat(5)}` },
    { said: '__proto__', head: '__proto__: a\r\n' },
    { said: '600 fields', head: Array.from({ length: 600 }, (_, i) => `X-${i}: a\r\n`).join('') },
  ])('$said', async ({ head }) => {
    await survives(`HTTP/1.1 200 OK\r\n${head}${BODY}`);
  });

  test('any fields', async () => {
    const name = fc.constantFrom(
      '__proto__',
      'Set-Cookie',
      'set-cookie',
      'A',
      'constructor',
      'x'.repeat(199),
    );
    const field = fc
      .tuple(name, fc.nat(16_300), fc.nat(3))
      .map(
        ([key, size, folds]) => `${key}: ${'v'.repeat(size)}\r\n${` ${'w'.repeat(size)}\r\n`.repeat(folds)}`,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 8 }), (fields) =>
        survives(`HTTP/1.1 200 OK\r\n${fields.join('')}${BODY}`),
      ),
      { numRuns: 40, seed: 2031 },
    );
  });
});
