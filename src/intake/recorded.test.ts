import { describe, expect, test } from 'vitest';
import { messagesOf } from '../conversation/index.ts';
import { readPaste } from './read-paste.ts';

const HEX = '03016a00455c4f4b033100015203350001010101';
const CUT = HEX.slice(0, -6);
const BASE64 = Buffer.from(HEX, 'hex').toString('base64');
const WORDS = HEX.match(/.{8}/g)?.join(' ') ?? '';

const recorded = (text: string): (string | undefined)[] =>
  messagesOf(readPaste(text)[0]?.conversation ?? { format: 1, title: '', exchanges: [] }).map(
    ({ message }) => message.recorded,
  );

describe('what a paste lost of a message is said of the message', () => {
  test.each([
    { text: `{length = 60, bytes = 0x${WORDS.slice(0, 26)} ... 01010101 }`, why: 'dots' },
    { text: `${CUT.slice(0, -1)}`, why: 'an odd digit' },
    { text: `Request: ${HEX}\nResponse: 0x${CUT.slice(0, 24)}…`, why: 'dots behind one of two' },
    {
      text: '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey> [truncated]\nand so on',
      why: 'XML that is cut off',
    },
    {
      text: `POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\r\nContent-Length: 99\r\n\r\n${HEX}`,
      why: '',
    },
  ])('$why: $text', ({ text, why }) => {
    expect(recorded(text).includes('in part')).toBe(why !== '');
  });

  test('only the one of two that lost something', () => {
    expect(recorded(`Request: ${HEX}\nResponse: 0x${CUT.slice(0, 24)}…`)).toEqual([undefined, 'in part']);
  });

  test.each([HEX, BASE64, `Reply: ${HEX}`, CUT, `<Sync xmlns="AirSync"/>`])('nothing of %s', (text) => {
    expect(recorded(text)).toEqual([undefined]);
  });

  test('each of more messages than problems are listed', () => {
    const lines = Array.from(
      { length: 60 },
      () =>
        'DEBUG EAS Response: <?xml version="1.0"?><Sync xmlns="AirSync"><Collections><Collection><SyncKey>2</Sy…',
    );
    const said = recorded(lines.join('\n'));
    expect(said).toHaveLength(60);
    expect(new Set(said)).toEqual(new Set(['in part']));
  });
});
