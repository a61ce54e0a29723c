import { toHex } from '../../bytes/index.ts';
import type { ExampleMessage } from '../rule.ts';

// The bytes of examples, put together from their parts: a Sync is too long to be read as one line of hex.

const HEADER = '03016a00';

/** A tag with content, an inline string, END. */
export const leaf = (tag: string, text: string): string =>
  `${tag} 03 ${toHex(new TextEncoder().encode(text))} 00 01`;

/** A tag with children, END. */
export const holding = (tag: string, ...children: readonly string[]): string =>
  `${tag} ${children.join(' ')} 01`;

export const message = (...parts: readonly string[]): string => [HEADER, ...parts].join(' ');

/** Sync > Collections > Collection. */
export const sync = (...collections: readonly string[]): string =>
  message(holding('45', holding('5c', ...collections)));

/** A Collection with SyncKey and CollectionId, and what follows. */
export const asked = (key: string, id: string, ...more: readonly string[]): string =>
  holding('4f', leaf('4b', key), leaf('52', id), ...more);

/** A Collection with SyncKey, CollectionId and Status, and what follows. */
export const answered = (key: string, id: string, ...more: readonly string[]): string =>
  holding('4f', leaf('4b', key), leaf('52', id), leaf('4e', '1'), ...more);

/** Commands with a Delete of each id: the shortest operation. */
export const deletes = (...ids: readonly string[]): string =>
  holding('56', ...ids.map((id) => holding('49', leaf('4d', id))));

/** Commands with a Fetch. */
export const fetch = (id: string): string => holding('56', holding('4a', leaf('4d', id)));

export const SYNC_KEY_0 = sync(asked('0', '2'));
export const SYNC_KEY_1 = sync(answered('1', '2'));

/** FolderSync with a key. */
export const folderSync = (key: string): string => message('0007', holding('56', leaf('52', key)));

/** A folder of FolderSync: id, name, type. */
export const folder = (id: string, name: string, type: string): string =>
  holding('4f', leaf('48', id), leaf('49', '0'), leaf('47', name), leaf('4a', type));

/** The reply to FolderSync, with what is added. */
export const folderList = (key: string, ...folders: readonly string[]): string =>
  message(
    '0007',
    holding(
      '56',
      leaf('4c', '1'),
      leaf('52', key),
      holding('4e', leaf('57', `${folders.length}`), ...folders),
    ),
  );

/** The address of a request as a phone writes it. */
const url = (command: string): string =>
  `/Microsoft-Server-ActiveSync?User=u&DeviceId=D1&DeviceType=iPhone&Cmd=${command}`;

/** A request with its bytes and address, and no more headers than it needs. */
export const post = (command: string, hex: string, headers: Record<string, string> = {}): ExampleMessage => ({
  hex,
  http: { method: 'POST', url: url(command), headers },
});

/** A reply with its bytes. */
export const reply = (hex: string, headers: Record<string, string> = {}, status = 200): ExampleMessage => ({
  hex,
  http: { status, headers },
});
