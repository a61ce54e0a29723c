import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { samplesPlugin } from './scripts/build/samples-plugin.js';
import { coreBundlePlugin } from './scripts/unit/core-bundle.js';

/** Set by `npm test`: what is bundled has no graph of modules for `--changed`, and no lines for `--coverage`. */
const asBundle = process.env['UNIT_BUNDLE'] === '1';

export default defineConfig({
  plugins: [
    svelte({ dynamicCompileOptions: () => ({ generate: 'client' }) }),
    samplesPlugin(),
    asBundle && coreBundlePlugin(),
  ],
  // Classes with runes are tested as the browser runs them; Svelte's other build is for servers.
  ssr: { resolve: { conditions: ['browser', 'module', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.js', 'bench/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['src/testing/seed.ts'],
    // Modules hold no state (the arrows see to it), so files can share them: loading them anew took half of the time.
    isolate: false,
    server: { deps: { external: [/\.cache\/unit-core\//] } },
    maxWorkers: 2, // on two processors it would take one by itself
    // A property or fuzz test takes seconds, and more on a machine shared with others.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.bench.ts', '**/index.ts'],
    },
  },
});
