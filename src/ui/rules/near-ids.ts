/** Ids that somebody may have meant, best first. */
export function nearIds(asked: string, ids: readonly string[], most = 5): string[] {
  const wanted = asked.toLowerCase();
  const words = new Set(wanted.split(/[^a-z0-9]+/).filter(Boolean));
  return ids
    .map((id) => {
      const shared = id.split('-').filter((word) => words.has(word)).length;
      return { id, far: distance(wanted, id) - 4 * shared };
    })
    .filter(({ id, far }) => far <= Math.max(3, id.length / 3))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/** Letters to put in, take out or change to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const change = (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1);
      next.push(Math.min(change, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
