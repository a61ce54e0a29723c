// What lints .ts and .js, types included. Components are linted by eslint.config.js.
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import ts from 'typescript-eslint';
import { pureParts, shellParts } from './scripts/arrows/floors.js';
import { impure, impureProperties, nodeOnly, sendingProperties, sends } from './scripts/lint/restricted.js';

/** Rules that oxlint lacks: the compiler refuses the same, for modules are strict. */
const ofTheCompiler = ['no-dupe-args', 'no-octal'];

/** The recommended rules of both families, typed ones included; an unknown name would be an error. */
const recommended = [js.configs.recommended, ...ts.configs.recommendedTypeChecked]
  .flatMap(({ rules }) => Object.entries(rules ?? {}))
  .filter(([rule, level]) => level !== 'off' && !ofTheCompiler.includes(rule))
  .map(([rule]) => [rule.replace('@typescript-eslint/', 'typescript/'), 'error']);

/** @param {string} part */
const inSource = (part) => (part.endsWith('.ts') ? `src/${part}` : `src/${part}/**`);

/** @type {import('oxlint').OxlintConfig} */
export default {
  plugins: ['typescript'],
  jsPlugins: [fileURLToPath(new URL('./scripts/lint/core-plugin.js', import.meta.url))],
  categories: { correctness: 'off' }, // nothing by default: only what is listed
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/*.svelte', 'dist/', 'samples/', 'shots/', 'coverage/', 'test-results/', '.cache/'],
  rules: {
    ...Object.fromEntries(recommended),
    eqeqeq: ['error', 'always'],
    'no-console': 'error',
    'no-undef': 'off', // TypeScript knows better which names there are
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'no-restricted-globals': ['error', ...nodeOnly],
    'no-restricted-imports': [
      'error',
      { patterns: ['svelte/internal', 'svelte/internal/*', 'svelte/store'] },
    ],
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    'typescript/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
  overrides: [
    {
      // `let` is how props and state are declared; svelte/prefer-const knows them
      files: ['**/*.svelte.ts'],
      rules: { 'prefer-const': 'off' },
    },
    {
      // the core is pure
      files: pureParts.map(inSource),
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'no-restricted-globals': ['error', ...impure],
        'no-restricted-properties': ['error', ...impureProperties],
        'core/no-clock': 'error',
        'core/no-module-state': 'error',
      },
    },
    {
      // the shell sends nothing and evaluates nothing
      // The page's policy forbids it too, but a worker from a file is under no policy on a plain web space.
      files: shellParts.map(inSource),
      rules: {
        'no-restricted-globals': ['error', ...nodeOnly, ...sends],
        'no-restricted-properties': ['error', ...sendingProperties],
        'no-eval': 'error',
      },
    },
    {
      // the service worker stands between the page and its own files, and asks the server for nothing else
      files: ['src/offline/service-worker.ts'],
      rules: {
        'no-restricted-globals': ['error', ...nodeOnly, ...sends.filter(({ name }) => name !== 'fetch')],
      },
    },
    {
      // what runs in Node
      files: ['scripts/**', 'bench/**', 'e2e/**', '*.config.{js,ts}', '**/*.test.ts'],
      rules: { 'no-restricted-globals': 'off', 'no-console': 'off' },
    },
    {
      // JavaScript names its types in comments, where the linter does not see a cast
      files: ['**/*.js'],
      rules: { 'typescript/no-unsafe-assignment': 'off' },
    },
    {
      // a Playwright fixture without needs is written as ({}, use)
      files: ['e2e/**'],
      rules: { 'no-empty-pattern': 'off' },
    },
  ],
};
