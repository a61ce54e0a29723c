import { env, stderr } from 'node:process';
import fc from 'fast-check';
import './bytes-equal.ts'; // a module of its own: this file runs anew for each test file, that once

/**
 * Property tests run the same way every time; `FC_SEED=7 npx vitest run` looks elsewhere. A failure prints the
 * seed and path that replay it.
 */
const seed = Number(env['FC_SEED'] ?? 20261124);
if (!Number.isSafeInteger(seed)) stderr.write('FC_SEED is no whole number.\n');
fc.configureGlobal({ seed });
