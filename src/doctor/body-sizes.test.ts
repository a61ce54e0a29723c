import { describe, expect, test } from 'vitest';
import { xmlToBytes } from '../xml/index.ts';
import { examine } from './examine.ts';

const NAMES = 'xmlns="AirSync" xmlns:b="AirSyncBase"';
const collection = (inside: string): string =>
  `<Sync ${NAMES}><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>${inside}</Collection></Collections></Sync>`;

const preference = (type: number, more: string): string =>
  `<b:BodyPreference><b:Type>${type}</b:Type>${more}</b:BodyPreference>`;
const UP_TO_500 = preference(1, '<b:TruncationSize>500</b:TruncationSize><b:Preview>20</b:Preview>');

const item = (body: string): string =>
  `<ServerId>5:1</ServerId><ApplicationData><b:Body>${body}</b:Body></ApplicationData>`;
const changed = (body: string): string => `<Commands><Change>${item(body)}</Change></Commands>`;
const body = (type: number, size: number, data: string, truncated = ''): string =>
  `<b:Type>${type}</b:Type><b:EstimatedDataSize>${size}</b:EstimatedDataSize>${truncated && `<b:Truncated>${truncated}</b:Truncated>`}<b:Data>${data}</b:Data>`;

/** What is found in a reply to a request with these BodyPreferences: severity and rule. */
function found(preferences: string, answer: string): string[] {
  const readAs = { version: '14.1' };
  const request = collection(`<GetChanges/>${preferences && `<Options>${preferences}</Options>`}`);
  const response = collection(`<Status>1</Status>${answer}`).replace('>2<', '>3<');
  return examine({
    format: 1,
    title: '',
    exchanges: [
      {
        id: 'a',
        request: { bytes: xmlToBytes(request), readAs },
        response: { bytes: xmlToBytes(response), readAs },
      },
    ],
  }).map(({ severity, rule }) => `${severity} ${rule}`);
}

const TOO_LONG = ['note body-over-limit'];
const UNSAID = ['error cut-unsaid'];

describe('of 500 bytes that were asked for', () => {
  test.each<[string, string, string[]]>([
    ['all, and no more, is right', body(1, 500, 'x'.repeat(500)), []],
    ['less is right', body(1, 12, 'x'.repeat(12)), []],
    ['a size that is but guessed is right', body(1, 900, 'x'.repeat(300)), []],
    ['a cut is right where it is said', body(1, 900, 'x'.repeat(500), '1'), []],
    ['a cut is not said', body(1, 900, 'x'.repeat(500)), UNSAID],
    ['a cut is denied', body(1, 501, 'x'.repeat(500), '0'), UNSAID],
    ['a cut keeps the last character whole', body(1, 900, `${'x'.repeat(497)}é`), UNSAID],
    ['a cut counts characters', body(1, 2000, 'é'.repeat(500)), UNSAID],
    ['one more comes', body(1, 501, 'x'.repeat(501)), TOO_LONG],
    ['one more comes, and is said to be cut', body(1, 900, 'x'.repeat(501), '1'), TOO_LONG],
    ['more bytes, but no more characters come', body(1, 800, 'é'.repeat(400), '1'), []],
  ])('%s', (_, one, expected) => {
    expect(found(UP_TO_500, changed(one))).toEqual(expected);
  });
});

test('a limit is that of its own type', () => {
  const long = body(2, 900, 'x'.repeat(900));
  expect(found(UP_TO_500 + preference(2, ''), changed(long))).toEqual([]);
  expect(found(UP_TO_500 + preference(2, '<b:TruncationSize>900</b:TruncationSize>'), changed(long))).toEqual(
    [],
  );
  expect(found(UP_TO_500 + preference(2, '<b:TruncationSize>899</b:TruncationSize>'), changed(long))).toEqual(
    TOO_LONG,
  );
});

test('plain text in place of what was asked for has no limit', () => {
  const asked = preference(2, '<b:TruncationSize>10</b:TruncationSize>');
  expect(found(asked, changed(body(1, 900, 'x'.repeat(900))))).toEqual([]);
});

test('without Options an earlier request decides', () => {
  expect(found('', changed(body(1, 900, 'x'.repeat(900))))).toEqual([]);
});

test('no text asked for, no cut unsaid', () => {
  const none = preference(1, '<b:TruncationSize>0</b:TruncationSize>');
  expect(found(none, changed(body(1, 900, '')))).toEqual([]);
});

test.each([
  ['x'.repeat(20), []],
  ['é'.repeat(20), []],
  ['x'.repeat(21), ['warning preview-over-limit']],
])('a preview of “%s” for 20 characters', (text, expected) => {
  const cut = `<b:Type>1</b:Type><b:EstimatedDataSize>900</b:EstimatedDataSize><b:Truncated>1</b:Truncated><b:Preview>${text}</b:Preview>`;
  expect(found(UP_TO_500, changed(cut))).toEqual(expected);
});
