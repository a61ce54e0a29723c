import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { bodyKind } from './body-kind.ts';
import { examineMessage } from './examination.ts';
import { verdict } from './verdict.ts';

const WBXML = 'application/vnd.ms-sync.wbxml';
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const text = (body: string): Uint8Array => new TextEncoder().encode(body);
const typed = (type: string, body: Uint8Array, status = 200): Message => ({
  bytes: body,
  http: { status, headers: { 'content-type': type } },
});

describe('bodyKind', () => {
  test.each<[string, Message]>([
    ['absent', {}],
    ['empty', { bytes: new Uint8Array() }],
    ['wbxml', { bytes: bytes('03016a0045') }],
    ['wbxml', { bytes: bytes('03') }],
    ['wbxml', { bytes: bytes('ff00') }],
    ['wbxml', typed(WBXML, bytes('ff00'))],
    ['gzip', { bytes: bytes('1f8b08') }],
    ['html', { bytes: text('  <!DOCTYPE html><html>') }],
    ['html', { bytes: text('<html>') }],
    ['xml', { bytes: text('<?xml version="1.0"?><Sync/>') }],
    ['xml', { bytes: text('\ufeff<Sync/>') }],
    ['json', { bytes: text('{"error":1}') }],
    ['mime', { bytes: text('From: a@example.test\r\nTo: b\r\n\r\nHello') }],
    ['mime', { bytes: text('--boundary\r\nContent-Type: text/plain') }],
    ['text', { bytes: text('Internal error') }],
    ['multipart', { bytes: bytes('01000000 0c000000 02000000 4142') }],
    ['multipart', typed('application/vnd.ms-sync.multipart', bytes('ffff'))],
    ['other', typed('image/png', bytes('89504e470d0a1a0a'))],
    ['other', { bytes: bytes('89504e470d0a1a0a') }],
    ['other', typed(WBXML, bytes('1703030020'))],
    ['other', typed('application/vnd.syncml.notification', bytes('03016a0045'))],
    ['wbxml', typed('application/vnd.wap.sic', bytes('02056a0005'))],
  ])('%s', (kind, message) => {
    expect(bodyKind(message).kind).toBe(kind);
  });

  test('a table of parts that does not fit the bytes is no multipart answer', () => {
    expect(bodyKind({ bytes: bytes('01000000 0c000000 03000000 4142') }).kind).toBe('wbxml');
    expect(bodyKind({ bytes: bytes('ffffffff ffffffff ffffffff') }).kind).toBe('wbxml');
  });
});

describe('a message that is no WBXML gives one finding that says what it is', () => {
  test.each<[string, Message, string, string]>([
    ['gzip', typed(WBXML, bytes('1f8b08')), 'error', 'This is not WBXML: 1f 8b is gzip.'],
    ['HTML under the right type', typed(WBXML, text('<html>')), 'error', 'This is not WBXML but HTML.'],
    ['HTML that says so', typed('text/html', text('<html>')), 'note', 'This is not WBXML but HTML.'],
    ['a pasted text', { bytes: text('hello') }, 'warning', 'This is not WBXML but plain text.'],
    ['a picture', typed('image/png', bytes('89504e47')), 'note', 'This is not WBXML.'],
    ['nothing captured', {}, 'note', 'This message was not captured.'],
    [
      'nothing sent',
      { bytes: new Uint8Array(), http: { status: 302 } },
      'note',
      'Sent without a body, with the HTTP status 302.',
    ],
  ])('%s', (_, message, severity, sentence) => {
    const { findings, checks } = examineMessage(message);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity });
    expect(verdict(findings, checks)).toBe(sentence);
  });

  test('an error page is told behind the HTTP status that it comes with', () => {
    const { findings, checks } = examineMessage(typed(WBXML, text('<html>'), 500));
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning refused-by-http',
      'note not-wbxml',
    ]);
    expect(verdict(findings, checks)).toBe(
      'The request is answered with the HTTP status 500: the server failed over it.',
    );
  });

  test('an empty answer says what it means', () => {
    const partner: Message = {
      http: { url: '/x?Cmd=Sync', headers: { 'MS-ASProtocolVersion': '14.1' } },
    };
    const answer: Message = { bytes: new Uint8Array(), http: { status: 200 } };
    const said = (request: Message): string | undefined =>
      examineMessage(answer, { side: 'response', partner: request }).findings[0]?.text;
    expect(said(partner)).toBe(
      'Sent without a body: with Sync that means nothing changed in any collection.',
    );
    expect(said({ http: { url: '/x?Cmd=Sync', headers: { 'MS-ASProtocolVersion': '12.0' } } })).toBe(
      'Sent without a body.',
    );
  });

  test('a mail in its own form is what SendMail sends up to 12.1', () => {
    const mail: Message = {
      bytes: text('From: a@example.test\r\n\r\nHello'),
      http: { method: 'POST', url: '/x?Cmd=SendMail', headers: { 'MS-ASProtocolVersion': '12.1' } },
    };
    expect(examineMessage(mail).findings[0]).toMatchObject({ severity: 'note', rule: 'not-wbxml' });
  });
});
