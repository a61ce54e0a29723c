import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const html = readFileSync(new URL('../../public/404.html', import.meta.url), 'utf8');

test('the policy of 404.html lets its script run, and names it by its hash', () => {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(script).toContain('location.hash');
  expect(html).toContain(`script-src 'sha256-${hash}'`);
});

test('404.html is served at any depth, so it loads nothing', () => {
  expect(html).not.toMatch(/\b(src|srcset)=|<link/);
});
