import { expect, test } from 'vitest';
import { redact } from './redact.ts';
import type { Http } from '../conversation/index.ts';

const made = (http: Http): Http =>
  redact({ format: 1, title: '', exchanges: [{ id: '1', request: { http } }] }).conversation.exchanges[0]
    ?.request?.http ?? {};

test.each([
  {
    url: '/Microsoft-Server-ActiveSync?Cmd=Sync&User=ann&DeviceId=ABC123&DeviceType=iPhone',
    like: /^\/Microsoft-Server-ActiveSync\?Cmd=Sync&User=(?!ann)\w{3}&DeviceId=(?!ABC)[A-Z]{3}\d{3}&DeviceType=iPhone$/,
  },
  {
    url: 'https://mail.contoso.test:8443/x?User=CONTOSO%5Cann',
    like: /^https:\/\/(?!mail)\w{4}\.(?!contoso)\w{7}\.\w{4}:\d{4}\/\w\?User=(?!CON)[A-Z]{7}%5C\w{3}$/,
  },
  { url: '/Microsoft-Server-ActiveSync', like: /^\/Microsoft-Server-ActiveSync$/ },
  { url: '/x?%E0%A4%A', like: /^\/x\?%/ },
])('$url', ({ url, like }) => {
  expect(made({ url }).url).toMatch(like);
});

test.each([
  { name: 'Authorization', value: `Basic ${btoa('ann:secret')}`, like: /^Basic [\w+/]{13,14}==?$/ },
  {
    name: 'authorization',
    value: 'Bearer abc.DEF.ghi',
    like: /^Bearer (?!abc)\w{3}\.(?!DEF)\w{3}\.(?!ghi)\w{3}$/,
  },
  {
    name: 'Set-Cookie',
    value: 'id=abcdef; Path=/; SameSite=Lax',
    like: /^id=(?!abcdef)\w{6}; Path=\/; SameSite=Lax$/,
  },
  {
    name: 'Content-Type',
    value: 'application/vnd.ms-sync.wbxml',
    like: /^application\/vnd\.ms-sync\.wbxml$/,
  },
  { name: 'X-User', value: 'Annabelle', like: /^(?!Annabelle)[A-Z]\w{8}$/ },
  { name: 'Host', value: 'mail.contoso.test', like: /^(?!mail)\w{4}\.(?!contoso)\w{7}\.\w{4}$/ },
  { name: 'MS-ASProtocolVersion', value: '14.1', like: /^14\.1$/ },
])('$name: $value', ({ name, value, like }) => {
  expect(made({ headers: { [name]: value } }).headers?.[name]).toMatch(like);
});

test('what Basic holds is not the account and not the password', () => {
  const value = made({ headers: { Authorization: `Basic ${btoa('annabelle:secret')}` } }).headers?.[
    'Authorization'
  ];
  expect(atob(value?.slice(6) ?? '')).toMatch(/^(?!annabelle)\w{9}:(?!secret)\w{6}$/);
});
