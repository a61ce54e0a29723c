import { describe, expect, test } from 'vitest';
import type { Http } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { examine } from './examine.ts';

const collection = (inside: string): string =>
  `<Sync xmlns="AirSync"><Collections><Collection>${inside}</Collection></Collections></Sync>`;
const answered = (inside: string): string =>
  collection(`<SyncKey>2</SyncKey><CollectionId>5</CollectionId><Status>1</Status>${inside}`);

describe('what servers in daily use answer', () => {
  const post = (url: string, xml: string, headers: Record<string, string> = {}) => ({
    bytes: xml === '' ? new Uint8Array() : xmlToBytes(xml),
    http: { method: 'POST', url: `/Microsoft-Server-ActiveSync?Cmd=${url}`, headers } satisfies Http,
    readAs: { version: '14.1' },
  });
  const reply = (xml: string, status = 200) => ({
    bytes: xml === '' ? new Uint8Array() : xmlToBytes(xml),
    http: { status },
  });
  const loud = (...exchanges: { request: ReturnType<typeof post>; response: ReturnType<typeof reply> }[]) =>
    examine({
      format: 1,
      title: '',
      exchanges: exchanges.map((exchange, i) => ({ id: `${i}`, ...exchange })),
    })
      .filter(({ severity }) => severity !== 'note')
      .map(({ severity, rule, exchange }) => `${severity} ${rule} ${exchange}`);

  test('an order to wipe says nothing of the device', () => {
    const request = post(
      'Provision',
      '<Provision xmlns="Provision" xmlns:s="Settings"><s:DeviceInformation><s:Set><s:Model>m</s:Model></s:Set></s:DeviceInformation><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType></Policy></Policies></Provision>',
    );
    const response = reply('<Provision xmlns="Provision"><Status>1</Status><RemoteWipe/></Provision>');
    expect(loud({ request, response })).toEqual(['warning remote-wipe 0']);
  });

  test('a promise kept back is told once, at the reply that breaks it', () => {
    const ask = (key: string) =>
      post('Sync', collection(`<SyncKey>${key}</SyncKey><CollectionId>5</CollectionId><GetChanges/>`));
    const give = (key: string, more: string) =>
      reply(collection(`<SyncKey>${key}</SyncKey><CollectionId>5</CollectionId><Status>1</Status>${more}`));
    const item = '<Commands><Delete><ServerId>5:2</ServerId></Delete></Commands>';
    const first = { request: ask('1'), response: give('2', `<MoreAvailable/>${item}`) };
    expect(loud(first, { request: ask('2'), response: give('3', '<MoreAvailable/>') })).toEqual([
      'warning more-without-changes 1',
    ]);
    expect(loud(first, { request: ask('2'), response: give('2', '') })).toEqual(['warning more-promised 1']);
  });

  test.each([
    ['Find', 501],
    ['SendMail', 507],
  ])('%s is answered with the HTTP status %i, which says what is wrong', (command, status) => {
    expect(loud({ request: post(command, ''), response: reply('', status) })).toEqual([]);
  });

  test('the Class need not be repeated at 12.1, where Exchange leaves it out', () => {
    const request = {
      ...post('Sync', collection('<Class>Email</Class><SyncKey>0</SyncKey><CollectionId>5</CollectionId>')),
      readAs: { version: '12.1' },
    };
    const exchanges = [{ id: 'a', request, response: reply(answered('')) }];
    expect(examine({ format: 1, title: '', exchanges }).map(({ rule }) => rule)).toEqual([]);
  });
});
