import { describe, expect, test } from 'vitest';
import { hover, type Hover, type TextQuestion } from './index.ts';

type Known = Partial<Omit<TextQuestion, 'text' | 'offset'>>;

/** What is said of the unit behind `|`. */
function at(marked: string, known: Known = {}): Hover | undefined {
  const offset = marked.indexOf('|');
  return hover({ text: marked.replace('|', ''), offset, side: 'response', version: '14.1', ...known });
}

const fact = (found: Hover | undefined, label: string): string | undefined =>
  found?.facts.find((each) => each.label === label)?.text;

const sync = (inside: string): string => `<Sync xmlns="AirSync">${inside}</Sync>`;
const collection = (inside: string): string =>
  sync(`<Collections><Collection>${inside}</Collection></Collections>`);

describe('an element', () => {
  test('page, token, type, versions, meaning, place, source', () => {
    const found = at(collection('<Sync|Key>1</SyncKey>'));
    expect(found?.title).toBe('SyncKey');
    expect(found?.about[0]).toContain('Names the state');
    expect(fact(found, 'Token')).toBe('0b on page 0 AirSync; 4b with content');
    expect(fact(found, 'Holds')).toBe('text, 1 to 64 characters');
    expect(fact(found, 'Versions')).toBe('every version');
    expect(fact(found, 'Here')).toMatch(/^once in Collection|at most once in Collection/);
    expect(fact(found, 'May stand in')).toContain('Collection (');
    expect(found?.source).toBe('MS-ASWBXML §2.1.2.1.1, MS-ASCMD');
  });

  test('a container says what it may hold, how often, in which order', () => {
    const text = fact(at(collection('').replace('<Collection>', '<Coll|ection>')), 'Holds');
    expect(text).toContain('SyncKey');
    expect(text).toContain('CollectionId');
    const folders = at('<Folder|Sync xmlns="FolderHierarchy"/>');
    expect(fact(folders, 'Holds')).toBe(
      'Status once, SyncKey at most once, Changes at most once, in this order',
    );
    expect(fact(folders, 'Here')).toBeUndefined();
  });

  test('a container of many is summed up', () => {
    const item = collection('<Commands><Add><Application|Data></ApplicationData></Add></Commands>');
    expect(fact(at(item), 'Holds')).toMatch(/\d+ of Email, /);
  });

  test('one that may not stand where it does says where it may', () => {
    const found = at(sync('<Sync|Key>1</SyncKey>'));
    expect(fact(found, 'Here')).toBe('not among what Sync may hold in a Sync response');
    expect(fact(found, 'May stand in')).toContain('Collection (');
  });

  test('what is round it has no place', () => {
    const found = at(sync('<Status><Sync|Key>1</SyncKey></Status>'));
    expect(fact(found, 'Here')).toMatch(/^not among what Status may hold/);
    expect(fact(at(sync('<Foo><Stat|us>1</Status></Foo>')), 'Here')).toMatch(/^not known/);
  });

  test('its end tag, and its brackets, are it, too', () => {
    const text = collection('<SyncKey>1</Sync|Key>');
    expect(at(text)).toMatchObject({ title: 'SyncKey', start: 57, end: 67 });
    expect(at(collection('|<SyncKey>1</SyncKey>'))?.title).toBe('SyncKey');
    expect(at(collection('<SyncKey>1|</SyncKey>'))?.title).toBe('SyncKey');
  });

  test('in another version than it has', () => {
    const text = collection('<Conversation|Mode>1</ConversationMode>');
    expect(fact(at(text, { side: 'request', version: '12.1' }), 'Here')).toBe(
      'at most once in Collection, but not in version 12.1',
    );
  });

  test('of another document type: page and token', () => {
    const found = at('<?wbxml type="si-1.0"?>\n<s|i/>', { doctype: 'si-1.0' });
    expect(found?.title).toBe('si');
    expect(found?.facts).toEqual([{ label: 'Token', text: '05 on page 0; 45 with content' }]);
  });

  test('without a name', () => {
    expect(at(sync('<tag-0x3|F/>'))).toMatchObject({ title: 'Tag without a name' });
    expect(at(sync('<No|Such/>'))).toBeUndefined();
  });
});

describe('a value', () => {
  test.each([
    { text: '<Status>|3</Status>', label: 'What to do', words: 'restart that collection from SyncKey 0' },
    { text: '<Status>|3</Status>', label: 'Status', words: '3: the SyncKey is unknown' },
    { text: '<SyncKey>|0</SyncKey>', label: 'Meaning', words: 'no state' },
    { text: '<SyncKey>&#4|8;</SyncKey>', label: 'Meaning', words: 'no state' },
    { text: '<Class>E|mail</Class>', label: 'Type', words: 'Email, Calendar' },
  ])('$text: $label', ({ text, label, words }) => {
    expect(fact(at(collection(text), { version: '2.5' }), label)).toContain(words);
  });

  test('a date', () => {
    const text =
      '<Sync xmlns="AirSync" xmlns:email="Email"><Collections><Collection><Commands><Add><ApplicationData>';
    const found = at(`${text}<email:DateReceived>2|025-10-01T21:53:55.000Z</email:DateReceived>`);
    expect(fact(found, 'Date')).toBe('Wednesday, 1 October 2025, 21:53:55 UTC');
    expect(found?.title).toBe('Value of DateReceived');
  });

  test.each([
    { what: 'layout', text: collection('| <SyncKey/>') },
    { what: 'an empty element', text: collection('<SyncKey>| </SyncKey>') },
    { what: 'a mark', text: collection('<SyncKey><?wbxml| cut?></SyncKey>') },
    { what: 'a comment', text: collection('<!-- |x -->') },
    { what: 'the end', text: `${collection('')}|` },
  ])('nothing of $what', ({ text }) => {
    expect(at(text)).toBeUndefined();
  });
});

test('a declaration', () => {
  const found = at('<Sync xmlns="AirSync" xmlns:email="E|mail"/>');
  expect(found).toMatchObject({ title: 'Code page 2, Email', start: 22, end: 41 });
  expect(found?.about[0]).toContain('prefix email');
  expect(at('<Sync xmlns="Nowhere|"/>')).toBeUndefined();
});
