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
  { url: '/SOGo/Microsoft-Server-ActiveSync/view', like: /^\/SOGo\/Microsoft-Server-ActiveSync\/view$/ },
  {
    url: '/of/annabelle/Microsoft-Server-ActiveSync',
    like: /^\/of\/(?!annabelle)\w{9}\/Microsoft-Server-ActiveSync$/,
  },
  {
    url: 'https://ann:pw1@10.11.12.13:443/x',
    like: /^https:\/\/(?!ann)\w{3}:(?!pw1)\w{3}@(?!10\.11\.12\.13)\d\d\.\d\d\.\d\d\.\d\d:443\/x$/,
  },
  {
    url: '/x?CollectionId=mail%252Fabcdefgh12&annabelle',
    like: /^\/x\?CollectionId=\w{4}%252F(?!abcdefgh)\w{8}\d\d&(?!annabelle)\w{9}$/,
  },
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
  { name: 'X-Forwarded-For', value: '192.168.17.4', like: /^(?!192\.168\.17\.4)1\d\d\.1\d\d\.\d\d\.\d$/ },
  {
    name: 'X-Real-IP',
    value: '2001:db8::8a2e:370:7334',
    like: /^(?!2001)[\da-f]{4}:(?!db8)[\da-f]{3}::(?!8a2e)[\da-f]{4}:[\da-f]{3}:[\da-f]{4}$/,
  },
  { name: 'Cookie', value: 'annabelle', like: /^(?!annabelle)\w{9}$/ },
  {
    name: 'Cookie',
    value: 'a="anna,bella"; b=secret=more; c=1234',
    like: /^a="(?!anna)\w{4},(?!bella)\w{5}"; b=(?!secret)\w{6}=(?!more)\w{4}; c=(?!1234)\d{4}$/,
  },
  {
    name: 'Set-Cookie',
    value:
      'id=abcdef; Domain=mail.contoso.test; Path=/of/ann; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly',
    like: /^id=(?!abcdef)\w{6}; Domain=(?!mail)\w{4}\.(?!contoso)\w{7}\.\w{4}; Path=\/of\/(?!ann)\w{3}; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly$/,
  },
  {
    name: 'Content-Disposition',
    value: 'attachment; filename="Anna Bella.pdf"',
    like: /^attachment; filename="(?!Anna)\w{4} (?!Bella)\w{5}\.pdf"$/,
  },
  {
    name: 'Content-Type',
    value: 'image/png; name=Annabelle.png',
    like: /^image\/png; name=(?!Annabelle)\w{9}\.png$/,
  },
  { name: 'X-Remote-User', value: 'jo', like: /^(?!jo)\w\w$/ },
  { name: 'X-Device-ID', value: '12345', like: /^(?!12345)\d{5}$/ },
  { name: 'X-Auth-Token', value: '12-ab', like: /^(?!12)\d\d-(?!ab)\w\w$/ },
  {
    name: 'X-MS-Credentials-Service-Url',
    value: 'https://mail.contoso.test/x',
    like: /^https:\/\/(?!mail)\w{4}\.(?!contoso)\w{7}\.\w{4}\/x$/,
  },
  { name: 'User-Agent', value: 'Apple-iPhone15C2/2101.206', like: /^Apple-iPhone15C2\/2101\.206$/ },
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

test('a phone has one other id, as hexadecimal in an address and as bytes in a packed one', () => {
  const device = 'a991c0de012100112233445566778899';
  const packed = Buffer.from(
    `8d000904` + `10${device}` + '00' + '06' + Buffer.from('iPhone').toString('hex'),
    'hex',
  );
  const { conversation } = redact({
    format: 1,
    title: '',
    exchanges: [`/x?Cmd=Sync&DeviceId=${device}`, `/x?${packed.toString('base64')}`].map((url, i) => ({
      id: String(i),
      request: { http: { url } },
    })),
  });
  const [plain = '', query = ''] = conversation.exchanges.map(({ request }) => request?.http?.url);
  const other = /DeviceId=(\w{32})$/.exec(plain)?.[1];
  expect(other).not.toBe(device);
  expect(Buffer.from(query.slice(3), 'base64').subarray(5, 21).toString('hex')).toBe(other);
});
