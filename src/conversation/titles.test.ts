import { expect, test } from 'vitest';
import { byteCount, messageTitle, methodTitle, withSizeNow } from './titles.ts';

test.each([
  { count: 0, text: '0 bytes' },
  { count: 1, text: '1 byte' },
  { count: 999, text: '999 bytes' },
  { count: 1000, text: '1,000 bytes' },
  { count: 5_242_880, text: '5,242,880 bytes' },
])('$count → $text', ({ count, text }) => {
  expect(byteCount(count)).toBe(text);
});

const bytes = new Uint8Array(37);
test.each([
  {
    message: { bytes, http: { status: 200 } },
    side: 'response',
    command: 'Sync',
    title: 'Sync reply · 200 · 37 bytes',
  },
  { message: { bytes }, side: 'request', command: undefined, title: 'Request · 37 bytes' },
  { message: { bytes: new Uint8Array(0) }, side: 'response', command: 'Sync', title: 'Sync reply · empty' },
  {
    message: { http: { status: 449 } },
    side: 'response',
    command: 'Ping',
    title: 'Ping reply · 449 · not captured',
  },
  { message: { bytes }, side: undefined, command: 'WML 1.3', title: 'WML 1.3 · 37 bytes' },
  { message: { bytes }, side: undefined, command: undefined, title: 'Message · 37 bytes' },
  { message: undefined, side: 'request', command: undefined, title: 'Request · not captured' },
  {
    message: { bytes: new Uint8Array(0), http: { method: 'OPTIONS' } },
    side: 'request',
    command: 'OPTIONS',
    title: 'OPTIONS request · no body',
  },
  {
    message: { bytes: new Uint8Array(0), http: { method: 'POST' } },
    side: 'request',
    command: undefined,
    title: 'Request · empty',
  },
  {
    message: { bytes: new Uint8Array(0), http: { status: 200 } },
    side: 'response',
    command: 'OPTIONS',
    title: 'OPTIONS reply · 200 · empty',
  },
] as const)('$title', ({ message, side, command, title }) => {
  expect(messageTitle(message, side, command)).toBe(title);
});

test.each([
  { message: { http: { method: 'OPTIONS' } }, partner: undefined, called: 'OPTIONS' },
  { message: { http: { status: 200 } }, partner: { http: { method: 'OPTIONS' } }, called: 'OPTIONS' },
  { message: { http: { method: 'POST' } }, partner: undefined, called: undefined },
  { message: undefined, partner: undefined, called: undefined },
])('without a command $message beside $partner is called $called', ({ message, partner, called }) => {
  expect(methodTitle(message, partner)).toBe(called);
});

const sized = (length: number) => ({ bytes: new Uint8Array(length) });
test.each([
  {
    title: 'Pasted Sync, 46 bytes',
    exchanges: [{ id: '1', response: sized(41) }],
    now: 'Pasted Sync, 41 bytes',
  },
  { title: 'Pasted, 3,046 bytes', exchanges: [{ id: '1', request: sized(1) }], now: 'Pasted, 1 byte' },
  {
    title: 'Pasted Sync, 1 byte',
    exchanges: [{ id: '1', request: sized(1), response: sized(2) }],
    now: 'Pasted Sync',
  },
  { title: 'Pasted Sync, 46 bytes', exchanges: [{ id: '1', response: {} }], now: 'Pasted Sync' },
  { title: 'My 46 bytes', exchanges: [{ id: '1', response: sized(41) }], now: 'My 46 bytes' },
])('$title is $now', ({ title, exchanges, now }) => {
  expect(withSizeNow({ format: 1, title, exchanges }).title).toBe(now);
});
