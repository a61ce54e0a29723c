import { mbUint32Width, writeMbUint32 } from './mb-uint32.ts';

const encoder = new TextEncoder();
/** Below this a text is written unit by unit, in UTF-16 units. */
const SHORT = 40;
/** From so many bytes on a copy costs more than the rest of the buffer that is kept with a view. */
const LARGE = 1 << 16;

/** A growing run of bytes. */
export class ByteWriter {
  length = 0;
  private buffer: Uint8Array;

  constructor(capacity = 256) {
    this.buffer = new Uint8Array(Math.max(16, capacity));
  }

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  raw(bytes: Uint8Array): void {
    this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes an mb_u_int32; see `writeMbUint32`. */
  number(value: number, width = mbUint32Width(value)): void {
    this.grow(width);
    this.length = writeMbUint32(this.buffer, this.length, value, width);
  }

  /** Writes text as UTF-8. A lone surrogate becomes U+FFFD: check before. */
  utf8(text: string): void {
    const { length } = text;
    if (length < SHORT) {
      // Most strings of a message are short and ASCII, where a call into the encoder costs more than a loop.
      this.grow(length);
      const { buffer, length: from } = this;
      let i = 0;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > 0x7f) break;
        buffer[from + i] = unit;
      }
      if (i === length) {
        this.length += length;
        return;
      }
    }
    // Room for the least it can take, then for as much as it does: three bytes a unit would be far too much.
    this.grow(length);
    const { read, written } = encoder.encodeInto(text, this.buffer.subarray(this.length));
    this.length += written;
    if (read === length) return;
    this.grow((length - read) * 3);
    const rest = encoder.encodeInto(text.slice(read), this.buffer.subarray(this.length));
    this.length += rest.written;
  }

  /** Forgets everything from `length` on. */
  cut(length: number): void {
    this.length = length;
  }

  /** A copy of what was written, from `start` on. */
  take(start = 0): Uint8Array {
    return this.buffer.slice(start, this.length);
  }

  /**
   * What was written; nothing may be written any more. A large buffer that is nearly full is not copied, so the
   * bytes may be a view of one that is somewhat longer.
   */
  finish(): Uint8Array {
    const { length, buffer } = this;
    return length > LARGE && length * 2 > buffer.length ? this.view() : this.take();
  }

  /** A view of what was written; valid until the next write. */
  view(start = 0): Uint8Array {
    return this.buffer.subarray(start, this.length);
  }

  private grow(more: number): void {
    const needed = this.length + more;
    if (needed <= this.buffer.length) return;
    const buffer = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    buffer.set(this.buffer.subarray(0, this.length));
    this.buffer = buffer;
  }
}
