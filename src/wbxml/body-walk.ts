import { hexByte } from '../bytes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, GLOBAL, KIND, globalName } from './token-kinds.ts';
import { ValueWalk } from './value-walk.ts';

/** True for the four single-byte tokens that name an attribute's beginning or a piece of its value. */
const isStart = (byte: number): boolean => (byte & 0x80) === 0 && (byte & 0x3f) >= 5;

/** Walks over everything behind the header: tags, attribute lists, PIs, and the values in them. */
export class BodyWalk extends ValueWalk {
  private rootSeen = false;

  /** @returns whether the input ends inside a string */
  run(at: number): boolean {
    const { bytes, out } = this;
    const end = bytes.length;
    const oneByte = this.header.encoding.unit === 1;
    this.at = at;
    while (this.at < end) {
      const start = this.at;
      const byte = bytes[start] as number;
      if (this.open < 0 && !this.mayStandOutside(byte, start)) return this.stop(start);
      let ok = true;
      switch (byte) {
        case GLOBAL.SWITCH_PAGE:
          ok = this.switchPage(start, false);
          break;
        case GLOBAL.END:
          out.add(KIND.end, start, this.tagPage, this.open);
          this.open = out.parent(this.open);
          this.at = start + 1;
          break;
        case GLOBAL.STR_I: {
          out.addText(KIND.strI, start, this.tagPage, this.open);
          // A short hop by hand: most strings of a message are a few bytes, where a native search costs more.
          let next = start + 1;
          const near = oneByte ? Math.min(end, next + 32) : next;
          while (next < near && bytes[next] !== 0) next++;
          if (next < near) this.at = next + 1;
          else ok = this.endOfString(start, oneByte ? next : start + 1);
          break;
        }
        case GLOBAL.PI: {
          const pi = out.add(KIND.pi, start, this.attributePage, this.open);
          this.at = start + 1;
          ok = this.attributes(pi);
          break;
        }
        case GLOBAL.LITERAL:
        case GLOBAL.LITERAL_A:
        case GLOBAL.LITERAL_C:
        case GLOBAL.LITERAL_AC:
          ok = this.literalTag(start, byte);
          break;
        default:
          ok =
            (byte & 0x3f) >= 5 ? this.tag(KIND.tag, start, start + 1, byte) : this.value(start, byte, false);
      }
      if (!ok) return this.endsInString;
    }
    if (!this.rootSeen) return this.report('no-root', end, end, 'a root element', 'end of input');
    if (this.open >= 0) this.reportOpen();
    return this.endsInString;
  }

  private mayStandOutside(byte: number, start: number): boolean {
    if (byte === GLOBAL.PI) return true;
    const literal = (byte & 0x3f) === GLOBAL.LITERAL;
    const isTag = literal || (byte & 0x3f) >= 5;
    if (!this.rootSeen && (isTag || byte === GLOBAL.SWITCH_PAGE)) return true;
    const found = globalName(byte) ?? (isTag ? `a tag (${hexByte(byte)})` : hexByte(byte));
    if (this.rootSeen)
      this.report('after-root', start, this.bytes.length, 'the end of input, or a PI', found);
    else this.report('no-root', start, this.bytes.length, 'a root element', found);
    return false;
  }

  private reportOpen(): void {
    let depth = 0;
    for (let i = this.open; i >= 0; i = this.out.parent(i)) depth++;
    const end = this.bytes.length;
    const [what, assumed] =
      depth === 1
        ? ['END of the root', 'it ends with the input']
        : [`END of ${depth} open elements`, 'they end with the input'];
    this.problems.error('missing-end', end, end, what, 'end of input', assumed);
  }

  private tag(
    kind: typeof KIND.tag | typeof KIND.literalTag,
    start: number,
    next: number,
    byte: number,
  ): boolean {
    this.rootSeen = true;
    const index = this.out.add(kind, start, this.tagPage, this.open);
    this.at = next;
    if (byte & ATTRIBUTE_BIT && !this.attributes(index)) return false;
    if (byte & CONTENT_BIT) this.open = index;
    return true;
  }

  private literalTag(start: number, byte: number): boolean {
    const index = this.number(start, start + 1, 'a string-table offset');
    if (index === undefined) return this.stop(start);
    this.checkOffset(start, index, 'the name');
    return this.tag(KIND.literalTag, start, this.at, byte);
  }

  /** Reads an attribute list and its END; `owner` is the tag or PI. */
  private attributes(owner: number): boolean {
    const { bytes, out } = this;
    const outer = this.open;
    const listStart = this.at;
    this.open = owner;
    let named = false;
    while (this.at < bytes.length) {
      const start = this.at;
      const byte = bytes[start] as number;
      if (byte === GLOBAL.END) {
        out.add(KIND.end, start, this.attributePage, owner, true);
        this.at = start + 1;
        this.open = outer;
        if (!named) this.warnEmptyList(listStart);
        return true;
      }
      if (byte === GLOBAL.SWITCH_PAGE) {
        if (!this.switchPage(start, true)) return false;
      } else if (byte === GLOBAL.LITERAL) {
        const index = this.number(start, start + 1, 'a string-table offset');
        if (index === undefined) return this.stop(start);
        out.add(KIND.attributeLiteral, start, this.attributePage, owner, true);
        this.checkOffset(start, index, 'the name');
        named = true;
      } else if (isStart(byte)) {
        out.add(KIND.attributeStart, start, this.attributePage, owner, true);
        this.at = start + 1;
        named = true;
      } else {
        const found = globalName(byte) ?? hexByte(byte);
        if (byte === GLOBAL.PI || (byte & 0x3f) === GLOBAL.LITERAL) {
          this.report('not-in-attributes', start, start + 1, 'an attribute start, a value or END', found);
          return this.stop(start);
        }
        if (!named) {
          this.report('value-before-start', start, start + 1, 'an attribute start before any value', found);
          return this.stop(start);
        }
        if (byte >= 0x80 && (byte & 0x3f) >= 5) {
          out.add(KIND.attributeValue, start, this.attributePage, owner, true);
          this.at = start + 1;
        } else if (!this.value(start, byte, true)) return false;
      }
    }
    const end = bytes.length;
    return this.report('missing-end', end, end, 'END of the attribute list', 'end of input');
  }

  private warnEmptyList(start: number): void {
    const expected = 'at least one attribute, as the tag announces';
    this.problems.warn('empty-attributes', start, this.at, expected, 'END', 'no attributes');
  }
}
