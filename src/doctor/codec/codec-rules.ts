import type { Breach, Consequence, RuleFacts } from '../rule.ts';

/** A rule whose fault the codec itself reports: its id is the code of the problem. */
export interface CodecRule extends RuleFacts {
  title: string;
}

const UNREADABLE: Consequence = { what: 'unreadable', basis: 'spec' };
const UNKNOWN: Consequence = { what: 'unknown', basis: 'inferred' };
const REJECTED: Consequence = { what: 'rejected', by: 'phone', basis: 'reported' };
const TOLERATED: Consequence = { what: 'tolerated', basis: 'inferred' };

type Row = readonly [id: string, title: string, breach: Breach, consequence: Consequence, source: string];

const rows: readonly Row[] = [
  ['truncated', 'The input ends inside an item', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.8'],
  ['too-large', 'A number of more than 32 bits', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.1'],
  ['missing-end', 'An END is missing', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.8.1'],
  ['after-root', 'Bytes after the root', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'],
  ['no-root', 'No root element', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'],
  ['not-in-attributes', 'A token that no attribute list may hold', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'],
  ['value-before-start', 'An attribute value without an attribute', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'],
  [
    'unknown-version',
    'A version that WBXML does not have',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML 2.1; WAP-192-WBXML §5.4',
  ],
  ['unknown-charset', 'A charset that nobody knows', 'MUST', UNKNOWN, 'MS-ASWBXML 2.1; WAP-192-WBXML §5.6'],
  [
    'unknown-type',
    'A public id for which there is no table',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML 2.1; WAP-192-WBXML §5.5',
  ],
  ['long-number', 'A number written longer than it needs', 'habit', TOLERATED, 'WAP-192-WBXML §5.1'],
  ['opaque-in-1.0', 'OPAQUE in version 1.0', 'habit', TOLERATED, 'WAP-192-WBXML §5.8.4.6'],
  [
    'outside-table',
    'A reference outside the string table',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML R656; WAP-192-WBXML §5.7',
  ],
  [
    'unterminated-table',
    'A string table whose last string does not end',
    'SHOULD',
    UNKNOWN,
    'WAP-192-WBXML §5.7',
  ],
  [
    'empty-attributes',
    'An attribute bit without an attribute',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML R656; WAP-192-WBXML §5.3',
  ],
  ['unknown-attribute', 'An attribute without a name', 'MUST', UNKNOWN, 'MS-ASWBXML R656'],
  ['unknown-value', 'An attribute value without a name', 'MUST', UNKNOWN, 'MS-ASWBXML R656'],
  ['unknown-tag', 'A tag that its code page does not have', 'MUST', REJECTED, 'MS-ASWBXML 2.1.2.1'],
  ['unknown-page', 'A code page that does not exist', 'MUST', REJECTED, 'MS-ASWBXML 2.1.2.1'],
  ['not-text', 'Bytes that are no UTF-8 in a string', 'MUST', REJECTED, 'MS-ASWBXML R804, R819'],
  [
    'not-a-character',
    'A number that is no character',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML R656; WAP-192-WBXML §5.8.4.5',
  ],
];

const rulesByCode = new Map(
  rows.map(([id, title, breach, consequence, source]): [string, CodecRule] => [
    id,
    { id, title, breach, consequence, basis: consequence === REJECTED ? 'reported' : 'spec', source },
  ]),
);

/** The rule that a problem of the codec breaks, by its code. */
export const codecRule = (code: string): CodecRule | undefined => rulesByCode.get(code);
