import { grouped } from '../bytes/index.ts';
import {
  firstPartOf,
  LIMITS,
  partSizes,
  type Around,
  type Exchange,
  type Message,
} from '../conversation/index.ts';
import { count } from './reading.ts';

/** Sizes of further parts that are told one by one. */
const MOST_TOLD = 5;

/** The bytes read as a multipart answer: its WBXML part, what stands around it, and a clause about it. */
export interface OpenedParts {
  bytes: Uint8Array;
  around: Around;
  /** 'the first of 2 parts of a multipart answer, 37 of 1,204 bytes; the other has 1,147'. */
  words: string;
}

/** `undefined` where the bytes are no multipart answer that begins with WBXML. */
export function openParts(bytes: Uint8Array): OpenedParts | undefined {
  const opened = firstPartOf({ bytes });
  if (!opened.around || !opened.bytes) return undefined;
  const [first = 0, ...others] = partSizes(opened);
  const part = others.length === 0 ? 'the only part' : `the first of ${count(others.length + 1, 'part')}`;
  const size = `${grouped(first)} of ${count(bytes.length, 'byte')}`;
  return {
    bytes: opened.bytes,
    around: opened.around,
    words: `${part} of a multipart answer, ${size}${otherSizes(others)}`,
  };
}

function otherSizes(sizes: readonly number[]): string {
  if (sizes.length === 0) return '';
  const told = sizes.slice(0, MOST_TOLD).map(grouped);
  const more = sizes.length > MOST_TOLD ? `, and ${grouped(sizes.length - MOST_TOLD)} more` : '';
  return `; ${sizes.length === 1 ? 'the other has' : 'the others have'} ${told.join(', ')}${more}`;
}

/** The exchange with its multipart answer opened: the reply begins inside the body, and the note says so. */
export function withPartsOpened(exchange: Exchange): Exchange {
  const { response } = exchange;
  const opened = response?.bytes && openParts(response.bytes);
  if (!opened) return exchange;
  const { bytes, around, words } = opened;
  const reply: Message = { ...response, bytes, around };
  const note = `${exchange.note === undefined ? '' : `${exchange.note} `}Reply: ${words}.`;
  return { ...exchange, ...(note.length <= LIMITS.note && { note }), response: reply };
}
