import { readMbUint32, toHex } from '../bytes/index.ts';
import {
  applicationName,
  charsetName,
  CODED,
  DATES,
  headerName,
  NUMBERS,
  mediaTypeName,
  PARAMETERS,
  SECURITY,
} from './wsp-names.ts';
import { numberIn, readText, readValue, type WspValue } from './wsp-value.ts';

/** A text that stands as such in the bytes: half-open, without its NUL. */
export interface WspText {
  start: number;
  end: number;
  /** The header or parameter it is of. */
  name: string;
  /** True where it is bytes, shown in hex. */
  isData?: true;
}

/** A header in the words of HTTP. */
export interface WspHeader {
  name: string;
  value: string;
}

/** A media type with its parameters in their order; a parameter without a value is ''. */
export interface MediaType {
  type: string;
  parameters: readonly (readonly [name: string, value: string])[];
}

interface Read<T> {
  value: T;
  next: number;
}

/** Reads headers as HTTP would write them, and keeps where their texts stand. */
export class FieldReader {
  readonly texts: WspText[] = [];
  private readonly bytes: Uint8Array;
  private readonly end: number;

  /** @param end the first byte that is no header any more */
  constructor(bytes: Uint8Array, end: number) {
    this.bytes = bytes;
    this.end = end;
  }

  /** The Content-Type at `at`; `undefined` where none can stand there. @see WAP-230-WSP §8.4.2.24 */
  contentType(at: number): Read<MediaType> | undefined {
    const value = readValue(this.bytes, at, this.end);
    if (!value) return undefined;
    if (value.kind !== 'data') {
      const type = this.mediaType(value);
      return type === undefined ? undefined : { value: { type, parameters: [] }, next: value.next };
    }
    const media = readValue(this.bytes, value.start, value.end);
    const type = media && this.mediaType(media);
    const parameters = type === undefined ? undefined : this.parameters(media?.next ?? 0, value.end);
    if (type === undefined || !parameters) return undefined;
    return { value: { type, parameters }, next: value.next };
  }

  /** The headers from `at` to the end of what is read; `undefined` where one does not end there. */
  headers(at: number): WspHeader[] | undefined {
    const headers: WspHeader[] = [];
    let page = 1;
    for (let next = at; next < this.end;) {
      const first = this.bytes[next] as number;
      if (first === PAGE_SHIFT) {
        page = this.bytes[next + 1] ?? 0;
        next += 2;
      } else if (first < 0x20) {
        page = first;
        next++;
      } else {
        const read = this.header(next, page);
        if (!read) return undefined;
        headers.push(read.value);
        next = read.next;
      }
    }
    return headers;
  }

  private header(at: number, page: number): Read<WspHeader> | undefined {
    const named = readValue(this.bytes, at, this.end);
    if (!named || named.kind === 'data') return undefined;
    const onPage = page === 1 ? '' : ` (code page ${page})`;
    const name =
      named.kind === 'text'
        ? named.text
        : page === 1
          ? headerName(named.number)
          : `X-WSP-${toHex(Uint8Array.of(named.number))}${onPage}`;
    if (name === 'Content-Type') {
      const type = this.contentType(named.next);
      return type && { value: { name, value: mediaTypeText(type.value) }, next: type.next };
    }
    const value = readValue(this.bytes, named.next, this.end);
    return value && { value: { name, value: this.words(name, value) }, next: value.next };
  }

  private mediaType(value: WspValue): string | undefined {
    if (value.kind === 'text') return /^[\w.+-]+\/[\w.+*-]+$/.test(value.text) ? value.text : undefined;
    const code = numberIn(this.bytes, value);
    return code === undefined ? undefined : mediaTypeName(code);
  }

  private parameters(at: number, end: number): [string, string][] | undefined {
    const found: [string, string][] = [];
    for (let next = at; next < end;) {
      const named = readValue(this.bytes, next, end);
      const code = named && numberIn(this.bytes, named);
      if (!named || (named.kind === 'data' && code === undefined)) return undefined;
      const known = code === undefined ? undefined : PARAMETERS[code];
      const name = named.kind === 'text' ? named.text : (known?.name ?? `parameter ${code ?? ''}`);
      const read = this.parameter(name, known?.value, named.next, end);
      if (!read) return undefined;
      found.push([name, read.value]);
      next = read.next;
    }
    return found;
  }

  private parameter(
    name: string,
    form: (typeof PARAMETERS)[number]['value'],
    at: number,
    end: number,
  ): Read<string> | undefined {
    if (form === 'q') {
      const { value, next, fault } = readMbUint32(this.bytes, at, end);
      // up to 100 in hundredths, more in thousandths
      const q = value <= 100 ? (value - 1) / 100 : (value - 100) / 1000;
      return fault ? undefined : { value: String(q), next };
    }
    const value = readValue(this.bytes, at, end);
    if (!value) return undefined;
    const { next } = value;
    const number = numberIn(this.bytes, value);
    if (number === undefined) return { value: this.textOf(name, value), next };
    switch (form) {
      case 'charset':
        return { value: charsetName(number), next };
      case 'security':
        return { value: SECURITY[number] ?? String(number), next };
      case 'version':
        return { value: versionText(number), next };
      case 'date':
        return { value: dateText(number), next };
      case 'type':
        return { value: mediaTypeName(number) ?? String(number), next };
      case undefined:
        return { value: String(number), next };
      default:
        return form satisfies never;
    }
  }

  private words(name: string, value: WspValue): string {
    if (name === 'Content-Disposition' && value.kind === 'data') {
      const first = readValue(this.bytes, value.start, value.end);
      const parameters = first && this.parameters(first.next, value.end);
      if (parameters) return mediaTypeText({ type: this.words(name, first), parameters });
    }
    const isNumber = value.kind === 'number' || DATES.has(name) || NUMBERS.has(name);
    const number = isNumber ? numberIn(this.bytes, value) : undefined;
    if (number !== undefined) {
      if (name === 'X-Wap-Application-Id') return applicationName(number);
      if (name === 'Encoding-Version') return versionText(number);
      if (DATES.has(name)) return dateText(number);
      return CODED[name]?.[number] ?? String(number);
    }
    return this.textOf(name, value);
  }

  /** A text as it stands; bytes as what they begin with, if that is a text alone, else in hex. */
  private textOf(name: string, value: WspValue): string {
    if (value.kind === 'number') return String(value.number);
    if (value.kind === 'text') {
      this.texts.push({ start: value.start, end: value.end, name });
      return value.text;
    }
    const { start, end } = value;
    const inner =
      start < end && (this.bytes[start] as number) < 0x80 ? readText(this.bytes, start, end) : undefined;
    if (inner?.kind === 'text' && inner.next === end && (this.bytes[start] as number) > 0x1f)
      return this.textOf(name, inner);
    if (start < end) this.texts.push({ start, end, name, isData: true });
    return toHex(this.bytes.subarray(start, end));
  }
}

const PAGE_SHIFT = 0x7f;

/** A media type as HTTP writes it. */
export const mediaTypeText = ({ type, parameters }: MediaType): string =>
  [type, ...parameters.map(([name, value]) => (value === '' ? name : `${name}=${value}`))].join('; ');

/** Major number in the upper three bits, minor in the lower four; 15 for none. */
const versionText = (number: number): string =>
  (number & 15) === 15 ? String(number >> 4) : `${number >> 4}.${number & 15}`;

/** Later than this a date is not one. */
const LAST_SECOND = 8.64e12;
const dateText = (seconds: number): string =>
  seconds <= LAST_SECOND ? new Date(seconds * 1000).toUTCString() : String(seconds);
