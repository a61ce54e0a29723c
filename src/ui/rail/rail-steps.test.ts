import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import type { Conversation, Message } from '../../conversation/index.ts';
import { examineMessage } from '../../doctor/index.ts';
import { railSteps } from './rail-steps.ts';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const SI = '02056a0045c6000101'; // Service Indication 1.0
const SYNC = '03016a0045010101';

function rows(...messages: [side: 'request' | 'response', message: Message, name?: string][]): string[] {
  const exchanges = messages.map(([side, message, name], i) => ({
    id: `${i}`,
    ...(name !== undefined && { name }),
    [side]: message,
  }));
  const conversation: Conversation = { format: 1, title: '', exchanges };
  const steps = messages.map(([side], exchange) => ({ exchange, side }));
  const examiner = {
    of: ({ exchange, side }: { exchange: number; side: 'request' | 'response' }) => {
      const message = conversation.exchanges[exchange]?.[side];
      return message && examineMessage(message, { exchange, side });
    },
  };
  return railSteps(conversation, steps, examiner).map(({ title, spoken }) => `${title} (${spoken})`);
}

test('a message is called by its command, its type, its name, and by its side only where that is known', () => {
  expect(
    rows(
      ['request', { bytes: hex(SYNC) }],
      ['response', { bytes: hex(SI) }],
      ['response', { bytes: hex(SI), http: { status: 200 } }],
      ['request', { bytes: hex(SI), readAs: { side: 'request' } }],
      ['response', { bytes: hex(SI) }, 'the push'],
      ['request', { http: { method: 'OPTIONS' } }],
      ['response', { bytes: new Uint8Array(0) }],
    ),
  ).toEqual([
    'Sync (request)',
    'Service Indication 1.0 ()',
    'Service Indication 1.0 (reply)',
    'Service Indication 1.0 (request)',
    'the push (Service Indication 1.0)',
    'OPTIONS (request)',
    'reply ()', // said once
  ]);
});
