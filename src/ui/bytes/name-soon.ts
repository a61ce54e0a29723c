/** Ms that names wait for the picture: nobody hears of a cell sooner. */
const SOON = 150;

/** Rows whose cells are still to be named. One timer serves all: with most keys every row is drawn anew. */
const waiting = new Set<() => void>();
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Names something once what is drawn has been seen. @returns what takes that back */
export function nameSoon(name: () => void): () => void {
  waiting.add(name);
  last = performance.now();
  timer ??= setTimeout(nameAll, SOON);
  return () => waiting.delete(name);
}

function nameAll(): void {
  const rest = SOON - (performance.now() - last);
  timer = rest > 1 ? setTimeout(nameAll, rest) : undefined;
  if (timer !== undefined) return;
  const names = [...waiting];
  waiting.clear();
  for (const name of names) name();
}
