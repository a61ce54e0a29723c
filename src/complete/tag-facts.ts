import { vocabularyOf } from '../doctypes/index.ts';

const PAGE = 8; // bits of a key below the page: see keyOf
const CODE = 0xff;

export const pageOf = (key: number): number => key >> PAGE;
export const codeOf = (key: number): number => key & CODE;

/** `Page:Name` of an ActiveSync tag; empty where it has no name. */
export function activeSyncName(key: number): string {
  const vocabulary = vocabularyOf('activesync');
  const namespace = vocabulary?.page(pageOf(key))?.namespace;
  const name = vocabulary?.tag(pageOf(key), codeOf(key))?.name;
  return namespace === undefined || name === undefined ? '' : `${namespace}:${name}`;
}
