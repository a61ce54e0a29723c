const NUMBER = 4;
const ROW = 2 * NUMBER;

/** The table of a multipart body for another length of its first part; as it is where it is none. */
export function withFirstLength(table: Uint8Array, length: number): Uint8Array {
  const made = table.slice();
  if (made.length < NUMBER + ROW) return made;
  const view = new DataView(made.buffer);
  const count = view.getUint32(0, true);
  if (made.length !== NUMBER + ROW * count) return made;
  const by = length - view.getUint32(2 * NUMBER, true);
  view.setUint32(2 * NUMBER, length, true);
  for (let at = NUMBER + ROW; at < made.length; at += ROW)
    view.setUint32(at, view.getUint32(at, true) + by, true);
  return made;
}
