import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

/**
 * The rules a text breaks where it stands for a file of the core.
 * @param {string} text
 * @param {string} path a file that exists: typed rules ask the compiler about it
 */
async function lint(text, path) {
  const [result] = await eslint.lintText(text, { filePath: path });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

test.each([
  { text: 'export const at = () => Date.now();', rule: 'no-restricted-properties' },
  { text: 'export const at = () => new Date();', rule: 'no-restricted-syntax' },
  { text: 'export const hour = (at: Date) => at.getHours();', rule: 'no-restricted-syntax' },
  { text: 'export const chance = () => Math.random();', rule: 'no-restricted-properties' },
  { text: 'export const width = () => window.innerWidth;', rule: 'no-restricted-globals' },
  { text: 'export const body = () => document.body;', rule: 'no-restricted-globals' },
  { text: "export const get = () => fetch('x');", rule: 'no-restricted-globals' },
  { text: "export const get = () => localStorage.getItem('x');", rule: 'no-restricted-globals' },
  { text: 'export const get = () => indexedDB;', rule: 'no-restricted-globals' },
  { text: 'export const get = () => globalThis.name;', rule: 'no-restricted-globals' },
  { text: 'export let count = 0;', rule: 'no-restricted-syntax' },
  { text: 'let count = 0;\nexport const next = () => (count += 1);', rule: 'no-restricted-syntax' },
])('the core may not: $text', async ({ text, rule }) => {
  expect(await lint(`${text}\n`, 'src/bytes/hex.ts')).toContain(rule);
});

test.each(["fetch('x')", "new WebSocket('ws://x')", "navigator.sendBeacon('x')"])(
  'no part of the page may: %s',
  async (send) => {
    const rules = await lint(`export const run = (): unknown => ${send};\n`, 'src/main.ts');
    expect(rules.join()).toMatch(/no-restricted-(globals|properties)/);
  },
);

test('what every engine has is allowed in the core, and a local name is only a name', async () => {
  const text = `export function sizes(history: string[], at: number): number[] {
  const location = new Date(at).getUTCFullYear();
  return [location, ...history.map((text) => new TextEncoder().encode(text).length)];
}
`;
  expect(await lint(text, 'src/bytes/hex.ts')).toEqual([]);
});
