/** Cells of one block. A small table keeps its whole block alive, so a block is small too. */
const BLOCK = 8192;
/** Tables up to this take their cells out of a block. */
const SMALL = 512;

/**
 * A block that is being handed out. It is the one thing here that outlives a call; nobody can see that, since no
 * two tables share a cell. Most messages are tiny, and a buffer for each costs more than to read them.
 */
const block = { cells: new Int32Array(BLOCK), used: 0 };

/** `count` cells, all 0, that are nobody else's. */
export function takeCells(count: number): Int32Array {
  if (count > SMALL) return new Int32Array(count);
  if (block.used + count > BLOCK) {
    block.cells = new Int32Array(BLOCK);
    block.used = 0;
  }
  const start = block.used;
  block.used += count;
  return new Int32Array(block.cells.buffer, start * 4, count);
}
