/** What a table written as an object has under a key, and nothing that every object has (`constructor`). */
export const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
