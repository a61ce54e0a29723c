import { commandNamed, smallestMessage, versionBit, versionsOf, versionsText } from '../eas/index.ts';
import type { Message, Side } from './types.ts';

const END = 0x01;

/** A message to begin with, and what it is, as a sentence. */
export interface Blank {
  /** Absent where the command has no such message. */
  message?: Message;
  why: string;
}

/**
 * The smallest legal message of a command: its content model's, or an empty one where the body may be empty or there
 * is none. It is said to be what it was asked to be; no HTTP facts are invented.
 * @param version a protocol version: `'14.1'`
 */
export function blankMessage(command: string, side: Side, version: string): Blank {
  const known = commandNamed(command);
  if (!known) return { why: `${command} is no command of ActiveSync.` };
  if ((versionsOf(known.versions) & versionBit(version)) === 0) {
    return {
      why: `Version ${version} has no ${command}: it is there in ${versionsText(versionsOf(known.versions))}.`,
    };
  }
  const readAs = { command, side, version };
  const word = side === 'request' ? 'request' : 'reply';
  const empty = known[side === 'request' ? 'emptyRequest' : 'emptyResponse'];
  const mayBeEmpty = empty !== undefined && (versionsOf(empty.versions) & versionBit(version)) !== 0;
  const bytes = smallestMessage(command, side, version);
  // A root that holds nothing says no more than no body at all.
  if (bytes && !(mayBeEmpty && bytes.at(-1) !== END)) {
    return { message: { bytes, readAs }, why: `The smallest ${command} ${word} of version ${version}.` };
  }
  if (mayBeEmpty || known[side] === 'none') {
    const meaning = !mayBeEmpty ? 'it has no body' : `without a body it means: ${empty.meaning}`;
    return {
      message: { bytes: new Uint8Array(0), readAs },
      why: `An empty ${command} ${word}: ${meaning}.`,
    };
  }
  return { why: `The body of a ${command} ${word} in version ${version} is no WBXML: paste it instead.` };
}
