import { KIND, type TokenTable } from '../../wbxml/index.ts';

/** Looks of a token; a class of styles/kinds.css without its prefix. */
export type Look =
  'header' | 'tag' | 'end' | 'string' | 'page' | 'opaque' | 'attribute' | 'entity' | 'unread';

const LOOKS: Readonly<Record<number, Look>> = {
  [KIND.version]: 'header',
  [KIND.publicId]: 'header',
  [KIND.charset]: 'header',
  [KIND.stringTableLength]: 'header',
  [KIND.stringTableEntry]: 'string',
  [KIND.switchPage]: 'page',
  [KIND.tag]: 'tag',
  [KIND.literalTag]: 'tag',
  [KIND.end]: 'end',
  [KIND.strI]: 'string',
  [KIND.strT]: 'string',
  [KIND.opaque]: 'opaque',
  [KIND.pi]: 'attribute',
  [KIND.attributeStart]: 'attribute',
  [KIND.attributeLiteral]: 'attribute',
  [KIND.attributeValue]: 'attribute',
  [KIND.unread]: 'unread',
};

/** How token `i` is drawn; entities and extensions share a look. */
export const lookOf = (tokens: TokenTable, i: number): Look => LOOKS[tokens.kind(i)] ?? 'entity';
