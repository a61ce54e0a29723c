import { expect, test } from 'vitest';
import type { Conversation } from '../../conversation/index.ts';
import { fromHex } from '../../bytes/index.ts';
import { redact, type Redaction } from '../../redact/index.ts';
import type { PageState } from '../../state/index.ts';
import type { Jobs } from '../../worker/index.ts';
import { Sharing } from './sharing.svelte.ts';

const hex = (text: string): string => Buffer.from(text).toString('hex');
/** A reply with a mail in it: from whom, about what. */
const MAIL = `03016a00454b033100015c4f4b0331000152033100014e0331000156475d00025803${hex('ann@example.test')}00015403${hex('Lunch on Friday')}0001010101010101`;
const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const mail: Conversation = {
  format: 1,
  title: 'A mail',
  exchanges: [{ id: '1', response: { bytes: bytes(MAIL) } }],
};
/** The second body is neither WBXML nor text. */
const withBody: Conversation = {
  ...mail,
  exchanges: [
    ...mail.exchanges,
    {
      id: '2',
      response: {
        bytes: bytes('ffd8ffe000104a46494600'),
        http: { headers: { 'Content-Type': 'image/jpeg' } },
      },
    },
  ],
};

/** What is shared of a conversation, and what makes it: nothing is made before it is told to. */
function held(conversation: Conversation, at = { exchange: 0, side: 'response' }, listed?: number[]) {
  const waiting: ((end: 'done' | 'failed') => void)[] = [];
  const run = (_: 'redact', { conversation: given, choice }: Jobs['redact']) =>
    new Promise<Redaction>((done, fail) => {
      waiting.push((end) =>
        end === 'done' ? done(redact(given, choice)) : fail(new Error('out of memory')),
      );
    });
  const drop = (): void => undefined; // what comes of it comes all the same
  const page = { core: { run, drop }, workspace: { conversation, whole: conversation, at } };
  const sharing = new Sharing(page as unknown as PageState, listed);
  const next = async (end: 'done' | 'failed' = 'done'): Promise<void> => {
    waiting.shift()?.(end);
    await new Promise((done) => setTimeout(done));
  };
  return { sharing, next };
}

const texts = ({ conversation }: Sharing): string | undefined =>
  conversation?.exchanges.map(({ response }) => Buffer.from(response?.bytes ?? []).toString('latin1')).join();

test('what was ticked a moment ago is in nothing that is handed out', async () => {
  const { sharing, next } = held(mail);
  void sharing.redact(true);
  expect(sharing.conversation).toBeUndefined();
  await next();
  expect(texts(sharing)).not.toMatch(/Lunch|ann@/);
  void sharing.switchKind('subject');
  expect(sharing.conversation).toBeUndefined();
  await next();
  expect(texts(sharing)).toContain('Lunch');
  void sharing.switchKind('subject');
  expect(sharing.conversation).toBeUndefined();
  expect(sharing.kinds.map(({ on }) => on)).toEqual([true, true]); // what there is to choose from stays
  await next();
  expect(texts(sharing)).not.toContain('Lunch');
});

test('bodies that nobody can look into are left out from the first on', async () => {
  const { sharing, next } = held(withBody);
  void sharing.redact(true);
  await next();
  expect(sharing.conversation).toBeUndefined();
  await next();
  expect(sharing.withoutBodies).toBe(true);
  expect(texts(sharing)).not.toContain('JFIF');
});

test('where it cannot be made nothing is handed out, and it can be asked for again', async () => {
  const { sharing, next } = held(mail);
  void sharing.redact(true);
  await next('failed');
  expect(sharing.failed).toBe(true);
  expect(sharing.conversation).toBeUndefined();
  void sharing.redact(false);
  expect(sharing.conversation).toBe(mail);
  void sharing.redact(true);
  expect(sharing.failed).toBe(false);
  await next();
  expect(texts(sharing)).not.toContain('Lunch');
});

const three: Conversation = {
  ...mail,
  exchanges: ['1', '2', '3'].map((id) => ({ ...mail.exchanges[0], id })),
};
const idsOf = ({ conversation }: Sharing) => conversation?.exchanges.map(({ id }) => id);

test('the exchange on show, or those that the timeline lists, are shared alone', () => {
  const { sharing } = held(three, { exchange: 2, side: 'response' }, [1, 2]);
  expect(sharing.scopes).toEqual([
    { scope: 'all', count: 3 },
    { scope: 'listed', count: 2 },
    { scope: 'one', count: 1 },
  ]);
  expect([idsOf(sharing), sharing.at]).toEqual([['1', '2', '3'], { exchange: 2, side: 'response' }]);
  void sharing.choose('listed');
  expect([idsOf(sharing), sharing.at]).toEqual([['2', '3'], { exchange: 1, side: 'response' }]);
  void sharing.choose('one');
  expect([idsOf(sharing), sharing.at]).toEqual([['3'], { exchange: 0, side: 'response' }]);
});

test('where the timeline does not list the message on show, nothing is said of where it is', () => {
  const { sharing } = held(three, { exchange: 0, side: 'response' }, [1, 2]);
  void sharing.choose('listed');
  expect(sharing.at).toBeUndefined();
});

test('of one exchange there is nothing to choose; a list of all, or of one, is no choice', () => {
  expect(held(mail).sharing.scopes).toEqual([{ scope: 'all', count: 1 }]);
  for (const listed of [[], [0, 1, 2], [1]]) {
    const scopes = held(three, undefined, listed).sharing.scopes.map(({ scope }) => scope);
    expect(scopes).toEqual(['all', 'one']);
  }
});

test('with another choice nothing is handed out before it is replaced in that', async () => {
  const { sharing, next } = held(three, { exchange: 1, side: 'response' });
  void sharing.redact(true);
  await next();
  expect(idsOf(sharing)).toEqual(['1', '2', '3']);
  void sharing.choose('one');
  expect([sharing.conversation, sharing.isKnown]).toEqual([undefined, false]);
  await next();
  expect(idsOf(sharing)).toEqual(['2']);
  expect(texts(sharing)).not.toContain('Lunch');
});

test('what was asked for before another choice is in nothing that is handed out after it', async () => {
  const { sharing, next } = held(three, { exchange: 1, side: 'response' });
  void sharing.redact(true);
  void sharing.redact(false);
  void sharing.choose('one');
  await next(); // what is made of all comes now
  void sharing.redact(true);
  expect(sharing.conversation).toBeUndefined();
  await next();
  expect(idsOf(sharing)).toEqual(['2']);
});

test('a kind that is switched while nothing is redacted any more does not come back as it was', async () => {
  const { sharing, next } = held(mail);
  void sharing.redact(true);
  await next();
  void sharing.switchKind('subject');
  void sharing.redact(false);
  await next();
  void sharing.redact(true);
  await next();
  expect(sharing.conversation, 'with all replaced, to know what there is').toBeUndefined();
  await next();
  expect(sharing.kinds.map(({ words, on }) => [words, on])).toEqual([
    ['1 address', true],
    ['1 subject', false],
  ]);
  expect(texts(sharing)).toContain('Lunch');
  expect(texts(sharing)).not.toContain('ann@');
});
