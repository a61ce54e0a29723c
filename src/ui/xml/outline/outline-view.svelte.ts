import { untrack } from 'svelte';
import { findElement, firstOpen, Outline, rowOf, rowsOf } from '../../../outline/index.ts';
import type { Workspace } from '../../../state/index.ts';
import { keyTarget, type Tree } from './tree-keys.ts';

/** The tree of a large message: which of its elements are open, and at which one a person stands. */
export class OutlineView {
  readonly #workspace: Workspace;
  #open = $state.raw<ReadonlySet<number>>(new Set());
  #current = $state(0);

  readonly outline: Outline = $derived.by(() => new Outline(this.#workspace.decoded));
  /** The elements in view, in order. */
  readonly rows: Int32Array = $derived.by(() => rowsOf(this.outline, this.#open));
  /** The row that a person stands at: an element that was there and is no more leaves them at the last one. */
  readonly row: number = $derived.by(() => Math.max(0, rowOf(this.rows, this.current)));

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#open = firstOpen(this.outline);
  }

  /** The element that a person stands at. */
  get current(): number {
    return Math.min(this.#current, Math.max(0, this.outline.length - 1));
  }

  isOpen(element: number): boolean {
    return this.#open.has(element);
  }

  /** Opens an element, or closes it. */
  toggle(element: number, open = !this.#open.has(element)): void {
    if (open === this.#open.has(element)) return;
    const next = new Set(this.#open);
    if (open) next.add(element);
    else next.delete(element);
    this.#open = next;
    // What one stands at goes out of view with the element around it.
    if (!open && this.outline.around(this.current).includes(element)) this.#current = element;
  }

  /** Stands at an element, and selects its bytes. */
  go(element: number): void {
    this.stand(element);
    this.#workspace.select(this.outline.span(element), 'xml');
  }

  /** Stands at an element and opens what is around it. */
  stand(element: number): void {
    const closed = this.outline.around(element).filter((around) => !this.#open.has(around));
    if (closed.length > 0) this.#open = new Set([...this.#open, ...closed]);
    this.#current = element;
  }

  /** Stands at the element that a byte belongs to, where there is one. */
  standAt(offset: number): void {
    untrack(() => {
      const element = this.outline.at(offset);
      if (element >= 0) this.stand(element);
    });
  }

  /** Goes to the next element of a name, round the end. @returns false where there is none */
  find(part: string, by: 1 | -1): boolean {
    const found = findElement(this.outline, part, this.current, by);
    if (found >= 0) this.go(found);
    return found >= 0;
  }

  /** Goes where a key leads. @returns false where it leads nowhere */
  key(key: string, page: number): boolean {
    const { outline, rows, row, current } = this;
    const tree: Tree = {
      rows,
      row,
      page,
      isOpen: this.isOpen(current),
      children: outline.counts[current] ?? 0,
      parent: outline.parents[current] ?? -1,
    };
    const target = keyTarget(key, tree);
    if (!target) return false;
    if ('open' in target) this.toggle(current, target.open);
    else this.go(target.go);
    return true;
  }
}
