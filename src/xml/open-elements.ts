import type { ValueCodec } from '../doctypes/index.ts';
import type { Scope } from './scope.ts';

/** An element whose end tag has not come yet, and what is in force around it. */
export interface OpenElement {
  name: string;
  /** Text offset of its start tag. */
  from: number;
  /** Row of the element around it. */
  row: number;
  scope: Scope;
  codec: ValueCodec | undefined;
}

/** The elements that are open, innermost last. */
export class OpenElements {
  private readonly list: OpenElement[] = [];
  /** How many elements of each name are open. Counted from the first end tag on that does not fit. */
  private names: Map<string, number> | undefined;

  get length(): number {
    return this.list.length;
  }

  get innermost(): OpenElement | undefined {
    return this.list[this.list.length - 1];
  }

  push(element: OpenElement): void {
    this.list.push(element);
    if (this.names) this.count(element.name, 1);
  }

  pop(): OpenElement | undefined {
    const element = this.list.pop();
    if (element && this.names) this.count(element.name, -1);
    return element;
  }

  /** Closes all inside the innermost element of that name; false, with nothing closed, where none is open. */
  closeUpTo(name: string): boolean {
    // Looking through all that is open for a name that is not would be quadratic.
    if (!this.has(name)) return false;
    while (this.innermost && this.innermost.name !== name) this.pop();
    return true;
  }

  private has(name: string): boolean {
    if (!this.names) {
      this.names = new Map();
      for (const element of this.list) this.count(element.name, 1);
    }
    return (this.names.get(name) ?? 0) > 0;
  }

  private count(name: string, change: 1 | -1): void {
    this.names?.set(name, (this.names.get(name) ?? 0) + change);
  }
}
