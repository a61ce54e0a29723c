import { grouped, lookUp } from '../bytes/index.ts';
import {
  PORTS,
  readObex,
  readShortMessage,
  readWspHead,
  type ShortMessage,
  type WspHead,
} from '../wap/index.ts';
import { bytesOfAround } from './push-body.ts';
import type { Around, Envelope } from './types.ts';

/** What carried a message, in words: a sentence for each layer, the outermost first; none for a multipart body. */
export function aroundWords(around: Around): string[] {
  const { form, envelopes = [] } = around;
  const [first] = envelopes;
  const head = form === 'wsp' ? readWspHead(bytesOfAround(around)[0]) : undefined;
  const outer = !first
    ? []
    : first.kind === 'sms'
      ? smsWords(envelopes)
      : [obexWords(first, envelopes.length)];
  return [...outer, ...(head ? [wspWords(head), ...securityWords(head)] : [])];
}

/** The envelope as it came, zeros for its piece. */
export function withoutPiece(one: Envelope): Uint8Array {
  const [before, after] = bytesOfAround(one);
  const bytes = new Uint8Array(before.length + one.size + after.length);
  bytes.set(before);
  bytes.set(after, before.length + one.size);
  return bytes;
}

/** The numbers of people and of service centres in the short messages around a message, each once. */
export function phoneNumbersAround({ envelopes = [] }: Around): string[] {
  const numbers = envelopes
    .filter(({ kind }) => kind === 'sms')
    .flatMap((one) => {
      const { address, serviceCentre } = readShortMessage(withoutPiece(one)) ?? {};
      return [address, serviceCentre].flatMap((each) => (each?.text ? [each.text] : []));
    });
  return [...new Set(numbers)];
}

const KINDS: Readonly<Record<ShortMessage['kind'], string>> = {
  deliver: 'Short message received',
  submit: 'Short message to be sent',
  'user-data': 'User data of a short message',
};

function smsWords(envelopes: readonly Envelope[]): string[] {
  const messages = envelopes.flatMap((one) => readShortMessage(withoutPiece(one)) ?? []);
  const [first] = messages;
  if (!first) return [];
  const { kind, address, serviceCentre, sentAt, header } = first;
  const who = address && `${kind === 'submit' ? 'to' : 'from'} ${address.text}`;
  const centre = serviceCentre && serviceCentre.text !== '' && `by the service centre ${serviceCentre.text}`;
  const { ports, part } = header ?? {};
  const what = [KINDS[kind], who, centre, sentAt].filter(Boolean).join(' ');
  const port = ports && `for port ${portWords(ports.to)}, from port ${portWords(ports.from)}`;
  const total = part && part.total > 1 ? partWords(messages, part.total, part.reference) : undefined;
  const told = envelopes.slice(0, MOST_SIZES).map(({ size }) => grouped(size));
  const sizes = [...told, ...(told.length < envelopes.length ? ['more'] : [])].join(' and ');
  const many = total && `${total}: ${sizes} bytes`;
  return [`${[what, port, many].filter(Boolean).join('; ')}.`];
}

/** Parts whose sizes are told. */
const MOST_SIZES = 10;

const portWords = (port: number): string => (PORTS[port] ? `${port} (${PORTS[port]})` : String(port));

function partWords(messages: readonly ShortMessage[], total: number, reference: number): string {
  const there = messages.flatMap(({ header }) => header?.part?.number ?? []);
  const some = `part${there.length === 1 ? '' : 's'} ${there.join(', ')} of ${total}`;
  const which = there.length === total ? `${total} parts` : some;
  return `${which} with the reference ${reference}`;
}

function obexWords(first: Envelope, count: number): string {
  const object = readObex(withoutPiece(first));
  const named = [object?.name && `“${object.name}”`, object?.mediaType].filter(Boolean).join(', ');
  const packets = `${grouped(count)} OBEX packet${count === 1 ? '' : 's'}`;
  return `Carried by ${packets}${named === '' ? '' : `: ${named}`}.`;
}

const WSP: Readonly<Record<WspHead['kind'], string>> = {
  push: 'WAP push',
  'confirmed-push': 'WAP push that is to be confirmed',
  reply: 'Reply of a WAP gateway',
};

/** Headers that are told, and how much of each. */
const MOST_HEADERS = 30;
const LONGEST = 300;

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function wspWords({ kind, transaction, headers }: WspHead): string {
  const said = headers
    .slice(0, MOST_HEADERS)
    .map(({ name, value }) => clipped(`${name}: ${value}${meaning(name, value)}`));
  const more = headers.length - said.length;
  const others = more > 0 ? [`${grouped(more)} more`] : [];
  return `${WSP[kind]}, transaction ${transaction}; ${[...said, ...others].join('; ')}.`;
}

const FLAGS = ['the initiator is authenticated', 'the content is trusted', 'the last push for now'];

/** What stands behind a number. */
function meaning(name: string, value: string): string {
  if (name !== 'Push-Flag' || !/^\d+$/.test(value)) return '';
  const set = FLAGS.filter((_, bit) => Number(value) & (1 << bit));
  return set.length > 0 ? ` (${set.join(', ')})` : '';
}

const PROVISIONING = 'application/vnd.wap.connectivity-wbxml';
/** What keys the MAC of a provisioning document. @see OMA-WAP-ProvBoot §5 */
const KEYS: Readonly<Record<string, string>> = {
  NETWPIN: 'a secret of the network, which is the IMSI of the SIM in GSM',
  USERPIN: 'a PIN that its receiver is told in another way and types in',
  USERNETWPIN: 'the IMSI of the SIM and a PIN that its receiver types in',
  USERPINMAC: 'a PIN that its receiver types in, with the MAC itself in it',
};

/** Who could have sent a provisioning document. */
function securityWords({ mediaType: { type, parameters } }: WspHead): string[] {
  if (type !== PROVISIONING) return [];
  const value = (wanted: string): string | undefined => parameters.find(([name]) => name === wanted)?.[1];
  const [method, mac] = [value('SEC'), value('MAC')];
  if (method === undefined && mac === undefined)
    return ['Nothing protects this document: it has no MAC, so that anybody may have sent it.'];
  const key = lookUp(KEYS, method ?? '') ?? 'something that is not said';
  const how = 'an HMAC-SHA1 of the document';
  return [
    `Its MAC is ${how}; the key is ${key}. Without it nobody can tell whether the MAC is right; any change of the document makes it wrong.`,
  ];
}
