import { describe, expect, test } from 'vitest';
import { conversationToJson, type Conversation } from '../conversation/index.ts';
import { pasted } from './pasted.ts';

const ASKED = '03016a00455c4f4b0330000152033100010101' + '01';
const ANSWERED = '03016a00455c4f4b0331000152033100014e03310001010101';
const XML = `<?xml version="1.0"?>
<Sync xmlns="AirSync"><Collections><Collection><SyncKey>0</SyncKey><CollectionId>1</CollectionId></Collection></Collections></Sync>`;

test.each([
  ['hex of a request', ASKED, ['request']],
  ['hex of a reply', ANSWERED, ['response']],
  ['hex of both', `${ASKED}\n\n${ANSWERED}`, ['request response']],
  ['hex that a word calls a reply', `Response: ${ASKED}`, ['response']],
  ['XML of a request', XML, ['request']],
  ['the same with the ends of lines of Windows', XML.replaceAll('\n', '\r\n'), ['request']],
  ['XML of a reply', XML.replace('<CollectionId>', '<Status>1</Status><CollectionId>'), ['response']],
  [
    'XML of both',
    `${XML}\n${XML.replace('<CollectionId>', '<Status>1</Status><CollectionId>')}`,
    ['request response'],
  ],
  ['XML that is broken', XML.replace('</Collections>', ''), ['response']],
])('%s is put where it belongs', (_, input, sides) => {
  const [best] = pasted(input).candidates;
  const found = best?.conversation.exchanges.map((exchange) =>
    (['request', 'response'] as const).filter((side) => exchange[side] !== undefined).join(' '),
  );
  expect(found).toEqual(sides);
  if (best?.xmlOf) expect(best.xmlOf.side).toBe(sides[0]);
});

describe('a conversation as this page saves it', () => {
  const bytes = new Uint8Array(20_000).fill(0x61);
  bytes.set([3, 1, 0x6a, 0, 0x45, 0x4b, 3]);
  bytes.set([0, 1, 1], bytes.length - 3);
  const conversation: Conversation = {
    format: 1,
    title: 'Mine',
    exchanges: [{ id: '1', request: { bytes } }],
  };
  const json = conversationToJson(conversation);

  test.each([json, new TextEncoder().encode(json)])(
    'is read whole, with the message that is shown first',
    (input) => {
      const { candidates, first, own } = pasted(input);
      expect(own).toEqual({});
      expect(candidates.map((each) => each.conversation)).toEqual([conversation]);
      expect(first).toBeDefined();
    },
  );

  test('says what is wrong with it, and is read as nothing else', () => {
    const { candidates, own } = pasted(json.replace('"Mine"', '5'));
    expect([candidates, own?.problem?.path]).toEqual([[], 'title']);
  });
});
