import { expect, test } from 'vitest';
import { decode } from '../doctypes/index.ts';
import { typedMessage } from '../testing/typed-message.ts';
import { attributeContent, contentOf } from './element-content.ts';
import { explain } from './explain.ts';

const RUNS = Number(process.env['TYPED_RUNS'] ?? 2000);

test('a value says what was written, in every document type and token form', () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const { type, bytes, says } = typedMessage(seed);
    const decoded = decode(bytes, { doctype: type });
    for (const { kind, at, text } of says) {
      const i = decoded.tokens.atOffset(at);
      const content = kind === 'element' ? contentOf(decoded, i) : attributeContent(decoded, i);
      expect(content.head, `seed ${seed}, ${type}, byte ${at}`).toEqual({ text, whole: true });
    }
  }
});

test('every byte of them is explained by the token and the part that hold it', () => {
  for (let seed = 1; seed <= RUNS / 10; seed++) {
    const { type, bytes } = typedMessage(seed);
    const decoded = decode(bytes, { doctype: type });
    for (let offset = 0; offset < bytes.length; offset++) {
      const { start, end, part, summary, token } = explain(decoded, offset);
      const holds = start <= part.start && part.start <= offset && offset < part.end && part.end <= end;
      if (!holds || !summary || !token?.meaning)
        expect.fail(`seed ${seed}, ${type}, byte ${offset}: ${summary}`);
    }
  }
});
