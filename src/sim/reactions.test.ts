import { expect, test } from 'vitest';
import { rules } from '../doctor/index.ts';
import { fromHex } from '../bytes/index.ts';
import { reactionsTo } from '../eas/index.ts';
import { judgeReply } from './judge-reply.ts';
import { elementBytes } from './message/element-bytes.ts';
import { tag } from './message/element.ts';
import { readTree } from './message/tree.ts';

interface Shown {
  id: string;
  response: Uint8Array;
  version: string;
}

/** The bad examples that are replies to Sync or FolderSync, of rules that a phone is known to react to. */
const shown = rules().flatMap(({ id, bad }): Shown[] => {
  if ('exchanges' in bad || bad.side !== 'response') return [];
  const response = fromHex(bad.hex);
  const root = response && readTree(response).root?.name;
  const isKnown = reactionsTo(id).some(({ profile }) => profile === 'iPhone');
  if (!response || !isKnown || (root !== 'AirSync:Sync' && root !== 'FolderHierarchy:FolderSync')) return [];
  return [{ id, response, version: bad.version ?? '14.1' }];
});

/** The request that such a reply may be the answer to. */
function requestFor(response: Uint8Array): Uint8Array {
  const { root, nodes } = readTree(response);
  if (root?.name === 'FolderHierarchy:FolderSync') {
    return elementBytes(tag('FolderHierarchy:FolderSync', tag('FolderHierarchy:SyncKey', '1')));
  }
  const folder = nodes.find(({ name }) => name === 'AirSync:CollectionId')?.text ?? '1';
  const collection = tag(
    'AirSync:Collection',
    tag('AirSync:SyncKey', '1'),
    tag('AirSync:CollectionId', folder),
  );
  return elementBytes(tag('AirSync:Sync', tag('AirSync:Collections', collection)));
}

test('there are such examples', () => {
  expect(shown.length).toBeGreaterThan(4);
});

test.each(shown)(
  '$id: the iPhone does with its bad example what the table says',
  ({ id, response, version }) => {
    const table = reactionsTo(id)
      .filter(({ profile }) => profile === 'iPhone')
      .map(({ verdict }) => verdict);
    const judged = judgeReply({ request: requestFor(response), response, version });
    if (table.includes('accepts')) expect(judged.verdict, judged.why).not.toBe('rejects');
    else expect(table, judged.why).toContain(judged.verdict);
  },
);
