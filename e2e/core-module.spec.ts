// The core as a module: what someone does who takes dist/core.js into a program of their own.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const core = new URL('../dist/core.js', import.meta.url);

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}

test('plain Node reads and writes a message with it', () => {
  const program = `
    import { bytesToXml, decode, xmlToBytes } from ${JSON.stringify(core.href)};
    const bytes = Uint8Array.from(Buffer.from('03016a00455c4f4b033000015203310001010101', 'hex'));
    console.log(\`\${decode(bytes).problems.length} \${Buffer.from(xmlToBytes(bytesToXml(bytes))).toString('hex')}\`);
  `;
  expect(node('--input-type=module', '--eval', program)).toEqual({
    status: 0,
    text: '0 03016a00455c4f4b033000015203310001010101\n',
  });
});

test('a strict TypeScript program without DOM and Node compiles against its types', ({}, testInfo) => {
  const path = testInfo.outputPath('consumer.mts');
  writeFileSync(
    path,
    `import { bytesToXml, decode, xmlToBytes } from ${JSON.stringify(fileURLToPath(core))};
export const text: string = bytesToXml(new Uint8Array([3, 1, 106, 0, 5]));
export const bytes: Uint8Array = xmlToBytes(text);
export const where: number[] = decode(bytes, { doctype: 'activesync' }).problems.map((problem) => problem.start);
// @ts-expect-error: the types are there, so a wrong argument is told
decode('03016a0005');
`,
  );
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const bare = ['--lib', 'ES2023', '--skipLibCheck', 'false'];
  const modules = ['--module', 'nodenext', '--target', 'es2022', '--noEmit'];
  expect(node(tsc, '--ignoreConfig', ...strict, ...bare, ...modules, path)).toEqual({ status: 0, text: '' });
});
