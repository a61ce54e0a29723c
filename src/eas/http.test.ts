import { describe, expect, test } from 'vitest';
import { toBase64 } from '../bytes/index.ts';
import { base64QueryFault, easFacts } from './http.ts';

const PATH = '/Microsoft-Server-ActiveSync';

describe('easFacts of a plain query', () => {
  test('in the order an iPhone writes it', () => {
    const url = `${PATH}?User=a%40example.test&DeviceId=ABC&DeviceType=iPhone&Cmd=Sync`;
    expect(easFacts({ url })).toEqual({
      command: 'Sync',
      user: 'a@example.test',
      deviceId: 'ABC',
      deviceType: 'iPhone',
    });
  });
  test('names in any case, the command as it is called', () => {
    expect(easFacts({ url: `https://host${PATH}?cmd=foldersync&deviceid=x#top` })).toEqual({
      command: 'FolderSync',
      deviceId: 'x',
    });
  });
  test.each([PATH, `${PATH}?`, `${PATH}?User=a`, '', `${PATH}?=Sync`])('%s says nothing', (url) => {
    expect(easFacts({ url })).toEqual({});
  });
  test('a lone % does not hurt', () => {
    expect(easFacts({ url: `${PATH}?Cmd=Ping&User=100%` })).toEqual({ command: 'Ping', user: '100%' });
  });
});

describe('easFacts of a base64 query', () => {
  test('the example of MS-ASHTTP', () => {
    expect(easFacts({ url: `${PATH}?jAAJBAp2MTQwRGV2aWNlAApTbWFydFBob25l` })).toEqual({
      command: 'Sync',
      version: '14.0',
      versionFrom: 'the base64 query',
      deviceId: 'v140Device',
      deviceType: 'SmartPhone',
    });
  });
  test('a policy key is little endian', () => {
    const bytes = Uint8Array.of(161, 23, 9, 4, 1, 0x41, 4, 0x15, 0xcd, 0x5b, 0x07, 1, 0x42);
    expect(easFacts({ url: `${PATH}?${toBase64(bytes).replace('=', '%3D')}` })).toEqual({
      command: 'Find',
      version: '16.1',
      versionFrom: 'the base64 query',
      deviceId: 'A',
      policyKey: '123456789',
      deviceType: 'B',
    });
  });
  test.each([
    ['a version nobody knows', Uint8Array.of(150, 0, 9, 4, 0, 0, 0)],
    ['a command nobody knows', Uint8Array.of(141, 99, 9, 4, 0, 0, 0)],
    ['too few bytes', Uint8Array.of(141, 0, 9, 4)],
  ])('%s: nothing is said', (_, bytes) => {
    expect(easFacts({ url: `${PATH}?${toBase64(bytes)}` })).toEqual({});
  });
  test('cut inside a field: what was before it stands', () => {
    const bytes = Uint8Array.of(141, 0, 9, 4, 9, 0x41);
    expect(easFacts({ url: `${PATH}?${toBase64(bytes)}` })).toMatchObject({
      command: 'Sync',
      version: '14.1',
    });
  });
});

describe('easFacts of headers', () => {
  test('version, types and the agent', () => {
    const headers = {
      'ms-asprotocolversion': ' 14.1 ',
      'X-MS-PolicyKey': '0',
      'User-Agent': 'Apple-iPhone15C2/2101.206.117',
      'Content-Type': 'Application/VND.ms-sync.wbxml; charset=utf-8',
      'Content-Encoding': 'GZIP',
    };
    expect(easFacts({ headers })).toEqual({
      version: '14.1',
      versionFrom: 'MS-ASProtocolVersion',
      policyKey: '0',
      userAgent: 'Apple-iPhone15C2/2101.206.117',
      contentType: 'application/vnd.ms-sync.wbxml',
      contentEncoding: 'gzip',
    });
  });
  test('names that every object has are names like any other', () => {
    const headers = Object.fromEntries([
      ['__defineGetter__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
    expect(easFacts({ url: `${PATH}?constructor=1&__proto__=2&toString=3`, headers })).toEqual({});
  });
  test('an empty header says nothing', () => {
    expect(easFacts({ headers: { 'MS-ASProtocolVersion': '', 'Content-Type': ' ; ' } })).toEqual({});
  });
});

describe('what is wrong with a base64 query', () => {
  const faultOf = (...bytes: number[]) => base64QueryFault(`${PATH}?${toBase64(Uint8Array.from(bytes))}`);
  test.each<[string | undefined, number[]]>([
    [undefined, [141, 0, 9, 4, 1, 0x41, 0, 1, 0x42]],
    [undefined, [141, 0, 9, 4, 1, 0x41, 4, 1, 2, 3, 4, 1, 0x42]],
    ['Its first byte is 150, which is no version times ten.', [150, 0, 9, 4, 1, 0x41, 0, 1, 0x42]],
    ['Its second byte is 99, which is the number of no command.', [141, 99, 9, 4, 1, 0x41, 0, 1, 0x42]],
    ['Its policy key has 2 bytes. It has 4, or none.', [141, 0, 9, 4, 1, 0x41, 2, 1, 2, 1, 0x42]],
    ['It ends before the policy key.', [141, 0, 9, 4, 9, 0x41]],
    ['It ends before its DeviceType does.', [141, 0, 9, 4, 1, 0x41, 0, 9, 0x42]],
  ])('%s', (fault, bytes) => {
    expect(faultOf(...bytes)).toBe(fault);
  });
  test.each([undefined, '/x?jQAJBAAAAAA=', PATH, `${PATH}?Cmd=Sync&User=u`, `${PATH}?short`])(
    '%s is none',
    (url) => {
      expect(base64QueryFault(url)).toBeUndefined();
    },
  );
});
