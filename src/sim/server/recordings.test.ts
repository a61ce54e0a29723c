import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { expect, test } from 'vitest';
import { corpusFolder } from '../../testing/corpus.ts';
import type { Conversation } from '../../conversation/index.ts';
import { examine } from '../../doctor/index.ts';
import { recordedTalks } from '../../testing/recorded-talks.ts';
import { readTree, type Node, type Tree } from '../message/tree.ts';
import { simulate } from '../run.ts';
import type { Transcript } from '../types.ts';

interface Recorded {
  step: number;
  command: string;
  responseHeaders?: [string, string][];
}

const folder = (run: string): string => join(corpusFolder ?? '', 'captures', run);

function recordedOf(run: string): Recorded[] {
  const read = JSON.parse(readFileSync(join(folder(run), 'exchange.json'), 'utf8')) as
    Recorded[] | { exchanges: Recorded[] };
  return Array.isArray(read) ? read : read.exchanges;
}

/** The parts of a reply whose order a server is known by: their children, each name once. */
const PARTS = [
  'AirSync:Collection',
  'AirSyncBase:Body',
  'FolderHierarchy:FolderSync',
  'Provision:Provision',
  'Provision:Policy',
  'Move:Response',
  'MeetingResponse:Result',
];

const shapeOf = (node: Node): string =>
  `${node.name}: ${[...new Set(node.children.map(({ name }) => name.split(':')[1]))].join(' ')}`;

const shapesOf = ({ nodes }: Tree): string[] => nodes.filter(({ name }) => PARTS.includes(name)).map(shapeOf);

function recordedShapes(run: string): Set<string> {
  const shapes = new Set<string>();
  for (const { step, command } of recordedOf(run)) {
    const file = join(folder(run), `${String(step).padStart(3, '0')}-${command}-response.wbxml`);
    if (!existsSync(file)) continue;
    for (const shape of shapesOf(readTree(new Uint8Array(readFileSync(file))))) shapes.add(shape);
  }
  return shapes;
}

const repliesOf = ({ conversation }: Transcript): Uint8Array[] =>
  conversation.exchanges.flatMap(({ response }) => (response?.bytes?.[0] === 3 ? [response.bytes] : []));

/** What the mock does and no recording of that server shows, with the reason. */
const UNRECORDED = [
  // The recording's client never asked for one thing and sent another at once.
  /^AirSync:Collection: .*Responses (MoreAvailable )?Commands$/,
  // All its invitations were unknown to the recorded server.
  /^MeetingResponse:Result: RequestId (Status CalendarId|CalendarId Status)$/,
];

const RUNS = [
  ['z-push', 'zpush-12.1', '12.1'],
  ['z-push', 'zpush-14.1', '14.1'],
  ['sogo', 'sogo-12.1', '12.1'],
  ['sogo', 'sogo-14.1', '14.1'],
] as const;

const SCRIPTS = [
  'add-account',
  'read-flag-delete-move',
  'calendar-and-contacts',
  'full-calendar',
  'invitation',
];

if (!corpusFolder) stderr.write('No ../shared/corpus here: the servers are compared with no recording.\n');

for (const [server, run, version] of corpusFolder ? RUNS : []) {
  test(`${server} at ${version} writes its replies in the order that was recorded`, () => {
    const recorded = recordedShapes(run);
    const made = SCRIPTS.flatMap((script) =>
      repliesOf(simulate({ script, server, version, phone: 'android' })),
    ).flatMap((bytes) => shapesOf(readTree(bytes)));
    const unknown = new Set(
      made.filter((shape) => !recorded.has(shape) && !UNRECORDED.some((known) => known.test(shape))),
    );
    expect([...unknown]).toEqual([]);
    expect(made.length).toBeGreaterThan(20);
  });

  test(`${server} at ${version} sends headers that were recorded`, () => {
    const names = new Set(
      recordedOf(run).flatMap(({ responseHeaders = [] }) =>
        responseHeaders.map(([name]) => name.toLowerCase()),
      ),
    );
    const { conversation } = simulate({ server, version });
    for (const { response } of conversation.exchanges) {
      for (const name of Object.keys(response?.http?.headers ?? {}))
        expect(names).toContain(name.toLowerCase());
    }
  });
}

/** What is found in replies above a note: command and rule. */
function foundIn(conversation: Conversation): string[] {
  const found = examine(conversation).filter(
    ({ side, severity }) => side === 'response' && severity !== 'note',
  );
  return found.map(({ exchange, rule }) => {
    const url = conversation.exchanges[exchange]?.request?.http?.url ?? '';
    return `${/Cmd=(\w+)/.exec(url)?.[1] ?? 'OPTIONS'} ${rule}`;
  });
}

/** What only the recordings show, and why the mock does not. */
const ONLY_RECORDED: readonly { found: RegExp; why: string }[] = [
  { found: / server-error$/, why: 'no script makes a request that the profiles answer with an HTTP failure' },
  { found: /^Sync control-character$/, why: 'a mail of theirs holds one; none of ours does' },
  { found: /^Sync unreadable-date$/, why: 'a task; our mailbox has none' },
  {
    found: /^Sync empty-reply-to-key-0$/,
    why: 'SOGo, of a folder that is not there: the profile does it too',
  },
  {
    found: /^ItemOperations missing-end$/,
    why: 'Z-Push, of three fetches in one request: no script asks so',
  },
  {
    found: /^Sync missing-beside-value$/,
    why: 'Z-Push, of a series that recurs each year: our mailbox has none',
  },
  {
    found: /^ItemOperations unanswered-item$/,
    why: 'SOGo, of a folder that is to be emptied: no script asks so',
  },
  { found: /^ResolveRecipients empty-reply$/, why: 'SOGo: no phone here sends it' },
  {
    found: /^Sync answer-without-server-id$/,
    why: 'Z-Push, once, of an Add beside a Delete of an item that is not there: no script sends both',
  },
];

for (const [server, run, version] of corpusFolder ? RUNS : []) {
  test(`${server} at ${version} is at fault where it was recorded to be, and nowhere else`, () => {
    const talk = recordedTalks().find(({ name }) => name === run);
    const recorded = new Set(talk ? foundIn(talk.conversation) : []);
    const made = new Set(
      SCRIPTS.flatMap((script) =>
        foundIn(simulate({ script, server, version, phone: 'android' }).conversation),
      ),
    );
    expect([...made].filter((each) => !recorded.has(each))).toEqual([]);
    const left = [...recorded].filter((each) => !made.has(each));
    expect(left.filter((each) => !ONLY_RECORDED.some(({ found }) => found.test(each)))).toEqual([]);
  });
}

test('the first reply of Exchange is the one on record, but for its key and folder', () => {
  const { conversation } = simulate({ server: 'exchange', version: '14.1' });
  const first = conversation.exchanges.find(({ request }) => request?.http?.url?.includes('Cmd=Sync'));
  const { nodes } = readTree(first?.response?.bytes ?? new Uint8Array(0));
  expect(nodes.map(({ name }) => name.split(':')[1]).join(' ')).toBe(
    'Sync Collections Collection SyncKey CollectionId Status',
  );
});
