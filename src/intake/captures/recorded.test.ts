import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../bytes/index.ts';
import {
  conversationFromJson,
  wholeBodyOf,
  type Conversation,
  type Message,
} from '../../conversation/index.ts';
import { toFlows, toHar, toSaz, toZpushLog } from '../../testing/any-capture.ts';
import { corpusFolder } from '../../testing/corpus.ts';
import { recordedTalks } from '../../testing/recorded-talks.ts';
import { toBurp, toCharles, toPdml } from '../../testing/tool-files.ts';
import { readPaste } from '../read-paste.ts';
import { PLAIN, packetsOf, toPcap, toPcapng } from '../../testing/packet-files.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');

/** The conversations that ship with the page and carry HTTP on both sides. */
function sampleTalks(): { name: string; conversation: Conversation }[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('conversation.json'))
    .flatMap((name) => {
      const read = conversationFromJson(readFileSync(join(SAMPLES, name), 'utf8'));
      return read.ok ? [{ name, conversation: read.value }] : [];
    });
}

if (corpusFolder === undefined)
  console.log('No ../shared/corpus here: captures are rebuilt from the samples only.');

const isWhole = (message: Message | undefined): boolean =>
  message?.bytes !== undefined && message.http !== undefined;
/** Exchanges of which every byte is known: the others are kept elsewhere. */
const talks = [...sampleTalks(), ...recordedTalks()].flatMap(({ name, conversation }) => {
  const exchanges = conversation.exchanges.filter(
    ({ request, response }) => isWhole(request) && isWhole(response),
  );
  return exchanges.length > 0 ? [{ name, conversation: { ...conversation, exchanges } }] : [];
});

/** The whole body: a message may be read as the WBXML part of it. */
const hex = (message: Message | undefined): string =>
  toHex((message && wholeBodyOf(message).bytes) ?? new Uint8Array(0));
const bodies = ({ exchanges }: Conversation): unknown =>
  exchanges.map(({ request, response }) => ({
    method: request?.http?.method,
    status: response?.http?.status,
    request: hex(request),
    response: hex(response),
  }));

const FORMS: Record<string, (talk: Conversation) => string | Uint8Array> = {
  HAR: toHar,
  SAZ: (talk) => toSaz(talk),
  mitmproxy: toFlows,
  'Burp Suite': (talk) => toBurp(talk),
  Charles: toCharles,
  'HTTP in PDML': toPdml,
  pcap: (talk) => toPcap(packetsOf(talk, { ...PLAIN, packing: 'chunked' }), 1),
  'pcapng, gzip': (talk) =>
    toPcapng(packetsOf(talk, { ...PLAIN, packing: 'gzip', pipelined: true }), 1, false),
};

test('there are conversations to rebuild', () => {
  expect(talks.length).toBeGreaterThan(0);
});

describe.each(talks)('$name', ({ conversation }) => {
  test.each(Object.keys(FORMS))('as %s', (form) => {
    const [first] = readPaste(FORMS[form]?.(conversation) ?? '');
    expect(bodies(first?.conversation ?? conversation)).toEqual(bodies(conversation));
    expect(first?.problems).toEqual([]);
  });

  test('as a log of Z-Push, with requests cut where it cuts them', () => {
    const [first] = readPaste(toZpushLog(conversation, 4096));
    const cut = conversation.exchanges.map(({ request, response }) => ({
      request: hex(request).slice(0, 8192),
      response: hex(response),
    }));
    const read = first?.conversation.exchanges ?? [];
    expect(read.map(({ request, response }) => ({ request: hex(request), response: hex(response) }))).toEqual(
      cut,
    );
    const long = conversation.exchanges.filter(({ request }) => (request?.bytes?.length ?? 0) > 4096).length;
    expect(first?.problems.filter(({ code }) => code === 'cut-off')).toHaveLength(long);
  });
});
