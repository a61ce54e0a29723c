import { fromBase64, fromHex } from '../../../bytes/index.ts';
import { ByteSink } from '../../reading.ts';
import { latin1Text } from '../../text-bytes.ts';
import { appendEscape, type ShellToken, type Word } from './shell-words.ts';

/** A command, its words, and what stands behind `<<<` or `<`. */
export interface Command {
  words: Word[];
  hereText?: Word;
  fromFile?: Word;
}

/** Bytes that flow into a command; a file where that is where they are; or nobody knows. */
export type Input =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'file'; name: string }
  | { kind: 'unknown'; command: string };

export const wordText = (word: Word | undefined): string =>
  new TextDecoder().decode(word?.bytes ?? new Uint8Array(0));

/** The pipelines of a text, each a list of commands. */
export function pipelines(tokens: readonly ShellToken[]): Command[][] {
  const all: Command[][] = [];
  let pipeline: Command[] = [];
  let command: Command = { words: [] };
  let target: 'hereText' | 'fromFile' | 'drop' | undefined;
  let carriesOn = false; // a line may end behind a pipe
  const endCommand = (): void => {
    if (command.words.length > 0) pipeline.push(command);
    command = { words: [] };
    target = undefined;
  };
  for (const token of tokens) {
    if (token.kind === 'word') {
      carriesOn = false;
      if (target === undefined) command.words.push(token.word);
      else if (target !== 'drop') command[target] = token.word;
      target = undefined;
    } else if (token.text === '<<<') target = 'hereText';
    else if (token.text === '<') target = 'fromFile';
    else if (token.text.startsWith('>')) target = 'drop';
    else if (token.text === '\n' && carriesOn) continue;
    else {
      endCommand();
      carriesOn = token.text === '|';
      if (carriesOn) continue;
      if (pipeline.length > 0) all.push(pipeline);
      pipeline = [];
    }
  }
  endCommand();
  if (pipeline.length > 0) all.push(pipeline);
  return all;
}

/** Text with its escapes undone, as `printf` and `echo -e` do. */
function escapes(bytes: Uint8Array): Uint8Array {
  const text = latin1Text(bytes);
  const sink = new ByteSink(bytes.length);
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '\\') {
      sink.push(text.charCodeAt(i));
      continue;
    }
    // four octal digits, the first of them a 0, as `echo -e` has them
    if (/^0[0-7]{3}/.test(text.slice(i + 1, i + 5))) i++;
    i += appendEscape(sink, text, i + 1).length;
  }
  return sink.done();
}

function echo(words: readonly Word[]): Uint8Array {
  let first = 1;
  const options = new Set<string>();
  for (let word = wordText(words[first]); /^-[neE]+$/.test(word); word = wordText(words[++first]))
    for (const letter of word.slice(1)) options.add(letter);
  const sink = new ByteSink(64);
  for (const [i, word] of words.slice(first).entries()) {
    if (i > 0) sink.push(32);
    sink.append(options.has('e') ? escapes(word.bytes) : word.bytes);
  }
  if (!options.has('n')) sink.push(10);
  return sink.done();
}

/** What one command makes of its input; `undefined` where that is not known. */
function run({ words }: Command, input: Input | undefined): Input | undefined {
  const names = words.map(wordText);
  const name = names[0] ?? '';
  const has = (...options: readonly string[]): boolean => options.some((option) => names.includes(option));
  if (name === 'echo') return { kind: 'bytes', bytes: echo(words) };
  if (name === 'printf')
    return { kind: 'bytes', bytes: escapes((words[1] ?? { bytes: new Uint8Array(0) }).bytes) };
  if (name === 'cat' && names[1] !== undefined && names[1] !== '-') return { kind: 'file', name: names[1] };
  if (name === 'cat') return input;
  if (input?.kind !== 'bytes') return input?.kind === 'file' ? input : undefined;
  const text = latin1Text(input.bytes).trim();
  const isBase64 = name === 'base64' || name === 'openssl';
  if (isBase64 && has('-d', '-D', '--decode', '-di')) {
    const bytes = fromBase64(text);
    return bytes && { kind: 'bytes', bytes };
  }
  if (name === 'xxd' && has('-r', '-rp', '-p')) {
    const bytes = fromHex(text);
    return bytes && { kind: 'bytes', bytes };
  }
  return name === 'tr' && has('-d') && has("'\\n'", '\\n')
    ? { kind: 'bytes', bytes: input.bytes.filter((byte) => byte !== 10) }
    : undefined;
}

/** Commands of one pipeline whose output is worked out: each may walk all bytes anew. */
const MOST_COMMANDS = 32;

/** What flows into the last of some commands. */
export function inputOf(commands: readonly Command[]): Input {
  if (commands.length > MOST_COMMANDS) {
    const last = wordText(commands.at(-2)?.words[0]).slice(0, 60);
    return { kind: 'unknown', command: last };
  }
  let input: Input | undefined;
  let last = '';
  for (const [i, command] of commands.entries()) {
    const { hereText, fromFile } = command;
    if (hereText) {
      const line = new Uint8Array(hereText.bytes.length + 1).fill(10);
      line.set(hereText.bytes);
      input = { kind: 'bytes', bytes: line };
    } else if (fromFile) input = { kind: 'file', name: wordText(fromFile) };
    if (i === commands.length - 1) break;
    last = wordText(command.words[0]).slice(0, 60);
    input = run(command, input);
  }
  return input ?? { kind: 'unknown', command: last };
}
