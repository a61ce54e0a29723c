import { expect, test } from 'vitest';
import { timeZoneLines } from './time-zone.ts';

interface Zone {
  bias: number;
  standardName?: string;
  daylightName?: string;
  /** Month, weekday, week (or day), hour, and a year for a fixed date. */
  standardDate?: readonly [number, number, number, number, number?];
  daylightDate?: readonly [number, number, number, number, number?];
  daylightBias?: number;
  single?: boolean;
}

/** The structure of 172 bytes with these fields. */
function structure(zone: Zone): Uint8Array {
  const bytes = new Uint8Array(172);
  const view = new DataView(bytes.buffer);
  const name = (at: number, text = '') => {
    for (let i = 0; i < text.length; i++) {
      if (zone.single) view.setUint8(at + i, text.charCodeAt(i));
      else view.setUint16(at + 2 * i, text.charCodeAt(i), true);
    }
  };
  const date = (at: number, [month, weekday, day, hour, year = 0]: readonly number[]) => {
    [year, month, weekday, day, hour].forEach((value, i) => view.setUint16(at + 2 * i, value ?? 0, true));
  };
  view.setInt32(0, zone.bias, true);
  name(4, zone.standardName);
  if (zone.standardDate) date(68, zone.standardDate as readonly number[]);
  name(88, zone.daylightName);
  if (zone.daylightDate) date(152, zone.daylightDate as readonly number[]);
  view.setInt32(168, zone.daylightBias ?? 0, true);
  return bytes;
}

const wordsOf = (zone: Zone) => timeZoneLines(structure(zone))?.map(({ label, text }) => `${label}: ${text}`);

test('a zone with summer time', () => {
  const zone: Zone = {
    bias: -60,
    standardName: 'CET',
    daylightName: 'CEST',
    standardDate: [10, 0, 5, 3],
    daylightDate: [3, 0, 5, 2],
    daylightBias: -60,
  };
  const words = [
    'Time zone: UTC+1, bias -60 minutes',
    'Standard time: UTC+1, "CET", from the last Sunday of October, 03:00',
    'Summer time: UTC+2, "CEST", from the last Sunday of March, 02:00',
  ];
  expect(wordsOf(zone)).toEqual(words);
  expect(wordsOf({ ...zone, single: true })).toEqual(words);
});

test('a zone without', () => {
  expect(wordsOf({ bias: 480, standardName: 'PST' })).toEqual([
    'Time zone: UTC−8, bias 480 minutes',
    'Name: "PST"',
    'Summer time: none',
  ]);
  expect(wordsOf({ bias: 0 })).toEqual(['Time zone: UTC, bias 0 minutes', 'Summer time: none']);
  expect(wordsOf({ bias: -345 })?.[0]).toBe('Time zone: UTC+5:45, bias -345 minutes');
});

test('a date with a year, a week that is none, a month that is none', () => {
  const zone = wordsOf({ bias: 0, standardDate: [11, 0, 2, 1, 2026], daylightDate: [13, 0, 1, 1] });
  expect(zone).toEqual([
    'Time zone: UTC, bias 0 minutes',
    'Standard time: UTC, from 2 November 2026, 01:00',
    'Summer time: UTC, from month 13, which is none',
  ]);
  expect(wordsOf({ bias: 0, daylightDate: [3, 9, 7, 1] })?.[2]).toBe(
    'Summer time: UTC, from March, week 7, 01:00',
  );
});

test.each([0, 145, 171, 173])('%i bytes are no time zone', (size) => {
  expect(timeZoneLines(new Uint8Array(size))).toBeUndefined();
});

test('a structure inside a larger buffer', () => {
  const bytes = new Uint8Array(200);
  bytes.set(structure({ bias: -120 }), 10);
  expect(timeZoneLines(bytes.subarray(10, 182))?.[0]?.text).toBe('UTC+2, bias -120 minutes');
});
