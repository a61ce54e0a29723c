import type { Decoded } from '../../doctypes/index.ts';
import { alignTokens } from '../../doctor/index.ts';
import type { Span } from '../../state/index.ts';

/** The bytes of `b` that go with bytes of `a`, as the tokens of both are aligned; `undefined` where there are none. */
export function counterpart(a: Decoded, b: Decoded, { start, end }: Span): Span | undefined {
  let found: Span | undefined;
  for (const { a: one, b: other } of alignTokens(a, b)) {
    if (one === undefined || other === undefined) continue;
    if (a.tokens.end(one) <= start || a.tokens.start(one) >= end) continue;
    const [from, to] = [b.tokens.start(other), b.tokens.end(other)];
    found = { start: Math.min(found?.start ?? from, from), end: Math.max(found?.end ?? to, to) };
  }
  return found;
}
