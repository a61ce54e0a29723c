import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { recognise } from './recognise.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const textOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  { hex: '1f8b0800', kind: 'gzip', text: '1f 8b is gzip' },
  { hex: '789c4b4c4a06000248', kind: 'zlib', text: '78 9c is zlib' },
  { hex: '160301020001', kind: 'tls', text: '16 03 01 is a TLS record, still encrypted' },
  { hex: '170303001c00', kind: 'tls', text: '17 03 03 is a TLS record, still encrypted' },
  { hex: '504b030414', kind: 'zip', text: '50 4b 03 04 is a zip archive or an Office document' },
  { hex: '89504e470d0a1a0a00', kind: 'png', text: '89 50 4e 47 0d 0a 1a 0a is a PNG image' },
  { hex: 'ffd8ffe0', kind: 'jpeg', text: 'ff d8 ff is a JPEG image' },
  { hex: 'd4c3b2a102000400', kind: 'pcap', text: 'd4 c3 b2 a1 is a packet capture (pcap)' },
  { hex: '0a0d0d0a1c000000', kind: 'pcapng', text: '0a 0d 0d 0a is a packet capture (pcapng)' },
])('$hex', ({ hex, kind, text }) => {
  expect(recognise(bytesOf(hex))).toEqual({ kind, text });
});

test.each([
  { text: '<!DOCTYPE html><html>', kind: 'html' },
  { text: '\ufeff<html lang="en">', kind: 'html' },
  { text: '<?xml version="1.0"?><a/>', kind: 'xml' },
  { text: '<Sync xmlns="AirSync">', kind: 'xml' },
  { text: '{"log": {}}', kind: 'json' },
  { text: '[1, 2]', kind: 'json' },
  { text: '[12:00:01] sync: done', kind: 'text' },
  { text: '[812] a line of a log', kind: 'text' },
  { text: '[-1.5, 2]', kind: 'json' },
  { text: 'HTTP/1.1 200 OK\r\n', kind: 'http' },
  { text: 'POST /a HTTP/1.1\r\n', kind: 'http' },
  { text: 'MIME-Version: 1.0\r\nFrom: a', kind: 'mime' },
  { text: 'Subject: hello\r\n', kind: 'mime' },
  { text: '--boundary1\r\nContent-Type: text/plain', kind: 'multipart' },
  { text: 'plain words', kind: 'text' },
  { text: 'Grüße', kind: 'text' },
])('$text', ({ text, kind }) => {
  expect(recognise(textOf(text))?.kind).toBe(kind);
});

test.each([
  { hex: '' },
  { hex: '03' },
  { hex: '03016a00' }, // WBXML
  { hex: '02a4016a00' },
  { hex: 'ff' },
  { hex: 'deadbeefcafe' },
  { hex: '160305000100' }, // no TLS version
  { hex: '1603010000' }, // an empty record
])('$hex: nothing is said', ({ hex }) => {
  expect(recognise(bytesOf(hex))).toBeUndefined();
});
