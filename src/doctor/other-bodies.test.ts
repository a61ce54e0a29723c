import { expect, test } from 'vitest';
import type { Message, Side } from '../conversation/index.ts';
import { examineMessage } from './examination.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const asked = (command: string): Message => ({
  bytes: new Uint8Array(),
  http: {
    method: 'POST',
    url: `/Microsoft-Server-ActiveSync?Cmd=${command}&User=a&DeviceId=b&DeviceType=c`,
    headers: { 'MS-ASProtocolVersion': '12.1' },
  },
});

// Commands whose bodies are no WBXML stay known by their names, and are no fault.
test.each<[string, Side, Message, Message | undefined, string]>([
  ['GetAttachment', 'request', asked('GetAttachment'), undefined, 'no-body'],
  [
    'GetAttachment',
    'response',
    {
      bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
      http: { status: 200, headers: { 'Content-Type': 'image/png' } },
    },
    asked('GetAttachment'),
    'not-wbxml',
  ],
  [
    'SendMail',
    'request',
    {
      ...asked('SendMail'),
      bytes: utf8('From: a@example.test\r\n\r\nHello'),
    },
    undefined,
    'not-wbxml',
  ],
  [
    'Autodiscover',
    'response',
    { bytes: utf8('<?xml version="1.0"?><Autodiscover/>'), http: { status: 200 } },
    { bytes: utf8('<?xml version="1.0"?><Autodiscover/>'), readAs: { command: 'Autodiscover' } },
    'not-wbxml',
  ],
])('%s, %s', (command, side, message, partner, rule) => {
  const { context, findings } = examineMessage(message, { side, partner });
  expect(context.command?.value).toBe(command);
  expect(findings.map((finding) => `${finding.severity} ${finding.rule}`)).toEqual([`note ${rule}`]);
});

const html = utf8('<html>Sign in</html>');
const page = (status?: number, type = 'text/html'): Message => ({
  bytes: html,
  http: { ...(status !== undefined && { status }), headers: { 'Content-Type': type } },
});
const mailAt = (version: string): Message => ({
  bytes: utf8('From: a@example.test\r\n\r\nHello'),
  http: {
    method: 'POST',
    url: '/Microsoft-Server-ActiveSync?Cmd=SendMail',
    headers: { 'MS-ASProtocolVersion': version, 'Content-Type': 'message/rfc822' },
  },
});

test.each<[string, Side, Message, Message | undefined, string]>([
  ['a page to sign in, as the answer to Sync', 'response', page(200), asked('Sync'), 'error'],
  [
    'JSON as the answer',
    'response',
    { ...page(200, 'application/json'), bytes: utf8('{"a":1}') },
    asked('Sync'),
    'error',
  ],
  [
    'a page for a browser',
    'response',
    page(200),
    { http: { method: 'GET', url: '/Microsoft-Server-ActiveSync?Cmd=Sync' } },
    'note',
  ],
  ['a page that says what failed', 'response', page(404), asked('Sync'), 'note'],
  ['a page nobody knows the command of', 'response', page(200), undefined, 'note'],
  ['an attachment that is a page', 'response', page(200), asked('GetAttachment'), 'note'],
  ['a mail as it is at 12.1', 'request', mailAt('12.1'), undefined, 'note'],
  ['a mail as it is at 14.1', 'request', mailAt('14.1'), undefined, 'warning'],
])('%s', (_, side, message, partner, severity) => {
  const { findings } = examineMessage(message, { side, partner });
  const told = findings.filter(({ rule }) => rule === 'not-wbxml');
  expect(told.map((finding) => finding.severity)).toEqual([severity]);
});
