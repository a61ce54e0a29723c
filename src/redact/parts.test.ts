import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { firstPartOf, type Conversation, type Message } from '../conversation/index.ts';
import { redact, type Redaction, type RedactionChoice } from './redact.ts';

const TEXT = new TextEncoder();
const MULTIPART = { headers: { 'Content-Type': 'application/vnd.ms-sync.multipart' } };
const WBXML = fromHex('03016a00 0014 45 01') as Uint8Array;
/** A tag, then bytes that nobody can read. */
const BROKEN = Uint8Array.from([...(fromHex('03016a0005 07') as Uint8Array), ...TEXT.encode('ann@x.test')]);

/** The table of some parts, then all of them; a text stands for what belongs to none. */
function bodyOf(pieces: readonly (Uint8Array | string)[]): Uint8Array {
  const parts = pieces.filter((piece) => typeof piece !== 'string');
  const table = new DataView(new ArrayBuffer(4 + 8 * parts.length));
  table.setUint32(0, parts.length, true);
  let at = table.byteLength;
  let row = 4;
  const bytes = pieces.flatMap((piece) => {
    const own = typeof piece === 'string' ? TEXT.encode(piece) : piece;
    if (typeof piece !== 'string') {
      table.setUint32(row, at, true);
      table.setUint32(row + 4, own.length, true);
      row += 8;
    }
    at += own.length;
    return [...own];
  });
  return Uint8Array.from([...new Uint8Array(table.buffer), ...bytes]);
}

const redacted = (message: Message, choice?: RedactionChoice): Redaction => {
  const conversation: Conversation = { format: 1, title: '', exchanges: [{ id: '1', response: message }] };
  return redact(conversation, choice);
};
const saidBy = ({ conversation }: Redaction): string => {
  const { bytes, around } = conversation.exchanges[0]?.response ?? {};
  const rest = [around?.before ?? '', around?.after ?? ''].map((text) => Buffer.from(text, 'base64'));
  return [Buffer.from(bytes ?? []), ...rest].map((each) => each.toString('latin1')).join(' ');
};

const FILE = TEXT.encode('Dear Charlotte');

describe.each([
  { where: 'between two parts', bytes: bodyOf([WBXML, 'bob@example.org', FILE]) },
  { where: 'behind the last part', bytes: bodyOf([WBXML, FILE, 'bob@example.org']) },
])('what stands $where', ({ bytes }) => {
  const message: Message = { bytes, http: MULTIPART };
  const forms = { 'of the whole body': message, 'of a body read as its part': firstPartOf(message) };

  test.each(Object.entries(forms))('%s is gone, and told', (_, form) => {
    const made = redacted(form);
    expect(saidBy(made)).not.toMatch(/bob|Charlotte/);
    expect(made.replaced.map(({ before, after }) => [before, after])).toContainEqual([
      'bob@example.org',
      '15 bytes',
    ]);
  });

  test('leaves every length as it was', () => {
    const made = redacted(message).conversation.exchanges[0]?.response?.bytes;
    expect(made).toHaveLength(bytes.length);
    expect(made?.subarray(0, 20)).toEqual(bytes.subarray(0, 20));
  });
});

describe('a first part that cannot be read', () => {
  const message: Message = { bytes: bodyOf([BROKEN, FILE]), http: MULTIPART };
  const start = 20 + 5;
  const end = 20 + BROKEN.length;

  test('is told', () => {
    const { unjudged } = redacted(message);
    expect(unjudged).toEqual([{ exchange: 0, side: 'response', start, end, what: 'unread' }]);
  });

  test('can be left out, and what stands behind it stays in its place', () => {
    const made = redacted(message, { withoutUnread: true }).conversation.exchanges[0]?.response?.bytes;
    expect(made).toHaveLength(end + FILE.length);
    expect(made?.subarray(start, end)).toEqual(new Uint8Array(end - start));
    expect(Buffer.from(made?.subarray(end) ?? []).toString('latin1')).toMatch(
      /^[A-Z][a-z]{3} [A-Z][a-z]{8}$/,
    );
  });

  test('that is a page is read as the text it is', () => {
    const page = TEXT.encode('<html><p>Sorry, Annabel</p></html>');
    const made = redacted({ bytes: bodyOf([page, FILE]), http: MULTIPART });
    expect(made.unjudged).toEqual([]);
    expect(saidBy(made)).toMatch(/<html><p>(?!Sorry)\w{5}, (?!Annabel)\w{7}<\/p><\/html>/);
  });
});
