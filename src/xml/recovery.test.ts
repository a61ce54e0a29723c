import { describe, expect, test } from 'vitest';
import { readXml } from './index.ts';
import { ROW } from './rows.ts';
import { splitVariables, variableText } from './variables.ts';

const told = (text: string): string[] =>
  readXml(text).problems.map(({ code, start, end, assumed }) => `${code} ${start}–${end} ${assumed}`);

/** The outline of a broken text: start tags by their depth. */
function outline(text: string): string {
  const { rows } = readXml(text).map;
  const lines: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (rows.kind(i) !== ROW.open && rows.kind(i) !== ROW.empty) continue;
    let depth = 0;
    for (let up = rows.get('parent', i); up >= 0; up = rows.get('parent', up)) depth++;
    lines.push('.'.repeat(depth) + text.slice(rows.get('textStart', i), rows.get('textEnd', i)));
  }
  return lines.join(' ');
}

describe('one pass tells all problems and keeps the outline', () => {
  test('a wrong end tag closes up to the element of its name', () => {
    const text = '<Sync><Collections><Collection></Collections><Add/></Sync>';
    expect(told(text)).toEqual(['unbalanced 31–45 everything up to it is closed']);
    expect(outline(text)).toBe('<Sync> .<Collections> ..<Collection> .<Add/>');
  });
  test('an end tag of nothing open is skipped', () => {
    const text = '<Sync></Foo><Add/></Sync>';
    expect(told(text)).toEqual(['unbalanced 6–12 skipped']);
    expect(outline(text)).toBe('<Sync> .<Add/>');
  });
  test('several wrong end tags, each told', () => {
    const text = '<Sync><Add></Change></Delete></Sync></Sync>';
    expect(told(text)).toEqual([
      'unbalanced 11–20 skipped',
      'unbalanced 20–29 skipped',
      'unbalanced 29–36 everything up to it is closed',
      'unbalanced 36–43 skipped',
    ]);
  });
  test('an unfinished tag ends at the next <', () => {
    const text = '<Sync><Add <Change/></Sync>';
    expect(told(text)).toEqual(['bad-markup 6–11 nothing']);
    expect(outline(text)).toBe('<Sync> .<Change/>');
  });
  test('a tag that does not end is shown without what stands between it and the next line', () => {
    const [problem] = readXml('<Sync><oops\n  <Add/></Sync>').problems;
    expect(problem).toMatchObject({ code: 'bad-markup', start: 6, end: 14, found: '<oops' });
  });
  test('a quote that nobody closes ends at the next <', () => {
    expect(told('<Sync><Add a="1><Change/></Sync>')).toEqual(['bad-markup 6–16 nothing']);
  });
  test('different problems in one text, in order', () => {
    const text = '<Sync><Foo/>a & b<Status>&bar;</Status><?wbxml nothing?><Add></Sync>';
    expect(told(text).map((line) => line.split(' ')[0])).toEqual([
      'unknown-name',
      'bad-reference',
      'bad-reference',
      'bad-mark',
      'unbalanced',
    ]);
  });
  test('a bad reference behind CR LF stands where it stands', () => {
    expect(told('<Sync>a\r\nb &foo; c</Sync>')).toEqual(['bad-reference 11–16 a literal &']);
  });
  test('… and behind other references and line ends, in a text and in a value', () => {
    expect(told('<Sync>a\r\n&lt;\r\n& c</Sync>')).toEqual(['bad-reference 15–16 a literal &']);
    const value = '<si><indication href="a\r\n&lt;\r\n&foo; c"/></si>';
    const at = value.indexOf('&foo;');
    expect(told(value)[1]).toBe(`bad-value ${at}–${at + 5} nothing`);
  });
  test('there is an end to telling', () => {
    expect(readXml(`<Sync>${'<Foo/>'.repeat(1000)}</Sync>`).problems.length).toBe(200);
  });
});

describe('variables', () => {
  test.each([
    { raw: 'a', parts: ['a'] },
    { raw: '$(b)', parts: [{ b: 2 }] },
    { raw: 'a$(b:escape)c$(d:unesc)', parts: ['a', { b: 0 }, 'c', { d: 1 }] },
    { raw: '&#36;(b)', parts: ['$(b)'] },
    { raw: '$(1)$(b', parts: ['$(1)$(b'] },
    { raw: '$(b:other)', parts: ['$(b:other)'] },
    { raw: '$b_1-$(c:N)$(d:e)$(f:unesc)', parts: [{ b_1: 2 }, '-', { c: 2 }, { d: 0 }, { f: 1 }] },
    { raw: 'a$$b$$$c$ $5$', parts: ['a$b$', { c: 2 }, '$ $5$'] },
    { raw: '', parts: [] },
  ])('$raw', ({ raw, parts }) => {
    const found = splitVariables(raw).map((part) =>
      part.kind === 'text' ? part.text : { [part.name]: part.conversion },
    );
    expect(found).toEqual(parts);
  });
  test('a name that is none has no such form', () => {
    expect(variableText('a', 0)).toBe('$(a:escape)');
    expect(variableText('a', 2)).toBe('$(a)');
    expect(variableText('a', 2, 0)).toBe('$(a:noesc)');
    for (const name of ['', '1', 'a b', 'a:escape']) expect(variableText(name, 2)).toBeUndefined();
  });
});

describe('what would be passed over in silence is told', () => {
  const said = (content: string): string[] =>
    readXml(`<Sync xmlns="AirSync">${content}</Sync>`).problems.map(
      ({ severity, code, expected, found }) => `${severity} ${code}: ${found}, not ${expected}`,
    );
  test.each([
    ['<?wbxml opaque="61" lenght="500"?>', 'error bad-mark: lenght="500", not length or eol, once'],
    ['<?wbxml opaque="61" length="1" length="2"?>', 'error bad-mark: length="2", not length or eol, once'],
    ['<?wbxml entity="65" width="2"?>', 'error bad-mark: width="2", not nothing behind entity'],
    ['<?wbxml entity="65" entity="66"?>', 'error bad-mark: entity="66", not nothing behind entity'],
    ['<?wbxml cut opaque="61"?>a', 'error bad-mark: opaque="61", not eol, once'],
    ['<Status> </Status>', 'warning dropped: white space alone, not &#32; where a space is a value'],
    ['<Status xml:space="preserve"/>', 'warning dropped: xml:space, not what WBXML can carry'],
    ['<Status xsi:nil="true"/>', 'warning dropped: xsi:nil, not what WBXML can carry'],
    ['\u0001', 'error not-xml: the control character U+0001, not characters XML allows'],
    ['\ufffe', 'error not-xml: U+FFFE, which is no character, not characters XML allows'],
    ['a\ud83db', 'error not-xml: half of a surrogate pair, U+D83D, not characters XML allows'],
  ])('%s', (content, problem) => {
    expect(said(content)).toEqual([problem]);
  });
  test.each(['<Add> <Change/> </Add>', '<Add>\n</Add>', '<Status>&#32;</Status>', '<Status/> <Status/>'])(
    '%s: nothing to tell',
    (content) => {
      expect(said(content)).toEqual([]);
    },
  );
  test('a mark in a value with a word too many', () => {
    const { problems } = readXml('<si><indication href="{str-t 5 6 7}"/></si>');
    expect(problems.map(({ code, found }) => `${code} ${found}`)).toContain('bad-value {str-t 5 6 7}');
  });
  test.each(['<!DOCTYPE Sync PUBLIC "a>b" "">', `<!DOCTYPE Sync [<!ENTITY a "]>"><!-- don't ]> -->]>`])(
    '%s ends at its own end',
    (doctype) => {
      expect(readXml(`${doctype}<Sync/>`).problems).toEqual([]);
    },
  );
});
