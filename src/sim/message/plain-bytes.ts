import { ByteWriter, fromHex } from '../../bytes/index.ts';
import { CONTENT_BIT, GLOBAL, hasLoneSurrogate } from '../../wbxml/index.ts';
import type { Content, Element, Mark } from './element.ts';
import { tagKey } from './tag-key.ts';

/** WBXML 1.3, an unknown public id, UTF-8, no string table. */
const HEADER = [0x03, 0x01, 0x6a, 0x00];
/** What has no form in XML: controls but tab, LF and CR, and two code points that are no characters. */
const ODD = /[^\t\n\r -\ufffd]/;
/** What has to be looked at twice. */
const NOT_PLAIN = /[^ -~]/;
const OPAQUE = /^opaque="([0-9a-f]*)"$/;

/**
 * The bytes of a message, written without the detour over its XML text; a test holds both ways to the same bytes.
 * @returns `undefined` where something in it has only a form of marks: unknown names, odd bytes
 */
export function plainBytes(root: Element): Uint8Array | undefined {
  const writer = new PlainWriter();
  return writer.element(root) ? writer.out.take() : undefined;
}

/** Every message is written into the same room, and taken out of it as a copy. */
const room = new ByteWriter(4096);

class PlainWriter {
  readonly out = room;
  private page = 0;

  constructor() {
    this.out.cut(0);
    for (const byte of HEADER) this.out.byte(byte);
  }

  /** Trees are a few levels deep: they are made here, never read. False where there is no plain form. */
  element({ name, holds }: Element): boolean {
    const key = tagKey(name);
    if (key === undefined) return false;
    const page = key >> 8;
    if (page !== this.page) {
      this.out.byte(GLOBAL.SWITCH_PAGE);
      this.out.byte(page);
      this.page = page;
    }
    this.out.byte((key & 0xff) | (holds ? CONTENT_BIT : 0));
    if (!holds) return true;
    for (const content of holds) if (!this.content(content)) return false;
    this.out.byte(GLOBAL.END);
    return true;
  }

  private content(content: Content): boolean {
    if (typeof content === 'string') return this.text(content);
    return 'mark' in content ? this.opaque(content) : this.element(content);
  }

  private text(text: string): boolean {
    if (NOT_PLAIN.test(text) && (ODD.test(text) || hasLoneSurrogate(text))) return false;
    this.out.byte(GLOBAL.STR_I);
    this.out.utf8(text);
    this.out.byte(0);
    return true;
  }

  private opaque({ mark }: Mark): boolean {
    const bytes = fromHex(OPAQUE.exec(mark)?.[1] ?? 'none');
    if (!bytes) return false;
    this.out.byte(GLOBAL.OPAQUE);
    this.out.number(bytes.length);
    this.out.raw(bytes);
    return true;
  }
}
