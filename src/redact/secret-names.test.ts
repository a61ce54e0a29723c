import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { tokenTree } from '../testing/token-tree.ts';
import { redact } from './redact.ts';
import { kindOfName } from './secret-names.ts';

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
    { name: 'of credentials', xml: '<SyncML><SyncHdr><Cred><Data>7391</Data></Cred></SyncHdr></SyncML>' },
  ])('$name becomes another', ({ xml }) => {
    const { text, replaced } = made(xml);
    expect(text).not.toContain('7391');
    expect(replaced.map(({ kind }) => kind)).toContain(xml.includes('AUTHNAME') ? 'account' : 'secret');
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
])('$name stays', ({ xml, stays }) => {
  expect(made(xml).text).toContain(stays);
});

test.each([
  ...['AUTHSECRET', 'AAUTHSECRET', 'PXAUTH-PW', 'PROXY-PW', 'PW', 'Pwd', 'PIN', 'USERPIN'].map((name) => [
    name,
    'secret',
  ]),
  ...['Password', 'passwd', 'password', 'passcode'].map((name) => [name, 'secret']),
  ...['AUTHNAME', 'AAUTHNAME', 'PXAUTH-ID', 'BASAUTH-ID', 'username', 'UserId'].map((name) => [
    name,
    'account',
  ]),
  ...['AUTHTYPE', 'NAME', 'PORTNBR', 'NAPID', 'PROXY-ID', 'Pinboard', 'Data'].map((name) => [
    name,
    undefined,
  ]),
])('%s is of kind %s', (name, kind) => {
  expect(kindOfName(name ?? '')).toBe(kind);
});
