import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { VERSIONS } from '../../eas/index.ts';
import { boundToVersions, underVersions } from './under-versions.ts';

/** A Sync reply with a Class in its Collection: right up to 12.0. */
const CLASS = '03016a00455c4f50034500014b0331000152033100014e03310001010101';
const bytes = fromHex(CLASS.replace('034500', '03456d61696c00')) ?? new Uint8Array();
const at = { exchange: 0, side: 'response' } as const;

test('each version is asked, oldest first', () => {
  const rows = underVersions({ bytes }, at);
  expect(rows.map(({ version }) => version)).toEqual([...VERSIONS]);
});

test('what only some versions have is told with them', () => {
  const rows = underVersions({ bytes }, at);
  const bound = boundToVersions(rows).find(({ finding }) => finding.rule === 'class-in-collection');
  expect(bound?.versions).toMatch(/and later/);
  expect(rows[0]?.findings.map(({ rule }) => rule)).not.toContain('class-in-collection');
});

test('what every version has is bound to none', () => {
  const seed = fromHex('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101');
  const rows = underVersions({ bytes: seed ?? new Uint8Array() }, at);
  expect(rows.map(({ worst }) => worst)).toEqual(VERSIONS.map(() => ({ severity: 'error', count: 1 })));
  expect(boundToVersions(rows)).toEqual([]);
});
