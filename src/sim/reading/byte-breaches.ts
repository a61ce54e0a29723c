import { KIND, type KindNumber } from '../../wbxml/index.ts';
import type { Tree } from '../message/tree.ts';
import type { Breach } from './breach.ts';

/** Problems of the codec that are only habits, or of which EAS has nothing to say. */
const HARMLESS = ['long-number', 'opaque-in-1.0', 'more'];

/** What no ActiveSync message uses: everything is inline strings and OPAQUE in tags. @see MS-ASWBXML R656 */
const FOREIGN: Partial<Record<KindNumber, string>> = {
  [KIND.literalTag]: 'foreign-token',
  [KIND.strT]: 'foreign-token',
  [KIND.entity]: 'foreign-token',
  [KIND.extI]: 'foreign-token',
  [KIND.extT]: 'foreign-token',
  [KIND.ext]: 'foreign-token',
  [KIND.pi]: 'foreign-token',
  [KIND.attributeStart]: 'attribute-list',
};

const HEADER = [0x03, 0x01, 0x6a];
const SOURCE = 'MS-ASWBXML 2.1, R656';

/** What is wrong with a reply before anything is known of its command: bytes that break off, forms that EAS has not. */
export function byteBreaches(tree: Tree): Breach[] {
  return [...headerBreaches(tree), ...codecBreaches(tree), ...foreignBreaches(tree)];
}

function headerBreaches({ decoded: { bytes, document } }: Tree): Breach[] {
  const { header } = document;
  if (!header) return [];
  const found: Breach[] = [];
  const of = (fault: string, start: number, end: number, what: string): void => {
    found.push({ fault, start, end, what, must: true, source: SOURCE, level: 'item' });
  };
  if (HEADER.some((byte, i) => bytes[i] !== byte)) {
    of('foreign-header', 0, Math.min(3, bytes.length), 'The header is not 03 01 6a.');
  }
  if (header.tableEnd > header.tableStart) {
    of('string-table', header.tableStart, header.tableEnd, 'There is a string table.');
  }
  return found;
}

function codecBreaches({ decoded }: Tree): Breach[] {
  return decoded.problems
    .filter(({ code }) => !HARMLESS.includes(code))
    .map(({ code, start, end, expected, found, severity }) => ({
      fault: code,
      start,
      end,
      what: `Expected ${expected}, found ${found}.`,
      must: true,
      source: 'MS-ASWBXML 2.1',
      level: severity === 'error' ? ('bytes' as const) : ('item' as const),
    }));
}

/** The first token of each kind that EAS does not use. */
function foreignBreaches({ decoded: { tokens } }: Tree): Breach[] {
  const found = new Map<string, Breach>();
  for (let i = 0; i < tokens.length; i++) {
    const fault = FOREIGN[tokens.kind(i)];
    if (fault === undefined || found.has(fault)) continue;
    const what =
      fault === 'attribute-list' ? 'A tag has attributes.' : 'There is a token that EAS does not use.';
    found.set(fault, {
      fault,
      start: tokens.start(i),
      end: tokens.end(i),
      what,
      must: true,
      source: SOURCE,
      level: 'item',
    });
  }
  return [...found.values()];
}
