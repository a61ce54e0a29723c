import { placeInList } from './place-in-list.ts';
import type { RailStep } from './rail-steps.ts';

/** Px the pointer goes before a press becomes a drag. */
const SLACK = 6;

/** The list under the pointer: its rows, their height, and how far below its top the pointer is; px. */
interface Under {
  steps: readonly RailStep[];
  row: number;
  y: number;
}

/** An exchange dragged to another place with a mouse or a pen. A finger scrolls; it has the menu. */
export class RailDrag {
  readonly #under: (clientY: number) => Under;
  readonly #drop: (from: number, before: number) => void;
  #from: number | undefined;
  #startY = 0;
  #before = $state<number>();
  #ended = false;

  /** @param drop the exchange `from` is to stand before the one with the index `before` */
  constructor(under: (clientY: number) => Under, drop: (from: number, before: number) => void) {
    this.#under = under;
    this.#drop = drop;
  }

  /** The exchange it would be put before; `undefined` while nothing is dragged. */
  get before(): number | undefined {
    return this.#before;
  }

  /** True where the press that just ended was a drag, and no click. */
  get ended(): boolean {
    return this.#ended;
  }

  down(event: PointerEvent, exchange: number | undefined): void {
    this.#ended = false;
    const isMain = event.button === 0 && event.pointerType !== 'touch';
    const inMenu = (event.target as Element).closest('[role=presentation]') !== null;
    this.#from = isMain && !inMenu ? exchange : undefined;
    this.#startY = event.clientY;
  }

  move(event: PointerEvent): void {
    if (this.#from === undefined) return;
    if (this.#before === undefined && Math.abs(event.clientY - this.#startY) < SLACK) return;
    const { steps, row, y } = this.#under(event.clientY);
    if (this.#before === undefined) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#before = placeInList(steps, y, row);
  }

  up(): void {
    const [from, before] = [this.#from, this.#before];
    this.cancel();
    if (from === undefined || before === undefined) return;
    this.#ended = true;
    if (before !== from && before !== from + 1) this.#drop(from, before);
  }

  cancel(): void {
    this.#from = undefined;
    this.#before = undefined;
  }
}
