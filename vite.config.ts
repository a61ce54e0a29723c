import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { alreadyLoadedPlugin } from './scripts/build/already-loaded.js';
import { chunkName } from './scripts/build/chunk-name.js';
import { codeRunsPlugin } from './scripts/build/code-runs.js';
import { contentPolicyPlugin } from './scripts/build/content-policy.js';
import { firstParts } from './scripts/build/first-parts.js';
import { preloadPlugin } from './scripts/build/preload.js';
import { samplesPlugin } from './scripts/build/samples-plugin.js';
import { serviceWorkerPlugin } from './scripts/build/service-worker.js';
import { slimWordsPlugin } from './scripts/build/slim-words.js';
import { wordsPlugin } from './scripts/build/words-plugin.js';

/** A folder of `src/words`, or `pseudo`; English where nothing is said. */
const language = process.env['PAGE_LANGUAGE'];

export default defineConfig({
  base: './', // works under any sub-path: one page at one depth, addresses in the hash
  plugins: [
    svelte(),
    samplesPlugin(),
    wordsPlugin(language),
    slimWordsPlugin(language),
    codeRunsPlugin(),
    alreadyLoadedPlugin(),
    preloadPlugin('src/state/judging.ts'),
    contentPolicyPlugin(),
    serviceWorkerPlugin(),
  ],
  worker: { format: 'es' },
  build: {
    // The oldest that inflate a link: CompressionStream with deflate-raw.
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false }, // it would fetch, which connect-src 'none' forbids
    assetsInlineLimit: 0, // an inlined asset is a data: address, which the policy allows for images only
    chunkSizeWarningLimit: 4000, // kB; Monaco's chunk. Our own limits: scripts/sizes
    manifest: true,
    rolldownOptions: { output: { chunkFileNames: chunkName, codeSplitting: { groups: [firstParts] } } },
  },
  server: { port: 5173 },
});
