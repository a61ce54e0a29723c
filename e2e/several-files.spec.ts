import { banner, hexOf, SEED, SEED_XML, SHORT, verdict } from './support/parts.ts';
import { axe, drop, expect, openPage, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const seed = Uint8Array.from(Buffer.from(SEED, 'hex'));
const text = (written: string) => new TextEncoder().encode(written);

test('files dropped at once are one conversation, in their order, named by their files', async ({ page }) => {
  await openPage(page);
  await drop(
    page,
    { name: '2-reply.wbxml', bytes: seed },
    { name: '1-request.txt', bytes: text(SHORT) },
    { name: 'written.xml', bytes: text(SEED_XML) },
  );
  await expect(page.getByRole('banner')).toContainText('2-reply.wbxml and 2 more files');
  const rows = page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: /\.(wbxml|txt|xml)/ });
  await expect(rows).toHaveText([/2-reply\.wbxml/, /1-request\.txt/, /written\.xml/]);
  await expect(page.getByRole('status').filter({ hasText: '3 files opened' })).toHaveText(
    '3 files opened as one conversation of 3 messages.',
  );
  await page.keyboard.press(']');
  expect(await hexOf(page)).toBe(SHORT);
  await page.keyboard.press(']');
  expect(await hexOf(page)).toBe(SEED);
  expect(await axe(page, 'main')).toEqual([]);
  await page.reload(); // it is kept as one
  await expect(rows).toHaveCount(3);
  await expect(verdict(page)).toContainText('37 bytes');
});

test('files chosen at once, too; one that cannot be read is named, and the others open', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Files to open').setInputFiles([
    { name: 'reply.wbxml', mimeType: '', buffer: Buffer.from(seed) },
    { name: 'nothing.bin', mimeType: '', buffer: Buffer.from('') },
  ]);
  await expect(banner(page)).toHaveText(
    /^1 file opened as one conversation of 1 message\. nothing\.bin is empty: it has 0 bytes\./,
  );
  expect(await hexOf(page)).toBe(SEED);
});

test('an empty file is named, and what is on show stays', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const before = page.url();
  await drop(page, { name: 'reply.bin', bytes: new Uint8Array() });
  await expect(page.getByText('reply.bin is empty: it has 0 bytes.')).toBeVisible();
  expect(page.url()).toBe(before);
});

test('files whose names say request and response are a pair', async ({ page }) => {
  await openPage(page);
  await drop(
    page,
    { name: '12-Sync-request.txt', bytes: text(SHORT) },
    { name: '12-Sync-response.wbxml', bytes: seed },
  );
  const rows = page.getByRole('list', { name: 'Messages' }).locator('[data-row]');
  await expect(rows).toHaveCount(2);
  await expect(verdict(page)).toContainText('Sync request · 20 bytes');
  await page.keyboard.press('p'); // its partner
  await expect(verdict(page)).toContainText('Sync reply · 37 bytes');
});
