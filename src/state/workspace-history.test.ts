import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import {
  applyEdits,
  readMessagesAs,
  withHttp,
  type Conversation,
  type ReadAs,
} from '../conversation/index.ts';
import { readXml } from '../xml/index.ts';
import { Core } from '../worker/index.ts';
import { Workspace } from './workspace.svelte.ts';

const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const MAIL = '03016a00455c4f4b033000015203310001574d033132330001010101';
const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const noWorker = (): Worker => {
  throw new Error('no worker is needed for a small message');
};
const talk = (...hexes: string[]): Conversation => ({
  format: 1,
  title: 'Talk',
  exchanges: hexes.map((hex, i) => ({ id: String(i + 1), response: { bytes: bytes(hex) } })),
});

async function opened(conversation = talk(SEED)): Promise<Workspace> {
  const workspace = new Workspace(new Core(noWorker));
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(conversation);
  return workspace;
}

/** A workspace that tells how many bytes its own texts hold. */
class Weighed extends Workspace {
  get held(): number {
    return this.xml.size;
  }
}

/** Reads the message on show as a person says. */
function readAs(workspace: Workspace, said: ReadAs): void {
  const { conversation, at } = readMessagesAs(workspace.conversation, workspace.at, said);
  workspace.change('read as said', conversation, at);
}

/** Replaces a part of the text, as an editor tells it, at a time in ms. */
function write(workspace: Workspace, what: string, insert: string, now = 0): void {
  const from = workspace.text?.indexOf(what) ?? -1;
  expect(from, `“${what}” stands in the text`).toBeGreaterThanOrEqual(0);
  workspace.edit({ changes: [{ from, to: from + what.length, insert }] }, now);
}

/** A letter typed at an offset. */
const letter = (workspace: Workspace, at: number, insert: string, now: number) =>
  workspace.edit({ changes: [{ from: at, to: at, insert }] }, now);

const overwrite = (workspace: Workspace, start: number, hex: string, now = 0) =>
  workspace.editBytes(
    { start, end: start + hex.length / 2, bytes: bytes(hex), title: 'written', typing: 'o' },
    now,
  );

/** All messages, and the text of each. */
function wholeOf(workspace: Workspace) {
  const { at, steps } = workspace;
  const messages = steps.map((step) => {
    workspace.show(step);
    return { hex: toHex(workspace.bytes), text: workspace.text, broken: workspace.broken };
  });
  workspace.show(at);
  return { ...workspace.conversation, exchanges: messages };
}

const stateOf = (workspace: Workspace) => ({
  hex: toHex(workspace.bytes),
  text: workspace.text,
  at: workspace.at,
  broken: workspace.broken,
});

test('the texts that a person wrote are weighed, of whichever message, while they are theirs', async () => {
  const workspace = new Weighed(new Core(noWorker));
  await workspace.ready();
  workspace.open(talk(SEED, SEED));
  expect(workspace.held).toBe(0);
  write(workspace, '1</CollectionId>', '12</CollectionId>');
  const one = workspace.held;
  expect(one).toBe(2 * (workspace.text?.length ?? 0));
  workspace.walk(1);
  write(workspace, '1</CollectionId>', '12</CollectionId>', 9000);
  expect(workspace.held).toBe(2 * one);
  workspace.undo();
  expect(workspace.held).toBe(one);
  workspace.open(talk(SEED));
  expect(workspace.held).toBe(0);
});

describe('what is a step', () => {
  test('letters typed without a pause are one', async () => {
    const workspace = await opened();
    const at = (workspace.text?.indexOf('1</CollectionId>') ?? 0) + 1;
    letter(workspace, at, '2', 1000);
    letter(workspace, at + 1, '3', 1300);
    letter(workspace, at + 2, '4', 1799); // 499 ms
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
    expect(workspace.undoTitle).toBeUndefined();
    workspace.redo();
    expect(workspace.text).toContain('<CollectionId>1234</CollectionId>');
  });

  test.each([
    { name: 'half a second', second: { at: 1, insert: '3', now: 500 } },
    { name: 'another place', second: { at: 20, insert: '3', now: 10 } },
  ])('$name ends one', async ({ second }) => {
    const workspace = await opened();
    const at = (workspace.text?.indexOf('1</CollectionId>') ?? 0) + 1;
    letter(workspace, at, '2', 0);
    letter(workspace, at + second.at, second.insert, second.now);
    workspace.undo();
    expect(workspace.text).toContain('<CollectionId>12</CollectionId>');
  });

  test('the end of a tag ends one', async () => {
    const workspace = await opened();
    const at = workspace.text?.indexOf('</Sync>') ?? 0;
    [...'<!---->x'].forEach((typed, i) => letter(workspace, at + i, typed, i));
    workspace.undo();
    expect(workspace.text).toContain('<!----></Sync>');
  });

  test('bytes typed are one up to the end of their token', async () => {
    const workspace = await opened();
    overwrite(workspace, 9, '32', 0); // of 03 31 00, the second
    overwrite(workspace, 10, '00', 10); // its last
    overwrite(workspace, 11, '02', 20); // the next token
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED.replace('4e033100', '4e033200'));
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
  });
});

describe('undo', () => {
  test('brings a person’s own spelling back, which a change of bytes dropped', async () => {
    const workspace = await opened();
    const told: string[] = [];
    workspace.ontold((text) => told.push(text));
    write(
      workspace,
      '<?wbxml switch-page="0"?>\n<Sync xmlns="AirSync">',
      '<!-- mine -->\n<Sync xmlns="AirSync:">',
    );
    write(workspace, '<Status>1</Status>', '<Status><!-- one -->1</Status>');
    const { text } = workspace;
    workspace.editBytes({ start: 0, end: 1, bytes: bytes('02'), title: 'version 1.2' });
    expect(workspace.text).not.toContain('mine');
    expect(told).toHaveLength(1);
    workspace.undo();
    expect(workspace.text).toBe(text);
    workspace.redo();
    workspace.undo();
    expect(workspace.text).toBe(text);
    overwrite(workspace, 0, '02');
    expect(told).toHaveLength(1); // it is said once
  });

  test('goes through a broken text, whose bytes are those before its error', async () => {
    const workspace = await opened();
    write(workspace, '<Status>1<', '<Status>2<');
    const good = stateOf(workspace);
    write(workspace, '</Status>', '</Stat>');
    const broken = stateOf(workspace);
    expect(broken).toMatchObject({ broken: true, hex: good.hex });
    write(workspace, '</Stat>', '</Status>');
    write(workspace, '<Status>2<', '<Status>3<');
    workspace.undo();
    workspace.undo();
    expect(stateOf(workspace)).toEqual(broken);
    workspace.undo();
    expect(stateOf(workspace)).toEqual(good);
    workspace.redo();
    expect(stateOf(workspace)).toEqual(broken);
  });

  test('brings a broken text back that a change of bytes put aside', async () => {
    const workspace = await opened();
    const told: string[] = [];
    workspace.ontold((text) => told.push(text));
    write(workspace, '</Sync>', '</Snyc>');
    overwrite(workspace, 9, '32');
    expect(workspace.broken).toBe(false);
    expect(told[0]).toContain('had an error');
    workspace.undo();
    expect(workspace).toMatchObject({ broken: true });
    expect(workspace.text).toContain('</Snyc>');
  });

  test('nothing that is said of a message costs a text that has no bytes yet', async () => {
    const workspace = new Workspace(new Core(noWorker));
    await workspace.ready();
    const text = '<Sync xmlns="AirSync"><Collections>';
    const lone: Conversation = { format: 1, title: 'Talk', exchanges: [{ id: '1', response: {} }] };
    workspace.open(lone, { exchange: 0, side: 'response' }, text);
    const said = withHttp(workspace.conversation, workspace.at, { url: '/x?Cmd=Sync' });
    workspace.change('HTTP facts', said);
    readAs(workspace, { version: '14.1' });
    expect([workspace.broken, workspace.text]).toEqual([true, text]);
    workspace.undo();
    workspace.undo();
    expect([workspace.broken, workspace.text]).toEqual([true, text]);
  });

  test('says that a broken text is put aside where its message is read as another type', async () => {
    const workspace = await opened();
    const told: string[] = [];
    workspace.ontold((one) => told.push(one));
    write(workspace, '</Sync>', '</Snyc>');
    readAs(workspace, { doctype: 'wml-1.3' });
    expect(told).toEqual([expect.stringContaining('had an error')]);
    workspace.undo();
    expect(workspace.text).toContain('</Snyc>');
  });

  test('shows the message it concerns, and what was selected of it', async () => {
    const workspace = await opened(talk(SEED, MAIL));
    workspace.select({ start: 7, end: 10 }, 'bytes');
    overwrite(workspace, 9, '32');
    workspace.show({ exchange: 1, side: 'response' });
    workspace.undo();
    expect(workspace.at).toEqual({ exchange: 0, side: 'response' });
    expect(workspace.selection.span).toEqual({ start: 7, end: 10 });
    workspace.redo();
    expect(workspace.selection.span).toEqual({ start: 9, end: 10 });
  });

  test('keeps a text with its message where that moved, left or is read otherwise', async () => {
    const workspace = await opened(talk(SEED, MAIL));
    write(workspace, '</Sync>', '<!-- mine --></Sync>');
    const { text, conversation } = workspace;
    const [first, second] = conversation.exchanges;
    if (!first || !second) throw new Error('there are two');
    workspace.change(
      'moved',
      { ...conversation, exchanges: [second, first] },
      { exchange: 1, side: 'response' },
    );
    expect(workspace.text).toBe(text);
    workspace.change('deleted', { ...conversation, exchanges: [second] }, { exchange: 0, side: 'response' });
    expect(workspace.text).not.toContain('mine');
    workspace.undo();
    expect(workspace.text).toBe(text);
    readAs(workspace, { side: 'request' });
    expect(workspace.text).toBe(text);
    readAs(workspace, { side: 'request', doctype: 'none' });
    expect(workspace.text).not.toContain('mine');
    for (let i = 0; i < 3; i++) workspace.undo();
    expect(workspace).toMatchObject({ text, at: { exchange: 0, side: 'response' } });
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
    expect(workspace.text).not.toContain('mine');
  });

  test('a fix keeps the person’s spelling outside of what it mends', async () => {
    const workspace = await opened();
    write(workspace, '<CollectionId>', '<!-- which -->\n<CollectionId>');
    const finding = workspace.findings.find(({ rule }) => rule === 'synckey-under-sync');
    if (finding) workspace.fix(finding);
    expect(toHex(workspace.bytes)).toBe(SEED.replace('4b033100015c', '5c'));
    expect(workspace.mended).toBeDefined();
    workspace.undo();
    expect(workspace.text).toContain('<!-- which -->\n<CollectionId>');
  });

  test('a fix takes the Content-Length along, and both are taken back', async () => {
    const http = { status: 200, headers: { 'Content-Length': '37' } };
    const conversation = talk(SEED);
    const [exchange] = conversation.exchanges;
    if (exchange?.response) exchange.response.http = http;
    const workspace = await opened(conversation);
    write(workspace, '<CollectionId>', '<!-- which -->\n<CollectionId>');
    const finding = workspace.findings.find(({ rule }) => rule === 'synckey-under-sync');
    if (finding) workspace.fix(finding);
    expect(workspace.bytes).toHaveLength(32);
    expect(workspace.message?.http?.headers).toEqual({ 'Content-Length': '32' });
    expect(workspace.findings.map(({ rule }) => rule)).not.toContain('wrong-content-length');
    workspace.undo();
    expect(toHex(workspace.bytes)).toBe(SEED);
    expect(workspace.message?.http).toEqual(http);
    workspace.redo();
    expect(workspace.bytes).toHaveLength(32);
    expect(workspace.message?.http?.headers).toEqual({ 'Content-Length': '32' });
  });

  test('a value overwritten leaves a comment elsewhere', async () => {
    const workspace = await opened();
    write(workspace, '<Collections>', '<!-- all --> <Collections>');
    overwrite(workspace, 9, '39');
    expect(workspace.text).toContain('<Status>9</Status>');
    expect(workspace.text).toContain('<!-- all --> <Collections>');
  });
});

test('bytes are written where there were none', async () => {
  const workspace = await opened({ format: 1, title: '', exchanges: [{ id: '1', request: {} }] });
  workspace.show({ exchange: 0, side: 'request' });
  expect(workspace.editBytes({ start: 0, end: 0, bytes: bytes('03016a0005'), title: 'written' })).toBe(true);
  expect(workspace.text).toContain('<Sync');
  workspace.undo();
  expect(workspace.message).toEqual({});
});

test('every state has a number of its own', async () => {
  const workspace = await opened();
  const seen = [workspace.revision];
  const note = () => seen.push(workspace.revision);
  overwrite(workspace, 9, '32');
  note();
  workspace.undo();
  note();
  write(workspace, '<Status>1<', '<Status>4<');
  note();
  workspace.open(talk(MAIL));
  note();
  expect(new Set(seen).size).toBe(seen.length);
  workspace.select({ start: 2, end: 3 }, 'bytes');
  expect(workspace.revision).toBe(seen.at(-1));
});

type Act =
  | { kind: 'overwrite' | 'insert' | 'delete'; at: number; hex: string; many: number }
  | { kind: 'text'; at: number; remove: number; insert: string }
  | { kind: 'undo' | 'redo' | 'fix' | 'turn' | 'change' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('overwrite' as const, 'insert' as const, 'delete' as const),
      at: fc.nat(60),
      hex: fc.constantFrom('00', '01', '31', '45', '03', 'c3', '83', '5c5c', '033100', '0011'),
      many: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      at: fc.nat(400),
      remove: fc.nat(3),
      insert: fc.constantFrom(
        '',
        '1',
        'x',
        '<',
        '>',
        '<!-- c -->',
        ' ',
        '<Status>9</Status>',
        '&#10;',
        'ä',
        '\n',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo' as const,
        'redo' as const,
        'fix' as const,
        'turn' as const,
        'change' as const,
      ),
    }),
  },
);

function perform(workspace: Workspace, one: Act, now: number): void {
  const size = workspace.bytes.length;
  switch (one.kind) {
    case 'undo':
      return void workspace.undo();
    case 'redo':
      return void workspace.redo();
    case 'fix':
      return workspace.fixAll(workspace.findings);
    case 'turn':
      return workspace.show({ exchange: 1 - workspace.at.exchange, side: 'response' });
    case 'change': {
      const { conversation } = workspace;
      const place = { exchange: 0, side: 'response' as const, start: 0, end: 0 };
      const [first, second] = applyEdits(conversation, [{ place, bytes: bytes('03') }]).exchanges;
      if (first && second) workspace.change('turned', { ...conversation, exchanges: [second, first] });
      return;
    }
    case 'text': {
      const text = workspace.text ?? '';
      const from = Math.min(one.at, text.length);
      const to = Math.min(from + one.remove, text.length);
      return workspace.edit({ changes: [{ from, to, insert: one.insert }] }, now);
    }
    default: {
      const start = Math.min(one.at, size);
      const written = one.kind === 'delete' ? new Uint8Array() : bytes(one.hex);
      const end = one.kind === 'insert' ? start : Math.min(size, start + Math.max(written.length, one.many));
      workspace.editBytes({ start, end, bytes: written, title: one.kind, typing: one.kind }, now);
    }
  }
}

test('whatever is done on both sides: the bytes are those of the text, and all of it can be taken back', async () => {
  const workspace = await opened(talk(SEED, MAIL));
  const first = [talk(SEED, MAIL), workspace.text] as const;
  const steps = fc.array(fc.tuple(act, fc.constantFrom(1, 1, 700)), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(steps, (acts) => {
      workspace.open(first[0]);
      let now = 0;
      for (const [one, wait] of acts) {
        now += wait;
        perform(workspace, one, now);
        const read = readXml(workspace.text ?? '', { doctype: workspace.decoded.doctype.id });
        if (!workspace.broken) expect(toHex(read.bytes ?? new Uint8Array())).toBe(toHex(workspace.bytes));
        else expect(read.bytes).toBeUndefined();
      }
      while (workspace.redoTitle !== undefined) workspace.redo();
      const states = [wholeOf(workspace)];
      while (workspace.undo()) states.push(wholeOf(workspace));
      expect(workspace.conversation).toEqual(first[0]);
      workspace.show({ exchange: 0, side: 'response' });
      expect(workspace.text).toBe(first[1]);
      states.pop();
      while (states.length > 0) {
        workspace.redo();
        expect(wholeOf(workspace)).toEqual(states.pop());
      }
    }),
    { numRuns: 25 },
  );
});
