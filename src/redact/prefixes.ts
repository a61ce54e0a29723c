interface Entry<T> {
  text: string;
  value: T;
  /** The longest other text that this one begins with; -1 where there is none. */
  shorter: number;
}

/**
 * Texts, found where another text goes on with one of them. Sorted, those that a text begins with stand on one chain:
 * the last that does not stand behind it in the order begins with each of them.
 */
export class Prefixes<T> {
  private readonly values = new Map<string, T>();
  private sorted: Entry<T>[] | undefined;

  /** The first value of a text stays. */
  add(text: string, value: T): void {
    if (this.values.has(text)) return;
    this.values.set(text, value);
    this.sorted = undefined;
  }

  /** The value of the longest text that stands at `at` and `fits`; `undefined` where there is none. */
  longestAt(text: string, at: number, fits: (value: T) => boolean): T | undefined {
    const all = (this.sorted ??= this.sort());
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const sought = (all[middle] as Entry<T>).text;
      if (sought <= text.slice(at, at + sought.length)) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i = (all[i] as Entry<T>).shorter) {
      const { text: sought, value } = all[i] as Entry<T>;
      if (text.startsWith(sought, at) && fits(value)) return value;
    }
    return undefined;
  }

  private sort(): Entry<T>[] {
    const all = [...this.values].map(([text, value]): Entry<T> => ({ text, value, shorter: -1 }));
    all.sort((a, b) => (a.text < b.text ? -1 : 1));
    const open: number[] = [];
    for (const [i, entry] of all.entries()) {
      while (open.length > 0 && !entry.text.startsWith((all[open.at(-1) as number] as Entry<T>).text))
        open.pop();
      entry.shorter = open.at(-1) ?? -1;
      open.push(i);
    }
    return all;
  }
}
