import { fromBase64, lookUp, toBase64 } from '../bytes/index.ts';
import {
  wholeBodyOf,
  withoutPiece,
  type Around,
  type Envelope,
  type Message,
} from '../conversation/index.ts';
import { readMultipart } from '../eas/index.ts';
import {
  readObex,
  readShortMessage,
  readWspHead,
  writeSemiOctets,
  writeSeptets,
  type SmsAddress,
} from '../wap/index.ts';
import { fromBinary, toBinary } from './binary.ts';
import { redactHeader } from './header.ts';
import type { Ledger } from './ledger.ts';
import { redactFile, redactParts } from './parts.ts';

/** What stands around the WBXML part of a body, and what carried it, with the people in it replaced; as many bytes. */
export function redactAround(message: Message, ledger: Ledger): Around | undefined {
  const { around } = message;
  if (!around) return undefined;
  if (around.form === undefined && !around.envelopes) return redactMultipart(message, ledger);
  const { before, after, envelopes, ...rest } = around;
  return {
    ...rest,
    before: toBase64(redactHead(bytesIn(before), ledger)),
    after: toBase64(redactFile(bytesIn(after), ledger)),
    ...(envelopes && { envelopes: envelopes.map((one) => redactEnvelope(one, ledger)) }),
  };
}

/** The other parts of a multipart answer each by itself, all else as zeros. */
function redactMultipart(message: Message, ledger: Ledger): Around | undefined {
  const whole = wholeBodyOf(message).bytes;
  const parts = (whole && readMultipart(whole)) ?? [];
  const [first] = parts;
  if (!whole || !first) return undefined;
  // the first is the message, which is made by itself
  const out = redactParts(whole, parts, ledger, (part, i) => (i === 0 ? part : redactFile(part, ledger)));
  return { before: toBase64(out.subarray(0, first.start)), after: toBase64(out.subarray(first.end)) };
}

/** Parameters whose value is a person's; the others are the protocol's. */
const PARAMETERS: Readonly<Record<string, string>> = { MAC: 'secret', name: 'file', filename: 'file' };
const IS_PARAMETER = /^(?:[a-z-]+|SEC|MAC)$/;

/** The head of a push: its texts, each as what it is. */
function redactHead(head: Uint8Array, ledger: Ledger): Uint8Array {
  const out = head.slice();
  for (const { start, end, name, isData } of readWspHead(head)?.texts ?? []) {
    const text = toBinary(head.subarray(start, end));
    if (isData) {
      out.set(fromBinary(ledger.data(text, 'secret')).subarray(0, end - start), start); // credentials, for one
      continue;
    }
    const kind = lookUp(PARAMETERS, name);
    const made = kind
      ? ledger.text(text, kind)
      : IS_PARAMETER.test(name)
        ? text
        : redactHeader(name.toLowerCase(), text, ledger);
    if (made.length === text.length) out.set(fromBinary(made), start);
  }
  return out;
}

/** A short message or a packet: the numbers of people, the name of an object. */
function redactEnvelope(one: Envelope, ledger: Ledger): Envelope {
  const whole = withoutPiece(one);
  const before = bytesIn(one.before);
  if (one.kind === 'obex') redactObjectName(whole, before, ledger);
  else {
    const { address, serviceCentre } = readShortMessage(whole) ?? {};
    for (const each of [serviceCentre, address]) if (each) redactAddress(before, each, ledger);
  }
  return { ...one, before: toBase64(before) };
}

function redactAddress(bytes: Uint8Array, { text, start, isNumber }: SmsAddress, ledger: Ledger): void {
  if (!isNumber) writeSeptets(bytes, start, ledger.text(text, 'name'));
  else writeSemiOctets(bytes, start, ledger.text(text.replace('+', ''), 'phone'));
}

function redactObjectName(whole: Uint8Array, before: Uint8Array, ledger: Ledger): void {
  const { name, nameAt } = readObex(whole) ?? {};
  if (name === undefined || nameAt === undefined) return;
  const made = ledger.text(name, 'file');
  for (let i = 0; i < name.length; i++) {
    const unit = made.charCodeAt(i);
    before.set([unit >> 8, unit & 0xff], nameAt + 2 * i);
  }
}

const bytesIn = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0);
