import { expect, test } from 'vitest';
import { contentPolicy, withContentPolicy } from './content-policy.js';

test('the page may talk to nobody and load only its own files', () => {
  expect(contentPolicy).toContain("default-src 'none'");
  expect(contentPolicy).toContain("connect-src 'none'");
  expect(contentPolicy).toContain("require-trusted-types-for 'script'");
  expect(contentPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
});

test('the policy stands behind the charset and before whatever loads', () => {
  const html = withContentPolicy('<head><meta charset="utf-8" /><script src="x.js"></script></head>');
  expect(html.indexOf('charset')).toBeLessThan(html.indexOf('Content-Security-Policy'));
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
});

test('a page without a charset is refused', () => {
  expect(() => withContentPolicy('<head></head>')).toThrow('charset');
});
