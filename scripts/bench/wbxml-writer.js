const encoder = new TextEncoder();
const SWITCH_PAGE = 0x00;
const END = 0x01;
const STR_I = 0x03;
const STR_T = 0x83;
const OPAQUE = 0xc3;
const CONTENT = 0x40;

/** @typedef {readonly [page: number, code: number]} Tag */

/** Writes WBXML by the token, with nothing of the codec under test in it, and counts what it writes. */
export class WbxmlWriter {
  elements = 0;
  /** How deep the elements nest at most. */
  depth = 0;
  length = 0;
  #buffer = new Uint8Array(1 << 16);
  #page = 0;
  #open = 0;

  /** What was written. */
  bytes() {
    return this.#buffer.slice(0, this.length);
  }

  /**
   * Version 1.3, UTF-8.
   * @param {number} publicId
   * @param {Uint8Array} table the string table
   */
  header(publicId = 1, table = new Uint8Array(0)) {
    this.#byte(0x03);
    this.#number(publicId);
    this.#number(106);
    this.#number(table.length);
    this.#raw(table);
  }

  /** @param {Tag} tag */
  open(tag) {
    this.#tag(tag, CONTENT);
    this.depth = Math.max(this.depth, ++this.#open);
  }

  close() {
    this.#byte(END);
    this.#open--;
  }

  /** @param {Tag} tag */
  empty(tag) {
    this.#tag(tag, 0);
  }

  /** @param {string} text */
  text(text) {
    this.#byte(STR_I);
    this.#room(text.length * 3);
    this.length += encoder.encodeInto(text, this.#buffer.subarray(this.length)).written;
    this.#byte(0);
  }

  /** @param {number} offset in the string table */
  reference(offset) {
    this.#byte(STR_T);
    this.#number(offset);
  }

  /** @param {Uint8Array} bytes */
  opaque(bytes) {
    this.#byte(OPAQUE);
    this.#number(bytes.length);
    this.#raw(bytes);
  }

  /**
   * An element with a text.
   * @param {Tag} tag
   * @param {string} text
   */
  leaf(tag, text) {
    this.open(tag);
    this.text(text);
    this.close();
  }

  /**
   * @param {Tag} tag
   * @param {number} bits
   */
  #tag([page, code], bits) {
    if (page !== this.#page) {
      this.#byte(SWITCH_PAGE);
      this.#byte(page);
      this.#page = page;
    }
    this.#byte(code | bits);
    this.elements++;
  }

  /** @param {number} value */
  #byte(value) {
    this.#room(1);
    this.#buffer[this.length++] = value;
  }

  /** @param {Uint8Array} bytes */
  #raw(bytes) {
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** @param {number} value an mb_u_int32 */
  #number(value) {
    let shift = 28;
    while (shift > 0 && value >>> shift === 0) shift -= 7;
    for (; shift > 0; shift -= 7) this.#byte(((value >>> shift) & 0x7f) | 0x80);
    this.#byte(value & 0x7f);
  }

  /** @param {number} more bytes */
  #room(more) {
    const needed = this.length + more;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    grown.set(this.#buffer.subarray(0, this.length));
    this.#buffer = grown;
  }
}
