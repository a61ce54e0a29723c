import { expect, test } from 'vitest';
import { messageReports } from './message-report.ts';

test('an exchange without a command is called by its method, the reply too', () => {
  const reports = messageReports({
    format: 1,
    title: '',
    exchanges: [
      {
        id: '1',
        request: { bytes: new Uint8Array(), http: { method: 'OPTIONS' } },
        response: { bytes: new Uint8Array(), http: { status: 200 } },
      },
    ],
  });
  expect(reports.map(({ title }) => title)).toEqual([
    'OPTIONS request · no body',
    'OPTIONS reply · 200 · empty',
  ]);
});
