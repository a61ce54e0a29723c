import { keyOf } from '../../doctypes/index.ts';
import { keyNamed } from '../message-rules/elements.ts';
import type { Scene } from '../rule.ts';
import { childTags, elementSpan } from '../scene.ts';
import { textOf } from '../walk/element-text.ts';
import type { Mark, Value } from './types.ts';

const SHOWN = 1000;

/** An element of a message, for reading: its children are looked up in one pass when first asked for. */
export class Element {
  readonly scene: Scene;
  readonly token: number;
  private known: Map<number, number[]> | undefined;

  constructor(scene: Scene, token: number) {
    this.scene = scene;
    this.token = token;
  }

  get mark(): Mark {
    return elementSpan(this.scene, this.token);
  }

  get value(): Value {
    const { decoded } = this.scene;
    const { tokens } = decoded;
    const text = tokens.hasContent(this.token)
      ? textOf(decoded, this.token + 1, Math.min(tokens.past(this.token), this.token + 9))
      : '';
    return { ...this.mark, text: text.length > SHOWN ? text.slice(0, SHOWN) : text };
  }

  /** The first child with this `Page:Name`. */
  child(name: string): Element | undefined {
    const token = this.children().get(keyNamed(name))?.[0];
    return token === undefined ? undefined : new Element(this.scene, token);
  }

  /** Its children with this `Page:Name`, the first `most` of them. */
  all(name: string, most = 1000): Element[] {
    const tokens = this.children().get(keyNamed(name)) ?? [];
    return tokens.slice(0, most).map((token) => new Element(this.scene, token));
  }

  /** How many children have this `Page:Name`. */
  count(name: string): number {
    return this.children().get(keyNamed(name))?.length ?? 0;
  }

  valueOf(name: string): Value | undefined {
    return this.child(name)?.value;
  }

  markOf(name: string): Mark | undefined {
    return this.child(name)?.mark;
  }

  private children(): Map<number, number[]> {
    if (this.known) return this.known;
    const { tokens } = this.scene.decoded;
    const known = new Map<number, number[]>();
    for (const i of childTags(this.scene, this.token)) {
      const key = keyOf(tokens.page(i), tokens.tagCode(i));
      const list = known.get(key);
      if (list) list.push(i);
      else known.set(key, [i]);
    }
    return (this.known = known);
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
