import { expect, openPage, test } from './support/test.ts';
import { copied, hexOf, openPasted, verdict, writeXml, xmlOf, xmlPane } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A short message that a modem received: a push of a Service Indication, href and text in it. */
const PDU =
  '0791447700090000440C91447700091032000440302021000040720605040B8423F025060803AE81EAAF82B48402056A0045C60C037761702E6578616D706C65008503742F34320011033432406578616D706C652E636F6D00070AC3072004030211582110C30520040309120103596F7572206E65772072696E6720746F6E652069732072656164792E000101';

/** Two of three parts of a push: user data with its header, a Service Indication of a long text in it. */
const FIRST = `0B05040B8423F00003070301${'250601AE'}02056A0045C60C03612E746573740001${'03'}${'41'.repeat(60)}`;
const LAST = `0B05040B8423F00003070303${'42'.repeat(10)}000101`;

test('a short message is pasted: the document in it, what was around it, and the message again', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, `+CMGL: 1,1,,141\n${PDU}\nOK\n`);
  await expect(verdict(page)).toContainText('a short message with a WAP push of application/vnd.wap.sic');
  await expect(xmlPane(page)).toContainText('Your new ring tone is ready.');
  const xml = await xmlOf(page);
  expect(xml).toContain('href="http://wap.example.com/t/42"');
  expect(xml).toContain('created="2004-03-02T11:58:21Z"');

  const around = page.getByRole('list', { name: 'Taken off around it' });
  await expect(around.getByRole('listitem')).toHaveText([
    /^Short message received from \+447700900123 by the service centre \+447700900000 2004-03-02 12:00:00 \+01:00; for port 2948/,
    /^WAP push, transaction 37; Content-Type: application\/vnd\.wap\.sic; charset=utf-8; X-Wap-Application-Id: x-wap-application:wml\.ua/,
  ]);
  expect(await copied(page, 'Copy bytes', 'Short messages as hex')).toBe(PDU);

  const document = await hexOf(page);
  await writeXml(page, xml.replace('ring tone', 'tone'));
  await expect.poll(() => hexOf(page)).not.toBe(document);
  const shorter = await copied(page, 'Copy bytes', 'Short messages as hex');
  expect(shorter.length).toBe(PDU.length - 10);
  await openPasted(page, shorter);
  await expect(xmlPane(page)).toContainText('Your new tone is ready.');
});

test('a part that is missing is told, what is there stays, and a reload brings all of it back', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, [FIRST, LAST].join('\n'));
  await expect(verdict(page)).toContainText('Of 3 parts: part 2 missing.');
  await expect(verdict(page)).toContainText('nothing invented');
  const around = page.getByRole('list', { name: 'Taken off around it' });
  await expect(around).toContainText('parts 1, 3 of 3 with the reference 7');
  await page.reload();
  await expect(around).toContainText('parts 1, 3 of 3 with the reference 7');
  expect(await copied(page, 'Copy bytes', 'Short messages as hex')).toBe([FIRST, LAST].join('\n'));
});

test('the sample tells what protects the settings in it', async ({ page }) => {
  await openPage(page, '#s/push-sms');
  const around = page.getByRole('list', { name: 'Taken off around it' });
  await expect(around).toContainText('Short message received from +447700900123');
  await page
    .getByRole('button', { name: /Settings/ })
    .first()
    .click();
  await expect(around).toContainText('2 parts with the reference 42');
  await expect(around).toContainText('SEC=USERPIN');
  await expect(around).toContainText('Its MAC is an HMAC-SHA1 of the document');
});
