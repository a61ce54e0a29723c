import type { MessagePlace } from '../../../conversation/index.ts';
import { faultAt, type Catch, type Stretch } from '../catch.ts';
import { unzip, type ZipDirectory, type ZipEntry } from './zip.ts';

/** Says that an archive has lost its directory, as one that was cut off has. */
export function tellDirectory(caught: Catch, { whole }: ZipDirectory, place: Stretch): void {
  if (whole) return;
  const assumed = 'files were found by their own headers';
  caught.fault(
    faultAt(undefined, 'bad-capture', 'error', place, 'the directory of the archive', 'none', assumed),
  );
  caught.remarks.push('The archive is cut off: the sessions that are there were read');
}

/** The bytes of a file of an archive; where it stops unpacking, those before, and the fault is its message's. */
export function unpacked(
  caught: Catch,
  bytes: Uint8Array,
  entry: ZipEntry,
  place: Stretch,
  at?: MessagePlace,
): Uint8Array {
  const file = unzip(bytes, entry, caught.room);
  caught.spend(file.bytes.length);
  if (file.fault !== undefined) {
    const found = `a file that stops unpacking after ${file.bytes.length} bytes (${file.fault})`;
    const assumed = 'what was unpacked was read';
    caught.fault(faultAt(at, 'bad-packing', 'error', place, 'a whole file', found, assumed), at && found);
  }
  return file.bytes;
}
