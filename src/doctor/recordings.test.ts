import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Http, Message, Side } from '../conversation/index.ts';
import { versionBit } from '../eas/index.ts';
import { corpusFolder } from '../testing/corpus.ts';
import { contextOf, examineMessage } from './examination.ts';
import type { Finding } from './types.ts';

// What the recording client got wrong on purpose: the recordings say so in their notes.
const ON_PURPOSE = /^(malformed|wrong root element for the command|FolderSync without SyncKey)/;
// Real faults of real servers, which are to be called errors: the rule, and what the deviation is called.
const REAL_FAULTS: Readonly<Record<string, string>> = { 'not-text': 'DEV-21', 'empty-collections': 'DEV-12' };

interface Step {
  step: number;
  command: string;
  method: string;
  path: string;
  query: string;
  requestHeaders: [string, string][];
  responseHeaders: [string, string][];
  status: number;
  requestFile: string | null;
  responseFile: string | null;
  requestBytes: number;
  responseBytes: number;
  note: string;
}

interface Recorded {
  name: string;
  step: Step;
  side: Side;
  message: Message;
  partner: Message;
}

/** Every message of a run, with its HTTP facts and the other half of its exchange. */
function recordingsOf(folder: string, run: string): Recorded[] {
  const { exchanges } = JSON.parse(readFileSync(join(folder, run, 'exchange.json'), 'utf8')) as {
    exchanges: Step[];
  };
  return exchanges.flatMap((step) => {
    const message = (file: string | null, length: number, http: Http): Message => {
      const path = file === null ? undefined : join(folder, run, file);
      if (path === undefined || !existsSync(path))
        return length === 0 ? { bytes: new Uint8Array(), http } : { http };
      return { bytes: new Uint8Array(readFileSync(path)), http };
    };
    const request = message(step.requestFile, step.requestBytes, {
      method: step.method,
      url: `${step.path}?${step.query}`,
      headers: Object.fromEntries(step.requestHeaders),
    });
    const response = message(step.responseFile, step.responseBytes, {
      status: step.status,
      headers: Object.fromEntries(step.responseHeaders),
    });
    const name = `${run} ${step.step} ${step.command}`;
    return [
      { name: `${name} request`, step, side: 'request', message: request, partner: response },
      { name: `${name} response`, step, side: 'response', message: response, partner: request },
    ] satisfies Recorded[];
  });
}

const isOnPurpose = ({ step, side }: Recorded): boolean => side === 'request' && ON_PURPOSE.test(step.note);
const isModelled = ({ step }: Recorded): boolean => ['Sync', 'FolderSync'].includes(step.command);

const briefly = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, start, end, text }) => `${rule} ${start}–${end - 1}: ${text}`);

const captures = corpusFolder === undefined ? undefined : join(corpusFolder, 'captures');
const runs = captures === undefined ? [] : readdirSync(captures).sort();
if (captures === undefined) {
  test('no ../shared/corpus here: the recordings are not examined', () => {
    expect(runs).toEqual([]);
  });
}

describe.each(runs)('%s', (run) => {
  const recorded = recordingsOf(captures ?? '', run);
  const modelled = recorded.filter(isModelled);

  test('no error that is not a real fault', () => {
    const alarms: string[] = [];
    const counts = new Map<string, number>();
    for (const one of modelled.filter((candidate) => !isOnPurpose(candidate))) {
      const { side, message, partner } = one;
      const { findings } = examineMessage(message, { side, partner });
      const kinds = new Set(findings.map(({ severity, rule }) => `${side} ${severity} ${rule}`));
      for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const errors = findings.filter(({ severity, rule }) => severity === 'error' && !REAL_FAULTS[rule]);
      alarms.push(...briefly(errors).map((error) => `${one.name}: ${error}`));
    }
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `  ${n} × ${kind}`);
    console.log(`${run}: ${modelled.length} messages of Sync and FolderSync\n${lines.join('\n')}`);
    expect(alarms).toEqual([]);
  });

  test('command, side and version are known from the HTTP facts', () => {
    for (const { message, side, partner, step, name } of modelled) {
      const context = contextOf(message, side, partner);
      expect(context.side, name).toMatchObject({ value: side, how: 'known' });
      if (saysVersion(step)) expect(context.version?.how, name).toBe('known');
      if (!ON_PURPOSE.test(step.note))
        expect(context.command, name).toMatchObject({ value: step.command, how: 'known' });
    }
  });

  test('without HTTP facts the side is found from the bytes, wherever they were put', () => {
    const told = modelled.filter(({ message, step }) => message.bytes?.[0] === 3 && saysSomething(step));
    expect(told.length).toBeGreaterThan(50);
    for (const { message, side, name } of told) {
      const bytes = message.bytes ?? new Uint8Array();
      const other: Side = side === 'request' ? 'response' : 'request';
      expect(contextOf({ bytes }, other).side.value, name).toBe(side);
    }
  });

  test('what was broken on purpose is found', () => {
    const broken = modelled.filter((one) => isOnPurpose(one) && one.message.bytes !== undefined);
    for (const { message, side, partner, name } of broken) {
      const { findings } = examineMessage(message, { side, partner });
      expect(findings.filter(({ severity }) => severity === 'error').length, name).toBeGreaterThan(0);
    }
  });

  test('of the other commands only what the codec says', () => {
    for (const { message, side, partner, name } of recorded.filter((one) => !isModelled(one))) {
      const { findings } = examineMessage(message, { side, partner });
      expect(findings.length, `${name} ${briefly(findings).join()}`).toBeLessThanOrEqual(1);
    }
  });
});

/** False where the header names no version, or none that there is. */
const saysVersion = ({ requestHeaders, query }: Step): boolean =>
  !query.includes('=') ||
  requestHeaders.some(([name, value]) => name === 'MS-ASProtocolVersion' && versionBit(value) !== 0);

/** An empty Sync, or one with nothing in it, says nothing of who wrote it. */
const saysSomething = ({ note, requestFile }: Step): boolean =>
  requestFile !== null &&
  !/malformed|empty Collections|root with no content|without SyncKey|wrong root|does not exist/.test(note);

const REAL = [
  'activesync-wbxml-parser',
  'chumakov',
  'exchange-2019-status142',
  'lswbxml',
  'mitmproxy',
  'ms-aswbxml-example',
  'ms-blog-2013',
];

test.each(captures === undefined ? [] : REAL)(
  'public/%s: what phones and Exchange sent has no error',
  (origin) => {
    const folder = join(corpusFolder ?? '', 'public', origin, 'activesync');
    const files = readdirSync(folder).filter((name) => name.endsWith('.wbxml'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { findings } = examineMessage({ bytes: new Uint8Array(readFileSync(join(folder, file))) });
      expect(briefly(findings.filter(({ severity }) => severity !== 'note')), file).toEqual([]);
    }
  },
);
