import { describe, expect, test } from 'vitest';
import { complete, type Proposal, type TextQuestion } from './index.ts';

type Known = Partial<Omit<TextQuestion, 'text' | 'offset'>>;

/** The question at the caret, written as `|`. */
function at(marked: string, known: Known = {}): TextQuestion {
  const offset = marked.indexOf('|');
  return { text: marked.replace('|', ''), offset, side: 'response', version: '14.1', ...known };
}

const propose = (marked: string, known?: Known): Proposal[] => complete(at(marked, known));
const labels = (marked: string, known?: Known): string[] => propose(marked, known).map(({ label }) => label);

/** The text after a proposal was taken, with the caret in it. */
function taken(marked: string, label: string, known?: Known): string {
  const question = at(marked, known);
  const proposal = complete(question).find((each) => each.label === label);
  if (!proposal) return 'not proposed';
  const { insert, caret } = proposal;
  const own = { ...proposal, insert: `${insert.slice(0, caret)}|${insert.slice(caret)}` };
  return [own, ...proposal.also]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.insert + text.slice(edit.end), question.text);
}

const sync = (inside: string): string => `<Sync xmlns="AirSync">${inside}</Sync>`;
const collection = (inside: string): string =>
  sync(`<Collections><Collection>${inside}</Collection></Collections>`);

describe('elements', () => {
  test('the children of the open element, in the order of its model', () => {
    expect(labels(collection('<|'))).toEqual(
      expect.arrayContaining(['SyncKey', 'CollectionId', 'Status', 'MoreAvailable', 'Commands']),
    );
    expect(labels(collection('<|'))).not.toContain('Collection');
    const order = labels(collection('<|'));
    expect(order.indexOf('SyncKey')).toBeLessThan(order.indexOf('CollectionId'));
  });

  test('a SyncKey is not proposed under Sync, and is under FolderSync', () => {
    expect(labels(sync('<|'))).not.toContain('SyncKey');
    expect(labels(sync('<|'))).toContain('Collections');
    expect(labels('<FolderSync xmlns="FolderHierarchy"><|</FolderSync>')).toContain('SyncKey');
  });

  test.each([
    { what: 'before the caret', inside: '<SyncKey>1</SyncKey><|' },
    { what: 'behind the caret', inside: '<|<SyncKey>1</SyncKey>' },
    { what: 'round the caret, in lines', inside: '\n  <|\n  <SyncKey>1</SyncKey>\n' },
    { what: 'as an empty tag', inside: '<SyncKey/><|' },
  ])('what is there as often as it may be is left out: $what', ({ inside }) => {
    expect(labels(collection(inside))).not.toContain('SyncKey');
    expect(labels(collection(inside))).toContain('CollectionId');
  });

  test('what may be repeated stays', () => {
    expect(labels(sync('<Collections><Collection></Collection><|</Collections>'))).toEqual(['Collection']);
  });

  test('what comes next in the order of the model comes first', () => {
    const [first] = labels(collection('<SyncKey>1</SyncKey><|'), { side: 'request' });
    expect(first).toBe('CollectionId');
    const all = labels(collection('<CollectionId>1</CollectionId><|'), { side: 'request' });
    expect(all.indexOf('SyncKey')).toBeGreaterThan(all.indexOf('Commands'));
  });

  test('a required one that is missing says so', () => {
    const key = propose(collection('<|')).find(({ label }) => label === 'SyncKey');
    expect(key?.detail).toContain('missing');
    expect(key?.about.join(' ')).toContain('Names the state');
  });

  test('side and version count', () => {
    expect(labels(collection('<|'), { side: 'request' })).toContain('GetChanges');
    expect(labels(collection('<|'), { side: 'response' })).not.toContain('GetChanges');
    expect(labels(collection('<|'), { side: 'request', version: '12.1' })).not.toContain('ConversationMode');
    expect(labels(collection('<|'), { side: 'request', version: '14.0' })).toContain('ConversationMode');
  });

  test('without a known version every version counts, and each says its own', () => {
    const found = complete({ text: collection('<'), offset: collection('<').indexOf('</'), side: 'request' });
    expect(found.find(({ label }) => label === 'ConversationMode')?.detail).toContain('14.0 and later');
  });

  test('elements that exclude each other', () => {
    expect(labels(sync('<Wait>5</Wait><|'), { side: 'request' })).not.toContain('HeartbeatInterval');
    expect(labels(sync('<|'), { side: 'request' })).toContain('HeartbeatInterval');
  });

  test('an item of one class is offered no properties of another', () => {
    const item = (inside: string) =>
      collection(
        `<Commands><Add><ServerId>1</ServerId><ApplicationData>${inside}</ApplicationData></Add></Commands>`,
      );
    expect(labels(item('<|'))).toEqual(expect.arrayContaining(['email:Subject', 'calendar:Subject']));
    const mail = labels(item('<email:To>a@b</email:To><|'));
    expect(mail).toContain('email:Subject');
    expect(mail).toContain('airsyncbase:Body');
    expect(mail).not.toContain('calendar:Subject');
  });

  test.each([
    { what: 'at the end of what is typed', text: '<Collections><Coll|', inside: true },
    { what: 'in front of more', text: '<Collections>\n  <|\n  <Collection>\n  </Collection>', inside: true },
    {
      what: 'behind a child without its end tag',
      text: '<Collections><Collection><SyncKey>1<|',
      inside: false,
    },
  ])('a text that is broken while one types: $what', ({ text, inside }) => {
    expect(labels(`<Sync xmlns="AirSync">${text}`).includes('Collection')).toBe(inside);
  });

  test.each([
    { what: 'in an attribute', text: '<Sync xmlns="Air|Sync"/>' },
    { what: 'in a comment', text: sync('<!-- <| -->') },
    { what: 'in CDATA', text: collection('<SyncKey><![CDATA[<|]]></SyncKey>') },
    { what: 'in a mark', text: sync('<?wbxml |cut?>') },
    { what: 'in an element that has no place', text: sync('<SyncKey><Status><|</Status></SyncKey>') },
    { what: 'in another document type', text: '<si><|</si>' },
    { what: 'behind the root', text: `${sync('')}<|` },
    { what: 'in a free text', text: collection('<CollectionId>ab|</CollectionId>') },
  ])('nothing $what', ({ what, text }) => {
    expect(labels(text, what.includes('type') ? { doctype: 'si-1.0' } : {})).toEqual([]);
  });

  test('the root decides, where a command is known that it is not', () => {
    expect(labels('<FolderSync xmlns="FolderHierarchy"><|</FolderSync>', { command: 'Sync' })).toContain(
      'Changes',
    );
  });

  test('an empty text is offered the roots, first that of its command', () => {
    expect(labels('|', { command: 'FolderSync', side: 'request' })[0]).toBe('FolderSync');
    expect(taken('<S|', 'Sync')).toBe('<Sync xmlns="AirSync">|</Sync>');
  });
});

describe('what is written', () => {
  test.each([
    { text: collection('<|'), label: 'SyncKey', after: collection('<SyncKey>|</SyncKey>') },
    { text: collection('<Syn|'), label: 'SyncKey', after: collection('<SyncKey>|</SyncKey>') },
    { text: collection('|'), label: 'SyncKey', after: collection('<SyncKey>|</SyncKey>') },
    { text: collection('Syn|'), label: 'SyncKey', after: collection('<SyncKey>|</SyncKey>') },
    { text: collection('<More|'), label: 'MoreAvailable', after: collection('<MoreAvailable/>|') },
    // Of a tag that is there the name is replaced, at both its ends.
    {
      text: collection('<Synk|Key>1</SynkKey>'),
      label: 'SyncKey',
      after: collection('<SyncKey|>1</SyncKey>'),
    },
    { text: collection('<More|Avail/>'), label: 'MoreAvailable', after: collection('<MoreAvailable|/>') },
  ])('$text and $label', ({ text, label, after }) => {
    expect(taken(text, label)).toBe(after);
  });

  test('a page that is not declared is declared on the root', () => {
    const text = collection('<Options><Body|</Options>');
    expect(taken(text, 'airsyncbase:BodyPreference', { side: 'request' })).toBe(
      collection('<Options><airsyncbase:BodyPreference>|</airsyncbase:BodyPreference></Options>').replace(
        'xmlns="AirSync"',
        'xmlns="AirSync" xmlns:airsyncbase="AirSyncBase"',
      ),
    );
  });

  test.each([
    { root: 'xmlns="AirSync" xmlns:b="AirSyncBase"', name: 'b:BodyPreference' },
    { root: 'xmlns="AirSync" xmlns:airsyncbase="AirSyncBase:"', name: 'airsyncbase:BodyPreference' },
    { root: 'xmlns="AirSync" xmlns:airsyncbase="Email"', name: 'airsyncbase2:BodyPreference' },
  ])('its prefix is the one that stands for the page: $root', ({ root, name }) => {
    const text = collection('<Options><|</Options>').replace('xmlns="AirSync"', root);
    const found = propose(text, { side: 'request' }).find(({ label }) => label.endsWith(':BodyPreference'));
    expect(found?.label).toBe(name);
    expect(found?.also.length).toBe(name.startsWith('airsyncbase2') ? 1 : 0);
  });

  test('a default that changes inside is the default there', () => {
    const text = collection('<Options><BodyPreference xmlns="AirSyncBase"><|</BodyPreference></Options>');
    expect(labels(text, { side: 'request' })).toContain('TruncationSize');
  });

  test('a root with a prefix keeps it', () => {
    const text = '<a:Sync xmlns:a="AirSync"><a:Collections><|</a:Collections></a:Sync>';
    expect(labels(text)).toEqual(['a:Collection']);
  });
});

describe('end tags', () => {
  test.each([
    { text: collection('<SyncKey>1</|').replace(/<\/Coll.*/, ''), after: '<SyncKey>1</SyncKey>|' },
    { text: collection('<SyncKey>1</Sy|'), after: '<SyncKey>1</SyncKey>|' },
    { text: collection('<SyncKey>1</Sy|nk>'), after: '<SyncKey>1</SyncKey|>' },
  ])('behind </: $text', ({ text, after }) => {
    expect(labels(text)).toEqual(['/SyncKey']);
    expect(taken(text, '/SyncKey')).toContain(after);
  });

  test('one that is missing is offered without being asked by a slash, one that is there is not', () => {
    expect(taken(collection('<SyncKey>1<|'), '/SyncKey')).toBe(collection('<SyncKey>1</SyncKey>|'));
    expect(taken(collection('<SyncKey>1|'), '/SyncKey')).toBe(collection('<SyncKey>1</SyncKey>|'));
    expect(labels(collection('<|'))).not.toContain('/Collection');
  });

  test('a slash in a text is no end tag', () => {
    expect(labels(collection('<CollectionId>a/|</CollectionId>'))).toEqual([]);
  });
});

describe('values', () => {
  const values = (marked: string, known?: Known) =>
    Object.fromEntries(propose(marked, known).map(({ label, detail }) => [label, detail]));

  test('a Status has the codes of its command, with what they mean and what to do', () => {
    const found = propose(collection('<Status>|</Status>'));
    const unknown = found.find(({ label }) => label === '3');
    expect(unknown?.kind).toBe('value');
    expect(unknown?.detail).toContain('SyncKey is unknown');
    expect(unknown?.about.join()).toContain('restart that collection from SyncKey 0');
    expect(found.map(({ label }) => label)).toContain('111');
  });

  test('numbers with their words', () => {
    expect(
      values(collection('<Options><FilterType>|</FilterType></Options>'), { side: 'request' }),
    ).toMatchObject({
      0: 'all',
      3: '1 week',
    });
  });

  test('0 and 1 with their words', () => {
    expect(values(collection('<GetChanges>|</GetChanges>'), { side: 'request' })).toEqual({
      0: 'no',
      1: 'yes',
    });
  });

  test('words', () => {
    const found = labels(collection('<Class>|</Class>'), { side: 'request', version: '2.5' });
    expect(found).toEqual(['Email', 'Calendar', 'Contacts', 'Tasks']);
  });

  test('a text that has one value of meaning', () => {
    expect(values(collection('<SyncKey>|</SyncKey>'), { side: 'request' })).toEqual({
      0: 'begins anew: no state is agreed on yet',
    });
  });

  test.each([
    { text: '<Status>1|</Status>', after: '<Status>3|</Status>' },
    { text: '<Status>|12</Status>', after: '<Status>3|</Status>' },
    { text: '<Status>\n  1|\n</Status>', after: '<Status>\n  3|\n</Status>' },
    { text: '<Status>|', after: '<Status>3|' },
  ])('the value takes the place of what is there: $text', ({ text, after }) => {
    expect(taken(collection(text), '3')).toContain(after);
  });

  test('a number in a range has no list', () => {
    expect(labels(sync('<Wait>|</Wait>'), { side: 'request' })).toEqual([]);
  });
});
