import { expect, test } from 'vitest';
import { kindOfName, kindOfUri } from './secret-names.ts';

test.each([
  ...['AUTHSECRET', 'AAUTHSECRET', 'PXAUTH-PW', 'PROXY-PW', 'PW', 'Pwd', 'PIN', 'USERPIN'].map((name) => [
    name,
    'secret',
  ]),
  ...[
    'Password',
    'passwd',
    'password',
    'passcode',
    'WEPKey',
    'PreSharedKey',
    'key',
    'NewPINValue',
    'PSK',
  ].map((name) => [name, 'secret']),
  ...['AUTHNAME', 'AAUTHNAME', 'PXAUTH-ID', 'BASAUTH-ID', 'username', 'UserId'].map((name) => [
    name,
    'account',
  ]),
  ...[
    'AllowSimpleDevicePassword',
    'MinPIN',
    'publickey',
    'hotkey',
    'AUTHTYPE',
    'NAME',
    'PORTNBR',
    'NAPID',
    'PROXY-ID',
    'Pinboard',
    'Data',
  ].map((name) => [name, undefined]),
])('%s is of kind %s', (name, kind) => {
  expect(kindOfName(name ?? '')).toBe(kind);
});

test.each([
  ['./SyncML/DMAcc/1/AAuthSecret', 'secret'],
  ['./Wifi/WEPKey/0', 'secret'],
  ['./a/PIN?prop=Value', 'secret'],
  ['./a/Password/', 'secret'],
  ['./SyncML/DMAcc/1/AAuthName', 'account'],
  ['./Password/Length', undefined],
  ['./0', undefined],
  ['', undefined],
])('the node %s is of kind %s', (uri, kind) => {
  expect(kindOfUri(uri)).toBe(kind);
});
