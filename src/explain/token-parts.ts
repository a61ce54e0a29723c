import { readMbUint32 } from '../bytes/index.ts';
import { stringSpan, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';

/** What a stretch of bytes is within its token. */
export type PartName =
  'token' | 'version' | 'mark' | 'number' | 'page' | 'text' | 'terminator' | 'data' | 'unread';

/** A stretch of one token: bytes, half-open. `what` says what a number counts or names. */
export interface Part {
  name: PartName;
  start: number;
  end: number;
  what: string;
}

/** The parts of token `i`, in order: a partition of its bytes. */
export function partsOf(decoded: Decoded, i: number): Part[] {
  const { tokens } = decoded;
  const start = tokens.start(i);
  const end = tokens.end(i);
  const kind = tokens.kind(i);
  const first: Part = { name: 'token', start, end: start + 1, what: '' };
  const numberTo = (past: number, what: string): Part => ({
    name: 'number',
    start: start + 1,
    end: past,
    what,
  });
  switch (kind) {
    case KIND.version:
      return [{ name: 'version', start, end, what: '' }];
    case KIND.publicId:
      if (decoded.bytes[start] !== 0) return [{ name: 'number', start, end, what: 'public id' }];
      return [{ ...first, name: 'mark' }, numberTo(end, 'public id’s name: string-table offset')];
    case KIND.charset:
      return [{ name: 'number', start, end, what: 'charset' }];
    case KIND.stringTableLength:
      return [{ name: 'number', start, end, what: 'length of the string table' }];
    case KIND.stringTableEntry: {
      const text = stringSpan(decoded.document, i);
      return [textPart(text), terminatorPart(text.end, end)].filter(notEmpty);
    }
    case KIND.strI:
    case KIND.extI: {
      const text = stringSpan(decoded.document, i);
      return [first, textPart(text), terminatorPart(text.end, end)].filter(notEmpty);
    }
    case KIND.switchPage:
      return [first, { name: 'page', start: start + 1, end, what: '' }];
    case KIND.literalTag:
    case KIND.attributeLiteral:
    case KIND.strT:
      return [first, numberTo(end, 'string-table offset')];
    case KIND.extT:
      return [first, numberTo(end, decoded.vocabulary.type.variables ? 'string-table offset' : 'number')];
    case KIND.entity:
      return [first, numberTo(end, 'character code')];
    case KIND.opaque: {
      const past = readMbUint32(decoded.bytes, start + 1).next;
      const data: Part = { name: 'data', start: past, end, what: '' };
      return [first, numberTo(past, 'length'), data].filter(notEmpty);
    }
    case KIND.unread:
      return [{ name: 'unread', start, end, what: '' }];
    case KIND.tag:
    case KIND.end:
    case KIND.ext:
    case KIND.pi:
    case KIND.attributeStart:
    case KIND.attributeValue:
      return [first];
    default:
      return kind satisfies never;
  }
}

const notEmpty = (part: Part): boolean => part.end > part.start;
const textPart = (span: { start: number; end: number }): Part => ({ name: 'text', ...span, what: '' });
const terminatorPart = (start: number, end: number): Part => ({ name: 'terminator', start, end, what: '' });

/** The part of token `i` that holds the byte at `offset`. */
export function partAt(decoded: Decoded, i: number, offset: number): Part {
  const parts = partsOf(decoded, i);
  const part = parts.find(({ start, end }) => offset >= start && offset < end);
  if (!part) throw new RangeError(`byte ${offset} is not in token ${i}`);
  return part;
}

/** The number that token `i` carries: a length, an offset, a code. 0 where it carries none. */
export function numberOf(decoded: Decoded, i: number): number {
  const part = partsOf(decoded, i).find(({ name }) => name === 'number');
  return part ? readMbUint32(decoded.bytes, part.start).value : 0;
}
