import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversation, Exchange, Http, Message } from '../conversation/index.ts';
import { corpusFolder } from './corpus.ts';

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

/** A recorded run of one server: all its exchanges in order, each with the note of the recording. */
export interface RecordedTalk {
  name: string;
  conversation: Conversation;
}

/** Every recorded run, or none where there is no corpus. */
export function recordedTalks(): RecordedTalk[] {
  if (corpusFolder === undefined) return [];
  const captures = join(corpusFolder, 'captures');
  return readdirSync(captures)
    .sort()
    .map((name) => ({ name, conversation: talkOf(captures, name) }));
}

function talkOf(captures: string, name: string): Conversation {
  const folder = join(captures, name);
  const { exchanges } = JSON.parse(readFileSync(join(folder, 'exchange.json'), 'utf8')) as {
    exchanges: Step[];
  };
  return { format: 1, title: name, exchanges: exchanges.map((step) => exchangeOf(folder, step)) };
}

function exchangeOf(folder: string, step: Step): Exchange {
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
