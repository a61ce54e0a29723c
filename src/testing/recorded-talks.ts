import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversation, Exchange, Http, Message } from '../conversation/index.ts';
import { corpusFolder } from './corpus.ts';

/** A request and its answer as a recording lists them. */
export interface RecordedStep {
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

/** The same with its exchange. */
export interface Recorded {
  step: RecordedStep;
  exchange: Exchange;
}

/** A recorded run of one server: all its exchanges in order, each with the note of the recording. */
export interface RecordedTalk {
  name: string;
  conversation: Conversation;
}

const captures = corpusFolder === undefined ? undefined : join(corpusFolder, 'captures');

/** The names of the recorded runs, in order; none where there is no corpus. */
export const recordedRuns = (): string[] => (captures === undefined ? [] : readdirSync(captures).sort());

/** Every recorded run, or none where there is no corpus. */
export const recordedTalks = (): RecordedTalk[] =>
  recordedRuns().map((name) => {
    const exchanges = recordedSteps(name).map(({ exchange }) => exchange);
    return { name, conversation: { format: 1, title: name, exchanges } };
  });

/** What is recorded of a run, in order. */
export function recordedSteps(run: string): Recorded[] {
  const folder = join(captures ?? '', run);
  const { exchanges } = JSON.parse(readFileSync(join(folder, 'exchange.json'), 'utf8')) as {
    exchanges: RecordedStep[];
  };
  return exchanges.map((step) => ({ step, exchange: exchangeOf(folder, step) }));
}

function exchangeOf(folder: string, step: RecordedStep): Exchange {
  const message = (file: string | null, length: number, http: Http): Message => {
    const path = file === null ? undefined : join(folder, file);
    if (path !== undefined && existsSync(path)) return { bytes: new Uint8Array(readFileSync(path)), http };
    return length === 0 ? { bytes: new Uint8Array(), http } : { http };
  };
  const url = step.query === '' ? step.path : `${step.path}?${step.query}`;
  return {
    id: `${step.step}`,
    note: `${step.command}: ${step.note}`,
    request: message(step.requestFile, step.requestBytes, {
      method: step.method,
      url,
      headers: Object.fromEntries(step.requestHeaders),
    }),
    response: message(step.responseFile, step.responseBytes, {
      status: step.status,
      headers: Object.fromEntries(step.responseHeaders),
    }),
  };
}
