import { fromHex } from '../../bytes/index.ts';
import { ByteSink, type Reading } from '../reading.ts';

/** A row of what Kannel logs of an octet string: up to sixteen bytes, and their characters where they are known. */
const ROW = /^.{0,200}?\bdata: ((?:[0-9a-f]{2} ){0,31}[0-9a-f]{2})(?: {1,60}\S.{0,60})?[ \t\r]*$/i;
const MARKS = 9;

/** Reads the octet strings of a log of Kannel: rows behind `data:`, parted by any other line. */
export function readOctetStrings(text: string): Reading[] {
  if (!text.includes('data: ')) return [];
  const readings: Reading[] = [];
  let sink: ByteSink | undefined;
  let start = 0;
  const close = (end: number): void => {
    if (sink)
      readings.push({
        kind: 'hex-dump',
        form: FORM,
        start,
        end,
        bytes: sink.done(),
        marks: MARKS,
        slips: [],
      });
    sink = undefined;
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const hex = line.length <= LONGEST_LINE ? ROW.exec(line)?.[1] : undefined;
    const bytes = hex === undefined ? undefined : fromHex(hex.replaceAll(' ', ''));
    if (bytes) {
      if (!sink) [sink, start] = [new ByteSink(256), at];
      sink.append(bytes);
    } else close(at - 1);
    at += line.length + 1;
  }
  close(text.length);
  return readings;
}

const FORM = 'an octet string of a log';
const LONGEST_LINE = 400;
