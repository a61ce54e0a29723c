import { mount, tick, unmount } from 'svelte';
import { decode } from '../../doctypes/index.ts';
import { fingersOnly } from '../../editor/index.ts';
import { idle, type Selection } from '../../state/index.ts';
import HexGrid from './HexGrid.svelte';

/** Bytes of the messages that are drawn: a little at first, since all that draws them is compiled then. */
const SIZES = [24, 64, 400, 400, 400];
/** Ms that drawing one may hold the page up: where the first takes longer, others would cost more than they save. */
const LONG = 50;

/**
 * Draws messages in a grid that stands nowhere, each when there is time: what is drawn for the first time is
 * compiled, and a person who opens a large message would wait for that.
 * @param selection anyone's: nothing is selected in it
 */
export async function rehearse(selection: Selection): Promise<void> {
  if (fingersOnly()) return; // nobody opens a large message there, and what is done for nothing holds a phone up
  for (const size of SIZES) {
    await idle();
    const begun = performance.now();
    await draw(letters(size), selection);
    if (performance.now() - begun > LONG) return;
  }
}

async function draw(bytes: Uint8Array, selection: Selection): Promise<void> {
  const target = document.createElement('div');
  const props = { decoded: decode(bytes), selection, marks: [], columns: 16, plain: false };
  const grid = mount(HexGrid, { target, props: { ...props, onact: () => undefined } });
  await tick();
  await unmount(grid);
}

/** A message of one element with a text. */
function letters(size: number): Uint8Array {
  const bytes = new Uint8Array(size).fill(0x41);
  bytes.set([3, 1, 0x6a, 0, 0x45, 3]);
  bytes.set([0, 1], size - 2);
  return bytes;
}
