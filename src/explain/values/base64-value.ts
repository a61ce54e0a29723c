import { fileStart, fromBase64, toHex } from '../../bytes/index.ts';
import { counted, isText, quoted } from '../shown-text.ts';
import { TIME_ZONE_SIZE, timeZoneLines } from './time-zone.ts';
import type { ValueLine } from './value-line.ts';

/** Digits that are decoded to look at the beginning; a multiple of four, enough for a time zone. */
const LOOKED_AT = 256;
/** Fewer digits than this are more likely a word. */
export const SHORTEST = 16;

/**
 * A base64 text in words: how many bytes, the first of them, and what they are where that can be told.
 * `undefined` where the text's beginning is no base64.
 * @param head the beginning of the text, whole or at least 256 characters
 * @param size bytes of the whole text
 */
export function base64Lines(head: string, size: number): ValueLine[] | undefined {
  const whole = head.length >= size;
  const bytes = fromBase64(whole ? head : head.slice(0, LOOKED_AT));
  if (!bytes || bytes.length === 0) return undefined;
  const about = whole ? bytes.length : Math.floor((size * 3) / 4);
  const amount = whole ? counted(about, 'byte') : `about ${counted(about, 'byte')}`;
  return [{ label: 'Base64', text: amount }, ...dataLines(bytes, about)];
}

/** Beginnings of what a value holds beside files, and what they are. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['d0cf11e0a1b11ae1', 'an older Office document'],
  ['1f8b', 'gzip data'],
  ['3082', 'ASN.1 data, such as a certificate'],
  ['040000008200e00074c5b7101a82e008', 'the id of a meeting (GlobalObjectId, MS-OXOCAL)'],
  ['7b5c727466', 'rich text (RTF)'],
];

/**
 * What a piece of data is, told by its beginning; its first bytes where that does not say it.
 * @param size bytes of the whole data
 */
export function dataLines(head: Uint8Array, size: number): ValueLine[] {
  if (size === TIME_ZONE_SIZE && head.length === TIME_ZONE_SIZE) return timeZoneLines(head) ?? [];
  const hex = toHex(head.subarray(0, 16));
  const found = fileStart(head)?.name ?? SIGNATURES.find(([signature]) => hex.startsWith(signature))?.[1];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(0, 48));
  const first = { label: 'First bytes', text: toHex(head.subarray(0, 16), ' ') };
  if (found) return [first, { label: 'What it is', text: `begins like ${found}` }];
  const readable = isText(size > 48 ? text.replace(/\ufffd+$/, '') : text);
  return readable && size >= 4
    ? [{ label: 'As text', text: `${quoted(text)}${size > 48 ? ' …' : ''}` }]
    : [first];
}
