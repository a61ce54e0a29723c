import { readFileSync } from 'node:fs';
import { drop, expect, openPage, test } from './support/test.ts';
import { verdict } from './support/parts.ts';

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
