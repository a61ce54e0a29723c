import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin } from '../checks/bin.js';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What is refused at its place only. */
const refused = [
  ['src/bytes', 'export const at = () => Date.now();', 'no-restricted-properties'],
  ['src/bytes', 'export const at = () => new Date();', 'no-clock'],
  ['src/bytes', 'export const at = () => Date();', 'no-clock'],
  ['src/bytes', 'export const hour = (at: Date) => at.getHours();', 'no-restricted-properties'],
  ['src/bytes', 'export const zone = (at: Date) => at.getTimezoneOffset();', 'no-restricted-properties'],
  ['src/bytes', 'export const low = (text: string) => text.toLocaleLowerCase();', 'no-restricted-properties'],
  ['src/bytes', "export const by = (text: string) => text.localeCompare('a');", 'no-restricted-properties'],
  ['src/bytes', 'export const chance = () => Math.random();', 'no-restricted-properties'],
  ['src/bytes', 'export const width = () => window.innerWidth;', 'no-restricted-globals'],
  ['src/bytes', 'export const body = () => document.body;', 'no-restricted-globals'],
  ['src/bytes', "export const get = () => fetch('x');", 'no-restricted-globals'],
  ['src/bytes', "export const get = () => localStorage.getItem('x');", 'no-restricted-globals'],
  ['src/bytes', 'export const get = () => indexedDB;', 'no-restricted-globals'],
  ['src/bytes', 'export const get = () => globalThis.name;', 'no-restricted-globals'],
  ['src/bytes', 'export let count = 0;', 'no-module-state'],
  ['src/bytes', 'let count = 0;\nexport const next = () => (count += 1);', 'no-module-state'],
  ['src/ui', "export const run = () => fetch('x');", 'no-restricted-globals'],
  ['src/ui', "export const run = () => new WebSocket('ws://x');", 'no-restricted-globals'],
  ['src/ui', "export const run = () => navigator.sendBeacon('x');", 'no-restricted-properties'],
  ['src/ui', 'export const run = () => process.pid;', 'no-restricted-globals'],
  ['src/ui', "export const run = () => console.log('x');", 'no-console'],
  ['src/ui', "export const run = (): unknown => eval('1');", 'no-eval'],
  ['src/ui', "export * from 'svelte/internal/client';", 'no-restricted-imports'],
  ['src/ui', "export { derived } from 'svelte/store';", 'no-restricted-imports'],
  ['scripts', "export const is = (text: string) => text == 'a';", 'eqeqeq'],
];

/** A fault for each rule that asks the compiler for types. */
const typed = [
  ['await-thenable', 'export const run = async (n: number) => { await n; };'],
  ['no-array-delete', 'export const cut = (list: number[]) => { delete list[0]; };'],
  ['no-base-to-string', 'export const text = (value: { a: 1 }) => value.toString();'],
  ['no-duplicate-type-constituents', "export type A = 'a' | 'a';"],
  ['no-floating-promises', 'export const run = (work: () => Promise<void>) => { work(); };'],
  ['no-for-in-array', 'export const run = (list: number[]) => { for (const at in list) String(at); };'],
  ['no-implied-eval', "export const run = () => { setTimeout('1', 1); };"],
  ['no-misused-promises', 'export const run = (work: Promise<boolean>) => (work ? 1 : 2);'],
  ['no-redundant-type-constituents', 'export type A = unknown | string;'],
  ['no-unnecessary-type-assertion', 'export const same = (text: string) => text as string;'],
  ['no-unsafe-argument', 'export const run = (text: string) => parseInt(JSON.parse(text));'],
  [
    'no-unsafe-assignment',
    'export const run = (text: string) => { const a = JSON.parse(text); String(a); };',
  ],
  ['no-unsafe-call', 'export const run = (text: string) => { JSON.parse(text)(); };'],
  ['no-unsafe-enum-comparison', 'declare enum A { b = 1 }\nexport const isB = (a: A) => a === 1;'],
  ['no-unsafe-member-access', 'export const run = (text: string) => String(JSON.parse(text).a);'],
  ['no-unsafe-return', 'export const run = (text: string) => JSON.parse(text);'],
  ['no-unsafe-unary-minus', 'export const less = (text: string) => -text;'],
  ['only-throw-error', "export const run = () => { throw 'no'; };"],
  ['prefer-promise-reject-errors', "export const run = () => Promise.reject('no');"],
  ['require-await', 'export const run = async () => 1;'],
  ['restrict-plus-operands', 'export const sum = (a: number, b: { c: 1 }) => a + b;'],
  ['restrict-template-expressions', 'export const text = (a: { b: 1 }) => `${a}`;'],
  ['switch-exhaustiveness-check', "export const run = (a: 'b' | 'c') => { switch (a) { case 'b': } };"],
  ['unbound-method', 'class A { b() { return this; } }\nexport const { b } = new A();'],
];

/** What is in order at its place. */
const fine = [
  [
    'src/bytes',
    `export function sizes(history: string[], at: number): number[] {
  const location = new Date(at).getUTCFullYear();
  return [location, ...history.map((text) => new TextEncoder().encode(text).length)];
}`,
  ],
  ['scripts', 'export const at = () => console.log(process.pid, Date.now());'],
];

/** A row is a file of its own: its name is found again in the report. */
const folder = mkdtempSync(join(tmpdir(), 'lint-'));
const rows = [
  ...refused.map(([place = '', text = '', rule = '']) => ({ place, text, rule })),
  ...typed.map(([rule = '', text = '']) => ({ place: 'src/ui', text, rule })),
  ...fine.map(([place = '', text = '']) => ({ place, text, rule: '' })),
].map((row, at) => ({ ...row, file: `row${at}.ts` }));

/** @type {{ filename: string, code: string }[]} */
let faults = [];

/** @param {string} file */
const rulesAt = (file) =>
  faults.flatMap(({ filename, code }) =>
    basename(filename) === file ? [code.replace(/^.*\(|\)$/g, '')] : [],
  );

beforeAll(async () => {
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(project, 'tsconfig.json'), include: ['src', 'scripts'] }),
  );
  // Places are told from the folder of the settings.
  const settings = JSON.stringify(new URL('../../oxlint.config.js', import.meta.url).href);
  writeFileSync(join(folder, 'oxlint.config.mjs'), `export { default } from ${settings};\n`);
  for (const { place, text, file } of rows) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, file), `${text}\n`);
  }
  const args = [bin('oxlint'), '-c', 'oxlint.config.mjs', '--format', 'json', 'src', 'scripts'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
    (/** @type {{ stdout: string }} */ failed) => failed,
  );
  faults = /** @type {{ diagnostics: typeof faults }} */ (JSON.parse(stdout)).diagnostics;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the linter', () => {
  test.each(rows.filter(({ rule }) => rule !== ''))('finds $rule in $place: $text', ({ file, rule }) => {
    expect(rulesAt(file)).toContain(rule);
  });

  test.each(rows.filter(({ rule }) => rule === ''))('allows in $place: $text', ({ file }) => {
    expect(rulesAt(file)).toEqual([]);
  });
});
