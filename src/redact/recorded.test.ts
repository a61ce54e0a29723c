import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesOf, type Conversation } from '../conversation/index.ts';
import { bodyKind, examine } from '../doctor/index.ts';
import { readPaste } from '../intake/index.ts';
import { fromLink, isLinkProblem, toLink } from '../share/index.ts';
import { allMessages, corpusFolder } from '../testing/corpus.ts';
import { httpOriginals } from '../testing/http-originals.ts';
import { addressesOf, allTexts, foreignTextsOf, standing, textsOf } from '../testing/originals.ts';
import { recordedTalks } from '../testing/recorded-talks.ts';
import { sampleConversations } from '../testing/sample-conversations.ts';
import { tokenTree } from '../testing/token-tree.ts';
import { kindOfElement, REDACTION_KINDS } from './kinds.ts';
import { isProtocolWord } from './protocol-words.ts';
import { redact } from './redact.ts';

interface Talk {
  name: string;
  conversation: Conversation;
}

/** Of every way a message is pasted the best reading: hex, base64, HTTP, a captured frame. */
function pastedTalks(): Talk[] {
  if (corpusFolder === undefined) return [];
  const pastes = join(corpusFolder, 'pastes');
  return readdirSync(pastes).flatMap((message) =>
    readdirSync(join(pastes, message)).flatMap((form) => {
      const bytes = new Uint8Array(readFileSync(join(pastes, message, form)));
      const [best] = readPaste(form.endsWith('.txt') ? new TextDecoder().decode(bytes) : bytes);
      return best ? [{ name: `${message}/${form}`, conversation: best.conversation }] : [];
    }),
  );
}

/** A message that nothing is known of. */
const alone = ({ name, bytes }: { name: string; bytes: Uint8Array }): Talk => {
  const side = name.includes('request') ? 'request' : 'response';
  return { name, conversation: { format: 1, title: '', exchanges: [{ id: '1', [side]: { bytes } }] } };
};

/** The same with people in all headers and addresses, as captures have them and the recordings do not. */
function withPeople(conversation: Conversation): Conversation {
  const account = String.raw`CONTOSO-NET\annabelle`;
  const headers = {
    Authorization: `Basic ${btoa(`${account}:open-sesame`)}`,
    Host: 'outlook.contoso-net.test',
    Cookie: 'ClientId="QWERTZ,UIOP"; c3VwZXJzZWNyZXQ',
    'X-MS-PolicyKey': '2938475610',
    'X-Forwarded-For': '203.0.113.77',
    'X-FEServer': 'EXCH-BERLIN-07',
    'X-AnchorMailbox': 'annabelle@contoso-net.test',
    'Content-Disposition': 'attachment; filename="Payslip of November.pdf"',
    Location:
      'https://berthold:tulips-and-roses@backend.contoso-net.test/of/berthold/Microsoft-Server-ActiveSync',
  };
  const url = `https://outlook.contoso-net.test/Microsoft-Server-ActiveSync?Cmd=Sync&User=${encodeURIComponent(account)}&DeviceId=ApplDNQW1234ABCD&DeviceType=iPhone&AttachmentName=Letter%2520to%2520Charlotte`;
  return {
    ...conversation,
    exchanges: conversation.exchanges.map(({ request = {}, response = {}, ...rest }) => ({
      ...rest,
      request: { ...request, http: { method: 'POST', url, headers } },
      response: { ...response, http: { status: 200, headers } },
    })),
  };
}

const recorded = recordedTalks();
const samples = sampleConversations();
const talks: Talk[] = [...samples, ...recorded, ...pastedTalks()];

/** A finding without its words: those may tell values. */
const findingsOf = (conversation: Conversation): string[] =>
  examine(conversation)
    .map(
      ({ rule, severity, exchange, side, start, end }) =>
        `${rule} ${severity} ${exchange} ${side} ${start}–${end}`,
    )
    .sort();

/** Kinds of which short words and numbers stay. */
const COMPARED = ['id', 'key', 'other', 'server'];

/** Values of the schema's personal fields that are long enough to be told from chance, every mail address, HTTP's. */
function originalsOf(conversation: Conversation): string[] {
  const kinds = REDACTION_KINDS.map(({ id }) => id);
  const told = kinds.flatMap((kind) => {
    const texts = textsOf(conversation, (namespace, name) => kindOfElement(namespace, name) === kind);
    const meant = COMPARED.includes(kind) ? /[\p{L}]{3}|\p{N}{6}/u : /[\p{L}\p{N}]{2}/u;
    return [...texts].filter((text) => text.length >= 6 && meant.test(text) && !isProtocolWord(text));
  });
  const foreign = [...foreignTextsOf(conversation)].filter(
    (text) => text.length >= 6 && /[\p{L}]{3}|\p{N}{6}/u.test(text) && !isProtocolWord(text),
  );
  return [...told, ...foreign, ...addressesOf(conversation), ...httpOriginals(conversation)];
}

/** Originals that a redacted link still carries: as they are, unpacked, in base64, percent-encoded, in hex. */
async function leaks(conversation: Conversation, made: Conversation): Promise<string[]> {
  const link = await toLink(made);
  const opened = await fromLink(link);
  if (isLinkProblem(opened)) throw new Error(opened.text);
  return standing(originalsOf(conversation), [link, ...allTexts(opened.conversation)]);
}

/** Every message keeps its tokens, and every body its kind. */
function expectSameShape(conversation: Conversation, made: Conversation): void {
  const [before, after] = [messagesOf(conversation), messagesOf(made)];
  expect(after.map(({ exchange, side }) => `${exchange} ${side}`)).toEqual(
    before.map(({ exchange, side }) => `${exchange} ${side}`),
  );
  for (const [i, { message }] of before.entries()) {
    const other = after[i]?.message ?? {};
    expect(other.bytes?.length).toBe(message.bytes?.length);
    expect(bodyKind(other).kind).toBe(bodyKind(message).kind);
    if (bodyKind(message).kind === 'wbxml') expect(tokenTree(other)).toBe(tokenTree(message));
  }
}

describe.each(talks)('$name', ({ conversation }) => {
  const { conversation: made, unjudged } = redact(conversation);

  test('no original value is in the link, in whatever form', async () => {
    expect(await leaks(conversation, made)).toEqual([]);
  });

  test('every message keeps its tokens, and every body its kind', () => {
    expectSameShape(conversation, made);
  });

  test('the findings are the same', () => {
    expect(findingsOf(made)).toEqual(findingsOf(conversation));
  });

  test('nothing else is said to be unjudged than what is no text', () => {
    for (const { what, exchange, side } of unjudged) {
      const { kind } = bodyKind(conversation.exchanges[exchange]?.[side] ?? {});
      expect(what === 'unread' ? ['wbxml'] : ['gzip', 'other']).toContain(kind);
    }
  });
});

test.each([...samples, ...recorded])('$name, with people in all of HTTP', async ({ conversation }) => {
  const peopled = withPeople(conversation);
  expect(httpOriginals(peopled).size).toBeGreaterThan(15);
  const { conversation: made } = redact(peopled);
  expect(await leaks(peopled, made)).toEqual([]);
  expect(findingsOf(made)).toEqual(findingsOf(peopled));
});

/** At a time: a test for each would take longer to report than to do. */
const PORTION = 200;
const messages = allMessages().map(alone);
const portions = Array.from({ length: Math.ceil(messages.length / PORTION) }, (_, i) => i * PORTION);

test.each(portions)('each message from the %ith on, alone', async (from) => {
  for (const { name, conversation } of messages.slice(from, from + PORTION)) {
    const { conversation: made } = redact(conversation);
    expect(await leaks(conversation, made), name).toEqual([]);
    expect(findingsOf(made), name).toEqual(findingsOf(conversation));
    expectSameShape(conversation, made);
  }
});

test('the recorded messages are there', () => {
  if (recorded.length === 0) console.log('No ../shared/corpus here: only the samples are redacted.');
  expect(samples.length).toBeGreaterThan(30);
  expect(messages.length).toBeGreaterThan(recorded.length === 0 ? 100 : 1_500);
});
