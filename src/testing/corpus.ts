import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stderr } from 'node:process';

const ROOT = join(import.meta.dirname, '../..');
/** Recorded messages that are not part of the project; a clone alone does not have them. */
const CORPUS = join(ROOT, '../shared/corpus');

export interface Recorded {
  /** Path below the folder it came from. */
  name: string;
  bytes: Uint8Array;
}

function* filesBelow(folder: string, ending: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, ending);
    else if (entry.name.endsWith(ending)) yield path;
  }
}

function read(folder: string): Recorded[] {
  if (!existsSync(folder)) return [];
  return [...filesBelow(folder, '.wbxml')].map((path) => ({
    name: relative(folder, path),
    bytes: new Uint8Array(readFileSync(path)),
  }));
}

/** Where the recorded messages lie, or `undefined` where they are not there; then it is said once. */
export const corpusFolder: string | undefined = existsSync(CORPUS) ? CORPUS : undefined;

/** Every `.wbxml` of the samples that ship with the page. */
export const sampleMessages = (): Recorded[] => read(join(ROOT, 'samples'));

/** Every recorded `.wbxml`, or none, said on the console, where there is no corpus. */
export function corpusMessages(): Recorded[] {
  if (!corpusFolder) stderr.write('No ../shared/corpus here: only the samples are tested.\n');
  return corpusFolder ? read(corpusFolder) : [];
}

/** All messages there are. */
export const allMessages = (): Recorded[] => [...sampleMessages(), ...corpusMessages()];
