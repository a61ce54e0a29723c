// npm run types: the types of everything, components too, and of the core alone.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bin } from './checks/bin.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const checks = [
  [bin('svelte-check'), '--tsgo', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  [bin('@typescript/native', 'tsc'), '--project', 'tsconfig.core.json'],
];

// What svelte-check made of components the last time would stand in for a component that is gone.
rmSync(new URL('../.svelte-check/', import.meta.url), { recursive: true, force: true });
const statuses = checks.map(
  (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status,
);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
