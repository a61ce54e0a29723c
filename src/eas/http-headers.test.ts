import { describe, expect, test } from 'vitest';
import { HttpHeaders, headerOf } from './http-headers.ts';

describe('headerOf', () => {
  test('finds a header in any case', () => {
    expect(headerOf({ headers: { 'Content-type': 'text/html' } }, 'content-TYPE')).toBe('text/html');
  });
  test('gives nothing where there is none', () => {
    expect(headerOf({}, 'Host')).toBeUndefined();
    expect(headerOf(undefined, 'Host')).toBeUndefined();
    expect(headerOf({ headers: {} }, 'Host')).toBeUndefined();
    expect(headerOf({ headers: {} }, 'toString')).toBeUndefined();
    expect(headerOf({ headers: { 'Content-Type': 'x' } }, 'Content')).toBeUndefined();
  });
});

describe('HttpHeaders', () => {
  test.each(['X-MS-PolicyKey', 'x-ms-policykey', 'X-Ms-PolicyKey'])('finds %s', (name) => {
    expect(new HttpHeaders({ headers: { [name]: '7' } }).get('X-MS-PolicyKey')).toBe('7');
  });
  test('takes the last of two that differ in case only', () => {
    const headers = { 'Content-Type': 'text/plain', 'content-type': 'text/html' };
    expect(new HttpHeaders({ headers }).get('Content-Type')).toBe('text/html');
  });
  test.each([
    { http: undefined, isAny: false },
    { http: {}, isAny: false },
    { http: { headers: {} }, isAny: false },
    { http: { headers: { Host: 'mail.example' } }, isAny: true },
    { http: { headers: { 'X-Unheard-Of': '1' } }, isAny: true },
  ])('$http has any: $isAny', ({ http, isAny }) => {
    const headers = new HttpHeaders(http);
    expect(headers.isAny).toBe(isAny);
    expect(headers.get('Content-Type')).toBeUndefined();
  });
});
