import type { KindNumber } from '../wbxml/index.ts';
import { KIND } from '../wbxml/index.ts';
import type { PartName } from './token-parts.ts';

const FORMAT = 'WAP-192-WBXML';

/** Section that defines each kind of token, and its name there. */
const KINDS: Readonly<Record<KindNumber, { section: string; name: string }>> = {
  [KIND.version]: { section: '5.4', name: 'version' },
  [KIND.publicId]: { section: '5.5', name: 'public id' },
  [KIND.charset]: { section: '5.6', name: 'charset' },
  [KIND.stringTableLength]: { section: '5.7', name: 'length of the string table' },
  [KIND.stringTableEntry]: { section: '5.7', name: 'string of the string table' },
  [KIND.switchPage]: { section: '5.8.4.7.2', name: 'SWITCH_PAGE' },
  [KIND.tag]: { section: '5.8.2', name: 'tag' },
  [KIND.literalTag]: { section: '5.8.4.5', name: 'LITERAL tag' },
  [KIND.end]: { section: '5.8.4.7.1', name: 'END' },
  [KIND.strI]: { section: '5.8.4.1', name: 'STR_I, an inline string' },
  [KIND.strT]: { section: '5.8.4.1', name: 'STR_T, a string of the table' },
  [KIND.entity]: { section: '5.8.4.3', name: 'ENTITY, a character' },
  [KIND.extI]: { section: '5.8.4.2', name: 'EXT_I, an extension with a string' },
  [KIND.extT]: { section: '5.8.4.2', name: 'EXT_T, an extension with a number' },
  [KIND.ext]: { section: '5.8.4.2', name: 'EXT, an extension of one byte' },
  [KIND.opaque]: { section: '5.8.4.6', name: 'OPAQUE, data' },
  [KIND.pi]: { section: '5.8.4.4', name: 'PI, a processing instruction' },
  [KIND.attributeStart]: { section: '5.8.3', name: 'attribute start' },
  [KIND.attributeLiteral]: { section: '5.8.4.5', name: 'LITERAL attribute' },
  [KIND.attributeValue]: { section: '5.8.3', name: 'attribute value' },
  [KIND.unread]: { section: '5.3', name: 'not read' },
};

/** What a kind of token is called, in full. */
export const kindName = (kind: KindNumber): string => KINDS[kind].name;

/** Where it is defined what a byte in this part of such a token is. */
export function sourceOf(kind: KindNumber, part: PartName): string {
  const section = `${FORMAT} §${KINDS[kind].section}`;
  return part === 'number' ? `${section}, §5.1` : section;
}
