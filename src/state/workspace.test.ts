import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { readMessagesAs, type Conversation, type ReadAs } from '../conversation/index.ts';
import { bounded } from '../testing/cpu.ts';
import { Core } from '../worker/index.ts';
import { Workspace } from './workspace.svelte.ts';

const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const noWorker = (): Worker => {
  throw new Error('no worker is needed for a small message');
};

const one = (hex: string): Conversation => ({
  format: 1,
  title: 'One',
  exchanges: [{ id: '1', response: { bytes: bytes(hex) } }],
});

async function opened(conversation = one(SEED)): Promise<Workspace> {
  const workspace = new Workspace(new Core(noWorker));
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(conversation);
  return workspace;
}

/** Reads the message on show as a person says. */
function readAs(workspace: Workspace, said: ReadAs): void {
  const { conversation, at } = readMessagesAs(workspace.conversation, workspace.at, said);
  workspace.change('read as said', conversation, at);
}

/** Replaces a part of the text, as an editor tells it. */
function replace(workspace: Workspace, what: string, insert: string): void {
  const from = workspace.text?.indexOf(what) ?? -1;
  expect(from, `“${what}” stands in the text`).toBeGreaterThanOrEqual(0);
  workspace.edit({ changes: [{ from, to: from + what.length, insert }] });
}

test('a message is decoded, examined and printed', async () => {
  const workspace = await opened();
  expect(workspace.verdict).toContain('SyncKey stands directly under Sync');
  expect(workspace.findings[0]).toMatchObject({ severity: 'error', start: 12, end: 17 });
  expect(workspace.text).toContain('<CollectionId>1</CollectionId>');
  expect(workspace.context.command?.value).toBe('Sync');
  expect(workspace.facts).toContain('key 1');
});

describe('an edit of the text', () => {
  test('changes the bytes it stands for and no other', async () => {
    const workspace = await opened();
    replace(workspace, '<CollectionId>1<', '<CollectionId>2<');
    expect(toHex(workspace.bytes)).toBe(SEED.replace('52033100', '52033200'));
  });

  test('is examined at once', async () => {
    const workspace = await opened();
    replace(workspace, '  <SyncKey>1</SyncKey>\n  <Coll', '  <Coll');
    expect(toHex(workspace.bytes)).toBe(SEED.replace('4b033100015c', '5c'));
    expect(workspace.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('that breaks the text leaves the bytes, and maps nothing', async () => {
    const workspace = await opened();
    replace(workspace, '</Collection>', '</Colection>');
    expect(workspace.broken).toBe(true);
    expect(toHex(workspace.bytes)).toBe(SEED);
    expect(workspace.textProblems[0]).toMatchObject({ severity: 'error' });
    expect(workspace.toText({ start: 12, end: 17 })).toBeUndefined();
    expect(workspace.text).toContain('</Colection>');
    replace(workspace, '</Colection>', '</Collection>');
    expect(workspace.broken).toBe(false);
  });

  test('keeps the spelling of the person', async () => {
    const workspace = await opened();
    replace(workspace, '</Sync>', '<!-- mine --></Sync>');
    expect(workspace.text).toContain('<!-- mine -->');
    expect(toHex(workspace.bytes)).toBe(SEED);
  });

  test('tells that something changed', async () => {
    const workspace = await opened();
    let told = 0;
    workspace.onchange(() => told++);
    workspace.select({ start: 3, end: 4 }, 'bytes');
    expect(told).toBe(0);
    replace(workspace, '<Status>1<', '<Status>2<');
    expect(told).toBe(1);
  });
});

describe('bytes and text are linked', () => {
  test('to the byte, both ways', async () => {
    const workspace = await opened();
    const text = workspace.text ?? '';
    const at = text.indexOf('<CollectionId>1');
    const span = workspace.toText({ start: 26, end: 27 });
    expect(span && text.slice(span.start, span.end)).toBe('1');
    expect(span?.start).toBe(at + '<CollectionId>'.length);
    expect(workspace.toBytes(at + 2, at + 2)).toEqual({ start: 24, end: 25 });
    workspace.selectText(at, at + 1);
    expect(workspace.selection.span).toEqual({ start: 24, end: 25 });
    expect(workspace.selection.origin).toBe('xml');
  });

  test('layout stands for no bytes: the selection stays', async () => {
    const workspace = await opened();
    workspace.select({ start: 24, end: 25 }, 'bytes');
    const newline = workspace.text?.indexOf('\n  <Status>') ?? 0;
    workspace.selectText(newline, newline);
    expect(workspace.selection.span).toEqual({ start: 24, end: 25 });
  });
});

test('a fix takes its bytes out, and the text is printed anew', async () => {
  const workspace = await opened();
  const [finding] = workspace.findings;
  expect(finding?.fix).toBeDefined();
  if (finding) workspace.fix(finding);
  expect(toHex(workspace.bytes)).toBe(SEED.replace('4b033100015c', '5c'));
  expect(workspace.text?.match(/<SyncKey>/g)).toHaveLength(1);
});

describe('a way back from fixes', () => {
  const MENDED = SEED.replace('4b033100015c', '5c');
  const fixAt = (workspace: Workspace, rule: string) => {
    const finding = workspace.findings.find((one) => one.rule === rule);
    expect(finding?.fix, rule).toBeDefined();
    if (finding) workspace.fix(finding);
  };

  test('leads to the very bytes before, step by step', async () => {
    const workspace = await opened();
    fixAt(workspace, 'synckey-under-sync');
    fixAt(workspace, 'redundant-switch-page');
    expect(toHex(workspace.bytes)).toBe(MENDED.replace('0000', ''));
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(MENDED);
    expect(workspace.undoTitle).toBeDefined();
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
    expect(workspace.findings[0]).toMatchObject({ rule: 'synckey-under-sync' });
    expect(workspace.undoTitle).toBeUndefined();
    workspace.undo(); // there is none left: nothing happens
    expect(toHex(workspace.bytes)).toBe(SEED);
  });

  test('is one step for several fixes', async () => {
    const workspace = await opened();
    workspace.fixAll(workspace.findings);
    expect(workspace.bytes.length).toBeLessThan(32);
    expect(workspace.mended).toMatch(/^\d fixes$/);
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
  });

  test('is told until something else is done, and ends with another conversation', async () => {
    const workspace = await opened();
    fixAt(workspace, 'synckey-under-sync');
    replace(workspace, '<CollectionId>1<', '<CollectionId>2<');
    expect(workspace.mended).toBeUndefined();
    fixAt(workspace, 'redundant-switch-page');
    expect(workspace.mended).toBeDefined();
    workspace.seen();
    expect(workspace.mended).toBeUndefined();
    workspace.open(one(SEED));
    expect(workspace.undoTitle).toBeUndefined();
  });
});

test('what a person says it is, it is read as', async () => {
  const workspace = await opened();
  readAs(workspace, { side: 'request', version: '2.5', doctype: 'none' });
  expect(workspace.at.side).toBe('request');
  expect(workspace.decoded.doctype.id).toBe('none');
  expect(workspace.context.version).toMatchObject({ value: '2.5', how: 'said' });
  readAs(workspace, {});
  expect(workspace.decoded.doctype.id).toBe('activesync');
  expect(toHex(workspace.bytes)).toBe(SEED);
});

describe('a conversation of several messages', () => {
  const request = '03016a00000756520330000101';
  const talk: Conversation = {
    format: 1,
    title: 'Talk',
    note: 'Both.',
    exchanges: [
      { id: '1', request: { http: { method: 'OPTIONS' } } },
      { id: '2', note: 'The second.', request: { bytes: bytes(request) }, response: { bytes: bytes(SEED) } },
    ],
  };

  test('begins with the first that has bytes, and is walked through', async () => {
    const workspace = await opened(talk);
    expect(workspace.steps).toHaveLength(3);
    expect(workspace.at).toEqual({ exchange: 1, side: 'request' });
    expect(workspace.note).toBe('Both. The second.');
    workspace.walk(1);
    expect(workspace.at).toEqual({ exchange: 1, side: 'response' });
    workspace.walk(1);
    expect(workspace.at.side).toBe('response'); // it was the last
    workspace.walk(-2);
    expect(workspace.message).toEqual({ http: { method: 'OPTIONS' } });
    expect(workspace.body.kind).toBe('absent');
  });

  test.each([
    { exchange: 0, side: 'response' },
    { exchange: 7, side: 'request' },
  ] as const)('begins with that, too, where the message that is asked for is not there: %o', async (at) => {
    const workspace = await opened(talk);
    workspace.open(talk, at);
    expect(workspace.at).toEqual({ exchange: 1, side: 'request' });
    expect(workspace.step).toBe(1);
    workspace.open(talk, { exchange: 0, side: 'request' });
    expect(workspace.step).toBe(0);
  });

  test('a broken text waits while another message is on show', async () => {
    const workspace = await opened(talk);
    replace(workspace, '</FolderSync>', '</Foldersync>');
    workspace.walk(1);
    expect(workspace.broken).toBe(false);
    workspace.walk(-1);
    expect(workspace.text).toContain('</Foldersync>');
    expect(workspace.broken).toBe(true);
  });

  test('an edit of one message leaves what is known of the others', async () => {
    const alone: Conversation = {
      ...talk,
      exchanges: [...talk.exchanges, { id: '3', response: { bytes: bytes(SEED) } }],
    };
    const workspace = await opened(alone);
    const before = workspace.examiner.of({ exchange: 2, side: 'response' });
    replace(workspace, '<SyncKey>0<', '<SyncKey>1<');
    expect(workspace.examiner.of({ exchange: 2, side: 'response' })).toBe(before);
    expect(workspace.examiner.of({ exchange: 1, side: 'request' })).not.toBe(before);
  });
});

describe('text that is opened as it stands', () => {
  test('gives its message the bytes', async () => {
    const workspace = new Workspace(new Core(noWorker));
    await workspace.ready();
    const at = { exchange: 0, side: 'response' as const };
    workspace.open(
      { format: 1, title: 'X', exchanges: [{ id: '1', response: {} }] },
      at,
      '<Sync xmlns="AirSync:"/>',
    );
    expect(toHex(workspace.bytes)).toBe('03016a0005');
    expect(workspace.text).toBe('<Sync xmlns="AirSync:"/>');
  });

  test('and none while it is broken', async () => {
    const workspace = new Workspace(new Core(noWorker));
    await workspace.ready();
    const at = { exchange: 0, side: 'response' as const };
    workspace.open(
      { format: 1, title: 'X', exchanges: [{ id: '1', response: {} }] },
      at,
      '<Sync xmlns="AirSync">',
    );
    expect(workspace.message?.bytes).toBeUndefined();
    expect(workspace.broken).toBe(true);
    replace(workspace, '<Sync xmlns="AirSync">', '<Sync xmlns="AirSync"/>');
    expect(toHex(workspace.bytes)).toBe('03016a0005');
  });
});

describe('what is opened behind something else', () => {
  /** Opened until `settle` is called. */
  async function opening() {
    const workspace = await opened();
    let settle: () => void = () => undefined;
    const other = { bytes: fromHex('03016a0006') ?? new Uint8Array() };
    workspace.open(
      { format: 1, title: 'Other', exchanges: [{ id: '1', response: other }] },
      undefined,
      undefined,
      new Promise<void>((done) => (settle = done)),
    );
    return { workspace, settle: () => Promise.resolve(settle()) };
  }

  test('has its rows at once, and nothing that was said of what was there before', async () => {
    const { workspace } = await opening();
    expect(workspace.listing.length).toBeGreaterThan(0);
    expect(workspace.bytes).toHaveLength(5);
    expect(workspace.text).toBeUndefined();
    expect(workspace.findings).toEqual([]);
    expect(workspace.verdict).toBe('Examining…');
  });

  test('is examined and printed then', async () => {
    const { workspace, settle } = await opening();
    await settle();
    expect(workspace.text).toContain('<Responses xmlns="AirSync"/>');
    expect(workspace.verdict).not.toBe('Examining…');
  });

  test('is examined and printed with the first change', async () => {
    const { workspace, settle } = await opening();
    workspace.editBytes({ start: 4, end: 5, bytes: Uint8Array.of(5), title: 'byte overwritten' });
    expect(workspace.text).toContain('<Sync xmlns="AirSync"/>');
    const { revision } = workspace;
    await settle();
    expect(workspace.revision).toBe(revision);
    expect(workspace.text).toContain('<Sync xmlns="AirSync"/>');
  });

  test('is left where something else was opened meanwhile', async () => {
    const { workspace, settle } = await opening();
    workspace.open({ format: 1, title: 'None', exchanges: [] });
    await settle();
    expect(workspace.conversation.title).toBe('None');
    expect(workspace.bytes).toHaveLength(0);
  });
});

describe('a text that comes with a message without bytes', () => {
  const without: Conversation = { format: 1, title: 'One', exchanges: [{ id: '1', response: {} }] };
  const at = { exchange: 0, side: 'response', broken: true } as const;

  test('says itself what type it is of, and gives the message its bytes', async () => {
    const workspace = await opened(without);
    workspace.restore([{ ...at, text: '<Sync xmlns="AirSync"><Status>1</Status></Sync>' }]);
    expect(workspace.broken).toBe(false);
    expect(toHex(workspace.bytes)).toBe('03016a00454e0331000101');
  });

  test('is told to be broken where it is, by what is wrong with it', async () => {
    const workspace = await opened(without);
    workspace.restore([{ ...at, text: '<Sync xmlns="AirSync"><Status>1</Sync>' }]);
    expect(workspace.broken).toBe(true);
    expect(workspace.textProblems.map(({ found }) => found)).toEqual(['</Sync>']);
  });
});

describe('many texts that come with their messages', () => {
  const xml = (status: number): string => `<Sync xmlns="AirSync"><Status>${status}</Status></Sync>`;
  const many = (count: number) => ({
    conversation: {
      format: 1,
      title: 'Folder',
      exchanges: Array.from({ length: count }, (_, i) => ({ id: `${i}`, response: {} })),
    } satisfies Conversation,
    texts: Array.from({ length: count }, (_, i) => ({
      ...{ exchange: i, side: 'response' as const },
      ...{ text: xml(i % 10), broken: true },
    })),
  });

  test('give each its bytes; one that says other bytes than are there is left', async () => {
    const { conversation, texts } = many(3);
    const there = { id: '3', response: { bytes: bytes('03016a00454e0331000101') } };
    const workspace = await opened({ ...conversation, exchanges: [...conversation.exchanges, there] });
    workspace.restore([
      ...texts,
      { exchange: 3, side: 'response', text: xml(2), broken: false },
      { exchange: 9, side: 'request', text: xml(2), broken: true },
    ]);
    const statuses = workspace.conversation.exchanges.map(({ response }) =>
      toHex(response?.bytes ?? bytes('')),
    );
    const reply = (status: number) => `03016a00454e033${status}000101`;
    expect(statuses).toEqual([reply(0), reply(1), reply(2), reply(1)]);
    expect(workspace.texts.map(({ exchange, text }) => [exchange, text])).toEqual([
      [0, xml(0)],
      [1, xml(1)],
      [2, xml(2)],
    ]);
  });

  test('take as long each, however many they are', async () => {
    const { conversation, texts } = many(8_000);
    const workspace = new Workspace(new Core(noWorker));
    await workspace.ready();
    workspace.open(conversation, undefined, undefined, new Promise(() => undefined));
    const limit = 2; // seconds: one copy of all for each of them takes 12
    bounded('putting 8,000 texts back', () => workspace.restore(texts), limit);
    expect(bounded('8,000 texts to be kept', () => workspace.texts)).toHaveLength(texts.length);
    workspace.open(one(SEED)); // what they say is examined elsewhere
  });
});

test('a text at which the page fails is shown as an outline, and nothing waits for it', async () => {
  let listener: (event: { data: unknown }) => void = () => undefined;
  const worker = {
    addEventListener: (name: string, given: typeof listener) => {
      if (name === 'message') listener = given;
    },
    postMessage: ({ id, kind }: { id: number; kind?: string }) => {
      if (kind !== undefined) listener({ data: { id, fault: 'a rule threw' } });
    },
    terminate: () => undefined,
  };
  const workspace = new Workspace(new Core(() => worker as unknown as Worker));
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(one(`03016a00 45 5c 4f 4b03${'31'.repeat(300_000)}00 01 01 01`));
  await expect.poll(() => [workspace.isLong, workspace.examiner.pending]).toEqual([true, false]);
  expect(workspace.verdict).toContain('a fault of this page');
});

test('a text whose being written is cancelled is shown by elements, until it is asked for again', async () => {
  const printing: number[] = [];
  let answer: (event: { data: unknown }) => void = () => undefined;
  const worker = {
    addEventListener: (name: string, given: typeof answer) => {
      if (name === 'message') answer = given;
    },
    postMessage: ({ id, kind }: { id: number; kind: string }) => {
      if (kind === 'print') printing.push(id);
      else queueMicrotask(() => answer({ data: { id, result: [] } }));
    },
    terminate: () => undefined,
  };
  const core = new Core(() => worker as unknown as Worker);
  const workspace = new Workspace(core);
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(one(`03016a00 45 5c 4f 4b03${'31'.repeat(300_000)}00 01 01 01`));
  await expect.poll(() => printing).toHaveLength(1);
  expect([workspace.text, workspace.isLong]).toEqual([undefined, false]);

  core.cancel();
  expect([workspace.text, workspace.isLong, workspace.isTextEnded]).toEqual([undefined, true, true]);
  workspace.editBytes({ start: 9, end: 10, bytes: bytes('32'), title: 'byte overwritten' });
  await expect.poll(() => workspace.examiner.pending).toBe(false);
  expect([workspace.isLong, printing.length]).toEqual([true, 1]); // nobody asked for it

  workspace.examineAgain();
  expect([workspace.isLong, workspace.isTextEnded]).toEqual([false, false]);
  await expect.poll(() => printing).toHaveLength(2);
  answer({ data: { id: printing[1], result: { text: '<Sync/>' } } });
  await expect.poll(() => workspace.text).toBe('<Sync/>');
});
