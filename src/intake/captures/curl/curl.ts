import { lookUp } from '../../../bytes/index.ts';
import type { Exchange, Http } from '../../../conversation/index.ts';
import { nextStart } from '../../http-head.ts';
import { score } from '../../rank.ts';
import { ByteSink } from '../../reading.ts';
import { latin1Bytes } from '../../text-bytes.ts';
import { bodyOf } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { inputOf, pipelines, wordText, type Command, type Input } from './pipeline.ts';
import { shellTokens, type Word } from './shell-words.ts';

/** Short options that take a value, by the long name they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  A: 'user-agent',
  b: 'cookie',
  e: 'referer',
  u: 'user',
  T: 'upload-file',
  F: 'form',
  o: 'output',
  x: 'proxy',
  m: 'max-time',
  w: 'write-out',
  c: 'cookie-jar',
  E: 'cert',
  D: 'dump-header',
  r: 'range',
  K: 'config',
};
const LONG =
  /^(?:request|header|data(?:-(?:ascii|binary|raw|urlencode))?|user-agent|cookie|referer|user|upload-file|form|output|proxy|max-time|connect-timeout|write-out|cookie-jar|cert|key|cacert|dump-header|range|config|url|resolve|json|retry|ciphers|pass|cert-type|interface|limit-rate|proxy-user|trace(?:-ascii)?|stderr)$/;
const HEADERS: Readonly<Record<string, string>> = {
  'user-agent': 'User-Agent',
  cookie: 'Cookie',
  referer: 'Referer',
};

interface Option {
  name: string;
  value?: Word;
}

/** The options of a curl command; a word that is none is a `url`. */
function optionsOf(words: readonly Word[]): Option[] {
  const options: Option[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as Word;
    const text = word.bytes[0] === 45 ? wordText(word) : '';
    const long = /^--([a-z][\w-]*)$/.exec(text)?.[1];
    if (long !== undefined) {
      const value = LONG.test(long) ? words[++i] : undefined;
      options.push({ name: long, ...(value && { value }) });
    } else if (/^-[^-]/.test(text)) {
      // letters one behind the other; the first that takes a value takes the rest, or the next word
      const at = [...text].findIndex((letter, k) => k > 0 && SHORT[letter] !== undefined);
      for (const letter of text.slice(1, at < 0 ? undefined : at)) options.push({ name: letter });
      if (at < 0) continue;
      const rest = word.bytes.slice(at + 1);
      const value = rest.length > 0 ? { ...word, bytes: rest } : words[++i];
      options.push({ name: SHORT[text.charAt(at)] ?? '', ...(value && { value }) });
    } else options.push({ name: 'url', value: word });
  }
  return options;
}

/** A word whose `\u` escapes may have stood for one byte each, as browsers write bodies, or for characters. */
function bytesOf({ bytes, unicode }: Word): Uint8Array {
  const single = unicode ? latin1Bytes(new TextDecoder().decode(bytes)) : undefined;
  return single && score(single).quality > score(bytes).quality ? single : bytes;
}

/** What a data option sends, or why it is not known. */
function dataOf({ name, value }: Option, before: Input): Input {
  if (!value) return { kind: 'unknown', command: 'curl' };
  const text = value.bytes[0] === 64 && name !== 'data-raw' ? wordText(value) : '';
  if (text === '' && name !== 'upload-file') return { kind: 'bytes', bytes: bytesOf(value) };
  const file = name === 'upload-file' ? wordText(value) : text.slice(1);
  if (file !== '-') return { kind: 'file', name: file };
  if (before.kind !== 'bytes' || name === 'data-binary' || name === 'upload-file') return before;
  // curl drops line ends and NULs of what --data reads from elsewhere
  return { kind: 'bytes', bytes: before.bytes.filter((byte) => byte !== 10 && byte !== 13 && byte !== 0) };
}

/** Whether a data option reads what flows into the command: the first that does takes all of it. */
const takesInput = ({ name, value }: Option): boolean =>
  value !== undefined && name !== 'data-raw' && wordText(value) === (name === 'upload-file' ? '-' : '@-');

/** What the data options of a command send, one by one. */
function sentBy(data: readonly Option[], input: Input): Input[] {
  let left = input;
  return data.map((option) => {
    const sent = dataOf(option, left);
    if (left.kind === 'bytes' && takesInput(option)) left = { kind: 'bytes', bytes: new Uint8Array(0) };
    return sent;
  });
}

function httpOf(options: readonly Option[], hasData: boolean): Http {
  const values = (name: string): string[] =>
    options.filter((one) => one.name === name).map(({ value }) => wordText(value));
  const headers = options.flatMap(({ name, value }): (readonly [string, string])[] => {
    const own = lookUp(HEADERS, name);
    if (own !== undefined) return [[own, wordText(value)]];
    if (name !== 'header') return [];
    const text = wordText(value);
    const colon = text.indexOf(':');
    const said = text.slice(colon + 1).trim();
    if (colon > 0) return said === '' ? [] : [[text.slice(0, colon).trim(), said]]; // without a value it is not sent
    return /^[^\s:;]+;$/.test(text) ? [[text.slice(0, -1), '']] : []; // sent without a value
  });
  const isHead = options.some(({ name }) => name === 'I' || name === 'head');
  const method = values('request').at(-1) ?? (hasData ? 'POST' : isHead ? 'HEAD' : 'GET');
  return withinLimits({ method, url: values('url')[0] ?? '', headers: headerRecord(headers) });
}

const DATA = /^(?:data(?:-(?:ascii|binary|raw|urlencode))?|upload-file|json)$/;

function joinData(parts: readonly Uint8Array[]): Uint8Array {
  const sink = new ByteSink(64);
  for (const [i, part] of parts.entries()) {
    if (i > 0) sink.push(38);
    sink.append(part);
  }
  return sink.done();
}

function takeCommand(caught: Catch, commands: readonly Command[], place: Stretch): void {
  const curl = commands.at(-1);
  const options = optionsOf(curl?.words ?? []);
  const data = options.filter(({ name }) => DATA.test(name));
  const http = httpOf(options, data.length > 0);
  if (http.url === undefined) return;
  const exchange = caught.add({});
  const target: Exchange | undefined = caught.exchanges[exchange];
  if (!target) return;
  const at = { exchange, side: 'request' } as const;
  const sent = sentBy(data, inputOf(commands));
  const missing = sent.find(({ kind }) => kind !== 'bytes');
  if (missing && missing.kind !== 'bytes') {
    const found =
      missing.kind === 'file'
        ? `a name: the body is in the file ${missing.name}`
        : `the output of ${missing.command || 'another command'}`;
    const assumed = 'the request is shown without bytes';
    caught.fault(faultAt(at, 'not-captured', 'error', place, 'the bytes of the body', found, assumed), found);
    caught.remarks.push(`${found}: drop it here`);
    target.request = { http };
    return;
  }
  const parts = sent.flatMap((one) => (one.kind === 'bytes' ? [one.bytes] : []));
  target.request = { bytes: bodyOf(caught, http, joinData(parts), at, place), http };
  if (hasReplacement(parts)) {
    const found = 'U+FFFD, put in place of bytes that are no text';
    caught.fault(
      faultAt(at, 'lost-characters', 'error', place, 'the bytes themselves', found, 'read as it stands'),
      `lossy: ${found}`,
    );
  }
}

/** U+FFFD in UTF-8. */
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const;

function hasReplacement(parts: readonly Uint8Array[]): boolean {
  return parts.some((bytes) => {
    for (let at = bytes.indexOf(REPLACEMENT[0]); at >= 0; at = bytes.indexOf(REPLACEMENT[0], at + 1))
      if (bytes[at + 1] === REPLACEMENT[1] && bytes[at + 2] === REPLACEMENT[2]) return true;
    return false;
  });
}

/** Where a text may begin one: as much of it is looked at. */
const HEAD = 200_000;
/**
 * The name at the start of a line or behind an operator, with a prompt or a folder in front. It looks back from each
 * `curl`: looking on from each operator takes the square of the text.
 */
const NAMED = /curl(?<=(?:^|[\n|;&(])[ \t]{0,200}(?:[$#>%] )?(?:[^\s|;&(]{0,200}\/)?curl)(?:\.exe)?[ \t]/;

/** Reads curl commands: their URL, headers and body, also out of `$'…'`, pipes of base64 and here strings. */
export function readCurl(text: string): Capture | undefined {
  if (!NAMED.test(text.slice(0, HEAD)) || nextStart(text, 0) >= 0) return undefined;
  const caught = new Catch();
  for (const commands of pipelines(shellTokens(text))) {
    const prompt = commands.map((command, i) => (i === 0 ? withoutPrompt(command) : command));
    const at = prompt.findIndex(({ words }) => /(?:^|\/)curl(?:\.exe)?$/.test(wordText(words[0])));
    if (at < 0) continue;
    const words = prompt[at]?.words ?? [];
    takeCommand(caught, prompt.slice(0, at + 1), {
      start: words[0]?.start ?? 0,
      end: words.at(-1)?.end ?? 0,
    });
  }
  return caught.exchanges.length > 0 ? { kind: 'curl', form: 'a curl command', caught } : undefined;
}

function withoutPrompt(command: Command): Command {
  const isPrompt = /^[$#%]$/.test(wordText(command.words[0]));
  return isPrompt ? { ...command, words: command.words.slice(1) } : command;
}
