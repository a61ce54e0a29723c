/** Why a value from outside cannot be used: the first fault, in the order in which the value is written. */
export interface JsonProblem {
  code: JsonProblemCode;
  /** Where, as one would write it in code: `exchanges[3].request.bytes`; empty for the whole. */
  path: string;
  expected: string;
  found: string;
  /** All of it in one sentence. */
  text: string;
}

export type JsonProblemCode =
  | 'not-json'
  | 'wrong-type'
  | 'missing'
  | 'wrong-value'
  | 'too-large'
  | 'too-deep'
  | 'forbidden-key'
  | 'newer-format'
  | 'repeated-id'
  | 'bad-bytes';

/** Looks at a value at `path`; the problem, or nothing where all is well. */
export type Check = (value: unknown, path: string) => JsonProblem | undefined;

export function jsonProblem(
  code: JsonProblemCode,
  path: string,
  expected: string,
  found: string,
  text = `${path === '' ? 'Here' : `In ${shownPath(path)}`} ${expected} is expected, not ${found}.`,
): JsonProblem {
  return { code, path, expected, found, text };
}

/** Names in a file can be as long as it likes. */
const shownPath = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path);

/** An object as JSON has them: neither null nor an array. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it is named to a person; never longer than 60 characters. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string' && value.length > 40) return `a text of ${value.length} characters`;
  return JSON.stringify(value);
}

/** A text of at most `limit` UTF-16 units. */
export const textUpTo =
  (limit: number): Check =>
  (value, path) => {
    if (typeof value !== 'string') return jsonProblem('wrong-type', path, 'a text', shownValue(value));
    if (value.length <= limit) return undefined;
    return jsonProblem('too-large', path, `a text of at most ${limit} characters`, `one of ${value.length}`);
  };

/** A whole number, `lowest` to `highest`. */
export const wholeNumber =
  (lowest: number, highest: number): Check =>
  (value, path) => {
    const expected = `a whole number from ${lowest} to ${highest}`;
    if (typeof value !== 'number') return jsonProblem('wrong-type', path, expected, shownValue(value));
    const fits = Number.isInteger(value) && value >= lowest && value <= highest;
    return fits ? undefined : jsonProblem('wrong-value', path, expected, shownValue(value));
  };

/** One of a few texts. */
export const oneOf =
  (...values: readonly string[]): Check =>
  (value, path) => {
    if (typeof value === 'string' && values.includes(value)) return undefined;
    const expected = values.map((each) => `“${each}”`).join(' or ');
    return jsonProblem('wrong-value', path, expected, shownValue(value));
  };

/** An object with these fields; those named in `required` must be there. Fields it does not know are let be. */
export const object =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path) => {
    if (!isFields(value)) return jsonProblem('wrong-type', path, 'an object', shownValue(value));
    for (const [name, check] of Object.entries(fields)) {
      const at = path === '' ? name : `${path}.${name}`;
      const field = value[name];
      if (field === undefined && !required.includes(name)) continue;
      if (field === undefined) return jsonProblem('missing', at, 'a value', 'nothing');
      const problem = check(field, at);
      if (problem) return problem;
    }
    return undefined;
  };

/** A list of at most `limit` values of one kind. */
export const list =
  (check: Check, limit: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return jsonProblem('wrong-type', path, 'a list', shownValue(value));
    if (value.length > limit) {
      return jsonProblem('too-large', path, `a list of at most ${limit}`, `one of ${value.length}`);
    }
    for (let i = 0; i < value.length; i++) {
      const problem = check(value[i], `${path}[${i}]`);
      if (problem) return problem;
    }
    return undefined;
  };

/** An object used as a table: at most `limit` names of at most `longest` characters, values of one kind. */
export const table =
  (check: Check, limit: number, longest: number): Check =>
  (value, path) => {
    if (!isFields(value)) return jsonProblem('wrong-type', path, 'an object', shownValue(value));
    const names = Object.keys(value);
    if (names.length > limit) {
      return jsonProblem('too-large', path, `at most ${limit} entries`, String(names.length));
    }
    for (const name of names) {
      if (name.length > longest) {
        return jsonProblem(
          'too-large',
          path,
          `names of at most ${longest} characters`,
          `one of ${name.length}`,
        );
      }
      const problem = check(value[name], `${path}[${JSON.stringify(name)}]`);
      if (problem) return problem;
    }
    return undefined;
  };

/** The one name that setting a field by means something else; a file that has it was made to do harm. */
const FORBIDDEN = '__proto__';

/**
 * Walks the whole of a value, known fields or not: no forbidden name, nothing deeper than `limit`.
 * Needs no call stack of its own, and time in proportion to the value.
 */
export function checkKeys(value: unknown, limit: number): JsonProblem | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, depth } = next;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth >= limit) return jsonProblem('too-deep', path, `at most ${limit} levels`, 'more');
    const inList = Array.isArray(next.value);
    for (const [name, inner] of Object.entries(next.value)) {
      const at = inList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
      if (!inList && name === FORBIDDEN) {
        return jsonProblem('forbidden-key', path, 'any other name', `“${name}”`);
      }
      if (typeof inner === 'object') open.push({ value: inner, path: at, depth: depth + 1 });
    }
  }
  return undefined;
}
