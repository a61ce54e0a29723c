import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { samplesPlugin } from './scripts/build/samples-plugin.js';
import { coreBundlePlugin } from './scripts/unit/core-bundle.js';

/** Set by `npm test`: what is bundled has no graph of modules for `--changed`, and no lines for `--coverage`. */
const asBundle = process.env['UNIT_BUNDLE'] === '1';

/** The files that take longest. One that is begun last is waited for while the other worker has nothing to do. */
const LONGEST = [
  'src/sim/model.test.ts',
  'src/xml/bounded.test.ts',
  'src/redact/recorded.test.ts',
  'src/intake/captures/hostile.test.ts',
  'src/xml/fuzz.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [
    svelte({ dynamicCompileOptions: () => ({ generate: 'client' }) }),
    samplesPlugin(),
    asBundle && coreBundlePlugin(),
  ],
  // Classes with runes are tested as the browser runs them; Svelte's other build is for servers.
  ssr: { resolve: { conditions: ['browser', 'module', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.js'],
    sequence: { sequencer: LongestFirst },
    environment: 'node',
    setupFiles: ['src/testing/seed.ts'],
    // Modules hold no state (the arrows see to it), so files can share them: loading them anew took half of the time.
    isolate: false,
    server: { deps: { external: [/\.cache\/unit-core\//] } },
    maxWorkers: 2, // on two processors it would take one by itself
    // For what hangs. How long work may take is told in time of the processor (src/testing/cpu.ts), not by the clock.
    testTimeout: 240_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.bench.ts', '**/index.ts'],
    },
  },
});
