import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { tokenTree } from '../testing/token-tree.ts';
import { redact } from './redact.ts';

const made = (xml: string) => {
  const bytes = xmlToBytes(xml);
  const conversation: Conversation = { format: 1, title: '', exchanges: [{ id: '1', response: { bytes } }] };
  const result = redact(conversation);
  const after = result.conversation.exchanges[0]?.response ?? {};
  expect(tokenTree(after)).toBe(tokenTree({ bytes }));
  return { text: Buffer.from(after.bytes ?? []).toString('latin1'), replaced: result.replaced };
};
const prov = (parameters: string): string =>
  `<wap-provisioningdoc><characteristic type="NAPDEF">${parameters}</characteristic></wap-provisioningdoc>`;

const item = (uri: string): string =>
  `<SyncML><SyncBody><Replace><Item><Target><LocURI>${uri}</LocURI></Target><Data>7391</Data></Item></Replace></SyncBody></SyncML>`;

describe('a short number that only its owner should know', () => {
  test.each([
    { name: 'of a parameter', xml: prov('<parm name="AUTHSECRET" value="7391"/>') },
    { name: 'of a parameter behind its value', xml: prov('<parm value="7391" name="PXAUTH-PW"/>') },
    { name: 'of a parameter no table knows', xml: prov('<parm name="MyPIN" value="7391"/>') },
    { name: 'of an account', xml: prov('<parm name="AUTHNAME" value="7391"/>') },
    { name: 'in OPAQUE data', xml: prov('<parm name="AUTHSECRET" value="{opaque 37333931}"/>') },
    {
      name: 'of the string table, where it is somebody’s port first',
      xml: `<?wbxml type="prov-1.0"?><?wbxml string="7391"?>${prov(
        '<parm name="PORTNBR" value="7391"/><parm name="AUTHSECRET" value="7391"/>',
      )}`,
    },
    {
      name: 'of a field for passwords',
      xml: '<wml><card><p><input name="a" type="password" value="7391"/></p></card></wml>',
    },
    {
      name: 'of a form',
      xml: '<wml><card><do type="accept"><go href="#"><postfield name="pin" value="7391"/></go></do></card></wml>',
    },
    {
      name: 'of an element',
      xml: '<WV-CSP-Message><Session><Transaction><TransactionContent><Login-Request><Password>7391</Password></Login-Request></TransactionContent></Transaction></Session></WV-CSP-Message>',
    },
    { name: 'of an item of device management', xml: item('./SyncML/DMAcc/1/AAuthSecret') },
    { name: 'of an item in a numbered node', xml: item('./Vendor/Wifi/1/WEPKey/0') },
    { name: 'of an item with a query', xml: item('./Vendor/MSFT/RemoteLock/NewPINValue?list=x') },
    {
      name: 'of what an item is answered with',
      xml: `<SyncML><SyncBody><Results><Item><Source><LocURI>./.DMAcc/x/ClientPW</LocURI></Source><Data>7391</Data></Item></Results></SyncBody></SyncML>`,
    },
    { name: 'of an account of device management', xml: item('./SyncML/DMAcc/1/AAuthName') },
    {
      name: 'of a node of a serialized tree',
      xml: '<MgmtTree><Node><NodeName>AAuthSecret</NodeName><Value>7391</Value></Node></MgmtTree>',
    },
    { name: 'of credentials', xml: '<SyncML><SyncHdr><Cred><Data>7391</Data></Cred></SyncHdr></SyncML>' },
  ])('$name becomes another', ({ xml }) => {
    const { text, replaced } = made(xml);
    expect(text).not.toContain('7391');
    expect(replaced.map(({ kind }) => kind)).toContain(/authname/i.test(xml) ? 'account' : 'secret');
  });
});

test.each([
  { name: 'a port', xml: prov('<parm name="PORTNBR" value="9201"/>'), stays: '9201' },
  {
    name: 'the port beside a secret',
    xml: prov('<parm name="AUTHSECRET" value="7391"/><parm name="PORTNBR" value="9201"/>'),
    stays: '9201',
  },
  {
    name: 'a status',
    xml: '<SyncML><SyncBody><Status><Data>212</Data></Status></SyncBody></SyncML>',
    stays: '212',
  },
  { name: 'a setting', xml: item('./Vendor/MSFT/DMClient/Poll/Interval'), stays: '7391' },
  { name: 'what is asked of a password', xml: item('./Policy/DeviceLock/MinDevicePassword'), stays: '7391' },
  {
    name: 'an item beside one with a secret',
    xml: '<SyncML><SyncBody><Add><Item><Target><LocURI>./a/PIN</LocURI></Target><Data>1</Data></Item><Item><Target><LocURI>./a/Port</LocURI></Target><Data>9201</Data></Item></Add></SyncBody></SyncML>',
    stays: '9201',
  },
])('$name stays', ({ xml, stays }) => {
  expect(made(xml).text).toContain(stays);
});
