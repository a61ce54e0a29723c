// What lints components and modules with runes. All other .ts and .js, and types: oxlint.config.js.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { nodeOnly, sendingProperties, sends } from './scripts/lint/restricted.js';
import svelteConfig from './svelte.config.js';

const components = ['**/*.svelte', '**/*.svelte.ts'];

export default defineConfig(
  globalIgnores(['**/*.{js,mjs,cjs}', '**/*.ts', '!**/*.svelte.ts', '.svelte-check/', '.cache/']),
  js.configs.recommended,
  ts.configs.recommended, // without types: svelte-check knows those of a component
  svelte.configs.recommended,
  {
    name: 'a component sends nothing, evaluates nothing and draws no text as HTML',
    files: components,
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-undef': 'off', // TypeScript knows better which names there are
      'object-shorthand': 'error',
      // The page's policy forbids it too, but a worker from a file is under no policy on a plain web space.
      'no-restricted-globals': ['error', ...nodeOnly, ...sends],
      'no-restricted-properties': ['error', ...sendingProperties],
      'prefer-const': 'off', // `let` is how props are declared
      'svelte/prefer-const': 'error',
      'svelte/prefer-svelte-reactivity': 'off', // state is replaced whole; a Map beside it only remembers
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
