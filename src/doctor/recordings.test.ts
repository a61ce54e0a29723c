import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Message, Side } from '../conversation/index.ts';
import { commandNamed, deviations, versionBit } from '../eas/index.ts';
import { corpusFolder } from '../testing/corpus.ts';
import { recordedRuns, recordedSteps, type RecordedStep } from '../testing/recorded-talks.ts';
import { xmlToBytes } from '../xml/index.ts';
import { contextOf, examineMessage } from './examination.ts';
import type { Finding } from './types.ts';

// What the recording client got wrong on purpose: the recordings say so in their notes.
const ON_PURPOSE = /^(malformed|wrong root element for the command|FolderSync without SyncKey)/;
// Real faults of real servers, which are to be called errors.
const REAL_FAULTS = new Set(deviations.filter(({ advice }) => advice === 'error').map(({ rule }) => rule));

interface Half {
  name: string;
  step: RecordedStep;
  side: Side;
  message: Message;
  partner: Message;
}

/** Every message of a run, with its HTTP facts and the other half of its exchange. */
const halvesOf = (run: string): Half[] =>
  recordedSteps(run).flatMap(({ step, exchange: { request = {}, response = {} } }) => {
    const name = `${run} ${step.step} ${step.command}`;
    return [
      { name: `${name} request`, step, side: 'request', message: request, partner: response },
      { name: `${name} response`, step, side: 'response', message: response, partner: request },
    ] satisfies Half[];
  });

const isOnPurpose = ({ step, side }: Half): boolean => side === 'request' && ON_PURPOSE.test(step.note);
const briefly = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, start, end, text }) => `${rule} ${start}–${end - 1}: ${text}`);

const runs = recordedRuns();
if (corpusFolder === undefined) {
  test('no ../shared/corpus here: the recordings are not examined', () => {
    expect(runs).toEqual([]);
  });
}

describe.each(runs)('%s', (run) => {
  const recorded = halvesOf(run);

  test('no error that is not a real fault', () => {
    const alarms: string[] = [];
    const counts = new Map<string, number>();
    for (const one of recorded.filter((candidate) => !isOnPurpose(candidate))) {
      const { side, message, partner, step } = one;
      const { findings } = examineMessage(message, { side, partner });
      const kinds = new Set(
        findings.map(({ severity, rule }) => `${severity} ${rule}: ${step.command} ${side}`),
      );
      for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const errors = findings.filter(({ severity, rule }) => severity === 'error' && !REAL_FAULTS.has(rule));
      alarms.push(...briefly(errors).map((error) => `${one.name}: ${error}`));
    }
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `  ${n} × ${kind}`);
    console.log(`${run}: ${recorded.length} messages\n${lines.join('\n')}`);
    expect(alarms).toEqual([]);
  });

  test('command, side and version are known from the HTTP facts', () => {
    for (const { message, side, partner, step, name } of recorded) {
      const context = contextOf(message, side, partner);
      expect(context.side, name).toMatchObject({ value: side, how: 'known' });
      if (saysVersion(step)) expect(context.version?.how, name).toBe('known');
      if (commandNamed(step.command) && !ON_PURPOSE.test(step.note))
        expect(context.command, name).toMatchObject({ value: step.command, how: 'known' });
    }
  });

  test('without HTTP facts the side is found from the bytes, wherever they were put', () => {
    const told = recorded.filter(({ message, step }) => message.bytes?.[0] === 3 && saysSomething(step));
    expect(told.length).toBeGreaterThan(50);
    for (const { message, side, name } of told) {
      const bytes = message.bytes ?? new Uint8Array();
      const other: Side = side === 'request' ? 'response' : 'request';
      expect(contextOf({ bytes }, other).side.value, name).toBe(side);
    }
  });

  test('without HTTP facts, too, there is no error that is not a real fault', () => {
    const alarms = recorded
      .filter((one) => one.message.bytes?.[0] === 3 && !isOnPurpose(one) && one.step.status < 400)
      .flatMap(({ message: { bytes }, side, name }) =>
        examineMessage(bytes ? { bytes } : {}, { side })
          .findings.filter(({ severity, rule }) => severity === 'error' && !REAL_FAULTS.has(rule))
          .map(({ rule, text }) => `${name}: ${rule} ${text}`),
      );
    expect(alarms).toEqual([]);
  });

  test('what was broken on purpose is found', () => {
    const broken = recorded.filter((one) => isOnPurpose(one) && one.message.bytes !== undefined);
    for (const { message, side, partner, name } of broken) {
      const { findings } = examineMessage(message, { side, partner });
      expect(findings.filter(({ severity }) => severity === 'error').length, name).toBeGreaterThan(0);
    }
  });
});

/** False where the header names no version, or none that there is. */
const saysVersion = ({ requestHeaders, query }: RecordedStep): boolean =>
  !query.includes('=') ||
  requestHeaders.some(([name, value]) => name === 'MS-ASProtocolVersion' && versionBit(value) !== 0);

/** An empty Sync, or one with nothing in it, says nothing of who wrote it. */
const saysSomething = ({ note, requestFile }: RecordedStep): boolean =>
  requestFile !== null &&
  !/malformed|empty Collections|root with no content|empty root|without SyncKey|wrong root|does not exist/.test(
    note,
  );

// What phones and Exchange servers really sent.
const REAL = [
  'activesync-wbxml-parser',
  'chumakov',
  'exchange-2019-status142',
  'lswbxml',
  'mitmproxy',
  'ms-ascmd-multipart',
  'ms-aswbxml-example',
  'ms-blog-2013',
];

test.each(corpusFolder === undefined ? [] : REAL)(
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

// Two of the examples that MS-ASCMD prints break what it says itself.
const MISPRINTS: Readonly<Record<string, string>> = {
  'activesync-ms-ascmd-065.xml': 'unreadable-date: InstanceId is “20090907T07:00:00.000Z”.',
  'activesync-ms-ascmd-101.xml': 'unexpected-child: Status stands in Response.',
};

test.skipIf(corpusFolder === undefined)(
  'the examples that MS-ASCMD prints have no error but two misprints',
  () => {
    const folder = join(corpusFolder ?? '', 'public/wbxml-stream/activesync');
    const files = readdirSync(folder).filter((name) => /ms-ascmd-\d+\.xml$/.test(name));
    expect(files.length).toBeGreaterThan(60);
    const alarms = files.flatMap((file) => {
      // Print breaks lines before end tags.
      const bytes = xmlToBytes(readFileSync(join(folder, file), 'utf8').replace(/\s+<\//g, '</'));
      // Print does not tell OPAQUE from a string either.
      const loud = examineMessage({ bytes }).findings.filter(
        ({ severity, rule }) => severity !== 'note' && rule !== 'mime-as-text',
      );
      return loud.map(({ rule, text }) => [file, `${rule}: ${firstSentence(text)}`] as const);
    });
    expect(Object.fromEntries(alarms)).toEqual(MISPRINTS);
    expect(alarms).toHaveLength(2);
  },
);

const firstSentence = (text: string): string => /^.*?[.]”?[.]?(?=\s|$)/s.exec(text)?.[0] ?? text;
