import { LIMITS, type Exchange } from '../../conversation/index.ts';
import { joinParts, placed, type Placed } from '../../wap/index.ts';
import { count, slip, type Reading } from '../reading.ts';
import { openDatagram, openObex, openPush, type Opened } from './opened.ts';

/** That lengths and numbers fit says more for a form than its digits do; that there are several still more. */
const MARKS = 9;
const SEVERAL_MARKS = 10;

/**
 * Without what reads several short messages as one: user data does not say where it ends, so that the lines of two are
 * one, too.
 */
export function withoutJoined(readings: readonly Reading[]): Reading[] {
  const several = readings.filter(({ kind, marks }) => kind === 'carried' && marks === SEVERAL_MARKS);
  const isWithin = ({ start, end }: Reading): boolean =>
    several.some((other) => start < other.end && other.start < end);
  return readings.filter((one) => one.kind !== 'carried' || several.includes(one) || !isWithin(one));
}

/** What the bytes of a reading carry, if they are a short message, a WAP push or OBEX packets, as a further reading. */
export function carried(reading: Reading): Reading[] {
  if (reading.messages || reading.xml) return [];
  const { bytes, form } = reading;
  const sms = placed(bytes);
  const opened = (sms && openShort([sms]).opened[0]) ?? openPush({ bytes }) ?? openObex(bytes);
  const isCut = reading.slips.some(({ severity }) => severity === 'error');
  if (isCut && opened?.message.around?.form !== 'wsp') return [];
  return opened ? [toReading(reading, `${form}, ${opened.words}`, [opened])] : [];
}

/** Several short messages as one reading; `undefined` where none of them carries anything. */
export function shortMessages(
  all: readonly Placed[],
  reading: Pick<Reading, 'start' | 'end'>,
  form: string,
): Reading | undefined {
  const { opened, others, repeated } = openShort(all);
  const [first] = opened;
  if (!first) return undefined;
  const told = [
    opened.length === 1 ? first.words : `${count(opened.length, 'message')} in short messages`,
    ...(repeated > 0 ? [`${count(repeated, 'part')} there twice`] : []),
    ...(others > 0 ? [`${count(others, 'other short message')} passed over`] : []),
  ];
  const common: Omit<Reading, 'start' | 'end'> = {
    kind: 'carried',
    bytes: new Uint8Array(0),
    marks: all.length > 1 ? SEVERAL_MARKS : MARKS,
    slips: [],
    form,
  };
  return toReading({ ...common, ...reading }, `${form}, ${told.join('; ')}`, opened);
}

function openShort(all: readonly Placed[]): { opened: Opened[]; others: number; repeated: number } {
  const { datagrams, repeated } = joinParts(all);
  const opened = datagrams.flatMap((datagram) => openDatagram(datagram) ?? []);
  return { opened, others: datagrams.length - opened.length, repeated };
}

function toReading(reading: Reading, form: string, opened: readonly Opened[]): Reading {
  const { start, end } = reading;
  const slips = opened.flatMap(({ faults, message }) =>
    faults.map(({ code, expected, found }) =>
      slip(code, 'error', start, end, expected, found, kept(message.bytes?.length ?? 0)),
    ),
  );
  const exchanges = opened.slice(0, LIMITS.exchanges).map(({ message, faults }, i): Exchange => {
    const note = faults.map(({ found, expected }) => `Of ${expected}: ${found}.`).join(' ');
    return { id: String(i + 1), ...(note !== '' && { note }), response: message };
  });
  // what tells how well all of it decodes
  const first = opened.find(({ faults }) => faults.length === 0) ?? opened[0];
  const mediaType = first?.message.http?.headers?.['Content-Type'];
  return {
    ...reading,
    kind: 'carried',
    form,
    bytes: first?.message.bytes ?? new Uint8Array(0),
    marks: Math.max(MARKS, reading.marks),
    slips: [...reading.slips, ...slips],
    messages: { format: 1, title: 'Pasted', exchanges },
    ...(mediaType !== undefined && { mediaType }),
  };
}

const kept = (bytes: number): string => `${count(bytes, 'byte')} of the message read; nothing invented`;
