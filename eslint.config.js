import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { pureParts, shellParts } from './scripts/arrows/floors.js';

const nodeOnly = ['process', 'Buffer', 'require', 'global'];

const sends = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection'].map((name) => ({
  name,
  message: 'Nothing leaves the page.',
}));

/** What only a page, a worker's host or Node offers: nothing from core.ts down may mention it. */
const impure = [
  ...['window', 'self', 'globalThis', 'document', 'navigator', 'location', 'history', 'screen'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'BroadcastChannel', 'postMessage'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback'],
  ...['process', 'Buffer', 'require', 'global', 'Intl'],
].map((name) => ({ name, message: 'The core is plain functions of their arguments.' }));

const impureSyntax = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
    message: 'The core has no clock: time comes in as an argument.',
  },
  {
    selector: "CallExpression[callee.property.name=/^toLocale/], [callee.property.name='localeCompare']",
    message: "The reader's place must not change a result.",
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
    message: "The reader's time zone must not change a result: use the UTC form.",
  },
  {
    selector: ":matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind!='const']",
    message: 'The core keeps no state between calls.',
  },
];

/** @param {string} part */
const inSource = (part) => (part.endsWith('.ts') ? `src/${part}` : `src/${part}/**`);

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    'shots/',
    '.cache/',
    'samples/',
  ]),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-undef': 'off', // TypeScript knows better which names there are
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-globals': ['error', ...nodeOnly],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // `let` is how props are declared
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/prefer-svelte-reactivity': 'off', // state is replaced whole; a Map beside it only remembers
    },
  },
  {
    name: 'the core is pure',
    files: pureParts.map(inSource),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock.' },
        { object: 'Math', property: 'random', message: 'The core has no chance in it.' },
      ],
      'no-restricted-syntax': ['error', ...impureSyntax],
    },
  },
  {
    name: 'the shell sends nothing, evaluates nothing and draws no text as HTML',
    files: shellParts.map(inSource),
    rules: {
      // The page's policy forbids it too, but a worker from a file is under no policy on a plain web space.
      'no-restricted-globals': ['error', ...nodeOnly, ...sends],
      'no-restricted-properties': ['error', { property: 'sendBeacon', message: 'Nothing leaves the page.' }],
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    name: 'the service worker stands between the page and its own files, and asks the server for nothing else',
    files: ['src/offline/service-worker.ts'],
    rules: {
      'no-restricted-globals': ['error', ...nodeOnly, ...sends.filter(({ name }) => name !== 'fetch')],
    },
  },
  {
    name: 'what runs in Node',
    files: ['scripts/**', 'bench/**', 'e2e/**', '*.config.{js,ts}', '**/*.test.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-restricted-globals': 'off', 'no-console': 'off' },
  },
  {
    name: 'JavaScript names its types in comments, where the linter does not see a cast',
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    name: 'a Playwright fixture without needs is written as ({}, use)',
    files: ['e2e/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    // svelte-check knows their types. The linter would build all types anew for each component: a third of its time.
    name: 'components are linted without types',
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      ...ts.configs.disableTypeChecked.rules,
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'no-implied-eval': 'error', // in the place of the one with types
    },
  },
);
