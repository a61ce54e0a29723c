import { readFileSync } from 'node:fs';
import { drop, expect, openPage, test } from './support/test.ts';
import { verdict, xmlPane } from './support/parts.ts';

interface Sent {
  http?: { method?: string; url?: string; status?: number; headers?: Record<string, string> };
  file?: string;
}
interface Sample {
  exchanges: { request?: Sent; response?: Sent }[];
}

const FOLDER = new URL('../samples/zpush-14-1/', import.meta.url);

/** The sample as the browser's tools would have saved it; the second reply as text that lost its bytes. */
function toHar({ exchanges }: Sample): string {
  const bytes = ({ file }: Sent): Buffer =>
    file === undefined ? Buffer.alloc(0) : readFileSync(new URL(file, FOLDER));
  const headers = ({ http }: Sent) =>
    Object.entries(http?.headers ?? {}).map(([name, value]) => ({ name, value }));
  const entries = exchanges.map(({ request = {}, response = {} }, i) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1, 10, 0, i)).toISOString(),
    request: {
      method: request.http?.method ?? 'POST',
      url: `https://mail.example.test${request.http?.url ?? '/'}`,
      headers: headers(request),
      ...(request.file !== undefined && {
        postData: { mimeType: '', text: bytes(request).toString('base64'), encoding: 'base64' },
      }),
    },
    response: {
      status: response.http?.status ?? 200,
      headers: headers(response),
      content:
        i === 2
          ? { size: bytes(response).length, text: bytes(response).toString('utf8').replaceAll('j', '\ufffd') }
          : { size: bytes(response).length, text: bytes(response).toString('base64'), encoding: 'base64' },
    },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test' }, entries } });
}

test('a HAR file is a timeline in order, and a body that lost bytes says so at its message', async ({
  page,
}) => {
  const sample = JSON.parse(readFileSync(new URL('conversation.json', FOLDER), 'utf8')) as Sample;
  await openPage(page);
  await drop(page, { name: 'mail.har', bytes: Buffer.from(toHar(sample)) });
  const rows = page.getByRole('list', { name: 'Messages' }).locator('[data-row] > button');
  await expect(rows).toHaveCount(2 * sample.exchanges.length);
  const asked = sample.exchanges.map(({ request }) => {
    const query = new URLSearchParams(request?.http?.url?.split('?')[1] ?? '');
    return new RegExp(`${query.get('Cmd') ?? request?.http?.method ?? ''} request`);
  });
  for (const [i, name] of asked.entries()) await expect(rows.nth(2 * i)).toHaveText(name);

  await verdict(page).getByRole('button', { name: 'Exchange 3, reply' }).click();
  await expect(rows.nth(5)).toHaveAttribute('aria-current', 'true');
  await expect(verdict(page)).toContainText('Reply: lossy: from byte');
});

/** An answer to ItemOperations with a file of 4 bytes behind it, as MS-ASAcceptMultiPart asks for. */
function multipartAnswer(): Buffer {
  const wbxml = Buffer.from('03016a000014454d033100014e464d0331000100115103662f3100010014', 'hex');
  const rest = Buffer.from('4b510331000101010101', 'hex');
  const table = Buffer.alloc(20);
  const length = wbxml.length + rest.length;
  [2, 20, length, 20 + length, 4].forEach((value, i) => table.writeUInt32LE(value, 4 * i));
  return Buffer.concat([table, wbxml, rest, Buffer.from('%PDF')]);
}

test('a multipart answer in a HAR file is read as its WBXML part, and all of it is still there', async ({
  page,
}) => {
  const body = multipartAnswer();
  const entry = {
    request: {
      method: 'POST',
      url: 'https://mail.example.test/Microsoft-Server-ActiveSync?Cmd=ItemOperations&User=u&DeviceId=d&DeviceType=p',
      headers: [{ name: 'MS-ASProtocolVersion', value: '14.1' }],
    },
    response: {
      status: 200,
      headers: [{ name: 'Content-Type', value: 'application/vnd.ms-sync.multipart' }],
      content: { size: body.length, text: body.toString('base64'), encoding: 'base64' },
    },
  };
  await openPage(page);
  const har = JSON.stringify({ log: { version: '1.2', entries: [entry] } });
  await drop(page, { name: 'mail.har', bytes: Buffer.from(har) });
  const rows = page.getByRole('list', { name: 'Messages' }).locator('[data-row] > button');
  await rows.nth(1).click();
  await expect(verdict(page)).toContainText('ItemOperations reply');
  await expect(verdict(page)).toContainText('the first of 2 parts of a multipart answer');
  await expect(verdict(page)).toContainText('the other has 4');
  await expect(xmlPane(page)).toContainText('<Part>1</Part>');

  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'Message menu' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Read the whole body');
  await expect(verdict(page)).toContainText('This is a multipart answer');
  await expect(verdict(page)).toContainText(`${body.length} bytes`);
  await choose('Read its WBXML part');
  await expect(verdict(page)).toContainText(`${body.length - 24} bytes`);
});
