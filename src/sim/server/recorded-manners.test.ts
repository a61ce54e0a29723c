import { describe, expect, test } from 'vitest';
import { mailboxDifferences } from '../mailboxes.ts';
import { all, child, readTree, textAt, type Node } from '../message/tree.ts';
import { Run, simulate } from '../run.ts';
import { castOf } from '../setup.ts';
import type { Transcript } from '../types.ts';

interface Turn {
  asked: string | undefined;
  key: string | undefined;
  more: boolean;
  adds: Node[];
}

const collectionIn = (bytes: Uint8Array = new Uint8Array(0)): Node | undefined =>
  child(child(readTree(bytes).root, 'AirSync:Collections'), 'AirSync:Collection');

const askedFolder = (bytes?: Uint8Array): string | undefined =>
  textAt(collectionIn(bytes), 'AirSync:CollectionId');

/** What was asked and answered of one folder, in the order of the run. */
function turnsOf({ conversation }: Transcript, folder: string): Turn[] {
  return conversation.exchanges.flatMap(({ request, response }): Turn[] => {
    if (!request?.http?.url?.includes('Cmd=Sync')) return [];
    const [asked, answered] = [collectionIn(request.bytes), collectionIn(response?.bytes)];
    if (askedFolder(request.bytes) !== folder || !answered) return [];
    return [
      {
        asked: textAt(asked, 'AirSync:SyncKey'),
        key: textAt(answered, 'AirSync:SyncKey'),
        more: child(answered, 'AirSync:MoreAvailable') !== undefined,
        adds: all(child(answered, 'AirSync:Commands'), 'AirSync:Add'),
      },
    ];
  });
}

/** The type of each mail's body by its subject, in the order they came. */
const typesOf = (turns: readonly Turn[]): (readonly [string, string])[] =>
  turns
    .flatMap(({ adds }) => adds)
    .map((add) => {
      const data = child(add, 'AirSync:ApplicationData');
      const type = textAt(child(data, 'AirSyncBase:Body'), 'AirSyncBase:Type') ?? '';
      return [textAt(data, 'Email:Subject') ?? '', type] as const;
    });

describe('Z-Push and the form of mails', () => {
  const windows = { windowSize: 3 };
  const run = simulate({ server: 'z-push', phone: 'android', version: '14.1', parameters: windows });
  const types = typesOf(turnsOf(run, '1'));

  test('plain up to the first HTML mail, that as HTML, and all behind it as MIME: also in later windows', () => {
    expect(types.map(([, type]) => type).join('')).toBe('1112444444');
    expect(types[3]?.[0]).toBe('Figures of February <final>');
  });

  test('the phone keeps the source text of such a mail', () => {
    const inbox = run.steps.at(-1)?.phone.collections['1']?.items ?? [];
    const bodies = inbox.map(({ properties }) => JSON.stringify(properties));
    expect(bodies[3]).toContain('<html><body>');
    expect(bodies[4]).toContain('Subject: Photo of the board');
  });

  test('from key 0 it begins with plain text again', () => {
    const again = simulate({ server: 'z-push', phone: 'android', script: 'server-forgets', version: '14.1' });
    const each = typesOf(turnsOf(again, '1')).map(([, type]) => type);
    expect(each.join('')).toBe('1112444444'.repeat(2));
  });
});

describe('SOGo and the form of mails', () => {
  const run = simulate({ server: 'sogo', version: '14.1' });

  test('only a signed mail comes as MIME, and whole', () => {
    const odd = typesOf(turnsOf(run, '1')).filter(([, type]) => type !== '1');
    expect(odd).toEqual([['Signed: the new rooms', '4']]);
  });

  test('it is all in which the two mailboxes differ', () => {
    const last = run.steps.at(-1);
    const differ = last ? mailboxDifferences(last.phone, last.server) : [];
    expect(differ).toMatchObject([{ folder: '1', what: 'differs', properties: ['AirSyncBase:Body'] }]);
  });
});

describe('SOGo and the keys of a calendar in windows', () => {
  const play = (phone: string, script = 'full-calendar', server = 'sogo'): Transcript =>
    simulate({ server, phone, script, version: '14.1' });
  const calendar = '6';
  const keysOf = (turns: readonly Turn[]): string[] =>
    turns.filter(({ adds }) => adds.length > 0).map(({ asked, key }) => (asked === key ? 'same' : 'new'));

  test('a new key with the first window and the last, none in between', () => {
    const turns = turnsOf(play('iphone'), calendar);
    expect(keysOf(turns)).toEqual(['new', 'same', 'new']);
    expect(turns.filter(({ adds }) => adds.length > 0).map(({ more }) => more)).toEqual([true, true, false]);
  });

  test('mail gets a new key with every window, and so does a calendar elsewhere', () => {
    expect(keysOf(turnsOf(play('iphone', 'many-mails'), '1'))).not.toContain('same');
    expect(keysOf(turnsOf(play('iphone', 'full-calendar', 'exact'), calendar))).not.toContain('same');
  });

  const onPhone = ({ steps }: Transcript): number | undefined =>
    steps.at(-1)?.phone.collections[calendar]?.items.length;
  const rowsOf = ({ steps }: Transcript): string[] =>
    steps.flatMap(({ taken }) => taken.filter(({ folder }) => folder === calendar).map(({ row }) => row));

  test('an iPhone goes on at once', () => {
    const run = play('iphone');
    expect(onPhone(run)).toBe(60);
    expect(rowsOf(run)).not.toContain('C76');
  });

  test('an old Android takes it for a loop and asks for no more until a Ping tells of the rest', () => {
    const run = play('android');
    const stopped = run.steps.findIndex(({ taken }) => taken.some(({ row }) => row === 'C76'));
    expect(run.steps[stopped]?.phone.collections[calendar]).toMatchObject({ state: 'IDLE' });
    expect(run.steps[stopped]?.phone.collections[calendar]?.items).toHaveLength(20); // two windows of 10
    expect(run.steps.slice(stopped).some(({ text }) => text.startsWith('Ping arrives'))).toBe(true);
    expect(onPhone(run)).toBe(60);
  });

  test('the second window lost on its way is lost for good: under the same key nothing is told twice', () => {
    const heard = turnsOf(play('iphone'), calendar).findIndex(({ asked, key }) => asked === key);
    const cast = castOf({ server: 'sogo', script: 'full-calendar', version: '14.1' });
    const syncs = play('iphone').conversation.exchanges.filter(({ request }) =>
      request?.http?.url?.includes('Cmd=Sync'),
    );
    const first = syncs.findIndex(({ request }) => askedFolder(request?.bytes) === calendar);
    const lose = { kind: 'lose', what: 'reply', command: 'Sync', times: 1, skip: first + heard } as const;
    const run = new Run(cast, [lose, ...cast.script.events]).play();
    expect(onPhone(run)).toBe(35);
    expect(run.outcome.mailboxesEqual).toBe(false);
  });
});
