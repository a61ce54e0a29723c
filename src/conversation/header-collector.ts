import { LIMITS } from './limits.ts';

/**
 * Headers as they come, within what a conversation may hold: repeated ones are joined by a comma (RFC 9110 §5.3), the
 * first spelling stays. What would make a value too long, or there is no room for, is refused and never cut.
 */
export class HeaderCollector {
  /** Fields and pieces that were refused. */
  refused = 0;
  readonly #values = new Map<string, { name: string; value: string }>();

  /** How many there are. */
  get size(): number {
    return this.#values.size;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  /** Adds a field. @returns whether it was taken */
  add(name: string, value: string): boolean {
    const key = name.toLowerCase();
    const known = this.#values.get(key);
    if (known) return this.#join(known, `, ${value}`);
    // no file of a conversation may hold `__proto__`
    const fits =
      name !== '' &&
      name !== '__proto__' &&
      name.length <= LIMITS.headerName &&
      value.length <= LIMITS.headerValue &&
      this.#values.size < LIMITS.headers;
    if (fits) this.#values.set(key, { name, value });
    else this.refused++;
    return fits;
  }

  /** Adds a folded line to a field that was taken. */
  fold(name: string, value: string): boolean {
    const known = this.#values.get(name.toLowerCase());
    return known !== undefined && this.#join(known, ` ${value}`);
  }

  #join(field: { value: string }, more: string): boolean {
    const fits = field.value.length + more.length <= LIMITS.headerValue;
    if (fits) field.value += more;
    else this.refused++;
    return fits;
  }

  record(): Record<string, string> {
    return Object.fromEntries([...this.#values.values()].map(({ name, value }) => [name, value]));
  }
}
