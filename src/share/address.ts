/**
 * What the part of an address behind `#` asks for. `start`: nothing. `step`: number of a message in the timeline,
 * from 1. `link`: a conversation in the address itself, for `fromLink`. `unknown`: `text` says so to a person.
 */
export type Address =
  | { kind: 'start' }
  | { kind: 'sample'; id: string; step?: number }
  | { kind: 'saved'; id: string }
  | { kind: 'rule'; id: string }
  | { kind: 'link'; hash: string }
  | { kind: 'unknown'; text: string };

/** Ids of samples, rules and saved conversations: nothing an address would have to escape. */
const ID = /^[a-z0-9][a-z0-9-]{0,99}$/i;
const STEP = /^[1-9]\d{0,5}$/;

/**
 * Reads the part of an address from its `#` on. Whether there is such a sample, rule or saved conversation is
 * not looked at. Never throws.
 */
export function readHash(hash: string): Address {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { kind: 'start' };
  if (/^w\d+\./.test(text)) return { kind: 'link', hash: `#${text}` };
  const [kind, id = '', ...rest] = text.split('/', 4);
  if (kind === 's') return readSample(id, rest);
  if ((kind === 'c' || kind === 'rule') && rest.length === 0 && ID.test(id)) {
    return { kind: kind === 'c' ? 'saved' : 'rule', id };
  }
  return unknown(text);
}

function readSample(id: string, [step, more]: string[]): Address {
  if (!ID.test(id) || more !== undefined) return unknown(`s/${id}`);
  if (step === undefined) return { kind: 'sample', id };
  return STEP.test(step) ? { kind: 'sample', id, step: Number(step) } : unknown(`s/${id}/${step}`);
}

function unknown(text: string): Address {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return { kind: 'unknown', text: `This page knows no address “#${shown}”.` };
}
