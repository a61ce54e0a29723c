import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { conversationToJson } from '../conversation/index.ts';
import { mailboxDifferences } from './mailboxes.ts';
import { simulate } from './run.ts';
import { scripts } from './scripts/scripts.ts';
import { serverProfiles } from './server/profiles.ts';
import type { Transcript } from './types.ts';

const VERSIONS = ['12.1', '14.0', '14.1', '16.0', '16.1'];

const commandsOf = ({ conversation }: Transcript): string[] =>
  conversation.exchanges.map(({ request }) => {
    const command = /Cmd=(\w+)/.exec(request?.http?.url ?? '')?.[1];
    return command ?? request?.http?.method ?? '';
  });

const request = (transcript: Transcript, command: string, nth = 0): Uint8Array | undefined => {
  const at = commandsOf(transcript).flatMap((each, i) => (each === command ? [i] : []))[nth];
  return transcript.conversation.exchanges[at ?? -1]?.request?.bytes;
};

describe.each(scripts.flatMap(({ id }) => VERSIONS.map((version) => ({ id, version }))))(
  '$id at $version',
  ({ id, version }) => {
    const transcript = simulate({ script: id, version });
    const { outcome, steps } = transcript;

    test('the script plays to its end, and both sides have the same', () => {
      expect(outcome.ended).toBe('script');
      const last = steps.at(-1);
      if (id !== 'remote-wipe' && last) expect(mailboxDifferences(last.phone, last.server)).toEqual([]);
      expect(outcome.mailboxesEqual).toBe(true);
      expect(outcome.phone).toBe(id === 'remote-wipe' ? 'C-WIPED' : 'PINGING');
    });

    test('every message says its length and its version', () => {
      for (const { request: asked, response } of transcript.conversation.exchanges) {
        for (const message of [asked, response]) {
          if (!message) continue;
          expect(message.http?.headers?.['Content-Length']).toBe(String(message.bytes?.length));
        }
        if (asked?.http?.method === 'POST')
          expect(asked.http.headers?.['MS-ASProtocolVersion']).toBe(version);
      }
    });
  },
);

describe('what a phone asks when an account is added', () => {
  test.each([
    ['12.1', 'OPTIONS FolderSync Provision Provision FolderSync Settings Sync'],
    ['14.1', 'OPTIONS FolderSync Provision Provision FolderSync Settings Sync'],
    ['16.1', 'OPTIONS Settings Provision Provision Settings FolderSync Sync'],
  ])('%s: %s', (version, start) => {
    const commands = commandsOf(simulate({ version }));
    expect(commands.slice(0, 7).join(' ')).toBe(start);
    expect(commands.at(-1)).toBe('Ping');
  });

  test('the need for a policy is HTTP 449 up to 12.1, and Status 142 in 15 bytes from 14.0 on', () => {
    const [, old] = simulate({ version: '12.1' }).conversation.exchanges;
    const [, late] = simulate({ version: '14.0' }).conversation.exchanges;
    expect(old?.response?.http?.status).toBe(449);
    expect(late?.response).toMatchObject({ http: { status: 200 } });
    expect(late?.response?.bytes).toHaveLength(15);
  });

  test('the sizes are those on record', () => {
    const transcript = simulate({ version: '14.0' });
    expect(toHex(request(transcript, 'FolderSync') ?? new Uint8Array(0))).toBe('03016a00000756520330000101');
    expect(request(transcript, 'Provision')).toHaveLength(41); // groupoffice issue 1036
    expect(request(transcript, 'Sync')).toHaveLength(40); // Microsoft blog 2013
  });

  test('the newest version that both speak is taken', () => {
    expect(simulate().setup.version).toBe('16.1');
    expect(simulate({ phone: 'android' }).setup.version).toBe('14.1');
    expect(simulate({ server: 'exchange-online' }).setup.version).toBe('16.1');
  });
});

describe('600 mails', () => {
  const transcript = simulate({ script: 'many-mails', version: '14.1' });

  test('come in windows of 25', () => {
    const { outcome, steps } = transcript;
    expect(outcome.mailboxesEqual).toBe(true);
    expect(steps.at(-1)?.phone.collections['1']?.items).toHaveLength(600);
    const windows = steps.flatMap(({ taken }) => taken.filter(({ row }) => row === 'C21'));
    expect(windows).toHaveLength(23);
  });
});

test('the same setup gives the same transcript, byte for byte', () => {
  for (const setup of [{}, { script: 'reply-lost', version: '14.1' }, { server: 'case-37' }]) {
    const [a, b] = [simulate(setup), simulate(setup)];
    expect(conversationToJson(b.conversation)).toBe(conversationToJson(a.conversation));
    expect(JSON.stringify(b.steps)).toBe(JSON.stringify(a.steps));
    expect(b.rules).toBe(a.rules);
  }
});

describe('servers', () => {
  const loops = [
    'z-push',
    'case-37',
    'case-113',
    'case-first-mail',
    'case-shifted',
    'case-46',
    'case-36',
    'case-39',
  ];

  test.each(serverProfiles.map(({ id }) => id))('an iPhone with %s', (server) => {
    const { outcome } = simulate({ server });
    expect(outcome.ended).toBe(loops.includes(server) ? 'loop' : 'script');
    // SOGo sends a signed mail in another form than the phone asked for.
    expect(outcome.mailboxesEqual).toBe(!loops.includes(server) && server !== 'sogo');
  });

  test('the server of the case: an iPhone stays at key 0, an old Android goes on', () => {
    const phone = (id: string) => simulate({ server: 'case-37', phone: id });
    expect(phone('iphone').outcome).toMatchObject({ ended: 'loop', phone: 'K0-WAIT' });
    expect(phone('android').outcome).toMatchObject({
      ended: 'script',
      phone: 'PINGING',
      mailboxesEqual: true,
    });
    const summary = Object.fromEntries(phone('iphone').summary.map((each) => [each.command, each]));
    expect(summary.FolderSync).toMatchObject({ sent: 1, taken: 1 });
    expect(summary.Sync).toMatchObject({ sent: 7, taken: 0 });
  });

  test('its first reply is the 37 bytes, its folder tree the 170', () => {
    const { conversation } = simulate({ server: 'case-37' });
    const sizes = conversation.exchanges.map(({ response }) => response?.bytes?.length);
    expect(sizes).toContain(37);
  });
});

describe('a reply of the person’s', () => {
  const before = simulate({ server: 'case-37' });
  const step = before.steps.find(
    ({ kind, judgement }) => kind === 'reply' && judgement?.verdict === 'rejects',
  );
  const mended = '03016a00455c4f4b0331000152033100014e03310001010101';
  const bytes = Uint8Array.from(mended.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const setup = { server: 'case-37', replies: [{ step: step?.number ?? -1, message: { bytes } }] };
  const after = simulate(setup);

  test('stands in for the server’s, and the phone goes on from it', () => {
    expect(after.steps[step?.number ?? -1]).toMatchObject({
      standIn: true,
      judgement: { verdict: 'accepts' },
    });
    expect(after.steps[step?.number ?? -1]?.taken.map(({ row }) => row)).toEqual(['C16', 'C20']);
  });

  test('changes nothing that came before it', () => {
    const until = (transcript: Transcript) => JSON.stringify(transcript.steps.slice(0, step?.number));
    expect(until(after)).toBe(until(before));
  });

  test('the server goes by the key that was given', () => {
    const next = after.steps[(step?.number ?? 0) + 1];
    expect(next?.taken.map(({ row }) => row)).toContain('S21');
  });
});

test('a run ends where it may go no further', () => {
  const { outcome, steps } = simulate({ maxSteps: 10 });
  expect(steps).toHaveLength(10);
  expect(outcome.ended).toBe('limit');
});
