import { keyOf } from '../../doctypes/index.ts';
import { KIND, type TokenTable } from '../../wbxml/index.ts';
import { childNamed, childrenNamed } from '../message-rules/elements.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { elementSpan, pastElement } from '../scene.ts';
import { textOf } from '../walk/element-text.ts';
import type { Mark, Value } from './types.ts';

const SHOWN = 1000;

/** Key of a tag, or −1 for a token that is none. */
export const tagKey = (tokens: TokenTable, i: number): number =>
  tokens.kind(i) === KIND.tag ? keyOf(tokens.page(i), tokens.tagCode(i)) : -1;

/** Index just past the last token of the tag with index `i`: `i + 1` where it has no content. */
export const pastContent = (tokens: TokenTable, i: number): number =>
  tokens.hasContent(i) ? pastElement(tokens, i) : i + 1;

/** The value of the element whose tag has index `i`. */
export function valueAt(scene: MessageScene, i: number): Value {
  const { decoded } = scene;
  const { tokens } = decoded;
  const past = pastElement(tokens, i);
  const text = tokens.hasContent(i) ? textOf(decoded, i + 1, Math.min(past, i + 9)) : '';
  return {
    start: tokens.start(i),
    end: tokens.start(past),
    text: text.length > SHOWN ? text.slice(0, SHOWN) : text,
  };
}

/** An element of a message, for reading. */
export class Element {
  readonly scene: MessageScene;
  readonly token: number;

  constructor(scene: MessageScene, token: number) {
    this.scene = scene;
    this.token = token;
  }

  get mark(): Mark {
    return elementSpan(this.scene, this.token);
  }

  get value(): Value {
    return valueAt(this.scene, this.token);
  }

  /** The first child with this `Page:Name`. */
  child(name: string): Element | undefined {
    const token = childNamed(this.scene, this.token, name);
    return token < 0 ? undefined : new Element(this.scene, token);
  }

  /** Its children with this `Page:Name`, the first `most` of them. */
  all(name: string, most = 1000): Element[] {
    return childrenNamed(this.scene, this.token, name, most).map((i) => new Element(this.scene, i));
  }

  valueOf(name: string): Value | undefined {
    const token = childNamed(this.scene, this.token, name);
    return token < 0 ? undefined : valueAt(this.scene, token);
  }

  markOf(name: string): Mark | undefined {
    const token = childNamed(this.scene, this.token, name);
    return token < 0 ? undefined : elementSpan(this.scene, token);
  }
}

/** The fields that are there: an absent one has no entry at all. */
export function given<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const there: Partial<T> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) there[name] = value;
  }
  return there as T;
}
