import { grouped } from '../bytes/index.ts';
import { LIMITS, multipartPartOf, type Around, type Exchange } from '../conversation/index.ts';
import { readMultipart } from '../eas/index.ts';
import { count } from './reading.ts';

/** Most sizes of further parts that are told. */
const MOST_TOLD = 5;

export interface OpenedParts {
  bytes: Uint8Array;
  around: Around;
  /** 'the first of 2 parts of a multipart answer, 37 of 1,204 bytes; the other has 1,147'. */
  words: string;
}

/** `undefined` where the bytes are no multipart answer that begins with WBXML. */
export function openParts(whole: Uint8Array): OpenedParts | undefined {
  const { bytes, around } = multipartPartOf({ bytes: whole });
  if (!around || !bytes) return undefined;
  const sizes = (readMultipart(whole) ?? []).map(({ start, end }) => grouped(end - start));
  const part = sizes.length === 1 ? 'the only part' : `the first of ${sizes.length} parts`;
  const others = sizes.slice(1, 1 + MOST_TOLD).join(', ');
  const more = others && `; the other${sizes.length === 2 ? ' has' : 's have'} ${others}`;
  const words = `${part} of a multipart answer, ${sizes[0]} of ${count(whole.length, 'byte')}${more}`;
  return { bytes, around, words };
}

/** The exchange with its reply beginning inside a multipart body, which its note says. */
export function withPartsOpened(exchange: Exchange): Exchange {
  const { response } = exchange;
  const opened = response?.bytes && openParts(response.bytes);
  if (!opened) return exchange;
  const { words, ...part } = opened;
  const note = `${exchange.note === undefined ? '' : `${exchange.note} `}Reply: ${words}.`;
  return {
    ...exchange,
    ...(note.length <= LIMITS.note && { note }),
    response: { ...response, ...part },
  };
}
