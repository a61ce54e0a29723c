// The least that reading this format can cost in JavaScript: no offsets, no checks, no way back, and of names
// only enough to make texts of the usual length. An anchor, not a codec.

const SWITCH_PAGE = 0x00;
const END = 0x01;
const STR_I = 0x03;
const STR_T = 0x83;
const OPAQUE = 0xc3;
const CONTENT = 0x40;

/** A short hop by hand: for a few bytes a native search costs more. */
const NEAR = 64;

/** @returns {import('./subject.js').Subject} */
export function makeSubject() {
  const decoder = new TextDecoder();
  return {
    name: 'prototype',
    prepare: (bytes) => ({
      decode: { run: () => decoder.decode(toXmlBytes(bytes)) },
      tree: { run: () => walk(bytes) },
    }),
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {number} offset of the next NUL
 */
function nul(bytes, at) {
  const near = Math.min(bytes.length, at + NEAR);
  while (at < near && bytes[at] !== 0) at++;
  return at < near ? at : bytes.indexOf(0, at);
}

/** Reads numbers of 7 bits a byte. */
class Cursor {
  at = 1;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.number(); // public id
    this.number(); // charset
    const tableLength = this.number();
    this.table = this.at;
    this.at += tableLength;
  }

  number() {
    let value = 0;
    for (;;) {
      const byte = /** @type {number} */ (this.bytes[this.at++]);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  }
}

/**
 * All tokens but END as a flat table: what, start, end, parent.
 * @param {Uint8Array} bytes
 */
function walk(bytes) {
  const cursor = new Cursor(bytes);
  let rows = new Int32Array(1 << 14);
  let length = 0;
  let page = 0;
  let parent = -1;
  while (cursor.at < bytes.length) {
    const start = cursor.at;
    const byte = /** @type {number} */ (bytes[cursor.at++]);
    if (byte === END) {
      rows[parent + 2] = cursor.at;
      parent = /** @type {number} */ (rows[parent + 3]);
      continue;
    }
    if (byte === SWITCH_PAGE) {
      page = /** @type {number} */ (bytes[cursor.at++]);
      continue;
    }
    if (length + 4 > rows.length) {
      const grown = new Int32Array(rows.length * 2);
      grown.set(rows);
      rows = grown;
    }
    let what = -byte;
    if (byte === STR_I) cursor.at = nul(bytes, cursor.at) + 1;
    else if (byte === STR_T) cursor.number();
    else if (byte === OPAQUE) cursor.at += cursor.number();
    else what = (page << 6) | (byte & 63);
    rows[length] = what;
    rows[length + 1] = start;
    rows[length + 2] = cursor.at;
    rows[length + 3] = parent;
    if (what >= 0 && byte & CONTENT) parent = length;
    length += 4;
  }
  return rows.subarray(0, length);
}

const ascii = (/** @type {string} */ text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Bytes that a text cannot hold as they are, by value; the NUL that ends it is one. */
const ESCAPES = /** @type {(Uint8Array | undefined)[]} */ (Array.from({ length: 256 }, () => undefined));
ESCAPES[0x26] = ascii('&amp;');
ESCAPES[0x3c] = ascii('&lt;');
ESCAPES[0x3e] = ascii('&gt;');
ESCAPES[0x0d] = ascii('&#13;');
const IS_SPECIAL = Uint8Array.from(ESCAPES, (escape, byte) => (escape || byte === 0 ? 1 : 0));
const LONGEST_ESCAPE = 5;
const PIECE = 1 << 16;

const KEYS = Array.from({ length: 26 * 64 }, (_, key) => `p${key >> 6}:Element${key & 63}`);
const TAGS = {
  open: KEYS.map((name) => ascii(`<${name}>`)),
  empty: KEYS.map((name) => ascii(`<${name}/>`)),
  close: KEYS.map((name) => ascii(`</${name}>`)),
};
const BASE64 = ascii('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

/**
 * The XML text as UTF-8; an OPAQUE as base64.
 * @param {Uint8Array} bytes
 */
function toXmlBytes(bytes) {
  const cursor = new Cursor(bytes);
  const out = new Output(bytes.length * 2);
  /** @type {number[]} */
  const open = [];
  let page = 0;
  while (cursor.at < bytes.length) {
    const byte = /** @type {number} */ (bytes[cursor.at++]);
    if (byte === END) out.put(/** @type {Uint8Array} */ (TAGS.close[/** @type {number} */ (open.pop())]));
    else if (byte === STR_I) cursor.at = out.text(bytes, cursor.at);
    else if (byte === SWITCH_PAGE) page = /** @type {number} */ (bytes[cursor.at++]);
    else if (byte === STR_T) out.text(bytes, cursor.table + cursor.number());
    else if (byte === OPAQUE) {
      const length = cursor.number();
      out.base64(bytes, cursor.at, (cursor.at += length));
    } else {
      const key = (page << 6) | (byte & 63);
      out.put(/** @type {Uint8Array} */ ((byte & CONTENT ? TAGS.open : TAGS.empty)[key]));
      if (byte & CONTENT) open.push(key);
    }
  }
  return out.buffer.subarray(0, out.length);
}

class Output {
  length = 0;

  /** @param {number} capacity */
  constructor(capacity) {
    this.buffer = new Uint8Array(capacity + 4096);
  }

  /** @param {number} more */
  #room(more) {
    if (this.length + more <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + more));
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }

  /** @param {Uint8Array} piece */
  put(piece) {
    this.#room(piece.length);
    const { buffer } = this;
    let at = this.length;
    for (let i = 0; i < piece.length; i++) buffer[at++] = /** @type {number} */ (piece[i]);
    this.length = at;
  }

  /**
   * Escapes up to the NUL.
   * @param {Uint8Array} bytes
   * @param {number} at
   * @returns {number} the offset past the NUL
   */
  text(bytes, at) {
    for (;;) {
      this.#room(PIECE * LONGEST_ESCAPE);
      const end = Math.min(bytes.length, at + PIECE);
      const { buffer } = this;
      let length = this.length;
      for (; at < end; at++) {
        const byte = /** @type {number} */ (bytes[at]);
        if (IS_SPECIAL[byte] === 0) {
          buffer[length++] = byte;
          continue;
        }
        const escape = ESCAPES[byte];
        if (!escape) {
          this.length = length;
          return at + 1;
        }
        for (let k = 0; k < escape.length; k++) buffer[length++] = /** @type {number} */ (escape[k]);
      }
      this.length = length;
    }
  }

  /**
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  base64(bytes, start, end) {
    this.#room(Math.ceil((end - start) / 3) * 4);
    for (let at = start; at < end; at += 3) {
      const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      for (let shift = 18; shift >= 0; shift -= 6) {
        this.buffer[this.length++] = /** @type {number} */ (BASE64[(three >> shift) & 63]);
      }
    }
  }
}
