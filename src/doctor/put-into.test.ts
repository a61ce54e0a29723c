import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { applyFix } from './apply-fix.ts';
import { examine } from './examine.ts';

const PAGES = 'xmlns:a="AirSync" xmlns:b="AirSyncBase" xmlns:e="Email" xmlns:g="GAL"';
const body = (page: string, name: string, inside: string): string =>
  `<${name} xmlns="${page}" ${PAGES}>${inside}</${name}>`;
const operations = (inside: string): string => body('ItemOperations', 'ItemOperations', inside);
const search = (inside: string): string => body('Search', 'Search', inside);

const talkOf = (xml: string): Conversation => ({
  format: 1,
  title: '',
  exchanges: [{ id: 'a', response: { bytes: xmlToBytes(xml), readAs: { version: '14.1' } } }],
});

const FETCH = '<Fetch><Status>8</Status></Fetch>';
const FOUND =
  '<Status>1</Status><Result><Properties><g:DisplayName>A</g:DisplayName></Properties></Result><Range>0-0</Range><Total>1</Total>';

test.each([
  {
    name: 'Response around what was fetched',
    bad: operations(`<Status>1</Status>${FETCH}${FETCH}`),
    good: operations(`<Status>1</Status><Response>${FETCH}${FETCH}</Response>`),
    title: 'Put these 2 into Response',
  },
  {
    name: 'Store around what was found',
    bad: search(`<Status>1</Status><Response>${FOUND}</Response>`),
    good: search(`<Status>1</Status><Response><Store>${FOUND}</Store></Response>`),
    title: 'Put these 4 into Store',
  },
  {
    name: 'Properties, on another page than what they hold',
    bad: operations(
      '<Status>1</Status><Response><Fetch><Status>1</Status><a:CollectionId>5</a:CollectionId><a:ServerId>5:1</a:ServerId><e:Subject>s</e:Subject><e:Read>1</e:Read></Fetch></Response>',
    ),
    good: operations(
      '<Status>1</Status><Response><Fetch><Status>1</Status><a:CollectionId>5</a:CollectionId><a:ServerId>5:1</a:ServerId><Properties><e:Subject>s</e:Subject><e:Read>1</e:Read></Properties></Fetch></Response>',
    ),
    title: 'Put these 2 into Properties',
  },
  {
    name: 'Collections around two of them',
    bad: body(
      'AirSync',
      'Sync',
      '<Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId><Status>1</Status></Collection><Collection><SyncKey>1</SyncKey><CollectionId>6</CollectionId><Status>1</Status></Collection>',
    ),
    good: body(
      'AirSync',
      'Sync',
      '<Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId><Status>1</Status></Collection><Collection><SyncKey>1</SyncKey><CollectionId>6</CollectionId><Status>1</Status></Collection></Collections>',
    ),
    title: 'Put these 2 into Collections',
  },
])('$name', ({ bad, good, title }) => {
  const talk = talkOf(bad);
  const finding = examine(talk).find(({ fix }) => fix?.title === title);
  if (!finding) throw new Error('no such fix');
  const after = applyFix(talk, finding);
  expect(toHex(after.exchanges[0]?.response?.bytes ?? new Uint8Array())).toBe(toHex(xmlToBytes(good)));
  expect(examine(after).filter(({ rule }) => rule !== 'success-without-result')).toEqual([]);
});

test.each([
  {
    name: 'an estimate whose Collection would lack its id',
    xml: body(
      'GetItemEstimate',
      'GetItemEstimate',
      '<Response><Status>1</Status><Estimate>3</Estimate></Response>',
    ),
  },
  {
    name: 'what the message says nowhere else',
    xml: body(
      'AirSync',
      'Sync',
      '<Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId><Status>1</Status></Collection></Collections><MoreAvailable/>',
    ),
  },
  {
    name: 'all that was fetched',
    xml: operations(
      '<Status>1</Status><Response><Fetch><Status>1</Status><a:CollectionId>5</a:CollectionId><a:ServerId>5:1</a:ServerId><a:ApplicationData><e:Subject>s</e:Subject></a:ApplicationData></Fetch></Response>',
    ),
  },
])('no fix takes out $name', ({ xml }) => {
  const found = examine(talkOf(xml));
  expect(found.map(({ rule }) => rule)).toContain('unexpected-child');
  expect(found.flatMap(({ fix }) => fix?.title ?? [])).toEqual([]);
});
